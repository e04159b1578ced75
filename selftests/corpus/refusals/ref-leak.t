=== ref-leak: fails
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

=== ref-leak: fix
type: kprobe
map: events ringbuf 0 0 4096
expect: accept
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
