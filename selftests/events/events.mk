# SPDX-License-Identifier: GPL-2.0
# What an event costs in guest instructions, beside the kernel's own bpf(2) in the same boot.

$(BUILD)/events/events: $(ab-src)/selftests/events/events.c $(ab-src)/selftests/kernel/insn.h $(ab-src)/uapi/linux/altbpf.h
	$(call say,CC,events)
	$(Q)mkdir -p $(@D) && $(CC) -std=gnu11 -O2 -Wall -D_GNU_SOURCE -static -I$(ab-src)/selftests -I$(ab-src)/module \
		-isystem $(ab-src)/uapi $< -o $@

.PHONY: bench-vm
bench-vm: vm-module $(BUILD)/events/events ## instructions an event costs, in a VM that counts them
	$(Q)$(ab-src)/selftests/vm/run --kernel $(vm-kernel) --icount --timeout 300 --add $(BUILD)/events/events:events \
		--add $(BUILD)/module/$(KERNEL)/altbpf.vm.ko:altbpf.ko --log $(BUILD)/results/events-console.log \
		$(ab-src)/selftests/events/script
