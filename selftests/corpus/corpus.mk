# SPDX-License-Identifier: GPL-2.0
# The text corpus, and how user-space tests that look into the core are compiled: core headers by
# the hermetic stand-ins, everything else from the C library.

core-test-flags := -std=gnu11 -g -O2 -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare -Wno-missing-field-initializers \
	-fno-strict-aliasing -D_GNU_SOURCE -I$(ab-src)/selftests/corpus -I$(ab-src)/tools -I$(ab-src)/tools/libcore/include -I$(ab-src)/module -I$(ab-src)/uapi

$(BUILD)/core-test/%.o: $(ab-src)/%.c $(libcore-headers) $(wildcard $(ab-src)/selftests/corpus/*.h $(ab-src)/selftests/conformance/*.h)
	$(call say,CC,$*.o)
	$(Q)mkdir -p $(@D) && $(CC) $(core-test-flags) -c $< -o $@

corpus-files := $(sort $(shell find $(ab-src)/selftests/corpus -name '*.t'))
corpus-objs := $(addprefix selftests/corpus/,asm.o asm_text.o corpus.o engine.o host_oracle.o instance.o run.o uhelper.o umap.o)
corpus-run := $(BUILD)/corpus/run
corpus-run-asan := $(BUILD)/corpus/run-asan
check-runs += corpus refusals corpus-text corpus-faults corpus-host

$(BUILD)/core-test-asan/%.o: $(ab-src)/%.c $(libcore-headers) $(wildcard $(ab-src)/selftests/corpus/*.h $(ab-src)/selftests/conformance/*.h)
	$(call say,CC,$*.o (asan))
	$(Q)mkdir -p $(@D) && $(CC) $(core-test-flags) $(libcore-asan) -c $< -o $@

$(corpus-run): $(addprefix $(BUILD)/core-test/,$(corpus-objs)) $(libcore)
	$(call say,LD,corpus/run)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@

$(corpus-run-asan): $(addprefix $(BUILD)/core-test-asan/,$(corpus-objs)) $(libcore-asan-a)
	$(call say,LD,corpus/run-asan)
	$(Q)mkdir -p $(@D) && $(CC) $(libcore-asan) $^ -o $@

.PHONY: run-corpus run-corpus-text run-corpus-faults run-corpus-host
corpus-text := $(BUILD)/corpus/text
$(corpus-text): $(addprefix $(BUILD)/core-test/selftests/corpus/,text.o asm.o asm_text.o) $(libcore)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@
run-corpus-text: $(corpus-text)
	$(Q)$<

run-corpus: $(corpus-run)
	$(Q)$< $(corpus-files)

run-corpus-faults: $(corpus-run-asan)
	$(Q)$< --faults $(wildcard $(ab-src)/selftests/corpus/verify/*.t $(ab-src)/selftests/corpus/cves/*.t)

run-corpus-host: $(corpus-run)
	$(Q)$< --host $(corpus-files)

# The corpus as a C table for the kernel tests.
corpus-dump := $(BUILD)/corpus/dump
corpus-data := $(BUILD)/corpus/include/corpus-data.h

$(corpus-dump): $(addprefix $(BUILD)/core-test/selftests/corpus/,dump.o asm.o asm_text.o corpus.o) $(libcore)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@
$(corpus-data): $(corpus-dump) $(corpus-files)
	$(call say,GEN,corpus-data.h)
	$(Q)mkdir -p $(@D) && $(corpus-dump) $(corpus-files) > $@
ktest-flags-corpus := -I$(BUILD)/corpus/include
$(BUILD)/ktest/corpus.o: $(corpus-data)

# Every reason for refusal has an example that fails and its fix; the pages about them.
corpus-refusals := $(BUILD)/corpus/refusals
$(corpus-refusals): $(addprefix $(BUILD)/core-test/selftests/corpus/,refusals.o $(filter-out run.o host_oracle.o,$(notdir $(corpus-objs)))) $(libcore)
	$(call say,LD,corpus/refusals)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@
.PHONY: run-refusals docs
run-refusals: $(corpus-refusals)
	$(Q)$< check $(ab-src)/selftests/corpus/refusals
docs: $(corpus-refusals) ## a page for every reason to refuse, in build/docs
	$(Q)mkdir -p $(BUILD)/docs/refusals && $< docs $(ab-src)/selftests/corpus/refusals $(BUILD)/docs/refusals
	@echo "  DOCS    $(BUILD)/docs/refusals/index.md"
