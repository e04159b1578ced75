# Subprograms, callbacks, tail calls.

=== call: a subprogram
result: 12
r1 = 5
r2 = 7
call add
exit
add:
r0 = r1
r0 += r2
exit

=== call: callee-saved registers
result: 30
r6 = 10
r7 = 20
call clobber
r0 = r6
r0 += r7
exit
clobber:
r6 = 1
r7 = 2
r0 = 0
exit

=== call: r1 to r5 are gone
expect: refuse uninit-reg
log: R1 !read_ok
r1 = 5
call fn
r0 = r1
exit
fn:
r0 = 0
exit

=== call: the callee must set r0 for the caller
expect: refuse return-uninit
log: R0 !read_ok
call fn
exit
fn:
r1 = 0
exit

=== call: the callee does not see the caller's r6
expect: refuse uninit-reg
log: R6 !read_ok
r6 = 4
call fn
exit
fn:
r0 = r6
exit

=== call: the callee writes the caller's stack
result: 77
r1 = r10
r1 += -8
call fn
r0 = *(u64 *)(r10 -8)
exit
fn:
*(u64 *)(r1 +0) = 77
r0 = 0
exit

=== call: frames do not overlap
result: 3
*(u64 *)(r10 -8) = 1
call fn
r1 = *(u64 *)(r10 -8)
r0 += r1
exit
fn:
*(u64 *)(r10 -8) = 2
r0 = *(u64 *)(r10 -8)
exit

=== call: depth of 8 frames
result: 8
call f1
r0 += 1
exit
f1:
call f2
r0 += 1
exit
f2:
call f3
r0 += 1
exit
f3:
call f4
r0 += 1
exit
f4:
call f5
r0 += 1
exit
f5:
call f6
r0 += 1
exit
f6:
call f7
r0 += 1
exit
f7:
r0 = 1
exit

=== call: depth of 9 frames
expect: refuse call-depth
call f1
exit
f1:
call f2
exit
f2:
call f3
exit
f3:
call f4
exit
f4:
call f5
exit
f5:
call f6
exit
f6:
call f7
exit
f7:
call f8
exit
f8:
r0 = 1
exit

=== call: recursion
expect: refuse recursion
r0 = 0
call fn
exit
fn:
r0 = 0
call fn
exit

=== call: target beyond the program
expect: refuse bad-call-target
call pc+7
exit

=== call: jump from one function into another
expect: refuse jump-out-of-range
log: jump out of range
call fn
if r0 == 0 goto inside
exit
fn:
r0 = 0
inside:
exit

=== call: function that falls into the next
expect: refuse fall-through
call fn
call gn
exit
fn:
r0 = 0
gn:
r0 = 1
exit

=== call: stacks that are too large together
expect: refuse combined-stack
log: combined stack size
*(u64 *)(r10 -296) = 1
r1 = r10
r1 += -304
*(u64 *)(r1 +0) = 0
call fn
r0 = 0
exit
fn:
*(u64 *)(r10 -256) = 0
r0 = 0
exit

=== call: stacks that just fit
result: 0
*(u64 *)(r10 -256) = 1
call fn
exit
fn:
*(u64 *)(r10 -256) = 0
r0 = *(u64 *)(r10 -256)
exit

=== call: pointer to a callee's stack comes back
expect: refuse subprog-return
log: cannot return stack pointer to the caller
call fn
r0 = 0
exit
fn:
r0 = r10
r0 += -8
exit

=== call: null check in the caller after a look-up in the callee
map: counts hash 4 8 4
init: counts 01000000 0900000000000000
result: 9
r1 = 1
call find
if r0 == 0 goto out
r0 = *(u64 *)(r0 +0)
out:
exit
find:
*(u32 *)(r10 -4) = r1
r1 = map[counts]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
exit

=== call: kernel function by number
expect: refuse kfunc-call
call kernel-function#999999
exit

=== callback: loop
type: kprobe
result: 10
*(u64 *)(r10 -8) = 0
r1 = 5
r2 = func add
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r0 = *(u64 *)(r10 -8)
exit
add:
r3 = *(u64 *)(r2 +0)
r3 += r1
*(u64 *)(r2 +0) = r3
r0 = 0
exit

=== callback: loop that stops early
type: kprobe
result: 3
r1 = 100
r2 = func until
r3 = 0
r4 = 0
call bpf_loop
exit
until:
r0 = 0
if r1 != 2 goto out
r0 = 1
out:
exit

=== callback: returns something else
type: kprobe
expect: refuse callback-return
log: At callback return the register R0 has
r1 = 5
r2 = func bad
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
bad:
r0 = 2
exit

=== callback: loop with flags
type: kprobe
result: -22
r1 = 5
r2 = func fn
r3 = 0
r4 = 1
call bpf_loop
exit
fn:
r0 = 0
exit

=== callback: for each element of an array
type: kprobe
map: values array 4 8 3
init: values 00000000 0100000000000000
init: values 02000000 0400000000000000
result: 5
*(u64 *)(r10 -8) = 0
r1 = map[values]
r2 = func sum
r3 = r10
r3 += -8
r4 = 0
call bpf_for_each_map_elem
r0 = *(u64 *)(r10 -8)
exit
sum:
r5 = *(u64 *)(r3 +0)
r0 = *(u64 *)(r4 +0)
r0 += r5
*(u64 *)(r4 +0) = r0
r0 = 0
exit

=== callback: for each writes beyond the value
type: kprobe
map: values array 4 8 3
expect: refuse map-value-bounds
r1 = map[values]
r2 = func bad
r3 = 0
r4 = 0
call bpf_for_each_map_elem
r0 = 0
exit
bad:
*(u64 *)(r3 +8) = 1
r0 = 0
exit

=== callback: not a function
type: kprobe
expect: refuse helper-arg-type
log: R2 type=scalar expected=func
r1 = 5
r2 = 4
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit

=== callback: what the caller knew of its stack is no longer true
type: kprobe
expect: refuse stack-bounds
*(u64 *)(r10 -8) = 0
r1 = 5
r2 = func grow
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r1 = *(u64 *)(r10 -8)
r2 = r10
r2 += -16
r2 += r1
*(u8 *)(r2 +8) = 1
r0 = 0
exit
grow:
*(u64 *)(r2 +0) = 64
r0 = 0
exit

=== tail: the slot is empty
map: progs prog_array 4 4 4
result: 3
r6 = r1
r2 = map[progs]
r3 = 1
call bpf_tail_call
r0 = 3
exit

=== tail: to another program
map: progs prog_array 4 4 4
tail: progs 1 flow: the smallest program
result: 0
r2 = map[progs]
r3 = 1
call bpf_tail_call
r0 = 3
exit

=== tail: index out of range
map: progs prog_array 4 4 4
tail: progs 1 flow: the smallest program
result: 3
r2 = map[progs]
r3 = 4
call bpf_tail_call
r0 = 3
exit

=== tail: to itself until the limit
map: progs prog_array 4 4 1
map: runs array 4 8 1
tail: progs 0 tail: to itself until the limit
result: 34
r6 = r1
r7 = map[runs][0]+0
r8 = *(u64 *)(r7 +0)
r8 += 1
*(u64 *)(r7 +0) = r8
r1 = r6
r2 = map[progs]
r3 = 0
call bpf_tail_call
r0 = r8
exit

=== tail: out of a subprogram comes back to the caller
map: progs prog_array 4 4 4
tail: progs 1 flow: the smallest program
result: 5
call fn
r0 += 5
exit
fn:
r2 = map[progs]
r3 = 1
call bpf_tail_call
r0 = 100
exit

=== tail: the first argument is not the context
map: progs prog_array 4 4 4
expect: refuse helper-arg-type
log: R1 type=scalar expected=ctx
r1 = 0
r2 = map[progs]
r3 = 1
call bpf_tail_call
r0 = 3
exit

=== tail: through another kind of map
map: values array 4 4 4
expect: refuse helper-map-type
log: cannot pass map_type
r2 = map[values]
r3 = 1
call bpf_tail_call
r0 = 3
exit

=== tail: look-up in a program array
map: progs prog_array 4 4 4
expect: refuse helper-map-type
log: cannot pass map_type
*(u32 *)(r10 -4) = 0
r1 = map[progs]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r0 = 0
exit
