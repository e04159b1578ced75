=== pointer-arith: fails
expect: refuse pointer-arith
r2 = r10
r2 &= -8
r0 = 0
exit

=== pointer-arith: fix
expect: accept
r2 = r10
r2 += -8
r0 = 0
exit
