# SPDX-License-Identifier: GPL-2.0
# libaltbpf.a: the redirection and its backends, with the core inside. Files that touch the core are built as
# the core is; the others against libc.

libaltbpf := $(BUILD)/libaltbpf/libaltbpf.a
libaltbpf-core-c := offline_map offline_prog
libaltbpf-libc-c := redirect device offline
libaltbpf-dir := $(ab-src)/tools/libaltbpf
libaltbpf-headers := $(wildcard $(libaltbpf-dir)/*.h) $(ab-src)/uapi/linux/altbpf.h $(ab-src)/module/helpers/native.h
tools-cflags := -std=gnu11 -g -O2 -Wall -Wextra -Werror -Wno-unused-parameter -Wno-sign-compare \
	-Wno-missing-field-initializers -fno-strict-aliasing -D_GNU_SOURCE -I$(ab-src)/uapi -I$(libaltbpf-dir)

$(BUILD)/libaltbpf/core/%.o: $(libaltbpf-dir)/%.c $(libaltbpf-headers) $(libcore-headers)
	$(call say,CC,libaltbpf/$*.o)
	$(Q)mkdir -p $(@D) && $(CC) $(libcore-flags) $(libcore-hermetic) -I$(libaltbpf-dir) -c $< -o $@

$(BUILD)/libaltbpf/libc/%.o: $(libaltbpf-dir)/%.c $(libaltbpf-headers)
	$(call say,CC,libaltbpf/$*.o)
	$(Q)mkdir -p $(@D) && $(CC) $(tools-cflags) -c $< -o $@

$(libaltbpf): $(libaltbpf-core-c:%=$(BUILD)/libaltbpf/core/%.o) $(libaltbpf-libc-c:%=$(BUILD)/libaltbpf/libc/%.o)
	$(call say,AR,libaltbpf)
	$(Q)rm -f $@ && $(AR) rcs $@ $^
