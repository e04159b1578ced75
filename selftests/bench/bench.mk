# SPDX-License-Identifier: GPL-2.0
# Code quality beside the host kernel's own JIT. Asserts no times; needs root and a host with bpf(2).

bench-progs := $(patsubst $(ab-src)/selftests/bench/%.bpf.c,$(BUILD)/bench/%.bpf.o,$(wildcard $(ab-src)/selftests/bench/*.bpf.c))

$(BUILD)/bench/%.bpf.o: $(ab-src)/selftests/bench/%.bpf.c $(ab-src)/selftests/bench/bench.bpf.h
	$(call say,BPF,$*)
	$(Q)mkdir -p $(@D) && clang -target bpf -mcpu=v3 -O2 -g -c $< -o $@
$(BUILD)/bench/mainline.o: $(ab-src)/selftests/bench/mainline.c $(ab-src)/selftests/bench/mainline.h
	$(Q)mkdir -p $(@D) && $(CC) -g -O2 -Wall -c $< -o $@
$(BUILD)/core-test/selftests/bench/bench.o: $(ab-src)/selftests/bench/mainline.h $(ab-src)/selftests/fuzz/native.h
$(BUILD)/bench/bench: $(BUILD)/core-test/selftests/bench/bench.o $(BUILD)/core-test/selftests/fuzz/native.o $(BUILD)/bench/mainline.o $(libcore)
	$(call say,LD,bench)
	$(Q)$(CC) $^ -lbpf -lelf -lz -lm -o $@

.PHONY: bench
bench: $(BUILD)/bench/bench $(bench-progs) ## time of compiled code beside the host kernel's JIT (root)
	$(Q)$< $(bench-progs)

# Time of verification; the path-by-path exploration alone: ARGS=--paths.
bench-verify-bin := $(BUILD)/bench/verify
$(addprefix $(BUILD)/core-test/selftests/bench/,verify.o shapes.o): $(ab-src)/selftests/bench/shapes.h
$(bench-verify-bin): $(addprefix $(BUILD)/core-test/selftests/bench/,verify.o shapes.o) $(libcore)
	$(call say,LD,bench-verify)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@

.PHONY: bench-verify
bench-verify: $(bench-verify-bin) ## time of verification beside the host kernel's (root): ARGS='--paths --only NAME'
	$(Q)$< $(ARGS)
