# SPDX-License-Identifier: GPL-2.0
# altbpf: `make help` lists the targets.

ab-src := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
BUILD ?= $(ab-src)/build
SHARED ?= $(ab-src)/../shared
KERNEL ?= 6.1
KDIR ?= /lib/modules/$(shell uname -r)/build
T ?=
V ?= 0
Q := $(if $(filter 1,$(V)),,@)
say = @printf '  %-7s %s\n' '$(1)' '$(2)'
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
ifeq (,$(findstring jobserver,$(MAKEFLAGS)))
MAKEFLAGS += -j$(shell nproc)
endif
export BUILD SHARED KERNEL T V

check-runs := lint
vm-runs := vm
include $(ab-src)/module/objects.mk
include $(ab-src)/tools/libcore/libcore.mk $(ab-src)/tools/libaltbpf/libaltbpf.mk
include $(wildcard $(ab-src)/selftests/*/*.mk $(filter-out %/libcore.mk %/libaltbpf.mk,$(wildcard $(ab-src)/tools/*/*.mk)))

.PHONY: all deps core module vm-module check vm test demo shell bench lint run-lint install uninstall dkms-install \
	modules-install format compdb clean help matrix

all: module tools ## module and tools for the running kernel (KDIR=)

deps: ## install what building and testing need (Debian)
	$(Q)$(ab-src)/tools/deps

core: $(libcore) ## the core as a user-space library

# --- the module. A kernel's output stays out of the tree: a farm of links under $(BUILD).
# $(call build-module,KDIR,NAME): NAME is the folder below $(BUILD)/module.
define build-module
	$(Q)[ -e $(1)/Makefile ] || { echo "no kernel headers at $(1): install linux-headers-$$(uname -r), or say KDIR=" >&2; exit 1; }
	$(Q)mkdir -p $(BUILD)/module/$(2)
	$(Q)cd $(BUILD)/module/$(2) && cp -rsf $(ab-src)/Kbuild $(ab-src)/module $(ab-src)/uapi . && find . -xtype l -delete
	$(call say,KBUILD,altbpf.ko for $(2))
	+$(Q)$(MAKE) -C $(1) M=$(BUILD)/module/$(2) $(if $(filter 1,$(V)),V=1) modules > $(BUILD)/module/$(2).log 2>&1 || \
		{ cat $(BUILD)/module/$(2).log; exit 1; }
	$(Q)! grep -E 'warning:|WARNING:' $(BUILD)/module/$(2).log | grep -v -E -f $(ab-src)/module/port/known-warnings
endef

module: ## only the module, for the running kernel
	$(call build-module,$(KDIR),own)

vm-kernel = $(shell $(ab-src)/selftests/vm/fetch-kernel $(KERNEL))
vm-module: ## the module for the VM's kernel
	$(eval vm-dir := $(vm-kernel))
	$(Q)[ -n "$(vm-dir)" ]
	$(call build-module,$(vm-dir)/build,$(KERNEL))
	$(Q)strip -g -o $(BUILD)/module/$(KERNEL)/altbpf.vm.ko $(BUILD)/module/$(KERNEL)/altbpf.ko

# --- tests
check: deps ## lint, unit, corpus, conformance, fuzz: no VM, about a minute
	$(Q)$(ab-src)/selftests/run-tests $(check-runs)

vm: deps ## all kernel tests in one boot (KERNEL=6.1, T=pattern)
	$(Q)$(ab-src)/selftests/run-tests $(vm-runs)

test: deps ## check + vm: all tests
	$(Q)$(ab-src)/selftests/run-tests $(check-runs) $(vm-runs)

lint: run-lint ## layers, names, licences, links of the documents
run-lint:
	$(Q)$(ab-src)/selftests/lint/lint $(ab-src)

# --- for people
demo: deps ## the main job, shown in a VM
	$(Q)$(MAKE) run-demo

# --- installing
install: ## install module (dkms if it is there), tools, manual, completion
	$(Q)$(ab-src)/tools/install $(ab-src) $(BUILD) $(KDIR)

uninstall: ## undo install
	$(Q)$(ab-src)/tools/install --remove $(ab-src) $(BUILD) $(KDIR)

# --- care
format: ## clang-format over the sources that git has changed
	$(Q)cd $(ab-src) && git diff --name-only HEAD -- '*.c' '*.h' | xargs -r clang-format -i

compdb: vm-module ## compile_commands.json of the module, for editors
	$(Q)cd $(BUILD)/module/$(KERNEL) && find . -name '.*.o.cmd' | xargs sed -n 's/^\(savedcmd_\|cmd_\)\(.*\)\.o := \(.*\)$$/\2 \3/p' | \
		awk -v dir="$$PWD" 'BEGIN { print "[" } { f = $$1 ".c"; $$1 = ""; gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); \
		printf "%s{\"directory\":\"%s\",\"file\":\"%s\",\"command\":\"%s\"}", NR > 1 ? ",\n" : "", dir, f, $$0 } END { print "\n]" }' \
		> $(ab-src)/compile_commands.json

clean: ## remove the build folder
	$(Q)rm -rf $(BUILD)

help: ## this text
	@echo 'altbpf: make TARGET [VARIABLE=value]'
	@cat $(MAKEFILE_LIST) | sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  \1|\2/p' | sort -u | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'
	@echo '  variables: KERNEL=6.1 (for vm, demo, shell), T=PATTERN (tests), KDIR= (headers), BUILD= (output), SHARED= (test data), V=1'
