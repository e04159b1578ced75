/* SPDX-License-Identifier: GPL-2.0 */
/* Tracepoints by name, for the kinds that hang on them. */
#ifndef AB_ATTACH_RAW_TP_H
#define AB_ATTACH_RAW_TP_H

#include <linux/tracepoint.h>

struct module;

/**
 * ab_raw_tp_find() - the tracepoint of a name
 * @name: as trace events are called, without a category
 * @module: set to the module that has it, with a reference (module_put() it), or to NULL; where
 *	the pointer is NULL only the kernel itself is searched
 *
 * Context: may sleep. Return: the tracepoint or NULL.
 */
struct tracepoint *ab_raw_tp_find(const char *name, struct module **module);

#endif
