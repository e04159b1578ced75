=== bad-call-target: fails
expect: refuse bad-call-target
call pc+7
exit

=== bad-call-target: fix
expect: accept
call fn
exit
fn:
r0 = 0
exit
