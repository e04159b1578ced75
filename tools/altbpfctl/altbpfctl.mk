# SPDX-License-Identifier: GPL-2.0
# The tools: altbpfctl, static, so that it runs in an initramfs and on any distribution; the demo's
# objects. Needs libbpf-dev, libelf-dev, zlib1g-dev, binutils-dev, libiberty-dev; clang for the demo.

altbpfctl := $(BUILD)/altbpfctl
altbpfctl-dir := $(ab-src)/tools/altbpfctl
altbpfctl-headers := $(wildcard $(altbpfctl-dir)/*.h $(ab-src)/tools/libaltbpf/*.h) $(ab-src)/uapi/linux/altbpf.h
altbpfctl-c := $(filter-out core,$(patsubst $(altbpfctl-dir)/%.c,%,$(wildcard $(altbpfctl-dir)/*.c)))
altbpfctl-objs := $(altbpfctl-c:%=$(BUILD)/tools/altbpfctl/%.o) $(BUILD)/tools/altbpfctl/core.o
altbpfctl-version := $(shell sed -n 's/^PACKAGE_VERSION="\(.*\)"/\1/p' $(ab-src)/dkms.conf)
altbpfctl-libs := -lbpf -lelf -lz -lopcodes -liberty

.PHONY: tools demo-objects
tools: $(altbpfctl) ## build/altbpfctl, the control tool

$(BUILD)/tools/altbpfctl/core.o: $(altbpfctl-dir)/core.c $(altbpfctl-headers) $(libcore-headers)
	$(call say,CC,altbpfctl/core.o)
	$(Q)mkdir -p $(@D) && $(CC) $(libcore-flags) $(libcore-hermetic) -c $< -o $@

$(BUILD)/tools/altbpfctl/%.o: $(altbpfctl-dir)/%.c $(altbpfctl-headers)
	$(call say,CC,altbpfctl/$*.o)
	$(Q)mkdir -p $(@D) && $(CC) $(tools-cflags) -DALTBPF_VERSION='"$(altbpfctl-version)"' -c $< -o $@

$(altbpfctl): $(altbpfctl-objs) $(BUILD)/libaltbpf/libaltbpf.a $(libcore)
	$(call say,LD,altbpfctl)
	$(Q)$(CC) -static -Wl,--wrap=fopen64 -o $@ $(altbpfctl-objs) $(libaltbpf) $(libcore) $(altbpfctl-libs)

demo-objects := $(patsubst $(ab-src)/tools/demo/%.bpf.c,$(BUILD)/demo/%.bpf.o,$(wildcard $(ab-src)/tools/demo/*.bpf.c))
BPF_CLANG ?= clang
bpf-arch := $(subst x86_64,x86,$(subst aarch64,arm64,$(shell uname -m)))
bpf-cflags := -target bpf -g -O2 -Wall -Werror -fdebug-compilation-dir=. -fdebug-prefix-map=$(ab-src)/= -D__TARGET_ARCH_$(bpf-arch) \
	-I/usr/include/$(shell uname -m)-linux-gnu

demo-objects: $(demo-objects) ## the demo's programs, compiled to BPF

$(BUILD)/demo/%.bpf.o: $(ab-src)/tools/demo/%.bpf.c
	$(call say,CLANG,demo/$*.bpf.o)
	$(Q)mkdir -p $(@D) && $(BPF_CLANG) $(bpf-cflags) -c $< -o $@
