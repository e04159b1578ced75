=== pointer-arith-32: fails
expect: refuse pointer-arith-32
log: 32-bit pointer arithmetic prohibited
r2 = r10
w2 += 8
r0 = 0
exit

=== pointer-arith-32: fix
expect: accept
r2 = r10
r2 += -8
r0 = 0
exit
