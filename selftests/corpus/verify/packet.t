# Direct packet access (xdp). The classic packet loads: legacy.t.

=== packet: read after the check
type: xdp
data: 0102030405060708090a0b0c0d0e0f10
result: 3
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r0 = 0
if r4 > r3 goto out
r0 = *(u8 *)(r2 +2)
out:
exit

=== packet: read without a check
type: xdp
expect: refuse packet-bounds at 1
log: invalid access to packet, off=0 size=1
r2 = *(u32 *)(r1 +0)
r0 = *(u8 *)(r2 +0)
exit

=== packet: read beyond what was checked
type: xdp
expect: refuse packet-bounds
log: invalid access to packet
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r0 = 0
if r4 > r3 goto out
r0 = *(u16 *)(r2 +7)
out:
exit

=== packet: the wrong branch
type: xdp
expect: refuse packet-bounds
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r0 = 0
if r4 <= r3 goto out
r0 = *(u8 *)(r2 +0)
out:
exit

=== packet: check with less or equal
type: xdp
data: 0102030405060708090a0b0c0d0e0f10
result: 1
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r0 = 0
if r4 <= r3 goto fine
exit
fine:
r0 = *(u8 *)(r2 +0)
exit

=== packet: end on the left
type: xdp
data: 0102030405060708090a0b0c0d0e0f10
result: 8
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r0 = 0
if r3 < r4 goto out
r0 = *(u8 *)(r2 +7)
out:
exit

=== packet: short packet takes the other branch
type: xdp
data: 0102030405060708090a0b0c0d0e
result: 0
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 16
r0 = 0
if r4 > r3 goto out
r0 = *(u8 *)(r2 +2)
out:
exit

=== packet: strictly less proves one byte more
type: xdp
data: 0102030405060708090a0b0c0d0e0f10
result: 9
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r0 = 0
if r4 < r3 goto fine
exit
fine:
r0 = *(u8 *)(r2 +8)
exit

=== packet: write
type: xdp
data: 0102030405060708090a0b0c0d0e0f10
result: 0x2a
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r0 = 0
if r4 > r3 goto out
*(u32 *)(r2 +4) = 42
r0 = *(u32 *)(r2 +4)
out:
exit

=== packet: variable offset
type: xdp
data: 02020304050607080900000000000000000000000000000000
result: 3
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 1
r0 = 0
if r4 > r3 goto out
r5 = *(u8 *)(r2 +0)
r5 &= 15
r2 += r5
r4 = r2
r4 += 1
if r4 > r3 goto out
r0 = *(u8 *)(r2 +0)
out:
exit

=== packet: variable offset not checked again
type: xdp
expect: refuse packet-bounds
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 1
r0 = 0
if r4 > r3 goto out
r5 = *(u8 *)(r2 +0)
r2 += r5
r0 = *(u8 *)(r2 +0)
out:
exit

=== packet: the end is not readable
type: xdp
expect: refuse not-a-pointer
log: R3 invalid mem access 'pkt_end'
r3 = *(u32 *)(r1 +4)
r0 = *(u8 *)(r3 +0)
exit

=== packet: arithmetic on the end
type: xdp
expect: refuse pointer-arith
log: pointer arithmetic on pkt_end prohibited
r3 = *(u32 *)(r1 +4)
r3 -= 8
r0 = 0
exit

=== packet: atomic on the packet
type: xdp
expect: refuse bad-access-kind
log: BPF_ATOMIC stores into R2 pkt is not allowed
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r0 = 0
if r4 > r3 goto out
r5 = 1
lock *(u64 *)(r2 +0) += r5
out:
exit

=== packet: length by subtraction
type: xdp
data: 0102030405060708090a0b0c0d0e0f
result: 15
r2 = *(u32 *)(r1 +0)
r0 = *(u32 *)(r1 +4)
r0 -= r2
exit

=== packet: what is behind the end stays there
type: xdp
data: 0102030405060708090a0b0c0d0e0f
result: 1
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r1 = 0
r0 = 1
if r4 > r3 goto again
exit
again:
if r4 >= r3 goto out
r0 = *(u64 *)(r1 +0)
out:
exit

=== packet: another pointer says nothing of it
type: xdp
expect: refuse not-a-pointer
host: accept 6.18 keeps "behind the end" through arithmetic, and lets a NULL be read
log: R1 invalid mem access 'scalar'
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r1 = 0
r0 = 1
if r4 > r3 goto again
exit
again:
r4 += -4
if r4 >= r3 goto out
r0 = *(u64 *)(r1 +0)
out:
exit

=== packet: at the end is not behind it
type: xdp
expect: refuse not-a-pointer
log: R1 invalid mem access 'scalar'
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 8
r1 = 0
r0 = 1
if r4 >= r3 goto again
exit
again:
if r4 > r3 goto out
r0 = *(u64 *)(r1 +0)
out:
exit
