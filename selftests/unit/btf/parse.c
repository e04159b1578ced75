// SPDX-License-Identifier: GPL-2.0
/*
 * The BTF checker: accepts one type of every kind, refuses each kind of mistake with its words,
 * and survives any byte being wrong, any length, and every allocation failing.
 */
#include "build.h"

static char text[1024];
static size_t text_len;

static void take(void *ctx, const char *from, size_t len)
{
	len = min(len, sizeof(text) - 1 - text_len);
	memcpy(text + text_len, from, len);
	text_len += len;
	text[text_len] = 0;
}

static const struct ab_log text_log = { .level = 1, .write = take };

static struct ab_btf *parse(const void *raw, u32 size)
{
	text_len = 0;
	text[0] = 0;
	return ab_btf_parse(raw, size, &text_log);
}

/* Reads all that a user of an accepted object may read. */
static void use(const struct ab_btf *btf)
{
	u32 id, res, size;

	ab_btf_data(btf, &size);
	for (id = 0; id <= ab_btf_type_cnt(btf); id++) {
		const struct ab_btf_type *type = ab_btf_type_at(btf, id);

		EXPECT_EQ(!!type, id && id < ab_btf_type_cnt(btf));
		if (!type)
			continue;
		EXPECT(ab_btf_string(btf, type->name_off));
		ab_btf_skip(btf, id, &res);
		ab_btf_size(btf, id);
	}
}

UNIT(btf_parse_everything)
{
	struct build b;
	struct ab_btf *btf;
	u32 id;

	build_everything(&b);
	btf = parse(b.raw, b.size);
	EXPECTF(!IS_ERR(btf), "refused: %s", text);
	EXPECT_EQ(ab_btf_type_cnt(btf), 21);
	EXPECT_EQ(ab_btf_size(btf, 1), 4);
	EXPECT_EQ(ab_btf_size(btf, 2), 24);
	EXPECT_EQ(ab_btf_size(btf, 8), 8);
	EXPECT_EQ(ab_btf_size(btf, 15), 4);
	EXPECT(ab_btf_size(btf, 7) < 0 && ab_btf_size(btf, 0) < 0 && ab_btf_size(btf, 99) < 0);
	EXPECT(ab_btf_skip(btf, 8, &id) == ab_btf_type_at(btf, 9) && id == 9);
	EXPECT(!ab_btf_skip(btf, 0, &id) && !id);
	EXPECT_STR(ab_btf_string(btf, ab_btf_type_at(btf, 4)->name_off), "pair");
	EXPECT(!ab_btf_string(btf, b.string_len));
	use(btf);
	ab_btf_free(btf);
	ab_btf_free(NULL);
}

UNIT(btf_parse_any_length)
{
	struct build b;
	u32 size;

	build_everything(&b);
	for (size = 0; size < b.size; size++) {
		struct ab_btf *btf = parse(b.raw, size);

		EXPECTF(IS_ERR(btf), "%u of %u bytes were accepted", size, b.size);
		EXPECTF(text[0], "no reason was given for %u bytes", size);
	}
	EXPECT_EQ(PTR_ERR(parse(b.raw, 0xffffffff)), -E2BIG);
}

/* Many are still valid; then all of it must be readable. */
UNIT(btf_parse_any_byte)
{
	static const u8 with[] = { 0x00, 0x01, 0x03, 0x04, 0x0f, 0x7f, 0x80, 0xff };
	struct build b;
	u32 at, i, ok = 0;

	build_everything(&b);
	for (at = 0; at < b.size; at++) {
		for (i = 0; i < ARRAY_SIZE(with) && !unit_failed(); i++) {
			u8 *byte = (u8 *)b.raw + at, old = *byte;
			struct ab_btf *btf;

			*byte = with[i];
			btf = parse(b.raw, b.size);
			*byte = old;
			if (IS_ERR(btf))
				continue;
			ok++;
			use(btf);
			ab_btf_free(btf);
		}
	}
	EXPECT(ok > b.size);
}

UNIT(btf_parse_random)
{
	struct build b, c;
	u32 n, k;

	build_everything(&b);
	for (n = 0; n < 20000 && !unit_failed(); n++) {
		struct ab_btf *btf;

		c = b;
		for (k = unit_random() % 6; k < 6; k++)
			c.raw[unit_random() % (c.size / 4)] = unit_random() % 3 ? unit_random() % 32 : unit_random();
		btf = parse(c.raw, c.size);
		if (IS_ERR(btf))
			continue;
		use(btf);
		ab_btf_free(btf);
	}
}

UNIT(btf_parse_no_memory)
{
	struct build b;
	struct ab_btf *btf;
	u32 n;

	build_everything(&b);
	for (n = 1; n < 50; n++) {
		ab_host_fail_at(n);
		btf = parse(b.raw, b.size);
		if (!IS_ERR(btf))
			break;
		EXPECT_EQ(PTR_ERR(btf), -ENOMEM);
	}
	ab_host_fail_at(0);
	EXPECT(n > 3 && n < 50);
	ab_btf_free(btf);
}

/* ---- each mistake with its words ---- */

static void expect_refused(struct build *b, int err, const char *words)
{
	struct ab_btf *btf;

	build_finish(b);
	btf = parse(b->raw, b->size);
	if (!IS_ERR(btf))
		ab_btf_free(btf);
	EXPECTF(PTR_ERR_OR_ZERO(btf) == err, "expected %d (%s), got %ld (%s)", err, words,
		(long)PTR_ERR_OR_ZERO(btf), text);
	EXPECTF(strstr(text, words), "expected \"%s\", got \"%s\"", words, text);
}

UNIT(btf_refuse_header)
{
	static const struct {
		u32 word;
		u32 value;
		const char *words;
	} rows[] = {
		{ 0, 0x9feb0001, "Invalid magic" }, { 0, 0x0002eb9f, "Unsupported version" },
		{ 0, 0x0101eb9f, "Unsupported flags" }, { 1, 20, "Invalid btf_header length" },
		{ 1, 0xffffffff, "Invalid btf_header length" }, { 1, 26, "Invalid btf_header length" },
		{ 2, 4, "section" }, { 2, 2, "Unaligned type_off" }, { 3, 0, "No type found" },
		{ 3, 0xfffffff0, "ection" }, { 4, 4, "Section overlap" }, { 5, 1, "section" },
		{ 5, 0xffffffff, "ection" },
	};
	struct build b;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(rows); i++) {
		struct ab_btf *btf;

		build_everything(&b);
		b.raw[rows[i].word] = rows[i].value;
		btf = parse(b.raw, b.size);
		EXPECTF(IS_ERR(btf) && strstr(text, rows[i].words), "word %u = %x: expected \"%s\", got \"%s\"",
			rows[i].word, rows[i].value, rows[i].words, text);
	}
}

/* Words of a small object: int (1), then what the row says. */
static const struct {
	const char *words;
	int err;
	u32 cnt;
	u32 type[12]; /* name offsets: 0 none, 1 "int", 5 "9bad", 10 "ok" */
} mistakes[] = {
	{ "Invalid kind:31", -EINVAL, 3, { 0, 31u << 24, 0 } },
	{ "Invalid kind:0", -EINVAL, 3, { 0, 0, 0 } },
	{ "meta_left", -EINVAL, 2, { 0, AB_BTF_PTR << 24 } },
	{ "meta_left", -EINVAL, 4, { 0, AB_BTF_ARRAY << 24, 0, 1 } },
	{ "Invalid btf_info", -EINVAL, 3, { 0, AB_BTF_PTR << 24 | 0x10000, 1 } },
	{ "Invalid name_offset", -EINVAL, 3, { 999, AB_BTF_TYPEDEF << 24, 1 } },
	{ "vlen != 0", -EINVAL, 3, { 0, AB_BTF_PTR << 24 | 1, 1 } },
	{ "kind_flag", -EINVAL, 3, { 0, AB_BTF_PTR << 24 | 1u << 31, 1 } },
	{ "Invalid name", -EINVAL, 3, { 1, AB_BTF_PTR << 24, 1 } },
	{ "Invalid name", -EINVAL, 3, { 5, AB_BTF_TYPEDEF << 24, 1 } },
	{ "Invalid name", -EINVAL, 3, { 0, AB_BTF_TYPEDEF << 24, 1 } },
	{ "Invalid type_id:77", -EINVAL, 3, { 0, AB_BTF_CONST << 24, 77 } },
	{ "Invalid type_id:77", -EINVAL, 3, { 0, AB_BTF_PTR << 24, 77 } },
	{ "Invalid int_data", -EINVAL, 4, { 10, AB_BTF_INT << 24, 4, 0xf0000020 } },
	{ "nr_bits exceeds type_size", -EINVAL, 4, { 10, AB_BTF_INT << 24, 4, 33 } },
	{ "nr_bits exceeds 128", -EINVAL, 4, { 10, AB_BTF_INT << 24, 64, 129 } },
	{ "Unsupported encoding", -ENOTSUPP, 4, { 10, AB_BTF_INT << 24, 4, 3 << 24 | 32 } },
	{ "Loop detected", -ELOOP, 3, { 10, AB_BTF_TYPEDEF << 24, 2 } },
	{ "Loop detected", -ELOOP, 3, { 0, AB_BTF_PTR << 24, 2 } },
	{ "Loop detected", -ELOOP, 6, { 0, AB_BTF_PTR << 24, 3, 0, AB_BTF_CONST << 24, 2 } },
	{ "Loop detected", -ELOOP, 6, { 10, AB_BTF_STRUCT << 24 | 1, 8, 10, 2, 0 } },
	{ "Loop detected", -ELOOP, 6, { 0, AB_BTF_ARRAY << 24, 0, 2, 1, 3 } },
	{ "Invalid elem", -EINVAL, 6, { 0, AB_BTF_ARRAY << 24, 0, 0, 1, 3 } },
	{ "Invalid index", -EINVAL, 6, { 0, AB_BTF_ARRAY << 24, 0, 1, 0, 3 } },
	{ "Array size overflows", -EINVAL, 6, { 0, AB_BTF_ARRAY << 24, 0, 1, 1, 0x40000000 } },
	{ "Invalid member bits_offset", -EINVAL, 6, { 10, AB_BTF_UNION << 24 | 1, 8, 10, 1, 8 } },
	{ "Invalid member bits_offset", -EINVAL, 9, { 10, AB_BTF_STRUCT << 24 | 2, 8, 10, 1, 32, 10, 1, 0 } },
	{ "exceeds its struct size", -EINVAL, 6, { 10, AB_BTF_STRUCT << 24 | 1, 8, 10, 1, 72 } },
	{ "Member exceeds struct_size", -EINVAL, 6, { 10, AB_BTF_STRUCT << 24 | 1, 8, 10, 1, 40 } },
	{ "Invalid type_id", -EINVAL, 6, { 10, AB_BTF_STRUCT << 24 | 1, 8, 10, 0, 0 } },
	{ "bitfield_size", -EINVAL, 6, { 10, 1u << 31 | AB_BTF_STRUCT << 24 | 1, 8, 10, 1, 40 << 24 } },
	{ "Unexpected size", -EINVAL, 3, { 10, AB_BTF_ENUM << 24, 3 } },
	{ "Invalid name", -EINVAL, 5, { 10, AB_BTF_ENUM << 24 | 1, 4, 5, 0 } },
	{ "type != 0", -EINVAL, 3, { 10, AB_BTF_FWD << 24, 1 } },
	{ "Invalid name", -EINVAL, 3, { 0, AB_BTF_FWD << 24, 0 } },
	{ "Invalid type_id", -EINVAL, 3, { 10, AB_BTF_FUNC << 24, 1 } },
	{ "Invalid func linkage", -EINVAL, 3, { 10, AB_BTF_FUNC << 24 | 3, 1 } },
	{ "Invalid arg#1", -EINVAL, 7, { 0, AB_BTF_FUNC_PROTO << 24 | 2, 0, 0, 0, 10, 1 } },
	{ "Invalid arg#1", -EINVAL, 5, { 0, AB_BTF_FUNC_PROTO << 24 | 1, 0, 10, 99 } },
	{ "Invalid return type", -EINVAL, 3, { 0, AB_BTF_FUNC_PROTO << 24, 99 } },
	{ "Invalid arg#1", -EINVAL, 8, { 0, AB_BTF_FUNC_PROTO << 24 | 1, 0, 0, 1, 10, AB_BTF_FUNC << 24, 2 } },
	{ "Linkage not supported", -EINVAL, 4, { 10, AB_BTF_VAR << 24, 1, 5 } },
	{ "Invalid type_id", -EINVAL, 4, { 10, AB_BTF_VAR << 24, 0, 1 } },
	{ "size == 0", -EINVAL, 3, { 10, AB_BTF_DATASEC << 24, 0 } },
	{ "Not a VAR", -EINVAL, 6, { 10, AB_BTF_DATASEC << 24 | 1, 4, 1, 0, 4 } },
	{ "Invalid offset+size", -EINVAL, 6, { 10, AB_BTF_DATASEC << 24 | 1, 4, 1, 2, 4 } },
	{ "Invalid type_size", -EINVAL, 3, { 10, AB_BTF_FLOAT << 24, 5 } },
	{ "Invalid value", -EINVAL, 4, { 0, AB_BTF_DECL_TAG << 24, 1, -1 } },
	{ "Invalid type", -EINVAL, 4, { 10, AB_BTF_DECL_TAG << 24, 1, -1 } },
	{ "Invalid component_idx", -EINVAL, 4, { 10, AB_BTF_DECL_TAG << 24, 1, -2 } },
};

UNIT(btf_refuse_types)
{
	struct build b;
	u32 i, j;

	for (i = 0; i < ARRAY_SIZE(mistakes) && !unit_failed(); i++) {
		build_init(&b);
		build_int(&b, "int", 4, 0);
		build_string(&b, "9bad");
		build_string(&b, "ok");
		for (j = 0; j < mistakes[i].cnt; j++)
			build_word(&b, mistakes[i].type[j]);
		expect_refused(&b, mistakes[i].err, mistakes[i].words);
		if (unit_failed())
			return;
	}
}

UNIT(btf_refuse_depth)
{
	struct build b;
	u32 i;

	build_init(&b);
	for (i = 1; i <= 40; i++)
		build_type(&b, "t", AB_BTF_TYPEDEF, 0, i == 40 ? 0 : i + 1);
	expect_refused(&b, -E2BIG, "max resolving depth");
}
