=== bad-map-reference: fails
expect: refuse bad-map-reference
r1 = map[id:3]
r0 = 0
exit

=== bad-map-reference: fix
map: counts hash 4 8 4
expect: accept
r1 = map[counts]
r0 = 0
exit
