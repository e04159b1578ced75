# SPDX-License-Identifier: GPL-2.0
# Tables of programs with known results, run by both engines in user space; the suite's plugin.

conformance-dir := $(BUILD)/conformance
conformance-plugin := $(conformance-dir)/altbpf-plugin
conformance-suite := $(conformance-dir)/suite
conformance-data := $(SHARED)/conformance
check-runs += conformance test-bpf

$(conformance-plugin) $(conformance-suite): $(conformance-dir)/%: $(BUILD)/core-test/selftests/conformance/%.o \
		$(BUILD)/core-test/selftests/corpus/engine.o $(libcore)
	$(call say,LD,$*)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@

$(BUILD)/core-test/selftests/conformance/altbpf-plugin.o: $(BUILD)/core-test/selftests/conformance/plugin.o
	$(Q)cp $< $@

.PHONY: conformance-plugin run-conformance run-test-bpf
conformance-plugin: $(conformance-plugin) ## the plugin for the bpf_conformance suite

run-conformance: $(conformance-suite) $(conformance-plugin)
	$(Q)if [ -e $(conformance-data)/tests.tsv ]; then \
		$(conformance-suite) conformance $(conformance-data)/tests.tsv && \
		$(ab-src)/selftests/conformance/check-plugin $(conformance-plugin) $(conformance-data)/tests.tsv; \
	else echo "skip conformance - no $(conformance-data)/tests.tsv"; fi

run-test-bpf: $(conformance-suite)
	$(Q)if [ -e $(conformance-data)/test_bpf.tsv.xz ]; then \
		xz -dc $(conformance-data)/test_bpf.tsv.xz > $(conformance-dir)/test_bpf.tsv && \
		$(conformance-suite) test-bpf $(conformance-dir)/test_bpf.tsv; \
	else echo "skip test-bpf - no $(conformance-data)/test_bpf.tsv.xz"; fi

# The rows as a C table for the kernel tests; empty where the data is not there.
conformance-rows := $(BUILD)/conformance/include/conformance-rows.h
$(conformance-rows): $(wildcard $(conformance-data)/tests.tsv)
	$(Q)mkdir -p $(@D) && printf '/* made from tests.tsv */\n' > $@
	$(Q)[ -z "$^" ] || awk -F'\t' 'NR > 1 { printf "{ \"%s\", \"%s\", \"%s\", \"%s\" },\n", $$1, $$3, $$4, $$5 }' $^ >> $@

ktest-flags-conformance := -I$(BUILD)/conformance/include
$(BUILD)/ktest/conformance.o: $(conformance-rows)
