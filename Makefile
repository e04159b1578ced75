# SPDX-License-Identifier: GPL-2.0
# altbpf: `make help` lists the targets.

ab-src := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
BUILD ?= $(ab-src)/build
KERNEL ?= 6.1
V ?= 0
Q := $(if $(filter 1,$(V)),,@)
say = @printf '  %-7s %s\n' '$(1)' '$(2)'
.DEFAULT_GOAL := all

include $(ab-src)/module/objects.mk
include $(ab-src)/tools/libcore/libcore.mk

SHARED ?= $(ab-src)/../shared
check-runs :=
include $(wildcard $(ab-src)/selftests/*/*.mk $(filter-out %/libcore.mk,$(wildcard $(ab-src)/tools/*/*.mk)))

.PHONY: core
core: $(libcore) ## the core as a user-space library
