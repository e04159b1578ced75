// SPDX-License-Identifier: GPL-2.0
/* Each allocation of a compilation fails once: an error, nothing lost. Runs under ASan. */
#include "test.h"
#include "../../tools/libcore/host.h"

void test_alloc(void)
{
	struct unit *unit = UNIT(MOVR(6, 1), SUBCALL(1), EXIT, MOV(0, 0), EXIT);
	long live = ab_host_live();
	struct ab_jit jit;
	long n;
	int err;

	for (n = 1; n < 20; n++) {
		ab_host_fail_at(n);
		err = ab_jit_begin(&jit, &unit->code, &unit->env);
		ab_host_fail_at(0);
		ab_jit_end(&jit);
		CHECK_EQ(ab_host_live(), live);
		if (!err)
			break;
		CHECK_EQ(err, -12); /* ENOMEM */
	}
	CHECK_EQ(n > 4 && n < 20, true);
	unit_free(unit);
}
