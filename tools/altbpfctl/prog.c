// SPDX-License-Identifier: GPL-2.0
/*
 * The noun prog: list and show; the table of its words is at the end.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "core.h"
#include "ctl.h"
#include "ids.h"
#include "prog.h"

#define MAX_SHOWN_MAPS 64

/* Time of day of @ns since boot, by minutes as people need it. */
static void format_load_time(__u64 ns, char *buf, size_t size)
{
	struct timespec real, boot;
	struct tm tm;
	time_t at;

	clock_gettime(CLOCK_REALTIME, &real);
	clock_gettime(CLOCK_BOOTTIME, &boot);
	at = real.tv_sec - boot.tv_sec + (time_t)(ns / 1000000000ULL);
	if (!localtime_r(&at, &tm) || !strftime(buf, size, "%Y-%m-%dT%H:%M:%S%z", &tm))
		snprintf(buf, size, "%lld", (long long)at);
}

static const char *type_name(__u32 type)
{
	static char text[16];
	const char *name = core_prog_type_name(type);

	if (name)
		return name;
	snprintf(text, sizeof(text), "type %u", type);
	return text;
}

static void show_json(int fd, const struct bpf_prog_info *info, const __u32 *maps)
{
	char tag[2 * BPF_TAG_SIZE + 1];
	__u32 i;

	for (i = 0; i < BPF_TAG_SIZE; i++)
		snprintf(tag + 2 * i, 3, "%02x", info->tag[i]);
	json_open_object(NULL);
	json_uint("id", info->id);
	json_text("type", type_name(info->type));
	json_text_len("name", info->name, sizeof(info->name));
	json_text("tag", tag);
	json_bool("gpl_compatible", info->gpl_compatible);
	json_uint("run_time_ns", info->run_time_ns);
	json_uint("run_cnt", info->run_cnt);
	json_uint("recursion_misses", info->recursion_misses);
	json_uint("other_misses", ids_fdinfo(fd, "other_misses"));
	json_uint("loaded_at_ns", info->load_time);
	json_uint("uid", info->created_by_uid);
	json_uint("bytes_xlated", info->xlated_prog_len);
	json_bool("jited", info->jited_prog_len);
	json_uint("bytes_jited", info->jited_prog_len);
	json_uint("bytes_memlock", ids_fdinfo(fd, "memlock"));
	json_uint("verified_insns", info->verified_insns);
	json_open_array("map_ids");
	for (i = 0; i < info->nr_map_ids && i < MAX_SHOWN_MAPS; i++)
		json_uint(NULL, maps[i]);
	json_close();
	if (info->btf_id)
		json_uint("btf_id", info->btf_id);
	json_close();
}

static void show_text(int fd, const struct bpf_prog_info *info, const __u32 *maps)
{
	char when[64];
	__u64 other = ids_fdinfo(fd, "other_misses");
	__u32 i;

	printf("%u: %s  name %.16s  tag ", info->id, type_name(info->type), info->name);
	for (i = 0; i < BPF_TAG_SIZE; i++)
		printf("%02x", info->tag[i]);
	printf("%s", info->gpl_compatible ? "  gpl" : "");
	if (info->run_cnt)
		printf("  run_time_ns %llu  run_cnt %llu  (%llu ns a run)", info->run_time_ns, info->run_cnt,
		       info->run_time_ns / info->run_cnt);
	if (info->recursion_misses)
		printf("  recursion_misses %llu", info->recursion_misses);
	if (other)
		printf("  other_misses %llu", other);
	format_load_time(info->load_time, when, sizeof(when));
	printf("\n\tloaded_at %s  uid %u  verified_insns %u\n\txlated %uB", when, info->created_by_uid,
	       info->verified_insns, info->xlated_prog_len);
	if (info->jited_prog_len)
		printf("  jited %uB", info->jited_prog_len);
	else
		printf("  not jited");
	printf("  memlock %lluB", ids_fdinfo(fd, "memlock"));
	for (i = 0; i < info->nr_map_ids && i < MAX_SHOWN_MAPS; i++)
		printf("%s%u", i ? "," : "  map_ids ", maps[i]);
	if (info->btf_id)
		printf("  btf_id %u", info->btf_id);
	putchar('\n');
}

static int show(int fd, __u32 id)
{
	struct bpf_prog_info info = {};
	__u32 maps[MAX_SHOWN_MAPS];

	info.map_ids = (uintptr_t)maps;
	info.nr_map_ids = MAX_SHOWN_MAPS;
	if (ids_get_info(fd, &info, sizeof(info), "program"))
		return 1;
	if (ctl_opts.json)
		show_json(fd, &info, maps);
	else
		show_text(fd, &info, maps);
	return 0;
}

static int do_list(int argc, char **argv)
{
	int fd, err;

	if (argc) {
		fd = ids_parse_prog(&argc, &argv);
		if (fd < 0)
			return 1;
		err = argc ? ctl_unexpected(argv[0]) : show(fd, 0);
		close(fd);
		return err;
	}
	return ids_for_each(bpf_prog_get_next_id, bpf_prog_get_fd_by_id, "program", show);
}

static int do_stats(int argc, char **argv)
{
	int fd;

	if (argc)
		return ctl_unexpected(argv[0]);
	fd = bpf_enable_stats(BPF_STATS_RUN_TIME);
	if (fd < 0)
		return ctl_errno(errno, "run statistics cannot be enabled");
	if (!ctl_opts.json)
		fprintf(stderr, "runs are counted and timed until this ends (Ctrl-C)\n");
	ctl_wait_stop();
	close(fd);
	return 0;
}

static int do_help(int argc, char **argv);

static const struct ctl_word words[] = {
	{ "list", "[PROG]", "programs with type, run counts, sizes and maps", do_list },
	{ "show", "[PROG]", "the same; PROG is 'id N' or 'name NAME'", do_list },
	{ "dump", "xlated|jited PROG [opcodes] [linum] [file F]",
	  "a program's instructions, or its machine code, with source lines", prog_dump },
	{ "load", "FILE.o [type TYPE]", "load every program of an object file and hold them until Ctrl-C", prog_load },
	{ "run", "PROG|FILE.o [PROG] [data_in F] [data_out F] [data_size_out N] [ctx_in F] [ctx_out F] "
		 "[ctx_size_out N] [repeat N]",
	  "run a program once or more on given data; F may be -", prog_run },
	{ "check", "FILE.o [PROG] [type TYPE] [log LEVEL]",
	  "verify offline: no root, no module, same verdict and words as in the kernel", prog_check },
	{ "stats", "", "count and time runs until Ctrl-C", do_stats },
	{ "help", "", "this text", do_help },
};

static int do_help(int argc, char **argv)
{
	ctl_print_words("prog", words, ARRAY_SIZE(words));
	return 0;
}

int prog_main(int argc, char **argv)
{
	return ctl_run_word("prog", words, ARRAY_SIZE(words), argc, argv);
}
