=== reserved-field: fails
expect: refuse reserved-field at 0
log: BPF_MOV uses reserved fields
raw 0xb7 0 0 5 1
exit

=== reserved-field: fix
expect: accept
r0 = 1
exit
