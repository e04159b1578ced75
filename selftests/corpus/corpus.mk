# SPDX-License-Identifier: GPL-2.0
# The text corpus, and how user-space tests that look into the core are compiled: core headers by
# the hermetic stand-ins, everything else from the C library.

core-test-flags := -std=gnu11 -g -O2 -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare -Wno-missing-field-initializers \
	-fno-strict-aliasing -D_GNU_SOURCE -I$(ab-src)/selftests/corpus -I$(ab-src)/tools/libcore/include -I$(ab-src)/module -I$(ab-src)/uapi

$(BUILD)/core-test/%.o: $(ab-src)/%.c $(libcore-headers) $(wildcard $(ab-src)/selftests/corpus/*.h $(ab-src)/selftests/conformance/*.h)
	$(call say,CC,$*.o)
	$(Q)mkdir -p $(@D) && $(CC) $(core-test-flags) -c $< -o $@
