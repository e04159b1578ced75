# SPDX-License-Identifier: GPL-2.0
# State embedding: real runs of accepted programs against what the verifier held.

embed-bin := $(BUILD)/embed/embed
embed-objs := $(addprefix selftests/embed/,base.o claim.o embed.o gen.o helper.o machine.o pieces.o world.o) \
	selftests/agree/frozen.o $(addprefix selftests/corpus/,asm.o asm_text.o corpus.o)
embed-base := $(corpus-files) $(patsubst %.unpacked,%,$(filter %/test_verifier-6.1.unpacked %/annotated-6.12.unpacked,$(agree-stamps)))
check-runs += fuzz-verify

$(embed-bin): $(addprefix $(BUILD)/core-test/,$(embed-objs)) $(libcore)
	$(call say,LD,embed)
	$(Q)mkdir -p $(@D) && $(CC) $^ -o $@
$(BUILD)/core-test/selftests/embed/%.o: $(wildcard $(ab-src)/selftests/embed/*.h)

# COUNT=, SECONDS=, SEED=
COUNT ?= 20000
SEED ?= 1
.PHONY: fuzz-verify run-fuzz-verify
fuzz-verify: $(embed-bin) $(agree-stamps) ## runs of accepted random programs against the verifier's states: COUNT=, SECONDS=, SEED=
	$(Q)$< --seed $(SEED) $(if $(SECONDS),--seconds $(SECONDS),--programs $(COUNT)) $(embed-base)

run-fuzz-verify: $(embed-bin)
	$(Q)$< --seed 1 --programs 3000 $(corpus-files)

# Every way of breaking the verifier in mutants.list must be found: COUNT= programs each, T=pattern.
.PHONY: fuzz-verify-mutants
fuzz-verify-mutants: ## does fuzz-verify find what is broken on purpose? COUNT=, T=pattern
	$(Q)$(ab-src)/selftests/embed/mutants $(ab-src) $(BUILD) $(COUNT) $(T)
