#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# altbpfctl against the device, inside the VM (busybox sh): each noun and word, text and JSON.
# Objects of selftests/tools lie beside this script, those of the demo in /demo.
here=$(cd "$(dirname "$0")" && pwd)
tmp=/tmp/ctl
rm -rf $tmp
mkdir -p $tmp
failed=0

# t NAME STATUS PATTERN COMMAND...: exit status, and what must be printed (a leading ! : must not; '': anything).
t() {
	name=$1 want=$2 pattern=$3 why=""
	shift 3
	"$@" > $tmp/out 2>&1 < /dev/null
	got=$?
	[ $got = "$want" ] || why="exit status $got, expected $want"
	case $pattern in
	"") ;;
	!*) ! grep -qE -e "${pattern#!}" $tmp/out || why="$why '$pattern' is printed" ;;
	*) grep -qE -e "$pattern" $tmp/out || why="$why no '$pattern' is printed" ;;
	esac
	if [ -z "$why" ]; then
		echo "ok ctl/$name"
	else
		echo "not ok ctl/$name - $why"
		head -n 30 $tmp/out | sed 's/^/#   /'
		echo "# in the VM: $*"
		failed=1
	fi
}
# Waits until COMMAND prints PATTERN, 10 s at most.
await() {
	pattern=$1
	shift
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		"$@" 2> /dev/null | grep -qE -e "$pattern" && return
		sleep 0.5
	done
	echo "# '$pattern' did not come from: $*"
}
# Starts COMMAND in the background; its output goes to $tmp/NAME; its process to $job.
start() {
	file=$tmp/$1
	shift
	"$@" > "$file" 2>&1 < /dev/null &
	job=$!
}
stop() {
	kill -TERM $1 2> /dev/null
	wait $1
}
id_of() { # NOUN PATTERN: the id of the first that matches
	altbpfctl $1 list | grep -E -e "$2" | sed -n '1s/:.*//p'
}

t version 0 'altbpfctl' altbpfctl version
t feature 0 '^helper kprobe map_lookup_elem' altbpfctl feature probe
t feature-json 0 '"prog_type"' altbpfctl -j feature probe
t prog-list-empty 0 '!Error' altbpfctl prog list
t map-list-empty 0 '!Error' altbpfctl map list
t link-list-json 0 '^\[' altbpfctl -j link list

# --- programs that are loaded and not attached
start load altbpfctl prog load $here/good.bpf.o
load=$job
await for_run altbpfctl prog list
t prog-list 0 'kprobe  name on_write  tag [0-9a-f]+  gpl' altbpfctl prog list
t prog-list-json 0 '"name":"on_write"' altbpfctl -j prog list
t prog-show 0 'socket_filter  name for_run' altbpfctl prog show name for_run
t prog-show-pretty 0 '"type": "socket_filter"' altbpfctl -p prog show name for_run
t prog-show-id 0 'name on_exit' altbpfctl prog show id "$(id_of prog on_exit)"
t prog-show-none 1 "no program is named" altbpfctl prog show name nobody
t prog-show-none-json 1 '"error"' altbpfctl -j prog show id 99999
t dump-xlated 0 'call bpf_get_current_task#35' altbpfctl prog dump xlated name on_write
t dump-xlated-map 0 'good.bss' altbpfctl prog dump xlated name on_write
t dump-xlated-source 0 '^; .*BPF_CORE_READ' altbpfctl prog dump xlated name on_write
t dump-xlated-func 0 '^sum:' altbpfctl prog dump xlated name for_run
t dump-xlated-linum 0 'line_num:[1-9]' altbpfctl prog dump xlated name for_run linum
t dump-xlated-opcodes 0 '^ +95 00 00 00' altbpfctl prog dump xlated name for_run opcodes
t dump-xlated-json 0 '"disasm":"\(95\) exit"' altbpfctl -j prog dump xlated name for_run
t dump-xlated-file 0 '' altbpfctl prog dump xlated name for_run file $tmp/xlated
t dump-xlated-file-there 0 'xlated' ls -l $tmp/xlated
if [ "$(cat /sys/module/altbpf/parameters/jit)" != 0 ]; then
	t dump-jited 0 'push +%rbp' altbpfctl prog dump jited name for_run
	t dump-jited-func 0 '^sum: 0x[0-9a-f]+' altbpfctl prog dump jited name for_run
	t dump-jited-own 0 'call +0x[0-9a-f]+ <sum>' altbpfctl prog dump jited name for_run
	t dump-jited-symbol 0 'call +0x.*<' altbpfctl prog dump jited name on_exit
	t dump-jited-json 0 '"operation":"' altbpfctl -j prog dump jited name for_run
fi
head -c 64 /dev/zero > $tmp/packet
t prog-run 0 'Return value: 40,' altbpfctl prog run name for_run data_in $tmp/packet repeat 5
t prog-run-json 0 '"retval":40' altbpfctl -j prog run name for_run data_in $tmp/packet
t prog-run-file 0 'Return value: 40,' altbpfctl prog run $here/good.bpf.o for_run data_in $tmp/packet
t prog-run-out 0 'Return value' altbpfctl prog run name for_run data_in $tmp/packet data_out $tmp/data
t prog-run-out-same 0 '' cmp $tmp/packet $tmp/data

# --- maps
t map-list 0 'ringbuf  name notes' altbpfctl map list
t map-show 0 'key 4B  value 12B  max_entries 4' altbpfctl map show name pairs
t map-show-json 0 '"type":"array"' altbpfctl -j map show name pairs
t map-dump 0 '\{a=0, text=""\}' altbpfctl map dump name pairs
t map-dump-json 0 '"value":\{"a":0,"text":""\}' altbpfctl -j map dump name pairs
t map-update 0 '' altbpfctl map update name pairs key u32 1 value hex 5 0 0 0 61 62 63 0 0 0 0 0
t map-lookup 0 'key: 1  value: \{a=5, text="abc"\}' altbpfctl map lookup name pairs key 1 0 0 0
t map-lookup-json 0 '"key":1,"value":\{"a":5' altbpfctl -j map lookup name pairs key hex 1 0 0 0
t map-lookup-none 1 'no such key' altbpfctl map lookup name pairs key u32 9
t map-short-key 1 '4 bytes are expected' altbpfctl map lookup name pairs key 1 0
t map-getnext 0 'next key: 2' altbpfctl map getnext name pairs key u32 1
t map-getnext-first 0 'next key: 0' altbpfctl map getnext name pairs
t map-getnext-last 1 'no further key' altbpfctl map getnext name pairs key u32 3
t map-rodata 0 'rounds=3' altbpfctl map dump name good.rodata
t map-frozen 0 'name good.rodata  flags 0x[0-9a-f]+  frozen' altbpfctl map show name good.rodata
t map-rodata-frozen 1 'Operation not permitted' altbpfctl map update name good.rodata key u32 0 value str x
t map-ringbuf-dump 1 'no keys' altbpfctl map dump name notes
stop $load
await '^0$' sh -c 'altbpfctl prog list | wc -l'
t load-gone 0 '!on_write' altbpfctl prog list

start hash altbpfctl map create type hash key 8 value 8 entries 16 name by_hand
hash=$job
await by_hand altbpfctl map list
t map-create 0 'hash  name by_hand' altbpfctl map list
t map-hash-update 0 '' altbpfctl map update name by_hand key u64 7 value u64 9
t map-hash-noexist 1 'File exists' altbpfctl map update name by_hand key u64 7 value u64 1 noexist
t map-hash-exist 1 'No such file' altbpfctl map update name by_hand key u64 8 value u64 1 exist
t map-hash-lookup 0 'value: 09 00' altbpfctl map lookup name by_hand key u64 7
t map-hash-delete 0 '' altbpfctl map delete name by_hand key u64 7
t map-hash-delete-none 1 'no such key' altbpfctl map delete name by_hand key u64 7
stop $hash
start queue altbpfctl map create type queue key 0 value 4 entries 4 name waiting
queue=$job
await waiting altbpfctl map list
t map-queue-push 0 '' altbpfctl map update name waiting value u32 3
t map-queue-peek 0 'value: 03 00 00 00' altbpfctl map lookup name waiting
stop $queue
t map-create-bad 1 'not a map type' altbpfctl map create type nonsense key 4 value 4 entries 1
t map-create-refused 1 'Invalid argument' altbpfctl map create type array key 3 value 4 entries 1

# --- attached by section, in the foreground
start attach altbpfctl attach $here/good.bpf.o
attach=$job
await sched_switch altbpfctl link list
t link-kprobe 0 'kprobe  vfs_write  prog' altbpfctl link list
t link-ksyscall 0 'kprobe  __x64_sys_getppid' altbpfctl link list
t link-tracepoint 0 'tracepoint  sched/sched_process_exit|tracepoint  sched_process_exit' altbpfctl link list
t link-raw 0 'raw_tracepoint  sched_switch' altbpfctl link list
t link-show 0 'raw_tracepoint' altbpfctl link show id "$(id_of link raw_tracepoint)"
t link-json 0 '"type":"raw_tracepoint","name":"sched_switch"' altbpfctl -j link list
t attach-socket-note 0 'for_run: section "socket" names no place' cat $tmp/attach
sh -c 'true'
await 'hits=[1-9]' altbpfctl map dump name good.bss
t attach-hits 0 'hits=[1-9]' altbpfctl map dump name good.bss
t attach-core 0 'parent=[0-9]' altbpfctl map dump name good.bss
await 'a process ends' cat $tmp/attach
t attach-ringbuf 0 'notes: a process ends' cat $tmp/attach
sh -c 'echo $PPID' > /dev/null
t link-detach 0 '' altbpfctl link detach id "$(id_of link raw_tracepoint)"
t link-detached 0 'sched_switch .*detached' altbpfctl link list
stop $attach
t attach-ended 0 '!vfs_write' altbpfctl link list

# --- trace_printk comes through
start printk altbpfctl attach $here/good.bpf.o
printk=$job
await getppid altbpfctl link list
for i in 1 2 3; do sh -c 'cat /proc/self/stat > /dev/null; exec sh -c :'; done
await 'altbpf says hits' cat $tmp/printk
t attach-printk 0 'altbpf says hits [0-9]+' cat $tmp/printk
stop $printk

start ksyscall altbpfctl attach $here/syscall.bpf.o
ksyscall=$job
await __x64_sys_kill altbpfctl link list
sleep 100 &
victim=$!
kill -TERM $victim
wait $victim
await 'altbpf says signal' cat $tmp/ksyscall
t attach-ksyscall-args 0 "altbpf says signal 15 to $victim" cat $tmp/ksyscall
stop $ksyscall

# --- held links, by name, run counts
t attach-hold 0 'kprobe  vfs_read  prog [0-9]+  held' altbpfctl attach /demo/countcalls.bpf.o --hold
start stats altbpfctl prog stats
stats=$job
await 'run_cnt [1-9]' sh -c 'cat /proc/version; altbpfctl prog show name count_calls'
t hold-counts 0 'run_time_ns [1-9][0-9]*  run_cnt [1-9]' altbpfctl prog show name count_calls
stop $stats
t hold-dump 0 '"(cat|grep)"' altbpfctl map dump name calls sort
t hold-dump-json 0 '"key":"(cat|grep)"' altbpfctl -j map dump name calls
t attach-by-name-id 0 'kprobe  vfs_open\+0x0|kprobe  vfs_open  prog' \
	altbpfctl attach kprobe vfs_open prog name count_calls --hold --cookie 77
t link-cookie 0 'vfs_open.*cookie 77' altbpfctl link list
t attach-kretprobe 0 'kretprobe  vfs_open' altbpfctl attach kretprobe vfs_open prog id "$(id_of prog count_calls)" --hold
t attach-no-symbol 1 'cannot be attached to kprobe no_such_function' \
	altbpfctl attach kprobe no_such_function prog name count_calls --hold
t attach-no-symbol-json 1 '"error"' altbpfctl -j attach kprobe no_such_function prog name count_calls --hold
t attach-tracepoint-file 0 'tracepoint' \
	altbpfctl attach tracepoint sched/sched_process_fork prog $here/good.bpf.o on_exit --hold
altbpfctl link list | while IFS=: read -r id _; do altbpfctl link detach id "$id"; done
await '^0$' sh -c 'altbpfctl link list | wc -l'
t detach-all 0 '!.' altbpfctl link list
t prog-gone 0 '!count_calls' altbpfctl prog list

# --- what the demo needs
t hist-attach 0 'kretprobe' altbpfctl attach /demo/readlatency.bpf.o --hold
cat /proc/meminfo /proc/cpuinfo > /dev/null
t hist 0 '\|\*+' altbpfctl map hist name latency unit ns
t hist-json 0 '"count":[1-9]' altbpfctl -j map hist name latency
altbpfctl link list | while IFS=: read -r id _; do altbpfctl link detach id "$id"; done
start snoop altbpfctl -j attach /demo/opensnoop.bpf.o
snoop=$job
await sys_enter_openat altbpfctl link list
await passwd sh -c "cat /etc/passwd > /dev/null; cat $tmp/snoop"
t snoop 0 '"map":"events","value":\{"pid":[0-9]+,"comm":"cat","file":"/etc/passwd"\}' cat $tmp/snoop
stop $snoop

# --- the same verdict here and offline
t refused 1 "invalid mem access 'map_value_or_null'" altbpfctl attach /demo/refused.bpf.o --hold
t refused-json 1 '"log":".*map_value_or_null' altbpfctl -j attach /demo/refused.bpf.o --hold
for object in $here/bad.bpf.o /demo/refused.bpf.o; do
	altbpfctl prog check $object 2>&1 | grep -v '^processed' > $tmp/offline
	altbpfctl prog load $object 2>&1 | grep -v '^processed' > $tmp/device
	# The first refused program's report, without the line that names the file.
	sed -n '2,$p' $tmp/device > $tmp/report
	lines=$(wc -l < $tmp/report)
	sed -n "2,$((lines + 1))p" $tmp/offline > $tmp/report-offline
	t "same-words-$(basename $object .bpf.o)" 0 '' cmp $tmp/report $tmp/report-offline
done
altbpfctl feature probe | grep -v '^command ' > $tmp/features
altbpfctl --backend offline feature probe > $tmp/features-offline
t same-features 0 '' cmp $tmp/features $tmp/features-offline
exit $failed
