=== shift-range: fails
expect: refuse shift-range at 1
log: invalid shift 64
r0 = 1
r0 <<= 64
exit

=== shift-range: fix
expect: accept
r0 = 1
r0 <<= 63
exit
