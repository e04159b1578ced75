# SPDX-License-Identifier: GPL-2.0
# What runs in the VM: the kernel tests in one boot, the demo, a shell.

vm-run = $(ab-src)/selftests/vm/run --kernel $(vm-kernel)
vm-files = --add $(BUILD)/module/$(KERNEL)/altbpf.vm.ko:altbpf.ko --add $(BUILD)/altbpfctl:bin/altbpfctl \
	$(foreach o,$(wildcard $(BUILD)/demo/*.bpf.o),--add $(o):demo/$(notdir $(o)))

# FIRE=SECONDS for each test under fire, FUZZ=CALLS for the ioctl fuzzer, SLOW=N stretches time limits. A debug kernel
# is some ten times as slow; its two boots are LEAKS=0 (fast) and LEAKS=1 (kmemleak and debug objects).
FIRE ?=
FUZZ ?=
SEED ?=
LEAKS ?= 0
SLOW ?= $(if $(filter debug,$(KERNEL)),10,1)
export FIRE FUZZ SEED LEAKS SLOW
vm-append = ab.slow=$(SLOW) $(if $(FIRE),ab.fire=$(FIRE)) $(if $(FUZZ),ab.fuzz=$(FUZZ)) $(if $(SEED),ab.seed=$(SEED)) \
	$(if $(filter debug,$(KERNEL)),watchdog_thresh=60 rcupdate.rcu_cpu_stall_timeout=120 \
		$(if $(filter 1,$(LEAKS)),ab.leaks=1,kmemleak=off no_debug_objects))
vm-mem = $(if $(filter debug,$(KERNEL)),2048,512)
vm-timeout = $(shell expr 1200 \* $(SLOW) + 4 \* 0$(FIRE) + 0$(FUZZ) / 500)

.PHONY: run-vm run-demo shell
run-vm: vm-module $(ktest) tools demo-objects tools-test-objects
	$(Q)printf '%s' '$(T)' > $(BUILD)/ktest/pattern
	$(Q)$(vm-run) $(vm-files) --add $(ktest):ktest --add $(BUILD)/ktest/pattern:pattern \
		$(foreach s,$(wildcard $(ab-src)/selftests/kernel/*.sh),--add $(s):tests/$(notdir $(s))) \
		$(foreach o,$(tools-test-objects),--add $(o):tests/$(notdir $(o))) \
		--append "$(vm-append)" --mem $(vm-mem) --timeout $(vm-timeout) --log $(BUILD)/results/console.log $(ab-src)/selftests/vm/script-tests

run-demo: vm-module tools demo-objects
	$(call say,BOOT,$(KERNEL) in QEMU)
	$(Q)$(vm-run) $(vm-files) --add $(ab-src)/tools/demo/demo.sh:demo/demo.sh --timeout 300 \
		--log $(BUILD)/results/demo-console.log $(ab-src)/selftests/vm/script-demo

shell: deps ## the VM with a shell, altbpfctl and the project's folder (read-only, /mnt/project)
	$(Q)$(MAKE) run-shell
.PHONY: run-shell
run-shell: vm-module tools demo-objects
	$(Q)$(vm-run) $(vm-files) --shell --share $(ab-src) $(ab-src)/selftests/vm/script-shell
