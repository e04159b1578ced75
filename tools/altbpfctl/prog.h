/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Inside the noun prog: its words by file.
 */
#ifndef ALTBPFCTL_PROG_H
#define ALTBPFCTL_PROG_H

int prog_check(int argc, char **argv); /* prog_check.c */
int prog_load(int argc, char **argv); /* prog_load.c */
int prog_run(int argc, char **argv); /* prog_run.c */
int prog_dump(int argc, char **argv); /* prog_dump.c */

#endif
