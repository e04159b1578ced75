=== return-range: fails
type: cgroup_skb
expect: refuse return-range
r0 = 7
exit

=== return-range: fix
type: cgroup_skb
expect: accept
r0 = 1
exit
