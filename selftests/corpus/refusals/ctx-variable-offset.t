=== ctx-variable-offset: fails
expect: refuse ctx-variable-offset
r6 = r1
r6 += 8
r0 = *(u16 *)skb[2]
exit

=== ctx-variable-offset: fix
expect: accept
r6 = r1
r0 = *(u16 *)skb[2]
exit
