# Atomic instructions: operands, alignment, results.

=== atomic: add
result: 12
*(u64 *)(r10 -8) = 5
r1 = 7
lock *(u64 *)(r10 -8) += r1
r0 = *(u64 *)(r10 -8)
exit

=== atomic: 32-bit add wraps inside its word
result: 0x5ffffffff
r1 = 0x500000000
*(u64 *)(r10 -8) = r1
r1 = -1
lock *(u32 *)(r10 -8) += r1
r0 = *(u64 *)(r10 -8)
exit

=== atomic: fetch and add gives the old value
result: 5
*(u64 *)(r10 -8) = 5
r1 = 7
r1 = atomic64_fetch_add((u64 *)(r10 -8), r1)
r0 = r1
exit

=== atomic: 32-bit fetch clears the upper half
result: 0xffffffff
r1 = -1
*(u64 *)(r10 -8) = r1
r1 = 1
r1 = atomic_fetch_add((u32 *)(r10 -8), r1)
r0 = r1
exit

=== atomic: or, and, xor
result: 6
*(u64 *)(r10 -8) = 5
r1 = 2
lock *(u64 *)(r10 -8) |= r1
r1 = 6
lock *(u64 *)(r10 -8) &= r1
r1 = 0
lock *(u64 *)(r10 -8) ^= r1
r0 = *(u64 *)(r10 -8)
exit

=== atomic: exchange
result: 9
*(u64 *)(r10 -8) = 5
r1 = 4
r1 = atomic64_xchg((u64 *)(r10 -8), r1)
r0 = *(u64 *)(r10 -8)
r0 += r1
exit

=== atomic: compare and exchange that succeeds
result: 8
*(u64 *)(r10 -8) = 5
r0 = 5
r1 = 3
r0 = atomic64_cmpxchg((u64 *)(r10 -8), r0, r1)
r1 = *(u64 *)(r10 -8)
r0 += r1
exit

=== atomic: compare and exchange that fails
result: 10
*(u64 *)(r10 -8) = 5
r0 = 6
r1 = 3
r0 = atomic64_cmpxchg((u64 *)(r10 -8), r0, r1)
r1 = *(u64 *)(r10 -8)
r0 += r1
exit

=== atomic: compare and exchange without r0
expect: refuse uninit-reg
log: R0 !read_ok
*(u64 *)(r10 -8) = 5
r1 = 3
r0 = atomic64_cmpxchg((u64 *)(r10 -8), r0, r1)
exit

=== atomic: store of an uninitialised register
expect: refuse uninit-reg
log: R2 !read_ok
*(u64 *)(r10 -8) = 5
lock *(u64 *)(r10 -8) += r2
r0 = 0
exit

=== atomic: a pointer as the operand
*(u64 *)(r10 -8) = 5
lock *(u64 *)(r10 -8) += r1
r0 = 0
exit

=== atomic: not aligned
expect: refuse stack-misaligned
log: misaligned
*(u64 *)(r10 -8) = 5
*(u64 *)(r10 -16) = 5
r1 = 1
lock *(u64 *)(r10 -12) += r1
r0 = 0
exit

=== atomic: a byte
expect: refuse unknown-insn
*(u64 *)(r10 -8) = 5
r1 = 1
raw 0xd3 10 1 -8 0
r0 = 0
exit

=== atomic: load acquire
result: 0xfe
*(u64 *)(r10 -8) = -2
r0 = load_acquire((u8 *)(r10 -8))
exit

=== atomic: store release
result: 0x1234
*(u64 *)(r10 -8) = 0
r1 = 0x71234
store_release((u16 *)(r10 -8), r1)
r0 = *(u64 *)(r10 -8)
exit

=== atomic: on a map value
map: values array 4 8 1
init: values 00000000 0500000000000000
check: values 00000000 0600000000000000
result: 5
r1 = map[values][0]+0
r2 = 1
r2 = atomic64_fetch_add((u64 *)(r1 +0), r2)
r0 = r2
exit
