=== unreachable-insn: fails
expect: refuse unreachable-insn
r0 = 0
goto pc-1
exit

=== unreachable-insn: fix
expect: accept
r0 = 0
exit
