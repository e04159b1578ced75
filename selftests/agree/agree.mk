# SPDX-License-Identifier: GPL-2.0
# Frozen programs with mainline's verdict: do we agree?

CORPUS ?= $(SHARED)/corpus
agree-dir := $(BUILD)/agree
agree-bin := $(agree-dir)/agree
agree-archives := $(patsubst $(CORPUS)/%.tar.xz,%,$(wildcard $(CORPUS)/*.tar.xz))
agree-stamps := $(agree-archives:%=$(agree-dir)/%.unpacked)
agree-asan := $(agree-dir)/agree-asan
check-runs += agree agree-faults

$(agree-bin): $(addprefix $(BUILD)/core-test/selftests/agree/,agree.o frozen.o) $(libcore)
	$(call say,LD,agree)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@
$(BUILD)/core-test/selftests/agree/agree.o $(BUILD)/core-test/selftests/agree/frozen.o: $(ab-src)/selftests/agree/frozen.h

$(agree-dir)/%.unpacked: $(CORPUS)/%.tar.xz
	$(Q)mkdir -p $(@D) && tar xf $< -C $(@D) && touch $@

$(agree-asan): $(addprefix $(BUILD)/core-test-asan/selftests/agree/,agree.o frozen.o) $(libcore-asan-a)
	$(call say,LD,agree-asan)
	$(Q)mkdir -p $(@D) && $(CC) $(libcore-asan) $^ -o $@
$(BUILD)/core-test-asan/selftests/agree/agree.o $(BUILD)/core-test-asan/selftests/agree/frozen.o: $(ab-src)/selftests/agree/frozen.h

.PHONY: agree run-agree run-agree-faults
agree: $(agree-bin) $(agree-stamps) ## our verdicts beside mainline's on frozen programs: CORPUS=, LIST=1, ONLY=name
	$(Q)$(agree-bin) $(if $(LIST),--list) $(if $(ONLY),--only $(ONLY)) $(if $(LOG),--log $(LOG)) $(agree-archives:%=$(agree-dir)/%)

run-agree: $(agree-bin) $(agree-stamps)
	$(Q)if [ -n "$(agree-archives)" ]; then \
		$(agree-bin) --differences $(ab-src)/selftests/agree/DIFFERENCES $(agree-archives:%=$(agree-dir)/%); \
	else echo "skip agree - no archives in $(CORPUS)"; fi

run-agree-faults: $(agree-asan) $(agree-stamps)
	$(Q)if [ -n "$(filter deb-bookworm-618,$(agree-archives))" ]; then \
		$(agree-asan) --faults $(agree-dir)/deb-bookworm-618; \
	else echo "skip agree-faults - no archives in $(CORPUS)"; fi

# Random programs: what is accepted must not touch anything else's memory.
sound-bin := $(agree-dir)/sound
sound-programs ?= 6000
check-runs += sound
$(sound-bin): $(BUILD)/core-test-asan/selftests/agree/sound.o $(libcore-asan-a)
	$(call say,LD,sound)
	$(Q)mkdir -p $(@D) && $(CC) $(libcore-asan) $^ -o $@

.PHONY: run-sound
run-sound: $(sound-bin)
	$(Q)$< --programs $(sound-programs)
