=== bad-program-flags: fails
type: kprobe
flags: 0x40000000
expect: refuse bad-program-flags
r0 = 0
exit

=== bad-program-flags: fix
type: kprobe
expect: accept
r0 = 0
exit
