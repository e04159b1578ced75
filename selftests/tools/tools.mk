# SPDX-License-Identifier: GPL-2.0
# Tests of altbpfctl that need no VM: offline checks, help, errors, JSON.

check-runs += tools
tools-test-objects := $(patsubst $(ab-src)/selftests/tools/%.bpf.c,$(BUILD)/selftests/tools/%.bpf.o,$(wildcard $(ab-src)/selftests/tools/*.bpf.c))

$(BUILD)/selftests/tools/%.bpf.o: $(ab-src)/selftests/tools/%.bpf.c
	$(call say,CLANG,selftests/tools/$*.bpf.o)
	$(Q)mkdir -p $(@D) && $(BPF_CLANG) $(bpf-cflags) -c $< -o $@

$(BUILD)/selftests/tools/jsoncheck: $(ab-src)/selftests/tools/jsoncheck.c
	$(call say,CC,selftests/tools/jsoncheck)
	$(Q)mkdir -p $(@D) && $(CC) -std=gnu11 -O2 -Wall -Wextra -Werror $< -o $@

$(BUILD)/selftests/tools/offline: $(ab-src)/selftests/tools/offline.c $(BUILD)/libaltbpf/libaltbpf.a $(libcore)
	$(call say,CC,selftests/tools/offline)
	$(Q)mkdir -p $(@D) && $(CC) $(tools-cflags) $< $(BUILD)/libaltbpf/libaltbpf.a $(libcore) -o $@

.PHONY: run-tools tools-test-objects
tools-test-objects: $(tools-test-objects)
run-tools: tools demo-objects $(tools-test-objects) $(BUILD)/selftests/tools/jsoncheck $(BUILD)/selftests/tools/offline
	$(Q)rc=0; $(BUILD)/selftests/tools/offline || rc=1; $(ab-src)/selftests/tools/run $(BUILD) || rc=1; exit $$rc
