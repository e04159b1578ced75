=== uninit-reg: fails
expect: refuse uninit-reg at 0
log: R2 !read_ok
r0 = r2
exit

=== uninit-reg: fix
expect: accept
r2 = 7
r0 = r2
exit
