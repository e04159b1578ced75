# SPDX-License-Identifier: GPL-2.0
# Tests of altbpfctl that need no VM: offline checks, help, errors, JSON.

check-runs += tools load-faults
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

# The way of a load under sanitizers: the redirection's own files, built for that, and the core's library.
load-faults-dir := $(BUILD)/selftests/load-faults
load-faults-core := $(libaltbpf-core-c:%=$(load-faults-dir)/%.core.o)
load-faults-libc := $(libaltbpf-libc-c:%=$(load-faults-dir)/%.o) $(load-faults-dir)/faults.o

$(load-faults-dir)/%.core.o: $(libaltbpf-dir)/%.c $(libaltbpf-headers) $(libcore-headers)
	$(call say,CC,$*.o (load-faults))
	$(Q)mkdir -p $(@D) && $(CC) $(libcore-flags) $(libcore-asan) $(libcore-hermetic) -I$(libaltbpf-dir) -c $< -o $@

$(load-faults-dir)/faults.o: $(ab-src)/selftests/tools/faults.c $(libaltbpf-headers)
	$(Q)mkdir -p $(@D) && $(CC) $(tools-cflags) $(libcore-asan) -I$(ab-src)/tools/libcore -c $< -o $@

$(load-faults-dir)/%.o: $(libaltbpf-dir)/%.c $(libaltbpf-headers)
	$(call say,CC,$*.o (load-faults))
	$(Q)mkdir -p $(@D) && $(CC) $(tools-cflags) $(libcore-asan) -c $< -o $@

.PHONY: run-load-faults
run-load-faults: $(load-faults-core) $(load-faults-libc) $(libcore-asan-a)
	$(Q)$(CC) $(libcore-asan) $(load-faults-libc) $(load-faults-core) $(libcore-asan-a) -o $(load-faults-dir)/faults
	$(Q)$(load-faults-dir)/faults
