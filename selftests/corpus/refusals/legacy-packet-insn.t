=== legacy-packet-insn: fails
expect: refuse legacy-packet-insn
log: at the time of BPF_LD_ABS|IND R6 != pointer to skb
r6 = 0
r0 = *(u16 *)skb[2]
exit

=== legacy-packet-insn: fix
expect: accept
r6 = r1
r0 = *(u16 *)skb[2]
exit
