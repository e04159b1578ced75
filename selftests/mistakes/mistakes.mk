# SPDX-License-Identifier: GPL-2.0
# Typical mistakes of newcomers: each must be refused at its line, and its fixed twin accepted.

check-runs += mistakes
mistakes-dir := $(BUILD)/selftests/mistakes
mistakes-c := $(notdir $(wildcard $(ab-src)/selftests/mistakes/*.bpf.c))
mistakes-objects := $(foreach d,bad fixed,$(mistakes-c:%.bpf.c=$(mistakes-dir)/$(d)/%.bpf.o))

$(mistakes-dir)/bad/%.bpf.o: $(ab-src)/selftests/mistakes/%.bpf.c $(ab-src)/selftests/mistakes/mistake.h
	$(call say,CLANG,mistakes/$*)
	$(Q)mkdir -p $(@D) && $(BPF_CLANG) $(bpf-cflags) -c $< -o $@

$(mistakes-dir)/fixed/%.bpf.o: $(ab-src)/selftests/mistakes/%.bpf.c $(ab-src)/selftests/mistakes/mistake.h
	$(call say,CLANG,mistakes/$* (fixed))
	$(Q)mkdir -p $(@D) && $(BPF_CLANG) $(bpf-cflags) -DFIXED -c $< -o $@

.PHONY: run-mistakes mistakes
run-mistakes: tools $(mistakes-objects)
	$(Q)$(ab-src)/selftests/mistakes/run $(altbpfctl) $(mistakes-dir)

mistakes: tools $(mistakes-objects) ## the reports of typical mistakes, to read
	$(Q)for o in $(mistakes-dir)/bad/*.bpf.o; do $(altbpfctl) prog check $$o; echo; done
