// SPDX-License-Identifier: GPL-2.0
/* For native.h. */
#include "native.h"
#include <errno.h>
#include <string.h>
#include <sys/mman.h>

int native_init(struct native *native, size_t room)
{
	memset(native, 0, sizeof(*native));
	native->image = mmap(NULL, room, PROT_READ | PROT_WRITE | PROT_EXEC,
			     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (native->image == MAP_FAILED) {
		native->image = NULL;
		return -errno;
	}
	native->room = room;
	return 0;
}

void native_fini(struct native *native)
{
	if (native->image)
		munmap(native->image, native->room);
	native->image = NULL;
}

int native_build(struct native *native, const struct ab_code *code, const struct ab_jit_env *env,
		 u32 shift)
{
	u64 at = (u64)native->image + shift;
	struct ab_jit jit;
	int err;

	err = ab_jit_begin(&jit, code, env);
	if (!err && shift + jit.size > native->room)
		err = -E2BIG;
	if (!err)
		err = ab_jit_emit(&jit, native->image + shift, at);
	if (!err) {
		native->size = jit.size;
		native->entry = at + jit.func_off[0];
		native->tail = at + jit.tail_off;
	}
	ab_jit_end(&jit);
	return err;
}

struct ab_jit_env native_env(void)
{
	return (struct ab_jit_env){
		.far_calls = true,
		.has_bmi2 = __builtin_cpu_supports("bmi2"),
	};
}
