# SPDX-License-Identifier: GPL-2.0
# The differential fuzzer: a fixed number of programs in `make check`, more in `make fuzz`.

check-runs += fuzz
fuzz-objs := $(addprefix $(BUILD)/core-test/selftests/fuzz/,fuzz.o gen.o random.o native.o)
COUNT ?= 100000
SECONDS ?= 0

$(fuzz-objs): $(wildcard $(ab-src)/selftests/fuzz/*.h)

$(BUILD)/fuzz/fuzz: $(fuzz-objs) $(libcore)
	$(call say,LD,fuzz)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@

.PHONY: run-fuzz fuzz
run-fuzz: $(BUILD)/fuzz/fuzz
	$(Q)$< --count 12000

fuzz: $(BUILD)/fuzz/fuzz ## random programs, interpreter against JIT: COUNT= or SECONDS=, SEED=
	$(Q)$< --count $(COUNT) --seconds $(SECONDS) --seed $(or $(SEED),$$(date +%s))
