=== map-direct-value: fails
map: counts hash 4 8 4
expect: refuse map-direct-value
r1 = map[counts][0]+0
r0 = 0
exit

=== map-direct-value: fix
map: counts array 4 8 1
expect: accept
r1 = map[counts][0]+0
r0 = 0
exit
