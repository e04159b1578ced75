=== helper-mem-size: fails
type: kprobe
expect: refuse helper-mem-size
log: R2 min value is negative
r2 = *(u64 *)(r1 +0)
if r2 s> 16 goto out
r3 = r1
r1 = r10
r1 += -16
call bpf_probe_read_kernel
out:
r0 = 0
exit

=== helper-mem-size: fix
type: kprobe
expect: accept
r2 = *(u64 *)(r1 +0)
if r2 > 16 goto out
r3 = r1
r1 = r10
r1 += -16
call bpf_probe_read_kernel
out:
r0 = 0
exit
