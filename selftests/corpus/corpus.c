// SPDX-License-Identifier: GPL-2.0
/* Reads files of the text corpus, for corpus.h. */
#include <linux/kernel.h>
#include "core/spec/map_type.h"
#include "core/spec/prog_type.h"
#include "asm.h"
#include "corpus.h"
#include "../conformance/hex.h"
#include <stdarg.h>
#include <stdio.h>

struct reader {
	struct corpus *corpus;
	struct corpus_prog *prog; /* the one being read, or NULL */
	const char *file;
	int line;
	char *text; /* its instructions so far */
	size_t text_len;
	int text_line;
	char *err;
	size_t err_size;
	bool failed;
};

static void fail(struct reader *reader, const char *fmt, ...)
{
	va_list args;
	int len;

	if (reader->failed)
		return;
	reader->failed = true;
	len = snprintf(reader->err, reader->err_size, "%s:%d: ", reader->file, reader->line);
	va_start(args, fmt);
	vsnprintf(reader->err + len, reader->err_size - len, fmt, args);
	va_end(args);
}

static int find_map(const struct corpus_prog *prog, const char *name)
{
	u32 i;

	for (i = 0; i < prog->map_cnt; i++)
		if (!strcmp(prog->maps[i].name, name))
			return i;
	return -1;
}

static int find_map_for_asm(void *ctx, const char *name)
{
	return find_map(ctx, name);
}

static void read_type(struct reader *reader, char *value)
{
	const struct ab_prog_type *type;
	u32 i;

	for (i = 0; (type = ab_prog_type_at(i)); i++)
		if (!strcmp(type->name, value))
			break;
	if (type)
		reader->prog->type = type->type;
	else
		fail(reader, "no program type '%s'", value);
}

static u8 *read_bytes(struct reader *reader, const char *text, long want)
{
	u8 *bytes;
	long len;

	bytes = hex_parse(text ? text : "", &len);
	if (len != want)
		fail(reader, "expected %ld bytes of hex at '%s'", want, text ? text : "");
	return bytes;
}

static void read_map(struct reader *reader, char *value)
{
	struct corpus_prog *prog = reader->prog;
	struct corpus_map *map = &prog->maps[prog->map_cnt];
	const struct ab_map_type *type;
	char name[32], type_name[32];
	char *word;
	int used = 0;
	u32 i;

	if (prog->map_cnt == CORPUS_MAPS ||
	    sscanf(value, "%15s %31s %u %u %u%n", name, type_name, &map->key_size, &map->value_size,
		   &map->max_entries, &used) < 5) {
		fail(reader, "expected: map: NAME TYPE KEY VALUE ENTRIES");
		return;
	}
	strcpy(map->name, name);
	for (i = 1; i < 64; i++) {
		type = ab_map_type_find(i);
		if (type && !strcmp(type->name, type_name))
			map->type = i;
	}
	if (!map->type)
		fail(reader, "no map type '%s'", type_name);
	for (word = strtok(value + used, " "); word; word = strtok(NULL, " ")) {
		if (!strncmp(word, "flags=", 6))
			map->flags = strtoul(word + 6, NULL, 0);
		else if (!strncmp(word, "frozen=", 7))
			map->frozen = read_bytes(reader, word + 7, map->value_size);
		else
			fail(reader, "what is '%s'?", word);
	}
	prog->map_cnt++;
}

static void read_elem(struct reader *reader, char *value, struct corpus_elem *elem, u32 *cnt)
{
	char *name = strtok(value, " "), *key = strtok(NULL, " "), *val = strtok(NULL, " ");
	int map = name ? find_map(reader->prog, name) : -1;

	if (map < 0 || *cnt == CORPUS_ITEMS) {
		fail(reader, "expected: MAP KEY VALUE");
		return;
	}
	elem += (*cnt)++;
	elem->map = map;
	elem->key = read_bytes(reader, key, reader->prog->maps[map].key_size);
	elem->value = read_bytes(reader, val, reader->prog->maps[map].value_size);
}

static void read_tail(struct reader *reader, char *value)
{
	struct corpus_tail *tail = &reader->prog->tails[reader->prog->tail_cnt];
	char name[32];
	int used = 0, map = -1;

	if (sscanf(value, "%31s %u %n", name, &tail->index, &used) == 2)
		map = find_map(reader->prog, name);
	if (map < 0 || reader->prog->tail_cnt == CORPUS_ITEMS) {
		fail(reader, "expected: tail: MAP INDEX PROGRAM");
		return;
	}
	tail->map = map;
	snprintf(tail->prog, sizeof(tail->prog), "%s", value + used);
	reader->prog->tail_cnt++;
}

static void read_expect(struct reader *reader, char *value)
{
	struct corpus_prog *prog = reader->prog;

	if (!strcmp(value, "accept"))
		prog->accept = true;
	else if (sscanf(value, "refuse %47s at %d", prog->slug, &prog->at) < 1)
		fail(reader, "expected: accept, or: refuse SLUG [at N]");
	else
		prog->accept = false;
}

static void read_host(struct reader *reader, char *value)
{
	bool accept = !strncmp(value, "accept ", 7);

	if (!accept && strncmp(value, "refuse ", 7))
		fail(reader, "expected: host: accept|refuse WHY");
	reader->prog->host = accept;
}

static void read_log(struct reader *reader, char *value)
{
	struct corpus_prog *prog = reader->prog;

	if (prog->log_cnt == CORPUS_ITEMS)
		fail(reader, "too many log lines");
	else
		snprintf(prog->log[prog->log_cnt++], sizeof(prog->log[0]), "%s", value);
}

static void read_hex(struct reader *reader, char *value, u8 **bytes, long *len)
{
	*bytes = hex_parse(value, len);
	if (*len < 0)
		fail(reader, "not hex: '%s'", value);
}

static void read_result(struct reader *reader, char *value)
{
	reader->prog->has_result = true;
	reader->prog->result = value[0] == '-' ? (u64)strtoll(value, NULL, 0) : strtoull(value, NULL, 0);
}

/* "key: value"; false if the line is none of the header's. */
static bool read_header(struct reader *reader, char *line)
{
	struct corpus_prog *prog = reader->prog;
	char *value = strchr(line, ':');

	if (!value || value[1] != ' ' || reader->text_len)
		return false;
	*value = 0;
	value += 2 + strspn(value + 2, " ");
	if (!strcmp(line, "type"))
		read_type(reader, value);
	else if (!strcmp(line, "map"))
		read_map(reader, value);
	else if (!strcmp(line, "init"))
		read_elem(reader, value, prog->init, &prog->init_cnt);
	else if (!strcmp(line, "check"))
		read_elem(reader, value, prog->check, &prog->check_cnt);
	else if (!strcmp(line, "tail"))
		read_tail(reader, value);
	else if (!strcmp(line, "gpl"))
		prog->gpl = strcmp(value, "no") != 0;
	else if (!strcmp(line, "flags"))
		prog->flags = strtoul(value, NULL, 0);
	else if (!strcmp(line, "expect"))
		read_expect(reader, value);
	else if (!strcmp(line, "log"))
		read_log(reader, value);
	else if (!strcmp(line, "result"))
		read_result(reader, value);
	else if (!strcmp(line, "data"))
		read_hex(reader, value, &prog->data, &prog->data_len);
	else if (!strcmp(line, "ctx"))
		read_hex(reader, value, &prog->ctx, &prog->ctx_len);
	else if (!strcmp(line, "host"))
		read_host(reader, value);
	else if (!strcmp(line, "vm"))
		prog->skip_vm = true;
	else
		fail(reader, "unknown key '%s'", line);
	return true;
}

static void end_program(struct reader *reader)
{
	struct corpus_prog *prog = reader->prog;
	struct asm_prog text;
	char err[256];

	if (!prog || reader->failed)
		return;
	if (asm_assemble(&text, reader->text ? reader->text : "", reader->text_line, find_map_for_asm,
			 prog, err, sizeof(err))) {
		reader->failed = true;
		snprintf(reader->err, reader->err_size, "%s: %s", reader->file, err);
		return;
	}
	prog->insns = text.insns;
	prog->cnt = text.cnt;
	free(text.lines);
	reader->text_len = 0;
	reader->prog = NULL;
}

static void begin_program(struct reader *reader, const char *name)
{
	struct corpus *corpus = reader->corpus;
	struct corpus_prog *prog;

	end_program(reader);
	if (corpus_find(corpus, name))
		fail(reader, "a second '%s'", name);
	corpus->progs = realloc(corpus->progs, (corpus->cnt + 1) * sizeof(*prog));
	if (!corpus->progs)
		abort();
	prog = &corpus->progs[corpus->cnt++];
	memset(prog, 0, sizeof(*prog));
	snprintf(prog->name, sizeof(prog->name), "%s", name);
	prog->file = reader->file;
	prog->line = reader->line;
	prog->type = ALTBPF_PROG_TYPE_SOCKET_FILTER;
	prog->gpl = true;
	prog->accept = true;
	prog->at = -1;
	prog->host = -1;
	reader->prog = prog;
	if (reader->text)
		reader->text[0] = 0;
}

static void add_text(struct reader *reader, const char *line)
{
	size_t len = strlen(line);

	if (!reader->text_len)
		reader->text_line = reader->line;
	reader->text = realloc(reader->text, reader->text_len + len + 2);
	if (!reader->text)
		abort();
	sprintf(reader->text + reader->text_len, "%s\n", line);
	reader->text_len += len + 1;
}

static void read_line(struct reader *reader, char *line)
{
	line[strcspn(line, "\r\n")] = 0;
	if (!strncmp(line, "=== ", 4))
		begin_program(reader, line + 4);
	else if (line[0] == '#')
		return;
	else if (!reader->prog && line[0])
		fail(reader, "expected: === NAME");
	else if (reader->prog && !read_header(reader, line) && (line[0] || reader->text_len))
		add_text(reader, line);
}

int corpus_load(struct corpus *corpus, const char *file, char *err, size_t err_size)
{
	struct reader reader = { .corpus = corpus, .file = file, .err = err, .err_size = err_size };
	FILE *stream = fopen(file, "r");
	char *line = NULL;
	size_t size = 0;

	if (!stream) {
		snprintf(err, err_size, "cannot open %s", file);
		return -1;
	}
	while (!reader.failed && getline(&line, &size, stream) >= 0) {
		reader.line++;
		read_line(&reader, line);
	}
	end_program(&reader);
	free(line);
	free(reader.text);
	fclose(stream);
	return reader.failed ? -1 : 0;
}

static void free_prog(struct corpus_prog *prog)
{
	u32 i;

	for (i = 0; i < prog->map_cnt; i++)
		free(prog->maps[i].frozen);
	for (i = 0; i < prog->init_cnt; i++)
		free(prog->init[i].key), free(prog->init[i].value);
	for (i = 0; i < prog->check_cnt; i++)
		free(prog->check[i].key), free(prog->check[i].value);
	free(prog->data);
	free(prog->ctx);
	free(prog->insns);
}

void corpus_free(struct corpus *corpus)
{
	u32 i;

	for (i = 0; i < corpus->cnt; i++)
		free_prog(&corpus->progs[i]);
	free(corpus->progs);
	memset(corpus, 0, sizeof(*corpus));
}

const struct corpus_prog *corpus_find(const struct corpus *corpus, const char *name)
{
	u32 i;

	for (i = 0; i < corpus->cnt; i++)
		if (!strcmp(corpus->progs[i].name, name))
			return &corpus->progs[i];
	return NULL;
}

bool corpus_needs_btf(const struct corpus_prog *prog)
{
	bool calls = false, ends = false;
	const struct altbpf_insn *insn;
	u32 i;

	for (i = 0; i < prog->cnt; i++) {
		insn = &prog->insns[i];
		if (ab_insn_is_callback_ref(insn))
			return true;
		calls |= ab_insn_is_subprog_call(insn);
		ends |= ab_insn_is_helper_call(insn) && insn->imm == ALTBPF_FUNC_tail_call;
		ends |= AB_CLASS(insn->code) == AB_LD && AB_MODE(insn->code) != AB_IMM;
	}
	return calls && ends;
}

const void *corpus_btf(u32 *size)
{
	static const struct {
		u16 magic;
		u8 version, flags;
		u32 hdr_len, type_off, type_len, str_off, str_len;
		u32 types[4 + 3 + 3];
		char strings[8];
	} btf = {
		.magic = 0xeb9f, .version = 1, .hdr_len = 24, .type_len = sizeof(btf.types),
		.str_off = sizeof(btf.types), .str_len = sizeof(btf.strings),
		.types = {
			1, 1 << 24, 4, 1 << 24 | 32, /* 1: signed int of 32 bits */
			0, 13 << 24, 1, /* 2: int (void) */
			5, 12 << 24, 2, /* 3: static function fn of type 2 */
		},
		.strings = "\0int\0fn",
	};

	*size = sizeof(btf);
	return &btf;
}
