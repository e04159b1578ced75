# SPDX-License-Identifier: GPL-2.0
# libFuzzer on what a user hands to the loader: make fuzz-input SECONDS= (for each target).

INPUT_CC ?= clang
input-dir := $(BUILD)/input
input-flags := -std=gnu11 -g -O1 -fno-strict-aliasing -Wno-address-of-packed-member -fno-omit-frame-pointer \
	-fsanitize=address,undefined -fno-sanitize-recover=all
input-core := $(patsubst %.o,$(input-dir)/%.o,$(ab-core-objs)) $(input-dir)/host.o
input-targets := INSNS INFO BTF
.SECONDARY: $(input-core)

$(input-dir)/%.o: $(ab-src)/%.c $(libcore-headers)
	$(call say,CLANG,$*.o (fuzz))
	$(Q)mkdir -p $(@D) && $(INPUT_CC) $(input-flags) -fsanitize=fuzzer-no-link $(libcore-hermetic) -c $< -o $@
$(input-dir)/host.o: $(ab-src)/tools/libcore/host.c
	$(Q)mkdir -p $(@D) && $(INPUT_CC) $(input-flags) -D_GNU_SOURCE -c $< -o $@
$(input-dir)/fuzz-%: $(ab-src)/selftests/input/verify.c $(ab-src)/selftests/input/input.h $(input-core)
	$(call say,CLANG,fuzz-$*)
	$(Q)$(INPUT_CC) $(input-flags) -fsanitize=fuzzer $(filter-out -std=% -g -O2 -W%,$(core-test-flags)) -DWHAT_$* \
		$< $(input-core) -o $@
$(input-dir)/seeds: $(addprefix $(BUILD)/core-test/,selftests/input/seeds.o $(addprefix selftests/corpus/,asm.o asm_text.o corpus.o)) $(libcore)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@
$(BUILD)/core-test/selftests/input/seeds.o: $(ab-src)/selftests/input/input.h

.PHONY: fuzz-input
fuzz-input: $(input-targets:%=$(input-dir)/fuzz-%) $(input-dir)/seeds ## libFuzzer on the loader's input: SECONDS= for each target, T=INSNS|INFO|BTF
	$(Q)mkdir -p $(input-targets:%=$(input-dir)/corpus/%) $(input-targets:%=$(input-dir)/seed/%)
	$(Q)$(input-dir)/seeds $(input-dir)/seed $(corpus-files)
	$(Q)for t in $(or $(T),$(input-targets)); do \
		$(input-dir)/fuzz-$$t -max_total_time=$(or $(SECONDS),60) -max_len=4096 -timeout=20 -rss_limit_mb=3000 -verbosity=1 -print_final_stats=1 \
			-artifact_prefix=$(input-dir)/found-$$t- $(input-dir)/corpus/$$t $(input-dir)/seed/$$t > $(input-dir)/$$t.log 2>&1 || \
			{ tail -60 $(input-dir)/$$t.log; echo "not ok fuzz-input/$$t"; exit 1; }; \
		echo "ok fuzz-input/$$t $$(sed -n 's/^stat::number_of_executed_units: */ # runs: /p' $(input-dir)/$$t.log)"; \
	done
