#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# The demo: runs inside the VM (busybox sh) and shows real programs at work. Objects are expected
# beside this script, altbpfctl in PATH.
here=$(cd "$(dirname "$0")" && pwd)
failed=0

title() { printf '\n=== %s\n' "$*"; }
# Shows a command as a person would type it, then runs it.
show() { printf '$ %s\n' "$*"; "$@" || { echo "# failed: $*"; failed=1; }; }
# Ordinary work that reads and opens files.
work() {
	for i in 1 2 3; do
		ls -l /bin > /dev/null
		cat /proc/cpuinfo /proc/meminfo /proc/mounts > /dev/null
		grep -r root /etc > /dev/null
		dd if=/dev/zero of=/tmp/zero bs=4k count=200 2> /dev/null
		md5sum /tmp/zero /bin/busybox > /dev/null
		head -c 100000 /dev/urandom | wc -c > /dev/null
	done
}
detach_all() {
	altbpfctl link list | while IFS=: read -r id _; do altbpfctl link detach id "$id"; done
}

cd "$here" || exit 1
[ -e /dev/altbpf ] || insmod /altbpf.ko || exit 1
show altbpfctl version

title "(a) a kprobe counts calls of vfs_read by command, in a hash map"
show altbpfctl attach countcalls.bpf.o --hold
altbpfctl prog stats 2> /dev/null &
stats=$!
work
show altbpfctl map dump name calls sort

title "(b) kprobe and kretprobe measure how long vfs_read takes"
show altbpfctl attach readlatency.bpf.o --hold
work
show altbpfctl map hist name latency unit ns

title "(c) a tracepoint streams who opens which file through a ring buffer"
printf '$ %s\n' "altbpfctl attach opensnoop.bpf.o"
altbpfctl attach opensnoop.bpf.o &
snoop=$!
# Attached when its link is listed.
for i in 1 2 3 4 5 6 7 8 9 10; do
	altbpfctl link list | grep -q sys_enter_openat && break
	sleep 0.3
done
cat /etc/passwd > /dev/null
head -n 1 /proc/version > /dev/null
wc -l /etc/modules > /dev/null
md5sum /no/such/file 2> /dev/null
sleep 0.5
kill -TERM $snoop
wait $snoop || failed=1

title "(d) what is loaded, with run count and time; the instructions; the machine code"
kill -TERM $stats 2> /dev/null
show altbpfctl prog list
show altbpfctl prog dump xlated name count_calls
show altbpfctl prog dump jited name count_calls
show altbpfctl link list
detach_all
[ -z "$(altbpfctl link list)" ] || failed=1

title "(e) a program that is refused, with its report"
printf '$ %s\n' "altbpfctl attach refused.bpf.o"
if altbpfctl attach refused.bpf.o 2>&1; then
	echo "# it was not refused"
	failed=1
fi

title "the end"
exit $failed
