# SPDX-License-Identifier: GPL-2.0
# The one list of objects: Kbuild and the user-space core both read it. Every .c file of a room
# belongs to it, so a new file needs no edit here. Set ab-src to the project's root before.

ab-find = $(sort $(patsubst $(ab-src)/%.c,%.o,$(wildcard $(foreach d,$(1),$(ab-src)/module/$(d)/*.c))))

# Pure: also built in user space.
ab-core-dirs := core core/isa core/spec core/btf core/verify core/verify/domain core/opt core/interp core/jit core/jit/x86
ab-core-objs := $(call ab-find,$(ab-core-dirs))

# Kernel only.
ab-kernel-dirs := . object dev load run attach maps helpers port
ab-kernel-objs := $(sort $(patsubst module/./%,module/%,$(call ab-find,$(ab-kernel-dirs))))
