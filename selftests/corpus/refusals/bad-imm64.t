=== bad-imm64: fails
expect: refuse bad-imm64 at 0
raw 0x18 0 0 0 1

=== bad-imm64: fix
expect: accept
r0 = 0x1
exit
