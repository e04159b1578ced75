// SPDX-License-Identifier: GPL-2.0
/*
 * `prog dump xlated` and `prog dump jited`: a program's instructions in the kernel's syntax and its
 * machine code, both with function names and source lines.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "core.h"
#include "ctl.h"
#include "data.h"
#include "disasm.h"
#include "ids.h"
#include "prog.h"
#include "prog_image.h"

struct dump {
	struct prog_image image;
	bool opcodes;
	bool linum;
	const char *file;
};

#define LINE_NUMBER(line) ((line)->line_col >> 10)
#define LINE_COLUMN(line) ((line)->line_col & 0x3ff)

/* Pieces of one line often follow each other; people need it once. */
static bool is_shown(const struct altbpf_line_info *line)
{
	static __u32 last_text, last_number;

	if (last_text == line->line_off && last_number == LINE_NUMBER(line))
		return true;
	last_text = line->line_off;
	last_number = LINE_NUMBER(line);
	return false;
}

static void show_line(const struct dump *dump, const struct altbpf_line_info *line)
{
	const char *text, *file;

	if (!line)
		return;
	text = prog_image_string(&dump->image, line->line_off);
	text += strspn(text, " \t");
	if (!*text || (!ctl_opts.json && is_shown(line)))
		return;
	file = prog_image_string(&dump->image, line->file_name_off);
	if (ctl_opts.json) {
		json_text("src", text);
		if (dump->linum) {
			json_text("file", file);
			json_uint("line_num", LINE_NUMBER(line));
			json_uint("line_col", LINE_COLUMN(line));
		}
		return;
	}
	printf("; %s", text);
	if (dump->linum)
		printf(" [file:%s line_num:%u line_col:%u]", file, LINE_NUMBER(line), LINE_COLUMN(line));
	putchar('\n');
}

/* What an instruction's number refers to: the map's name, the callee's. "" if nothing. */
static void describe(const struct dump *dump, const struct altbpf_insn *insn, __u32 at, char *buf, size_t size)
{
	struct bpf_map_info info = {};
	__u32 len = sizeof(info);
	const char *name;
	int fd;

	buf[0] = 0;
	if (insn->code == (BPF_JMP | BPF_CALL) && insn->src_reg == ALTBPF_PSEUDO_CALL) {
		name = prog_image_func_at(&dump->image, at + 1 + (__u32)insn->imm);
		if (name)
			snprintf(buf, size, "%s()", name);
	} else if (insn->code == (BPF_LD | BPF_IMM | BPF_DW) &&
		   (insn->src_reg == ALTBPF_PSEUDO_MAP_FD || insn->src_reg == ALTBPF_PSEUDO_MAP_VALUE)) {
		fd = bpf_map_get_fd_by_id((__u32)insn->imm);
		if (fd < 0)
			return;
		if (!bpf_obj_get_info_by_fd(fd, &info, &len))
			snprintf(buf, size, "%.16s", info.name);
		close(fd);
	}
}

static void show_insn(const struct dump *dump, __u32 at, __u32 slots)
{
	const struct altbpf_insn *insn = &dump->image.xlated[at];
	const char *func = prog_image_func_at(&dump->image, at);
	char text[256], name[128];

	core_disasm(text, sizeof(text), insn);
	describe(dump, insn, at, name, sizeof(name));
	if (ctl_opts.json) {
		json_open_object(NULL);
		if (func)
			json_text("func", func);
		show_line(dump, prog_image_line_at(&dump->image, at));
		json_uint("insn", at);
		json_format("disasm", "(%02x) %s", insn->code, text);
		if (*name)
			json_text("refers_to", name);
		if (dump->opcodes)
			json_bytes("opcodes", insn, slots * sizeof(*insn));
		json_close();
		return;
	}
	if (func)
		printf("%s%s:\n", at ? "\n" : "", func);
	show_line(dump, prog_image_line_at(&dump->image, at));
	printf("%4u: (%02x) %s%s%s\n", at, insn->code, text, *name ? "  ; " : "", name);
	if (dump->opcodes)
		data_print_hex("       ", insn, slots * sizeof(*insn));
}

static int dump_xlated(const struct dump *dump)
{
	__u32 cnt = dump->image.info.xlated_prog_len / sizeof(struct altbpf_insn);
	__u32 i, slots;

	if (!cnt || !dump->image.info.xlated_prog_insns)
		return ctl_error("the program's instructions are not to be seen by this user");
	if (dump->file)
		return data_write_file(dump->file, dump->image.xlated, dump->image.info.xlated_prog_len);
	if (ctl_opts.json)
		json_open_array(NULL);
	for (i = 0; i < cnt; i += slots) {
		slots = dump->image.xlated[i].code == (BPF_LD | BPF_IMM | BPF_DW) && i + 1 < cnt ? 2 : 1;
		show_insn(dump, i, slots);
	}
	if (ctl_opts.json)
		json_close();
	return 0;
}

/* Name of the native function with number @i: the order is that of the program's functions. */
static const char *native_name(const struct dump *dump, __u32 i)
{
	const char *name = NULL;

	if (dump->image.funcs && i < dump->image.info.nr_func_info)
		name = prog_image_func_at(&dump->image, dump->image.funcs[i].insn_off);
	return name ? name : dump->image.info.name;
}

/* An address in the program's own code: a function, or a place in one. */
static const char *own_name(void *ctx, uint64_t addr)
{
	const struct dump *dump = ctx;
	const struct bpf_prog_info *info = &dump->image.info;
	static char text[BPF_OBJ_NAME_LEN + 160];
	__u64 base;
	__u32 i;

	for (i = 0; dump->image.ksyms && dump->image.func_lens && i < info->nr_jited_ksyms; i++) {
		base = dump->image.ksyms[i];
		if (i >= info->nr_jited_func_lens || addr < base || addr - base >= dump->image.func_lens[i])
			continue;
		if (addr == base)
			snprintf(text, sizeof(text), "%s", native_name(dump, i));
		else
			snprintf(text, sizeof(text), "%s+0x%llx", native_name(dump, i), (unsigned long long)(addr - base));
		return text;
	}
	return NULL;
}

static void show_native(const struct dump *dump, const unsigned char *code, size_t len, __u64 base)
{
	char text[256];
	size_t at, n;

	for (at = 0; at < len; at += n) {
		n = disasm_one(code + at, len - at, base + at, text, sizeof(text), own_name, (void *)dump);
		if (ctl_opts.json) {
			json_open_object(NULL);
			show_line(dump, prog_image_line_at_addr(&dump->image, base + at));
			json_format("pc", "0x%zx", at);
			json_text("operation", text);
			if (dump->opcodes)
				json_bytes("opcodes", code + at, n);
			json_close();
			continue;
		}
		show_line(dump, prog_image_line_at_addr(&dump->image, base + at));
		printf("%4zx:\t%s\n", at, text);
		if (dump->opcodes)
			data_print_hex("\t", code + at, n);
	}
}

static int dump_jited(const struct dump *dump)
{
	const struct bpf_prog_info *info = &dump->image.info;
	const unsigned char *code = dump->image.jited;
	__u32 cnt = dump->image.func_lens ? info->nr_jited_func_lens : 1;
	__u32 i, len, left = info->jited_prog_len;
	__u64 base;

	if (!left)
		return ctl_error("the program is not compiled (the interpreter runs it), or not to be seen by this user");
	if (dump->file)
		return data_write_file(dump->file, code, left);
	if (ctl_opts.json)
		json_open_array(NULL);
	for (i = 0; i < cnt && left; i++, code += len, left -= len) {
		len = dump->image.func_lens && dump->image.func_lens[i] < left ? dump->image.func_lens[i] : left;
		base = dump->image.ksyms && i < info->nr_jited_ksyms ? dump->image.ksyms[i] : 0;
		if (ctl_opts.json) {
			json_open_object(NULL);
			json_text("name", native_name(dump, i));
			json_format("address", "0x%llx", (unsigned long long)base);
			json_open_array("insns");
		} else {
			printf("%s%s: 0x%llx, %u bytes\n", i ? "\n" : "", native_name(dump, i),
			       (unsigned long long)base, len);
		}
		show_native(dump, code, len, base);
		if (ctl_opts.json) {
			json_close();
			json_close();
		}
	}
	if (ctl_opts.json)
		json_close();
	return 0;
}

int prog_dump(int argc, char **argv)
{
	struct dump dump = {};
	bool jited;
	int fd, err = 0;

	if (!argc || (strcmp(argv[0], "xlated") && strcmp(argv[0], "jited")))
		return ctl_error("prog dump: 'xlated' or 'jited' is expected");
	jited = argv[0][0] == 'j';
	argc--;
	argv++;
	fd = ids_parse_prog(&argc, &argv);
	if (fd < 0)
		return 1;
	for (; argc && !err; argc--, argv++) {
		if (!strcmp(argv[0], "opcodes")) {
			dump.opcodes = true;
		} else if (!strcmp(argv[0], "linum")) {
			dump.linum = true;
		} else if (!strcmp(argv[0], "file") && argc > 1) {
			dump.file = argv[1];
			argc--;
			argv++;
		} else {
			err = ctl_unexpected(argv[0]);
		}
	}
	if (!err)
		err = prog_image_get(fd, &dump.image);
	if (!err)
		err = jited ? dump_jited(&dump) : dump_xlated(&dump);
	prog_image_fini(&dump.image);
	close(fd);
	return err;
}
