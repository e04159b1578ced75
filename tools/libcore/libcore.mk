# SPDX-License-Identifier: GPL-2.0
# The core as a user-space library, hermetic: no header of the host is seen. Three flavours:
# plain (benchmarks, tools), asan (AddressSanitizer and UBSan, for tests and fuzzers).

libcore-flags := -std=gnu11 -g -O2 -Wall -Wextra -Werror -Wno-unused-parameter -Wno-sign-compare -Wno-missing-field-initializers \
	-fno-strict-aliasing -fno-builtin-printf -Wframe-larger-than=1024 -fno-common
libcore-hermetic := -nostdinc -ffreestanding -fno-builtin -I$(ab-src)/tools/libcore/include -I$(ab-src)/module -I$(ab-src)/uapi
libcore-asan := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -Wframe-larger-than=16384

libcore := $(BUILD)/libcore/libcore.a
libcore-asan-a := $(BUILD)/libcore-asan/libcore.a
libcore-headers := $(shell find $(ab-src)/module/core $(ab-src)/uapi $(ab-src)/tools/libcore -name '*.h')

define libcore-rules
$(BUILD)/$(1)/%.o: $(ab-src)/%.c $(libcore-headers)
	$$(call say,CC,$$*.o ($(1)))
	$$(Q)mkdir -p $$(@D) && $$(CC) $(libcore-flags) $(2) $(libcore-hermetic) -c $$< -o $$@
$(BUILD)/$(1)/host.o: $(ab-src)/tools/libcore/host.c $(ab-src)/tools/libcore/host.h
	$$(Q)mkdir -p $$(@D) && $$(CC) $(libcore-flags) $(2) -D_GNU_SOURCE -c $$< -o $$@
$(BUILD)/$(1)/libcore.a: $(addprefix $(BUILD)/$(1)/,$(ab-core-objs)) $(BUILD)/$(1)/host.o
	$$(call say,AR,$(1))
	$$(Q)rm -f $$@ && $$(AR) rcs $$@ $$^
endef
$(eval $(call libcore-rules,libcore,))
$(eval $(call libcore-rules,libcore-asan,$(libcore-asan)))
