=== bad-register: fails
expect: refuse bad-register at 0
log: R11 is invalid
r11 = 0
exit

=== bad-register: fix
expect: accept
r0 = 0
exit
