=== write-to-readonly: fails
map: config array 4 4 1 flags=128 frozen=05000000
expect: refuse write-to-readonly
log: write into map forbidden
r1 = map[config][0]+0
*(u32 *)(r1 +0) = 1
r0 = 0
exit

=== write-to-readonly: fix
map: config array 4 4 1 flags=128 frozen=05000000
expect: accept
r1 = map[config][0]+0
r0 = *(u32 *)(r1 +0)
exit
