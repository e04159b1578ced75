=== too-many-jumps: fails
type: kprobe
expect: refuse too-many-jumps
again:
call fn
if r0 != 99 goto again
r0 = 0
exit
fn:
r0 = 1
turn:
may_goto out
r0 += 1
goto turn
out:
exit

=== too-many-jumps: fix
type: kprobe
expect: accept
again:
call fn
r0 = 0
exit
fn:
r0 = 1
turn:
may_goto out
r0 += 1
goto turn
out:
exit
