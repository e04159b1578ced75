/* SPDX-License-Identifier: GPL-2.0 */
/* The verdict of the host's own bpf(2), as an oracle. Include core headers first. */
#ifndef AB_SELFTESTS_HOST_ORACLE_H
#define AB_SELFTESTS_HOST_ORACLE_H

#include "corpus.h"

#define HOST_ORACLE_UNABLE 1

/* Can this process load the smallest program? */
bool host_oracle_works(void);
/* 0: accepted, -errno: refused, HOST_ORACLE_UNABLE: its maps or types cannot be made. */
int host_oracle_load(const struct corpus_prog *spec, char *log, u32 log_size);

#endif
