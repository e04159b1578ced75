=== frame-pointer-write: fails
expect: refuse frame-pointer-write at 0
log: frame pointer is read only
r10 = 1
exit

=== frame-pointer-write: fix
expect: accept
r0 = r10
r0 = 1
exit
