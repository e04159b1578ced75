# The classic packet loads. A socket filter's packet begins behind the Ethernet header (14 bytes).

=== legacy: absolute load of two bytes
data: 000000000000000000000000000081828384858687888990919293949596
result: 0x8384
r6 = r1
r0 = *(u16 *)skb[2]
exit

=== legacy: absolute load of four bytes, in host order
data: 000000000000000000000000000081828384858687888990919293949596
result: 0x81828384
r6 = r1
r0 = *(u32 *)skb[0]
exit

=== legacy: absolute load of the last byte
data: 000000000000000000000000000081828384858687888990919293949596
result: 0x96
r6 = r1
r0 = *(u8 *)skb[15]
exit

=== legacy: a load across the end ends the program with 0
data: 000000000000000000000000000081828384858687888990919293949596
result: 0
r6 = r1
r0 = *(u32 *)skb[13]
r0 = 5
exit

=== legacy: a negative offset is out of the packet
data: 000000000000000000000000000081828384858687888990919293949596
result: 0
r6 = r1
r0 = *(u8 *)skb[-1]
r0 = 5
exit

=== legacy: indirect load
data: 000000000000000000000000000081828384858687888990919293949596
result: 0x85868788
r6 = r1
r7 = 3
r0 = *(u32 *)skb[r7 + 1]
exit

=== legacy: indirect load out of the packet
data: 000000000000000000000000000081828384858687888990919293949596
result: 0
r6 = r1
r7 = 0x7fffffff
r0 = *(u16 *)skb[r7 + 1]
r0 = 5
exit

=== legacy: the offset is a 32-bit number
data: 000000000000000000000000000081828384858687888990919293949596
result: 0x84
r6 = r1
r7 = 4
r0 = *(u8 *)skb[r7 + -1]
exit

=== legacy: a loaded byte is a bounded index
map: m array 4 256 1
host: refuse mainline takes the loaded byte for any number
data: 000000000000000000000000000081828384858687888990919293949596
result: 0
r6 = r1
*(u32 *)(r10 -4) = 0
r2 = r10
r2 += -4
r1 = map[m]
call bpf_map_lookup_elem
if r0 == 0 goto out
r7 = r0
r0 = *(u8 *)skb[0]
r7 += r0
r0 = *(u8 *)(r7 +0)
out:
exit

=== legacy: a loaded half is no index below 256
map: m array 4 256 1
expect: refuse map-value-bounds
r6 = r1
*(u32 *)(r10 -4) = 0
r2 = r10
r2 += -4
r1 = map[m]
call bpf_map_lookup_elem
if r0 == 0 goto out
r7 = r0
r0 = *(u16 *)skb[0]
r7 += r0
r0 = *(u8 *)(r7 +0)
out:
exit

=== legacy: classifiers have them
type: sched_cls
expect: accept
r6 = r1
r0 = *(u16 *)skb[2]
exit

=== legacy: not in a cgroup_skb program
type: cgroup_skb
expect: refuse legacy-packet-insn
log: BPF_LD_[ABS|IND] instructions not allowed for this program type
r6 = r1
r0 = *(u16 *)skb[2]
r0 = 1
exit

=== legacy: not in a kprobe
type: kprobe
expect: refuse legacy-packet-insn at 1
log: BPF_LD_[ABS|IND] instructions not allowed for this program type
r6 = r1
r0 = *(u16 *)skb[2]
exit

=== legacy: r6 was never written
expect: refuse uninit-reg
log: R6 !read_ok
r0 = *(u16 *)skb[2]
exit

=== legacy: r6 is a number
expect: refuse legacy-packet-insn
log: at the time of BPF_LD_ABS|IND R6 != pointer to skb
r6 = 0
r0 = *(u16 *)skb[2]
exit

=== legacy: r6 is the context and something
expect: refuse ctx-variable-offset
r6 = r1
r6 += 8
r0 = *(u16 *)skb[2]
exit

=== legacy: the index was never written
expect: refuse uninit-reg
log: R7 !read_ok
r6 = r1
r0 = *(u16 *)skb[r7 + 0]
exit

=== legacy: r1 is gone
expect: refuse uninit-reg
log: R1 !read_ok
r6 = r1
r0 = *(u16 *)skb[2]
r0 = r1
exit

=== legacy: r5 is gone
expect: refuse uninit-reg
log: R5 !read_ok
r6 = r1
r5 = 0
r0 = *(u16 *)skb[2]
r0 = r5
exit

=== legacy: r6 to r9 stay
data: 000000000000000000000000000081828384858687888990919293949596
result: 0x8288
r6 = r1
r7 = 0x8200
r0 = *(u8 *)skb[7]
r0 += r7
exit

=== legacy: no reference may be held
map: rb ringbuf 0 0 4096
expect: refuse ref-leak
log: BPF_LD_[ABS|IND] cannot be mixed with references
r6 = r1
r1 = map[rb]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r7 = r0
r0 = *(u16 *)skb[2]
r1 = r7
r2 = 0
call bpf_ringbuf_discard
out:
r0 = 0
exit

=== legacy: out of the packet only the function ends
data: 000000000000000000000000000081828384858687888990919293949596
result: 7
call load
r0 += 7
exit
load:
r6 = r1
r0 = *(u32 *)skb[14]
r0 = 100
exit

=== legacy: the caller gets 0 where the function always returns more
map: m array 4 8 1
expect: refuse map-value-bounds
r7 = r1
*(u32 *)(r10 -4) = 0
r2 = r10
r2 += -4
r1 = map[m]
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
r1 = r7
call load
r0 -= 8
r8 += r0
r0 = *(u8 *)(r8 +0)
out:
r0 = 0
exit
load:
r6 = r1
r0 = *(u32 *)skb[14]
r0 = 8
exit

=== legacy: the caller's references may be held
map: rb ringbuf 0 0 4096
expect: accept
r8 = r1
r1 = map[rb]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r7 = r0
r1 = r8
call load
r1 = r7
r2 = 0
call bpf_ringbuf_discard
out:
r0 = 0
exit
load:
r6 = r1
r0 = *(u32 *)skb[14]
r0 = 8
exit

=== legacy: in a callback
host: refuse mainline trips over its own check there (EFAULT)
expect: accept
*(u64 *)(r10 -8) = r1
r1 = 4
r2 = func cb
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r0 = 0
exit
cb:
r6 = *(u64 *)(r2 +0)
r0 = *(u32 *)skb[14]
r0 = 1
exit
