/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A scalar as its three parts, the form in which operations work: known bits, the range of all 64
 * bits and the range of the low 32. Used inside the scalar domain only.
 */
#ifndef AB_CORE_VERIFY_DOMAIN_PARTS_H
#define AB_CORE_VERIFY_DOMAIN_PARTS_H

#include "core/verify/domain/arcs.h"
#include "core/verify/domain/scalar.h"

struct ab_parts {
	struct ab_tnum bits;
	struct ab_arcs all;
	struct ab_arcs low;
};

struct ab_parts ab_parts_of(const struct ab_scalar *s);
struct ab_parts ab_parts_unknown(void);
/* Lets the parts learn from each other; false if no number is in all of them. */
bool ab_parts_sync(struct ab_parts *parts);
/* As a scalar, after a sync; the unknown scalar if the parts contradict each other. */
struct ab_scalar ab_parts_scalar(struct ab_parts *parts);

#endif
