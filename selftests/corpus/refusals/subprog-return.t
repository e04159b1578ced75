=== subprog-return: fails
expect: refuse subprog-return
log: cannot return stack pointer to the caller
call fn
r0 = 0
exit
fn:
r0 = r10
r0 += -8
exit

=== subprog-return: fix
expect: accept
call fn
r0 = 0
exit
fn:
r0 = 1
exit
