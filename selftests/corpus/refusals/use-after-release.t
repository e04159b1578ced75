=== use-after-release: fails
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

=== use-after-release: fix
type: kprobe
map: events ringbuf 0 0 4096
expect: accept
r1 = map[events]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r6 = r0
r1 = r0
r2 = 0
call bpf_ringbuf_submit
out:
r0 = 0
exit
