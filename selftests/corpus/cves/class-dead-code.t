# Code that no path reaches was left as it was and could be reached by speculation or a bug of a jump;
# here it is accepted, as it never runs, and must not run.

=== class-dead-code: the attack
type: kprobe
expect: refuse not-a-pointer
r2 = *(u64 *)(r1 +0)
r0 = 0
if r2 == 0 goto out
r0 = *(u64 *)(r2 +0)
out:
exit

=== class-dead-code: harmless
result: 5
r2 = 1
r0 = 5
if r2 != 0 goto out
r0 = *(u64 *)(r2 +0)
out:
exit
