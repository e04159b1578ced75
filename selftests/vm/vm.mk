# SPDX-License-Identifier: GPL-2.0
# What runs in the VM: the kernel tests in one boot, the demo, a shell.

vm-run = $(ab-src)/selftests/vm/run --kernel $(vm-kernel)
vm-files = --add $(BUILD)/module/$(KERNEL)/altbpf.vm.ko:altbpf.ko --add $(BUILD)/altbpfctl:bin/altbpfctl \
	$(foreach o,$(wildcard $(BUILD)/demo/*.bpf.o),--add $(o):demo/$(notdir $(o)))

.PHONY: run-vm run-demo shell
run-vm: vm-module $(ktest) tools demo-objects tools-test-objects
	$(Q)printf '%s' '$(T)' > $(BUILD)/ktest/pattern
	$(Q)$(vm-run) $(vm-files) --add $(ktest):ktest --add $(BUILD)/ktest/pattern:pattern \
		$(foreach s,$(wildcard $(ab-src)/selftests/kernel/*.sh),--add $(s):tests/$(notdir $(s))) \
		$(foreach o,$(tools-test-objects),--add $(o):tests/$(notdir $(o))) \
		--timeout 1200 --log $(BUILD)/results/console.log $(ab-src)/selftests/vm/script-tests

run-demo: vm-module tools demo-objects
	$(call say,BOOT,$(KERNEL) in QEMU)
	$(Q)$(vm-run) $(vm-files) --add $(ab-src)/tools/demo/demo.sh:demo/demo.sh --timeout 300 \
		--log $(BUILD)/results/demo-console.log $(ab-src)/selftests/vm/script-demo

shell: deps ## the VM with a shell, altbpfctl and the project's folder (read-only, /mnt/project)
	$(Q)$(MAKE) run-shell
.PHONY: run-shell
run-shell: vm-module tools demo-objects
	$(Q)$(vm-run) $(vm-files) --shell --share $(ab-src) $(ab-src)/selftests/vm/script-shell
