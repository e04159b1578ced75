=== misaligned-access: fails
map: values array 4 64 1
flags: 1
expect: refuse misaligned-access
log: misaligned value access
r3 = map[values][0]+0
r0 = *(u32 *)(r3 +2)
exit

=== misaligned-access: fix
map: values array 4 64 1
flags: 1
expect: accept
r3 = map[values][0]+0
r0 = *(u32 *)(r3 +4)
exit
