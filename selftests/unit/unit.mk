# SPDX-License-Identifier: GPL-2.0
# Unit tests of the core: one binary from all files below, against the sanitized library.

unit-src := $(sort $(wildcard $(ab-src)/selftests/unit/*/*.c))
unit-obj := $(patsubst $(ab-src)/selftests/%.c,$(BUILD)/%.o,$(unit-src))
unit-bin := $(BUILD)/unit/run

$(BUILD)/unit/%.o: $(ab-src)/selftests/unit/%.c $(ab-src)/selftests/unit/unit.h $(libcore-headers)
	$(call say,CC,unit/$*.o)
	$(Q)mkdir -p $(@D) && $(CC) $(libcore-flags) $(libcore-asan) $(libcore-hermetic) -I$(ab-src)/selftests/unit -c $< -o $@

$(BUILD)/unit/runner.o: $(ab-src)/selftests/unit/unit.c $(ab-src)/tools/libcore/host.h
	$(Q)mkdir -p $(@D) && $(CC) $(libcore-flags) $(libcore-asan) -D_GNU_SOURCE -I$(ab-src)/tools/libcore -c $< -o $@

$(unit-bin): $(unit-obj) $(BUILD)/unit/runner.o $(libcore-asan-a)
	$(call say,LD,unit/run)
	$(Q)$(CC) $(libcore-asan) $^ -o $@

.PHONY: run-unit
run-unit: $(unit-bin) ## unit tests of the core (ASan, UBSan)
	$(Q)$(unit-bin)

check-runs += unit
