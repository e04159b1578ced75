# Registers, the stack, spills and fills.

=== reg: r2 is not written
expect: refuse uninit-reg at 0
log: R2 !read_ok
r0 = r2
exit

=== reg: r0 at exit is not written
expect: refuse return-uninit at 0
log: R0 !read_ok
exit

=== reg: written on one path only
expect: refuse uninit-reg
log: R3 !read_ok
r2 = *(u32 *)(r1 +0)
if r2 == 0 goto skip
r3 = 1
skip:
r0 = r3
exit

=== reg: r1 is gone after a call
expect: refuse uninit-reg
log: R1 !read_ok
call bpf_get_prandom_u32
r0 = r1
exit

=== reg: r6 survives a call
result: 9
r6 = 9
call bpf_get_prandom_u32
r0 = r6
exit

=== reg: write to the frame pointer
expect: refuse frame-pointer-write at 0
log: frame pointer is read only
r10 = 1
exit

=== reg: arithmetic on the frame pointer
expect: refuse frame-pointer-write
log: frame pointer is read only
r0 = 0
r10 += 8
exit

=== stack: store and load
result: 0x1122334455667788
r1 = 0x1122334455667788
*(u64 *)(r10 -8) = r1
r0 = *(u64 *)(r10 -8)
exit

=== stack: parts of a slot
result: 0x55
r1 = 0x1122334455667788
*(u64 *)(r10 -8) = r1
r0 = *(u8 *)(r10 -5)
exit

=== stack: immediate store of each size
result: 0xfffffffefffd0004
*(u64 *)(r10 -8) = 0
*(u8 *)(r10 -8) = 4
*(u16 *)(r10 -6) = -3
*(u32 *)(r10 -4) = -2
r0 = *(u64 *)(r10 -8)
exit

=== stack: above the frame
expect: refuse stack-bounds at 0
log: invalid write to stack R10 off=0
*(u64 *)(r10 +0) = 0
r0 = 0
exit

=== stack: crossing the top
expect: refuse stack-misaligned
*(u64 *)(r10 -4) = 0
r0 = 0
exit

=== stack: lowest slot
result: 3
*(u64 *)(r10 -512) = 3
r0 = *(u64 *)(r10 -512)
exit

=== stack: below the frame
expect: refuse stack-bounds at 0
log: invalid write to stack R10 off=-520
*(u64 *)(r10 -520) = 3
r0 = 0
exit

=== stack: through a copy of the frame pointer
result: 6
r2 = r10
r2 += -16
*(u64 *)(r2 +0) = 6
r0 = *(u64 *)(r10 -16)
exit

=== stack: subtraction from the frame pointer
expect: refuse pointer-arith
log: R2 subtraction from stack pointer prohibited
r2 = r10
r2 -= 16
*(u64 *)(r2 +8) = 6
r0 = *(u64 *)(r10 -8)
exit

=== stack: misaligned store of a pointer
expect: refuse stack-misaligned
*(u64 *)(r10 -9) = r1
r0 = 0
exit

=== stack: bounded variable index
result: 0
*(u64 *)(r10 -8) = 0
*(u64 *)(r10 -16) = 0
r2 = *(u32 *)(r1 +8)
r2 &= 8
r3 = r10
r3 += -16
r3 += r2
r0 = *(u64 *)(r3 +0)
exit

=== stack: variable index out of the frame
expect: refuse stack-variable-offset
*(u64 *)(r10 -8) = 0
*(u64 *)(r10 -16) = 0
r2 = *(u32 *)(r1 +8)
r2 &= 24
r3 = r10
r3 += -16
r3 += r2
r0 = *(u64 *)(r3 +0)
exit

=== stack: unbounded variable index
expect: refuse pointer-range
r2 = *(u32 *)(r1 +8)
r2 <<= 32
r3 = r10
r3 += r2
*(u64 *)(r3 -8) = 1
r0 = 0
exit

=== spill: a number comes back with its bounds
result: 0
*(u64 *)(r10 -8) = 0
*(u64 *)(r10 -16) = 0
r2 = *(u32 *)(r1 +8)
r2 &= 8
*(u64 *)(r10 -24) = r2
r4 = *(u64 *)(r10 -24)
r3 = r10
r3 += -16
r3 += r4
r0 = *(u64 *)(r3 +0)
exit

=== spill: the context comes back
result: 50
*(u64 *)(r10 -8) = r1
r2 = *(u64 *)(r10 -8)
r0 = *(u32 *)(r2 +0)
exit

=== spill: half of a pointer
expect: refuse corrupt-spill
log: invalid size of register fill
*(u64 *)(r10 -8) = r1
r0 = *(u32 *)(r10 -8)
exit

=== spill: a pointer overwritten in part
expect: refuse not-a-pointer
log: invalid mem access 'scalar'
*(u64 *)(r10 -8) = r1
*(u8 *)(r10 -8) = 0
r2 = *(u64 *)(r10 -8)
r0 = *(u32 *)(r2 +0)
exit

=== spill: a bound learnt later holds for the copy on the stack
result: 0
*(u64 *)(r10 -8) = 0
*(u64 *)(r10 -16) = 0
r2 = *(u32 *)(r1 +8)
*(u64 *)(r10 -24) = r2
r0 = 0
if r2 > 8 goto out
r2 = *(u64 *)(r10 -24)
r3 = r10
r3 += -16
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
exit

=== stack: helper writes an uninitialised buffer
type: kprobe
vm: no the answer is that of the runner in user space
result: 0x73
r1 = r10
r1 += -16
r2 = 16
call bpf_get_current_comm
r0 = *(u8 *)(r10 -11)
exit

=== stack: helper reads beyond the buffer
type: kprobe
expect: refuse stack-bounds
r1 = r10
r1 += -8
r2 = 16
call bpf_get_current_comm
r0 = 0
exit
