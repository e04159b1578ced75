# Ring buffer records: acquire, use, release.

=== ref: reserve and submit
type: kprobe
map: events ringbuf 0 0 4096
result: 0
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
*(u64 *)(r0 +8) = 1
r1 = r0
r2 = 0
call bpf_ringbuf_submit
out:
r0 = 0
exit

=== ref: reserve and discard
type: kprobe
map: events ringbuf 0 0 4096
result: 0
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r1 = r0
r2 = 0
call bpf_ringbuf_discard
out:
r0 = 0
exit

=== ref: never released
type: kprobe
map: events ringbuf 0 0 4096
expect: refuse ref-leak
log: Unreleased reference
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
r0 = 0
exit

=== ref: released on one path only
type: kprobe
map: events ringbuf 0 0 4096
expect: refuse ref-leak
log: Unreleased reference
r6 = *(u64 *)(r1 +0)
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
if r6 == 4 goto out
r1 = r0
r2 = 0
call bpf_ringbuf_submit
out:
r0 = 0
exit

=== ref: used without a check
type: kprobe
map: events ringbuf 0 0 4096
expect: refuse null-deref
log: invalid mem access 'ringbuf_mem_or_null'
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
*(u64 *)(r0 +0) = 1
r1 = r0
r2 = 0
call bpf_ringbuf_submit
r0 = 0
exit

=== ref: submitted without a check
type: kprobe
map: events ringbuf 0 0 4096
expect: refuse helper-arg-null
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
r1 = r0
r2 = 0
call bpf_ringbuf_submit
r0 = 0
exit

=== ref: beyond the record
type: kprobe
map: events ringbuf 0 0 4096
expect: refuse memory-bounds
log: invalid access to memory, mem_size=16 off=16 size=8
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
*(u64 *)(r0 +16) = 1
r1 = r0
r2 = 0
call bpf_ringbuf_submit
out:
r0 = 0
exit

=== ref: used after it was submitted
type: kprobe
map: events ringbuf 0 0 4096
expect: refuse use-after-release
log: invalid mem access 'scalar'
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r6 = r0
r1 = r0
r2 = 0
call bpf_ringbuf_submit
*(u64 *)(r6 +0) = 1
out:
r0 = 0
exit

=== ref: submitted twice
type: kprobe
map: events ringbuf 0 0 4096
expect: refuse use-after-release
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r6 = r0
r1 = r0
r2 = 0
call bpf_ringbuf_submit
r1 = r6
r2 = 0
call bpf_ringbuf_submit
out:
r0 = 0
exit

=== ref: submitted with an offset
type: kprobe
map: events ringbuf 0 0 4096
expect: refuse ref-release
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r1 = r0
r1 += 8
r2 = 0
call bpf_ringbuf_submit
out:
r0 = 0
exit

=== ref: something that was not reserved is submitted
type: kprobe
map: values array 4 16 1
expect: refuse helper-arg-type
r1 = map[values][0]+0
r2 = 0
call bpf_ringbuf_submit
r0 = 0
exit

=== ref: size is not a constant
type: kprobe
map: events ringbuf 0 0 4096
expect: refuse helper-const-arg
log: is not a known constant
r2 = *(u64 *)(r1 +0)
r1 = map[events]
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r1 = r0
r2 = 0
call bpf_ringbuf_submit
out:
r0 = 0
exit

=== ref: two records at a time
type: kprobe
map: events ringbuf 0 0 4096
result: 48
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r6 = r0
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto second
r1 = r0
r2 = 0
call bpf_ringbuf_submit
second:
r1 = r6
r2 = 0
call bpf_ringbuf_discard
out:
r1 = map[events]
r2 = 0
call bpf_ringbuf_query
exit

=== ref: spilled and filled
type: kprobe
map: events ringbuf 0 0 4096
result: 0
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
*(u64 *)(r10 -8) = r0
if r0 == 0 goto out
r1 = *(u64 *)(r10 -8)
r2 = 0
call bpf_ringbuf_submit
out:
r0 = 0
exit

=== ref: released in a subprogram
type: kprobe
map: events ringbuf 0 0 4096
result: 0
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r1 = r0
call finish
out:
r0 = 0
exit
finish:
r2 = 0
call bpf_ringbuf_submit
r0 = 0
exit

=== ref: tail call while a record is held
type: kprobe
map: events ringbuf 0 0 4096
map: progs prog_array 4 4 1
expect: refuse ref-leak
log: tail_call would lead to reference leak
r6 = r1
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r7 = r0
r1 = r6
r2 = map[progs]
r3 = 0
call bpf_tail_call
r1 = r7
r2 = 0
call bpf_ringbuf_submit
out:
r0 = 0
exit

=== ref: output copies
type: kprobe
map: events ringbuf 0 0 4096
result: 0
*(u64 *)(r10 -8) = 7
r1 = map[events]
r2 = r10
r2 += -8
r3 = 8
r4 = 0
call bpf_ringbuf_output
exit
