# SPDX-License-Identifier: GPL-2.0
# The kernel tests: one static binary that runs inside the VM.

ktest := $(BUILD)/ktest/ktest
ktest-src := $(sort $(wildcard $(ab-src)/selftests/kernel/*.c))
ktest-flags := -std=gnu11 -g -O2 -Wall -Wextra -Wno-unused-parameter -Wno-missing-field-initializers -Wno-sign-compare -D_GNU_SOURCE -pthread \
	-I$(ab-src)/selftests/kernel -I$(ab-src)/selftests -I$(ab-src)/module -isystem $(ab-src)/uapi

$(BUILD)/ktest/%.o: $(ab-src)/selftests/kernel/%.c $(wildcard $(ab-src)/selftests/kernel/*.h) $(ab-src)/uapi/linux/altbpf.h
	$(call say,CC,ktest/$*.o)
	$(Q)mkdir -p $(@D) && $(CC) $(ktest-flags) $(ktest-flags-$*) -c $< -o $@

$(ktest): $(patsubst $(ab-src)/selftests/kernel/%.c,$(BUILD)/ktest/%.o,$(ktest-src))
	$(call say,LD,ktest)
	$(Q)$(CC) -static -pthread $^ -o $@
