=== memory-bounds: fails
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

=== memory-bounds: fix
type: kprobe
map: events ringbuf 0 0 4096
expect: accept
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
