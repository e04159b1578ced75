# Control flow: reachability, jumps, ends of functions, loops.

=== flow: the smallest program
result: 0
r0 = 0
exit

=== flow: empty of exit
expect: refuse fall-through
r0 = 0

=== flow: last instruction is a conditional jump
expect: refuse fall-through
r0 = 0
if r0 == 0 goto pc-1

=== flow: code behind exit
expect: refuse unreachable-insn at 2
log: unreachable insn 2
r0 = 0
exit
r0 = 1
exit

=== flow: code behind goto
expect: refuse unreachable-insn at 2
log: unreachable insn
r0 = 0
goto pc+1
r0 = 1
exit

=== flow: a branch that is never taken may be there
result: 1
r0 = 1
if r0 == 1 goto done
r0 = 2
done:
exit

=== flow: jump beyond the end
expect: refuse jump-out-of-range at 1
log: jump out of range
r0 = 0
if r0 == 0 goto pc+5
exit

=== flow: jump before the start
expect: refuse jump-out-of-range at 1
log: jump out of range
r0 = 0
if r0 == 0 goto pc-5
exit

=== flow: jump into a 64-bit immediate
expect: refuse jump-into-imm64
r0 = 0
if r0 == 0 goto pc+1
r1 = 0x1234567890
exit

=== flow: goto forward and back that ends
result: 7
r0 = 0
goto second
first:
r0 += 3
goto end
second:
r0 += 4
goto first
end:
exit

=== flow: gotol
result: 5
r0 = 5
gotol far
back:
exit
far:
gotol back

=== flow: endless loop
expect: refuse back-edge
log: infinite loop detected
log: back-edge from insn 2 to 1
r0 = 0
again:
if r0 != 0 goto out
goto again
out:
exit

=== flow: goto itself
expect: refuse unreachable-insn
r0 = 0
goto pc-1
exit

=== flow: loop that changes nothing
expect: refuse back-edge
log: infinite loop detected
r1 = *(u32 *)(r1 +0)
r0 = 0
again:
r2 = 1
if r1 == 0 goto again
exit

=== flow: loop with a constant bound
result: 45
r0 = 0
r1 = 0
again:
r0 += r1
r1 += 1
if r1 != 10 goto again
exit

=== flow: loop downwards
result: 10
r0 = 0
r1 = 10
again:
r0 += 1
r1 -= 1
if r1 s> 0 goto again
exit

=== flow: nested loops
result: 100
r0 = 0
r1 = 0
outer:
r2 = 0
inner:
r0 += 1
r2 += 1
if r2 < 10 goto inner
r1 += 1
if r1 < 10 goto outer
exit

=== flow: loop of 10000 turns
result: 10000
r0 = 0
again:
r0 += 1
if r0 != 10000 goto again
exit

=== flow: loop bounded by a masked value
result: 0
r2 = *(u32 *)(r1 +8)
r2 &= 15
r0 = 0
again:
if r0 >= r2 goto out
r0 += 1
goto again
out:
exit

=== flow: counter that can skip its bound
vm: no a million instructions take too long in an emulator
expect: refuse too-complex
host: refuse mainline gives up after 1M instructions
r2 = *(u32 *)(r1 +0)
r0 = 0
again:
r0 += r2
if r0 != 5 goto again
exit

=== flow: diamond joins
result: 3
r2 = *(u32 *)(r1 +8)
r0 = 1
if r2 == 77 goto other
r0 += 2
goto join
other:
r0 += 3
join:
exit

=== flow: may_goto ends a loop
result: 1
r0 = 0
again:
may_goto out
r0 = 1
goto again
out:
exit

=== flow: dead branch by known bits
result: 0
r2 = *(u32 *)(r1 +8)
r2 &= 6
r2 |= 1
r0 = 0
if r2 != 4 goto out
r0 = *(u64 *)(r0 +0)
out:
exit

=== flow: unknown opcode
expect: refuse unknown-insn at 0
log: unknown opcode ff
raw 0xff 0 0 0 0
exit

=== flow: second half alone
expect: refuse unknown-insn at 0
raw 0x00 0 0 0 0
r0 = 0
exit

=== flow: reserved fields of exit
expect: refuse reserved-field at 1
log: BPF_EXIT uses reserved fields
r0 = 0
raw 0x95 1 0 0 0

=== flow: reserved fields of goto
expect: refuse reserved-field at 1
log: BPF_JA uses reserved fields
r0 = 0
raw 0x05 0 0 0 1
exit

=== flow: reserved fields of an alu instruction
expect: refuse reserved-field at 1
log: BPF_ALU uses reserved fields
r0 = 0
raw 0x07 0 1 0 1
exit

=== flow: reserved fields of mov
expect: refuse reserved-field at 0
log: BPF_MOV uses reserved fields
raw 0xb7 0 0 5 1
exit

=== flow: reserved fields of a store
expect: refuse reserved-field at 1
log: BPF_ST uses reserved fields
r0 = 0
raw 0x7a 10 1 -8 0
exit

=== flow: reserved fields of a load
expect: refuse reserved-field at 1
log: BPF_LDX uses reserved fields
r0 = 0
raw 0x61 2 1 0 1
exit

=== flow: reserved fields of call
expect: refuse reserved-field at 0
log: BPF_CALL uses reserved fields
raw 0x85 1 0 0 5
exit

=== flow: reserved fields of a comparison
expect: refuse reserved-field at 1
log: BPF_JMP/JMP32 uses reserved fields
r0 = 0
raw 0x15 0 1 0 0
exit

=== flow: register r11
expect: refuse bad-register at 0
log: R11 is invalid
r11 = 0
exit

=== flow: register r12 as source
expect: refuse bad-register at 0
log: R12 is invalid
r0 = r12
exit

=== flow: 64-bit immediate cut off
expect: refuse bad-imm64 at 0
raw 0x18 0 0 0 1

=== flow: 64-bit immediate with a dirty second half
expect: refuse bad-imm64 at 0
raw 0x18 0 0 0 1
raw 0x00 1 0 0 1
exit

=== flow: atomic operation that does not exist
expect: refuse unknown-insn at 2
log: BPF_ATOMIC uses invalid atomic opcode
r0 = 0
*(u64 *)(r10 -8) = 0
raw 0xdb 10 0 -8 0x21
exit
