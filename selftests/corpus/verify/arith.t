# Arithmetic: divisions, shifts, pointers, and what the verifier learns from numbers.

=== arith: division by a constant zero
expect: refuse division-by-zero at 1
log: div by zero
r0 = 1
r0 /= 0
exit

=== arith: 32-bit modulo by a constant zero
expect: refuse division-by-zero at 1
log: div by zero
r0 = 1
w0 %= 0
exit

=== arith: division by a register that is zero
result: 0
r0 = 7
r1 = 0
r0 /= r1
exit

=== arith: modulo by a register that is zero
result: 7
r0 = 7
r1 = 0
r0 %= r1
exit

=== arith: 32-bit modulo by zero clears the upper half
result: 7
r0 = 0x100000007
r1 = 0
w0 %= w1
exit

=== arith: shift by 64
expect: refuse shift-range at 1
log: invalid shift 64
r0 = 1
r0 <<= 64
exit

=== arith: 32-bit shift by 32
expect: refuse shift-range at 1
log: invalid shift 32
r0 = 1
w0 >>= 32
exit

=== arith: shift by a negative number
expect: refuse shift-range at 1
log: invalid shift -1
r0 = 1
r0 s>>= -1
exit

=== arith: shift by a register that is too large
result: 2
r0 = 1
r1 = 65
r0 <<= r1
exit

=== arith: pointer times a number
expect: refuse pointer-arith
log: R2 pointer arithmetic with *= operator prohibited
r2 = r10
r2 *= 2
r0 = 0
exit

=== arith: pointer masked
expect: refuse pointer-arith
r2 = r10
r2 &= -8
r0 = 0
exit

=== arith: pointer negated
expect: refuse not-a-pointer
r2 = r10
r2 = -r2
r0 = *(u64 *)(r2 +0)
exit

=== arith: 32-bit arithmetic on a pointer
expect: refuse pointer-arith-32
log: 32-bit pointer arithmetic prohibited
r2 = r10
w2 += 8
r0 = 0
exit

=== arith: 32-bit move of a pointer
expect: refuse not-a-pointer
r2 = r1
w2 = w2
r0 = *(u32 *)(r2 +0)
exit

=== arith: pointer plus pointer
expect: refuse pointer-arith
log: pointer += pointer prohibited
r2 = r10
r2 += r1
r0 = 0
exit

=== arith: number plus pointer
result: 4
*(u64 *)(r10 -8) = 4
r2 = -8
r2 += r10
r0 = *(u64 *)(r2 +0)
exit

=== arith: pointer to a map plus a number
map: counts hash 4 8 4
expect: refuse pointer-arith
log: pointer arithmetic on map_ptr prohibited
r1 = map[counts]
r1 += 8
r0 = 0
exit

=== arith: huge offset
map: values array 4 64 1
expect: refuse pointer-range
r1 = map[values][0]+0
r2 = 0x7fffffffffff
r1 += r2
r0 = *(u8 *)(r1 +0)
exit

=== arith: bound from an unsigned comparison
map: values array 4 64 1
result: 0
r2 = *(u32 *)(r1 +8)
r3 = map[values][0]+0
r0 = 0
if r2 >= 64 goto out
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
exit

=== arith: bound from two signed comparisons
map: values array 4 64 1
result: 0
r2 = *(u32 *)(r1 +8)
r2 <<= 32
r2 s>>= 32
r3 = map[values][0]+0
r0 = 0
if r2 s>= 64 goto out
if r2 s< 0 goto out
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
exit

=== arith: bound from a 32-bit comparison
map: values array 4 64 1
result: 0
r2 = *(u32 *)(r1 +8)
r3 = map[values][0]+0
r0 = 0
if w2 > 63 goto out
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
exit

=== arith: a 32-bit comparison says nothing of the upper half
type: kprobe
map: values array 4 64 1
expect: refuse pointer-range
log: unbounded min value
r2 = *(u64 *)(r1 +8)
r3 = map[values][0]+0
r0 = 0
if w2 > 63 goto out
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
exit

=== arith: bound through a copy
map: values array 4 64 1
result: 0
r2 = *(u32 *)(r1 +8)
r4 = r2
r3 = map[values][0]+0
r0 = 0
if r2 > 63 goto out
r3 += r4
r0 = *(u8 *)(r3 +0)
out:
exit

=== arith: bound through modulo
map: values array 4 64 1
result: 0
host: refuse mainline learns nothing from a modulo before 7.0
r2 = *(u32 *)(r1 +8)
r2 %= 64
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit

=== arith: bound through a right shift
map: values array 4 64 1
result: 0
r2 = *(u32 *)(r1 +8)
r2 >>= 26
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit

=== arith: a multiplication loses the bound
map: values array 4 64 1
expect: refuse map-value-bounds
r2 = *(u32 *)(r1 +8)
r2 &= 15
r2 *= 8
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit

=== arith: a multiplication that stays inside
map: values array 4 64 1
result: 0
r2 = *(u32 *)(r1 +8)
r2 &= 7
r2 *= 8
r3 = map[values][0]+0
r3 += r2
r0 = *(u64 *)(r3 +0)
exit

=== arith: bounds by equality
map: values array 4 64 1
result: 0
r2 = *(u32 *)(r1 +8)
r3 = map[values][0]+0
r0 = 0
if r2 != 8 goto out
r3 += r2
r0 = *(u64 *)(r3 +0)
out:
exit

=== arith: subtraction may go below zero
map: values array 4 64 1
expect: refuse unbounded-access
r2 = *(u32 *)(r1 +8)
r2 &= 7
r2 -= 1
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit

=== arith: misaligned map value under strict alignment
map: values array 4 64 1
flags: 1
expect: refuse misaligned-access
log: misaligned value access
r3 = map[values][0]+0
r0 = *(u32 *)(r3 +2)
exit

=== arith: misaligned map value
map: values array 4 64 1
result: 0
r3 = map[values][0]+0
r0 = *(u32 *)(r3 +2)
exit

=== arith: pointers of two kinds at one load
map: values array 4 64 1
expect: refuse mixed-pointer-kinds
log: same insn cannot be used with different pointers
r2 = *(u32 *)(r1 +8)
r3 = r1
if r2 == 3 goto skip
r3 = map[values][0]+0
skip:
r0 = *(u32 *)(r3 +0)
exit

=== arith: retval of an xdp program
type: xdp
result: 2
r0 = 2
exit

=== arith: an address as the result
r0 = r1
exit
