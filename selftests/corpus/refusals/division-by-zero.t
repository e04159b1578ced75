=== division-by-zero: fails
expect: refuse division-by-zero at 1
log: div by zero
r0 = 1
r0 /= 0
exit

=== division-by-zero: fix
expect: accept
r0 = 1
r0 /= 2
exit
