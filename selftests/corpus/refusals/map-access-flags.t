=== map-access-flags: fails
map: secret array 4 4 1 flags=256
expect: refuse map-access-flags
r1 = map[secret][0]+0
r0 = *(u32 *)(r1 +0)
exit

=== map-access-flags: fix
map: secret array 4 4 1 flags=256
expect: accept
r1 = map[secret][0]+0
*(u32 *)(r1 +0) = 1
r0 = 0
exit
