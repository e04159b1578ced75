=== jump-out-of-range: fails
expect: refuse jump-out-of-range at 1
log: jump out of range
r0 = 0
if r0 == 0 goto pc+5
exit

=== jump-out-of-range: fix
expect: accept
r0 = 0
if r0 == 0 goto pc+0
exit
