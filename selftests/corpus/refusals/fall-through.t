=== fall-through: fails
expect: refuse fall-through
r0 = 0

=== fall-through: fix
expect: accept
r0 = 0
exit
