# SPDX-License-Identifier: GPL-2.0
# Frozen programs with mainline's verdict: do we agree?

CORPUS ?= $(SHARED)/corpus
agree-dir := $(BUILD)/agree
agree-bin := $(agree-dir)/agree
agree-archives := $(patsubst $(CORPUS)/%.tar.xz,%,$(wildcard $(CORPUS)/*.tar.xz))
agree-stamps := $(agree-archives:%=$(agree-dir)/%.unpacked)
check-runs += agree

$(agree-bin): $(addprefix $(BUILD)/core-test/selftests/agree/,agree.o frozen.o) $(libcore)
	$(call say,LD,agree)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@
$(BUILD)/core-test/selftests/agree/agree.o $(BUILD)/core-test/selftests/agree/frozen.o: $(ab-src)/selftests/agree/frozen.h

$(agree-dir)/%.unpacked: $(CORPUS)/%.tar.xz
	$(Q)mkdir -p $(@D) && tar xf $< -C $(@D) && touch $@

.PHONY: agree run-agree
agree: $(agree-bin) $(agree-stamps) ## our verdicts beside mainline's on frozen programs: CORPUS=, LIST=1, ONLY=name
	$(Q)$(agree-bin) $(if $(LIST),--list) $(if $(ONLY),--only $(ONLY)) $(if $(LOG),--log $(LOG)) $(agree-archives:%=$(agree-dir)/%)

run-agree: $(agree-bin) $(agree-stamps)
	$(Q)if [ -n "$(agree-archives)" ]; then \
		$(agree-bin) --expect $(ab-src)/selftests/agree/expected $(agree-archives:%=$(agree-dir)/%); \
	else echo "skip agree - no archives in $(CORPUS)"; fi
