=== mixed-pointer-kinds: fails
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

=== mixed-pointer-kinds: fix
map: values array 4 64 1
expect: accept
r2 = *(u32 *)(r1 +8)
r3 = r1
if r2 == 3 goto skip
r3 = map[values][0]+0
r0 = *(u32 *)(r3 +0)
exit
skip:
r0 = *(u32 *)(r3 +0)
exit
