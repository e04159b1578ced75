=== too-complex: fails
vm: no a million instructions take too long in an emulator
expect: refuse too-complex
host: refuse mainline gives up after 1M instructions
r2 = *(u32 *)(r1 +0)
r0 = 0
again:
r0 += r2
if r0 != 5 goto again
exit

=== too-complex: fix
expect: accept
r2 = *(u32 *)(r1 +0)
r0 = 0
again:
r0 += 1
if r0 < 5 goto again
exit
