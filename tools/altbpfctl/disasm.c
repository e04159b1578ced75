// SPDX-License-Identifier: GPL-2.0
/*
 * Machine code as text: see disasm.h.
 */
#define PACKAGE "altbpfctl" /* bfd.h insists */
#define PACKAGE_VERSION "0"
#include <dis-asm.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "disasm.h"

/* libopcodes' x86 decoder. Its header of entry points is not installed; disassembler() would link every machine. */
int print_insn_i386(bfd_vma pc, struct disassemble_info *info);

struct sink {
	char *text;
	size_t size, len;
	const char *(*name)(void *ctx, uint64_t addr);
	void *ctx;
};

static int append(struct sink *sink, const char *fmt, va_list args)
{
	int n = vsnprintf(sink->text + sink->len, sink->size - sink->len, fmt, args);

	if (n > 0)
		sink->len += (size_t)n < sink->size - sink->len ? (size_t)n : sink->size - sink->len - 1;
	return n;
}

static int print_plain(void *sink, const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = append(sink, fmt, args);
	va_end(args);
	return n;
}

static int print_styled(void *sink, enum disassembler_style style, const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = append(sink, fmt, args);
	va_end(args);
	return n;
}

static void print_address(bfd_vma addr, struct disassemble_info *info)
{
	struct sink *sink = info->stream;
	const char *name = sink->name ? sink->name(sink->ctx, addr) : NULL;

	if (!name)
		name = disasm_symbol(addr);
	print_plain(info->stream, "0x%llx", (unsigned long long)addr);
	if (name)
		print_plain(info->stream, " <%s>", name);
}

size_t disasm_one(const void *code, size_t len, uint64_t addr, char *text, size_t size,
		  const char *(*name)(void *ctx, uint64_t addr), void *ctx)
{
	struct sink sink = { text, size, 0, name, ctx };
	struct disassemble_info info;
	int n;

	text[0] = 0;
	init_disassemble_info(&info, &sink, print_plain, print_styled);
	info.arch = bfd_arch_i386;
	info.mach = bfd_mach_x86_64;
	info.buffer = (bfd_byte *)code;
	info.buffer_length = len;
	info.buffer_vma = addr;
	info.print_address_func = print_address;
	n = print_insn_i386(addr, &info);
	if (n <= 0 || (size_t)n > len) {
		snprintf(text, size, ".byte 0x%02x", *(const unsigned char *)code);
		return 1;
	}
	while (sink.len && text[sink.len - 1] == ' ')
		text[--sink.len] = 0;
	return (size_t)n;
}

struct symbol {
	uint64_t addr;
	char name[48];
};

static struct symbol *symbols;
static size_t symbol_cnt;

static int compare(const void *a, const void *b)
{
	const struct symbol *x = a, *y = b;

	return x->addr < y->addr ? -1 : x->addr > y->addr;
}

static void load_symbols(void)
{
	FILE *file = fopen("/proc/kallsyms", "r");
	size_t cap = 0;
	struct symbol symbol, *grown;
	unsigned long long addr;
	char line[512], type;

	if (!file)
		return;
	while (fgets(line, sizeof(line), file)) {
		if (sscanf(line, "%llx %c %47s", &addr, &type, symbol.name) != 3 || !addr || !strchr("tTwW", type))
			continue;
		if (symbol_cnt == cap) {
			cap = cap ? cap * 2 : 1 << 16;
			grown = realloc(symbols, cap * sizeof(*symbols));
			if (!grown)
				break;
			symbols = grown;
		}
		symbol.addr = addr;
		symbols[symbol_cnt++] = symbol;
	}
	fclose(file);
	if (symbol_cnt)
		qsort(symbols, symbol_cnt, sizeof(*symbols), compare);
}

const char *disasm_symbol(uint64_t addr)
{
	static char text[80];
	static int loaded;
	size_t low = 0, high, mid;

	if (!loaded++)
		load_symbols();
	for (high = symbol_cnt; low < high;) {
		mid = low + (high - low) / 2;
		if (symbols[mid].addr <= addr)
			low = mid + 1;
		else
			high = mid;
	}
	if (!low || addr - symbols[low - 1].addr > 1 << 16)
		return NULL;
	if (addr == symbols[low - 1].addr)
		snprintf(text, sizeof(text), "%s", symbols[low - 1].name);
	else
		snprintf(text, sizeof(text), "%s+0x%llx", symbols[low - 1].name,
			 (unsigned long long)(addr - symbols[low - 1].addr));
	return text;
}
