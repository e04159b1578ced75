=== return-uninit: fails
expect: refuse return-uninit at 0
log: R0 !read_ok
exit

=== return-uninit: fix
expect: accept
r0 = 0
exit
