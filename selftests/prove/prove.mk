# SPDX-License-Identifier: GPL-2.0
.PHONY: prove
prove: ## proofs of the value domains by CBMC (T=name)
	$(Q)cbmc=$$($(ab-src)/selftests/prove/fetch-cbmc $(BUILD)/cbmc) && \
		$(ab-src)/selftests/prove/run $(ab-src) $(BUILD) $$cbmc $(T)
