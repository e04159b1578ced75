=== jump-into-imm64: fails
expect: refuse jump-into-imm64
r0 = 0
if r0 == 0 goto pc+1
r1 = 0x1234567890
exit

=== jump-into-imm64: fix
expect: accept
r0 = 0
if r0 == 0 goto pc+2
r1 = 0x1234567890
exit
