=== unknown-insn: fails
expect: refuse unknown-insn at 0
raw 0x00 0 0 0 0
r0 = 0
exit

=== unknown-insn: fix
expect: accept
r0 = 0
exit
