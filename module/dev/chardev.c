// SPDX-License-Identifier: GPL-2.0
/*
 * /dev/altbpf: who may open it may do all that altbpf can, as with bpf(2)'s capabilities. The
 * right is asked at open; the file can be handed to a less privileged process.
 * Proved by selftests/kernel/abi_dev.c.
 */
#include <linux/capability.h>
#include <linux/compat.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/uaccess.h>
#include "dev/command.h"
#include "dev/dev.h"

static int dev_open(struct inode *inode, struct file *file)
{
	if (!capable(CAP_SYS_ADMIN) && !(capable(CAP_BPF) && capable(CAP_PERFMON)))
		return -EPERM;
	return nonseekable_open(inode, file);
}

static long dev_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct altbpf_call call;

	if (cmd != ALTBPF_IOC_CALL)
		return -ENOTTY;
	if (copy_from_user(&call, (void __user *)arg, sizeof(call)))
		return -EFAULT;
	return ab_command_run(&call);
}

static const struct file_operations dev_fops = {
	.owner = THIS_MODULE,
	.open = dev_open,
	.unlocked_ioctl = dev_ioctl,
	.compat_ioctl = compat_ptr_ioctl,
	.llseek = no_llseek,
};

static struct miscdevice device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "altbpf",
	.fops = &dev_fops,
	.mode = 0600,
};

int ab_dev_init(void)
{
	return misc_register(&device);
}

void ab_dev_exit(void)
{
	misc_deregister(&device);
}
