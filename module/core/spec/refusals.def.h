/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Every safety condition of the verifier, one row each:
 *	AB_REFUSAL_ENUM(NAME, slug, errno, rule, advice)
 * The includer defines AB_REFUSAL_ENUM. Slugs are stable: tests, tools and users refer to them.
 */

/* ---- the instructions themselves ---- */
AB_REFUSAL_ENUM(INSN_UNKNOWN, "unknown-insn", EINVAL,
	"every instruction must be one that the instruction set defines",
	"Compile with clang -target bpf -mcpu=v3 or v4; hand-written bytecode must use only the opcodes of RFC 9669.")
AB_REFUSAL_ENUM(INSN_RESERVED, "reserved-field", EINVAL,
	"fields that an instruction does not use must be zero",
	"Clear dst, src, off and imm where the opcode does not use them; clang never sets them.")
AB_REFUSAL_ENUM(INSN_BAD_REG, "bad-register", EINVAL,
	"an instruction may only name R0 to R10",
	"Use a register from R0 to R9, or R10 to read the frame pointer.")
AB_REFUSAL_ENUM(INSN_BAD_IMM64, "bad-imm64", EINVAL,
	"a 64-bit immediate takes two instructions, the second with all fields but imm zero",
	"Keep both halves of the 16-byte load together; do not patch or cut between them.")
AB_REFUSAL_ENUM(INSN_LEGACY, "legacy-packet-insn", EINVAL,
	"the old packet loads (BPF_LD_ABS, BPF_LD_IND) are only for socket filters and classifiers, with the context in R6",
	"Read the packet through ctx->data and ctx->data_end; in hand-written code keep the context in R6.")
AB_REFUSAL_ENUM(PROG_EMPTY, "empty-program", EINVAL,
	"a program must have at least one instruction",
	"Check that the right section of the object file was loaded.")
AB_REFUSAL_ENUM(PROG_TOO_LONG, "program-too-long", E2BIG,
	"a program may have at most 1,000,000 instructions",
	"Turn unrolled loops into real loops (drop #pragma unroll), or split the program with bpf_tail_call().")

/* ---- control flow ---- */
AB_REFUSAL_ENUM(UNREACHABLE, "unreachable-insn", EINVAL,
	"every instruction must be reachable from the start",
	"Remove code behind an unconditional jump or exit; clang drops such code with -O2.")
AB_REFUSAL_ENUM(JUMP_RANGE, "jump-out-of-range", EINVAL,
	"a jump must lead to an instruction of the same function",
	"Functions call each other, they never jump into one another; build with clang -O2 and do not cut the section.")
AB_REFUSAL_ENUM(JUMP_MIDDLE, "jump-into-imm64", EINVAL,
	"a jump must not lead into the second half of a 64-bit immediate",
	"Jump to the first half of the 16-byte load; count it as two instructions in offsets.")
AB_REFUSAL_ENUM(FALL_THROUGH, "fall-through", EINVAL,
	"the last instruction of a function must be an exit or an unconditional jump",
	"End every path with return; a function that clang considers noreturn has none, so give it one.")
AB_REFUSAL_ENUM(BACK_EDGE, "back-edge", EINVAL,
	"a loop must be shown to end",
	"Give the loop a constant bound (for (i = 0; i < 64; i++)), or use bpf_loop(), which needs no proof.")
AB_REFUSAL_ENUM(TOO_MANY_JUMPS, "too-many-jumps", E2BIG,
	"the number of branches waiting to be explored is limited",
	"Put independent work into global (non-static) functions, or loop with bpf_loop().")

/* ---- functions ---- */
AB_REFUSAL_ENUM(CALL_TARGET, "bad-call-target", EINVAL,
	"a call must lead to the start of a function of the program",
	"Let libbpf relocate calls (load the object with libbpf); a call's imm counts from the next instruction.")
AB_REFUSAL_ENUM(TOO_MANY_SUBPROGS, "too-many-functions", E2BIG,
	"a program may have at most 256 functions",
	"Mark small functions static __always_inline.")
AB_REFUSAL_ENUM(CALL_DEPTH, "call-depth", E2BIG,
	"calls may be nested 8 deep",
	"Inline some of the functions (static __always_inline) or flatten the call chain.")
AB_REFUSAL_ENUM(CALL_RECURSION, "recursion", EINVAL,
	"a function must not call itself, not even through others",
	"Rewrite the recursion as a loop with a constant bound and an explicit array as its stack, or as bpf_loop().")
AB_REFUSAL_ENUM(STACK_COMBINED, "combined-stack", EACCES,
	"the frames on a call chain may take 512 bytes together",
	"Move large buffers from the stack into a per-CPU array map with one element.")
AB_REFUSAL_ENUM(SUBPROG_ARG, "subprog-arg", EINVAL,
	"what is passed to a function must fit its types in the program's BTF",
	"Pass numbers, the context, or pointers that were checked for NULL; or make the function static so that it is verified at each call.")
AB_REFUSAL_ENUM(SUBPROG_RETURN, "subprog-return", EINVAL,
	"a global function must return a number, and no function the address of its own stack",
	"Return int from global functions; make it static to return a pointer; never return the address of a local variable.")
AB_REFUSAL_ENUM(CALLBACK_SHAPE, "callback-shape", EINVAL,
	"a callback must be a static function of this program with the arguments that the helper gives it",
	"Declare it static with the helper's callback signature, for example static long cb(u64 i, void *ctx) for bpf_loop().")
AB_REFUSAL_ENUM(CALLBACK_RETURN, "callback-return", EINVAL,
	"a callback must return 0 or 1",
	"Return 0 to go on and 1 to stop, as constants or after a check of the range.")

/* ---- registers ---- */
AB_REFUSAL_ENUM(UNINIT_REG, "uninit-reg", EACCES,
	"a register must be written before it is read",
	"Initialise the variable on every path. After a call R1 to R5 are gone: keep values that are needed later in variables of their own.")
AB_REFUSAL_ENUM(FP_WRITE, "frame-pointer-write", EACCES,
	"R10, the frame pointer, is read only",
	"Copy R10 to another register and change the copy.")

/* ---- the stack ---- */
AB_REFUSAL_ENUM(STACK_BOUNDS, "stack-bounds", EACCES,
	"stack accesses must stay within the 512 bytes below the frame pointer",
	"Check the index against the array's size right before its use, or mask it (i & 63); move big arrays into a map.")
AB_REFUSAL_ENUM(STACK_ALIGN, "stack-misaligned", EACCES,
	"stack accesses must be aligned to their size where a pointer is kept there",
	"Do not take pointers out of packed structs on the stack; align the variable with __attribute__((aligned(8))).")
AB_REFUSAL_ENUM(STACK_VAR_OFF, "stack-variable-offset", EACCES,
	"a variable index into the stack must have known bounds",
	"Bound the index with an if right before the access, or mask it; with pointers kept on the stack use constant indices.")
AB_REFUSAL_ENUM(SPILL_CORRUPT, "corrupt-spill", EACCES,
	"a pointer that was stored on the stack must be read back whole, and must not be overwritten in part",
	"Read it with the type it was stored with; do not alias it with smaller types.")

/* ---- memory ---- */
AB_REFUSAL_ENUM(BAD_POINTER, "not-a-pointer", EACCES,
	"only a pointer that the verifier knows may be dereferenced",
	"A number is no pointer: read kernel memory with bpf_probe_read_kernel() or BPF_CORE_READ(), user memory with bpf_probe_read_user().")
AB_REFUSAL_ENUM(NULL_DEREF, "null-deref", EACCES,
	"a pointer that may be NULL must be checked before it is used",
	"Write if (!p) return 0; between the call that gave the pointer and its first use.")
AB_REFUSAL_ENUM(NULL_ARITH, "null-arith", EACCES,
	"no arithmetic on a pointer that may be NULL",
	"Check it first (if (!p) return 0;), then add to it.")
AB_REFUSAL_ENUM(MAP_VALUE_BOUNDS, "map-value-bounds", EACCES,
	"an access to a map's value must stay inside the value",
	"Check the index in the same unsigned variable that is used for the access: if (i >= ARRAY_SIZE(v->a)) return 0;, or mask it with a power of two minus one.")
AB_REFUSAL_ENUM(MEM_BOUNDS, "memory-bounds", EACCES,
	"an access must stay inside the memory that was given (a ring buffer record, a callee's buffer)",
	"Reserve as many bytes as are written (sizeof(*e)), and bound every index right before its use.")
AB_REFUSAL_ENUM(PACKET_BOUNDS, "packet-bounds", EACCES,
	"packet bytes must be compared with data_end before they are read",
	"Write if ((void *)(p + 1) > data_end) return 0; with the very pointer that is read next; repeat it after helpers that change the packet.")
AB_REFUSAL_ENUM(PACKET_STALE, "packet-changed", EACCES,
	"packet pointers end where a helper may have changed the packet",
	"Read ctx->data and ctx->data_end again after the helper, and compare again.")
AB_REFUSAL_ENUM(PACKET_WRITE, "packet-write", EACCES,
	"this program type may only read the packet",
	"Copy what is to be changed, or use a program type that may write (xdp, sched_cls).")
AB_REFUSAL_ENUM(UNBOUNDED, "unbounded-access", EACCES,
	"an offset must have known limits: a smallest and a largest value that are in bounds",
	"Make the variable unsigned and compare it with a constant before use; a signed variable also needs the check against 0.")
AB_REFUSAL_ENUM(MEM_RDONLY, "write-to-readonly", EACCES,
	"read-only memory must not be written",
	"const globals are in .rodata, which is frozen: drop const, or copy to a local variable.")
AB_REFUSAL_ENUM(MISALIGNED, "misaligned-access", EACCES,
	"an access must be aligned to its size",
	"Avoid packed structs and casts to wider types; copy bytes with __builtin_memcpy() instead.")
AB_REFUSAL_ENUM(ACCESS_KIND, "bad-access-kind", EACCES,
	"this kind of pointer does not allow this kind of access (atomics work on stack and map values, a map itself cannot be read)",
	"Do atomic operations on map values; look elements up with bpf_map_lookup_elem() in place of dereferencing the map.")
AB_REFUSAL_ENUM(PATHS_DIFFER, "mixed-pointer-kinds", EINVAL,
	"one instruction must touch the same kind of memory on all paths",
	"Read through each pointer in its own branch, or copy into a local variable first, and use the local variable.")

/* ---- the context ---- */
AB_REFUSAL_ENUM(CTX_ACCESS, "ctx-access", EACCES,
	"the context may only be read where its type has a field, with the field's size",
	"Use the struct that belongs to the section (struct pt_regs for kprobe, struct trace_event_raw_... for tracepoint), and fields that exist for this program type.")
AB_REFUSAL_ENUM(CTX_WRITE, "ctx-write", EACCES,
	"this field of the context is read only",
	"Copy the value to a local variable and change the copy.")
AB_REFUSAL_ENUM(CTX_VAR_OFF, "ctx-variable-offset", EACCES,
	"the context must be accessed at constant offsets, through its unchanged pointer",
	"Do not index the context with a variable and do not pass ctx + n on: unroll the loop, or use a switch with constant members.")

/* ---- pointers ---- */
AB_REFUSAL_ENUM(PTR_ARITH, "pointer-arith", EACCES,
	"of arithmetic on pointers only adding and subtracting a number is allowed, and only on pointers into memory",
	"Compute the number first, then add it to the pointer once; no multiplication, masks or shifts on pointers.")
AB_REFUSAL_ENUM(PTR_ARITH_32, "pointer-arith-32", EACCES,
	"32-bit arithmetic would cut a pointer",
	"Keep pointers in pointer variables or u64; do not cast them to u32 or int.")
AB_REFUSAL_ENUM(PTR_RANGE, "pointer-range", EACCES,
	"what is added to a pointer must have known limits, below 2^29 in size",
	"Bound the number with a comparison first; make it unsigned so that one comparison is enough.")
AB_REFUSAL_ENUM(PTR_LEAK, "pointer-leak", EACCES,
	"a kernel address must not leave the program: not into maps, contexts or packets",
	"Store the value that the pointer points to, or an index, in place of the pointer.")

/* ---- arithmetic ---- */
AB_REFUSAL_ENUM(SHIFT_RANGE, "shift-range", EINVAL,
	"a constant shift must be smaller than the width: 64, or 32 for 32-bit operations",
	"Shift by 0 to 63 (u64) or 0 to 31 (u32).")
AB_REFUSAL_ENUM(DIV_ZERO, "division-by-zero", EINVAL,
	"a constant divisor must not be 0",
	"Check the macro or constant that makes the divisor; division by a variable that is 0 gives 0 and is allowed.")

/* ---- maps ---- */
AB_REFUSAL_ENUM(MAP_BAD_REF, "bad-map-reference", EINVAL,
	"a map reference must name a map that was given with the program",
	"Load the object with libbpf, so that map references are relocated; the fd must be open and be a map of altbpf.")
AB_REFUSAL_ENUM(MAP_TOO_MANY, "too-many-maps", E2BIG,
	"a program may use at most 64 maps",
	"Put several arrays into the value of one map, or use map-in-map.")
AB_REFUSAL_ENUM(MAP_DIRECT_VALUE, "map-direct-value", EINVAL,
	"direct value access needs an array with one element, and an offset inside it",
	"Use global variables (libbpf makes such an array of them), or bpf_map_lookup_elem().")
AB_REFUSAL_ENUM(MAP_FLAGS, "map-access-flags", EACCES,
	"a map with RDONLY_PROG must not be written by programs, one with WRONLY_PROG not be read",
	"Create the map without the flag, or do the access from user space.")

/* ---- helpers ---- */
AB_REFUSAL_ENUM(HELPER_UNKNOWN, "unknown-helper", EINVAL,
	"a called helper must exist",
	"Run `altbpfctl feature probe` to see what exists here; guard newer helpers with bpf_core_enum_value_exists().")
AB_REFUSAL_ENUM(HELPER_PROG_TYPE, "helper-not-for-program", EINVAL,
	"a helper may only be called from the program types that it is made for",
	"Pick another helper (`altbpfctl feature probe` lists them by program type), or another SEC() for the program.")
AB_REFUSAL_ENUM(HELPER_GPL, "helper-gpl", EINVAL,
	"this helper is only for programs under a GPL compatible licence",
	"Declare char LICENSE[] SEC(\"license\") = \"GPL\"; in the source.")
AB_REFUSAL_ENUM(HELPER_SLEEPS, "helper-sleeps", EINVAL,
	"a helper that may sleep needs a program that may sleep",
	"Put the program into a sleepable section (SEC(\"lsm.s/...\"), SEC(\"uprobe.s\")), or use the variant that does not sleep (bpf_probe_read_user()).")
AB_REFUSAL_ENUM(HELPER_ARG_TYPE, "helper-arg-type", EACCES,
	"an argument must be of the kind that the helper takes",
	"Compare the call with the helper's description in bpf-helpers(7): a key and a value are passed by address, a map as &map, the context unchanged.")
AB_REFUSAL_ENUM(HELPER_ARG_NULL, "helper-arg-null", EACCES,
	"a helper's argument that may be NULL must be checked first",
	"Write if (!p) return 0; before the call.")
AB_REFUSAL_ENUM(HELPER_MEM_SIZE, "helper-mem-size", EACCES,
	"the size given to a helper must be bounded and fit the memory given with it",
	"Pass sizeof(buf); for a variable size: make it unsigned and check if (len > sizeof(buf)) return 0; right before the call.")
AB_REFUSAL_ENUM(HELPER_ZERO_SIZE, "helper-zero-size", EACCES,
	"here the size must be at least 1",
	"Check if (len == 0) return 0; or give the size a lower bound; make it unsigned.")
AB_REFUSAL_ENUM(HELPER_MAP_TYPE, "helper-map-type", EINVAL,
	"a helper only works on the map types that it is made for",
	"Use the helper that belongs to the map: ringbuf helpers for a ringbuf, push and pop for queue and stack, perf_event_output for a perf event array.")
AB_REFUSAL_ENUM(HELPER_CONST_ARG, "helper-const-arg", EACCES,
	"this argument must be a known constant",
	"Pass a literal or sizeof(); a value that only is known at run time does not do here.")
AB_REFUSAL_ENUM(HELPER_CONST_STR, "helper-const-string", EINVAL,
	"a format or pattern must be a NUL-terminated text in read-only memory",
	"Write it as static const char fmt[] = \"...\"; (global scope goes to .rodata, which libbpf freezes).")
AB_REFUSAL_ENUM(HELPER_FORMAT, "helper-format", EINVAL,
	"a format string may only use the conversions that helpers know, one argument each",
	"Use %d %i %u %x %ld %lld %llx %p %s %c and the like; trace_printk takes three, the BPF_SNPRINTF macros twelve.")
AB_REFUSAL_ENUM(TAIL_CALL, "tail-call-place", EINVAL,
	"a tail call may not happen inside a callback or while a reference or lock is held",
	"Move the bpf_tail_call() to the main function; submit or discard the ring buffer record before it.")
AB_REFUSAL_ENUM(KFUNC, "kfunc-call", EINVAL,
	"calls to kernel functions by BTF id are not available here",
	"Use a helper with the same purpose, or guard the call with bpf_ksym_exists().")

/* ---- references ---- */
AB_REFUSAL_ENUM(REF_LEAK, "ref-leak", EINVAL,
	"what was acquired must be released on every path",
	"Call bpf_ringbuf_submit() or bpf_ringbuf_discard() before every return that follows a successful bpf_ringbuf_reserve().")
AB_REFUSAL_ENUM(REF_RELEASE, "ref-release", EINVAL,
	"only what was acquired can be released, unchanged and once",
	"Pass the very pointer that reserve gave (no offset added), once on each path.")
AB_REFUSAL_ENUM(REF_USE_AFTER, "use-after-release", EACCES,
	"memory must not be used after it was released",
	"Finish all writes to the record before bpf_ringbuf_submit(); copy what is needed later.")

/* ---- leaving ---- */
AB_REFUSAL_ENUM(RETURN_RANGE, "return-range", EINVAL,
	"a program must return a value that its type allows",
	"Return the constants that this program type knows, or bound the value before return.")
AB_REFUSAL_ENUM(RETURN_UNINIT, "return-uninit", EACCES,
	"R0 must hold a value at exit",
	"Every path must end with return and a value, also the error paths.")

/* ---- types and source information ---- */
AB_REFUSAL_ENUM(BTF_FUNC_INFO, "bad-func-info", EINVAL,
	"function information must name a BTF function for each function of the program, in order",
	"Load object and BTF from one compiler run (clang -g); strip both (llvm-strip -g) or neither.")
AB_REFUSAL_ENUM(BTF_LINE_INFO, "bad-line-info", EINVAL,
	"line information must be sorted, lie inside the program and begin at each function's start",
	"Load object and BTF from one compiler run (clang -g); strip both (llvm-strip -g) or neither.")
AB_REFUSAL_ENUM(BTF_MISSING, "btf-missing", EINVAL,
	"this feature needs the program's types (BTF)",
	"Compile with clang -g and load with libbpf, so that BTF is given with the program.")

/* ---- the program as a whole ---- */
AB_REFUSAL_ENUM(PROG_TYPE, "unknown-program-type", EINVAL,
	"the program's type must be one that altbpf knows",
	"Check the SEC() name; `altbpfctl feature probe` lists the types.")
AB_REFUSAL_ENUM(PROG_FLAGS, "bad-program-flags", EINVAL,
	"the flags must be ones that exist and fit the program's type",
	"Drop the flag, or the \".s\" of the section: kprobes and tracepoints cannot sleep.")
AB_REFUSAL_ENUM(TOO_COMPLEX, "too-complex", E2BIG,
	"the verifier gave up: too many instructions to process",
	"Bound loops tightly, move loop bodies into bpf_loop() callbacks or global functions, and mask indices in place of branching on them.")
AB_REFUSAL_ENUM(TOO_MUCH_MEMORY, "too-much-memory", E2BIG,
	"the verifier gave up: the states to remember took too much memory",
	"Use less stack in loops, and split the program into global functions.")
AB_REFUSAL_ENUM(STOPPED, "stopped", EAGAIN,
	"the verification was stopped by a signal",
	"Load the program again.")
AB_REFUSAL_ENUM(NO_MEMORY, "no-memory", ENOMEM,
	"the kernel had no memory for the verification",
	"Free memory or raise the limit of the control group, then load again.")
AB_REFUSAL_ENUM(INTERNAL, "internal-error", EFAULT,
	"the verifier met a state that it should never be in: a bug of altbpf, not of the program",
	"Please report it with the program's object file.")
