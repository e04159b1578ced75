=== helper-const-arg: fails
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

=== helper-const-arg: fix
type: kprobe
map: events ringbuf 0 0 4096
expect: accept
r2 = 16
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
