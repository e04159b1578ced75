=== ctx-access: fails
expect: refuse ctx-access
r0 = *(u32 *)(r1 +2)
exit

=== ctx-access: fix
expect: accept
r0 = *(u32 *)(r1 +4)
exit
