=== recursion: fails
expect: refuse recursion
r0 = 0
call fn
exit
fn:
r0 = 0
call fn
exit

=== recursion: fix
expect: accept
r0 = 0
call fn
exit
fn:
r0 = 0
exit
