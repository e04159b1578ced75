# Contracts of helpers.

=== helper: number that does not exist
expect: refuse unknown-helper
log: invalid func unknown#9999
call 9999
exit

=== helper: not for this program type
expect: refuse helper-not-for-program
type: xdp
log: bpf_override_return#58
r2 = 0
call bpf_override_return
r0 = 0
exit

=== helper: current task's name in an xdp program
type: xdp
expect: refuse helper-not-for-program
log: bpf_get_stackid#27
map: stacks stack_trace 4 8 4
r2 = map[stacks]
r3 = 0
call bpf_get_stackid
r0 = 0
exit

=== helper: GPL only, licence not
type: kprobe
gpl: no
expect: refuse helper-gpl
log: cannot call GPL-restricted function from non-GPL compatible program
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -8) = 0
r1 = r10
r1 += -8
r2 = 8
call bpf_probe_read_kernel
r0 = 0
exit

=== helper: GPL only, licence fits
type: kprobe
result: -34
r3 = *(u64 *)(r1 +0)
r1 = r10
r1 += -8
r2 = 8
call bpf_probe_read_kernel
exit

=== helper: what probe_read wrote is a number
type: kprobe
expect: refuse not-a-pointer
log: invalid mem access 'scalar'
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -8) = r1
r1 = r10
r1 += -8
r2 = 8
call bpf_probe_read_kernel
r1 = *(u64 *)(r10 -8)
r0 = *(u64 *)(r1 +0)
exit

=== helper: size zero where it must not be
type: kprobe
expect: refuse helper-zero-size
log: invalid zero-sized read
r1 = r10
r1 += -8
r2 = 0
call bpf_get_current_comm
r0 = 0
exit

=== helper: size zero where it may be
type: kprobe
result: 0
r3 = r1
r1 = r10
r1 += -8
r2 = 0
call bpf_probe_read_kernel
exit

=== helper: variable size with a bound
type: kprobe
result: 0
r2 = *(u64 *)(r1 +0)
r2 &= 15
r3 = r1
r1 = r10
r1 += -16
call bpf_probe_read_kernel
r0 = 0
exit

=== helper: variable size too large
type: kprobe
expect: refuse stack-bounds
r2 = *(u64 *)(r1 +0)
r2 &= 31
r3 = r1
r1 = r10
r1 += -16
call bpf_probe_read_kernel
r0 = 0
exit

=== helper: variable size without a bound
type: kprobe
expect: refuse helper-mem-size
log: R2 min value is negative, either use unsigned or 'var &= const'
r2 = *(u64 *)(r1 +0)
r3 = r1
r1 = r10
r1 += -16
call bpf_probe_read_kernel
r0 = 0
exit

=== helper: signed size
type: kprobe
expect: refuse helper-mem-size
log: R2 min value is negative
r2 = *(u64 *)(r1 +0)
if r2 s> 16 goto out
r3 = r1
r1 = r10
r1 += -16
call bpf_probe_read_kernel
out:
r0 = 0
exit

=== helper: signed size checked on both ends
type: kprobe
result: 0
r2 = *(u64 *)(r1 +0)
if r2 s> 16 goto out
if r2 s< 0 goto out
r3 = r1
r1 = r10
r1 += -16
call bpf_probe_read_kernel
out:
r0 = 0
exit

=== helper: buffer in a map value
type: kprobe
vm: no the answer is that of the runner in user space
map: values array 4 16 1
check: values 00000000 636f7270757300000000000000000000
r1 = map[values][0]+0
r2 = 16
call bpf_get_current_comm
r0 = 0
exit

=== helper: buffer beyond a map value
type: kprobe
map: values array 4 16 1
expect: refuse map-value-bounds
log: invalid access to map value
r1 = map[values][0]+8
r2 = 16
call bpf_get_current_comm
r0 = 0
exit

=== helper: buffer is a number
type: kprobe
expect: refuse helper-arg-type
log: R1 type=scalar expected=fp
r1 = 1000
r2 = 16
call bpf_get_current_comm
r0 = 0
exit

=== helper: uninitialised argument
type: kprobe
expect: refuse uninit-reg
log: R2 !read_ok
r1 = r10
r1 += -16
call bpf_get_current_comm
r0 = 0
exit

=== helper: format on the stack
type: kprobe
*(u32 *)(r10 -4) = 0x006425
r1 = r10
r1 += -4
r2 = 4
r3 = 7
call bpf_trace_printk
exit

=== helper: strncmp with text in read-only memory
type: kprobe
map: text array 4 4 1 flags=128 frozen=61626300
result: 0
*(u32 *)(r10 -4) = 0x636261
r1 = r10
r1 += -4
r2 = 4
r3 = map[text][0]+0
call bpf_strncmp
exit

=== helper: strncmp with text in memory that can change
type: kprobe
map: text array 4 4 1
expect: refuse helper-const-string
*(u32 *)(r10 -4) = 0x636261
r1 = r10
r1 += -4
r2 = 4
r3 = map[text][0]+0
call bpf_strncmp
r0 = 0
exit

=== helper: strncmp with text without an end
type: kprobe
map: text array 4 4 1 flags=128 frozen=61626364
expect: refuse helper-const-string
*(u32 *)(r10 -4) = 0x636261
r1 = r10
r1 += -4
r2 = 4
r3 = map[text][0]+0
call bpf_strncmp
r0 = 0
exit

=== helper: may sleep, the program not
type: kprobe
expect: refuse helper-sleeps
r3 = 0
r1 = r10
r1 += -8
r2 = 8
call bpf_copy_from_user
r0 = 0
exit

=== helper: result is a number, not a pointer
expect: refuse not-a-pointer
log: R0 invalid mem access 'scalar'
call bpf_ktime_get_ns
r0 = *(u64 *)(r0 +0)
exit

=== helper: pid and tgid
type: kprobe
vm: no the answer is that of the runner in user space
result: 100
call bpf_get_current_pid_tgid
r0 >>= 32
exit

=== helper: stack id of another kind of map
type: kprobe
map: values array 4 8 4
expect: refuse helper-map-type
log: cannot pass map_type
r2 = map[values]
r3 = 0
call bpf_get_stackid
r0 = 0
exit

=== helper: the context must be unchanged
type: kprobe
map: stacks stack_trace 4 8 4
expect: refuse ctx-variable-offset
r1 += 8
r2 = map[stacks]
r3 = 0
call bpf_get_stackid
r0 = 0
exit
