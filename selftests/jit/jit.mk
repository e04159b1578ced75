# SPDX-License-Identifier: GPL-2.0
# What only compiled code has, under ASan and UBSan.

check-runs += jit
jit-objs := $(patsubst $(ab-src)/%.c,$(BUILD)/jit-asan/%.o,$(wildcard $(ab-src)/selftests/jit/*.c) $(ab-src)/selftests/fuzz/native.c)

$(BUILD)/jit-asan/%.o: $(ab-src)/%.c $(libcore-headers) $(wildcard $(ab-src)/selftests/jit/*.h $(ab-src)/selftests/fuzz/*.h)
	$(call say,CC,$*.o (asan))
	$(Q)mkdir -p $(@D) && $(CC) $(core-test-flags) $(libcore-asan) -c $< -o $@

$(BUILD)/jit/jit: $(jit-objs) $(libcore-asan-a)
	$(call say,LD,jit)
	$(Q)mkdir -p $(@D) && $(CC) $(libcore-asan) $^ -o $@

.PHONY: run-jit
run-jit: $(BUILD)/jit/jit
	$(Q)$<
