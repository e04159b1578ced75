# Written by isa/generate: change that, not this.

=== isa: 64-bit comparison ==
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 == r2 goto t1
r0 = 0
t1:
r3 = 0x1
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 == r2 goto t2
r0 = 0
t2:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 == r2 goto t3
r0 = 0
t3:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 == r2 goto t4
r0 = 0
t4:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 == r2 goto t5
r0 = 0
t5:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 == 0 goto t6
r0 = 0
t6:
r3 = 0x1
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 == -7 goto t7
r0 = 0
t7:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 == r2 goto t8
r0 = 0
t8:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 == r2 goto t9
r0 = 0
t9:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 == r2 goto t10
r0 = 0
t10:
r3 = 0x0
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 == r2 goto t11
r0 = 0
t11:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 == r2 goto t12
r0 = 0
t12:
r3 = 0x0
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 == 0 goto t13
r0 = 0
t13:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 == -7 goto t14
r0 = 0
t14:
r3 = 0x0
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 == r2 goto t15
r0 = 0
t15:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 == r2 goto t16
r0 = 0
t16:
r3 = 0x0
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 == r2 goto t17
r0 = 0
t17:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 == r2 goto t18
r0 = 0
t18:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 == r2 goto t19
r0 = 0
t19:
r3 = 0x0
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 == 0 goto t20
r0 = 0
t20:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 == -7 goto t21
r0 = 0
t21:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 == r2 goto t22
r0 = 0
t22:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 == r2 goto t23
r0 = 0
t23:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 == r2 goto t24
r0 = 0
t24:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 == r2 goto t25
r0 = 0
t25:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 == r2 goto t26
r0 = 0
t26:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 == 0 goto t27
r0 = 0
t27:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 == -7 goto t28
r0 = 0
t28:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 == r2 goto t29
r0 = 0
t29:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 == r2 goto t30
r0 = 0
t30:
r3 = 0x0
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 == r2 goto t31
r0 = 0
t31:
r3 = 0x0
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 == r2 goto t32
r0 = 0
t32:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 == r2 goto t33
r0 = 0
t33:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 == 0 goto t34
r0 = 0
t34:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 == -7 goto t35
r0 = 0
t35:
r3 = 0x0
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 64-bit comparison !=
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 != r2 goto t36
r0 = 0
t36:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 != r2 goto t37
r0 = 0
t37:
r3 = 0x1
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 != r2 goto t38
r0 = 0
t38:
r3 = 0x1
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 != r2 goto t39
r0 = 0
t39:
r3 = 0x1
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 != r2 goto t40
r0 = 0
t40:
r3 = 0x1
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 != 0 goto t41
r0 = 0
t41:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 != -7 goto t42
r0 = 0
t42:
r3 = 0x1
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 != r2 goto t43
r0 = 0
t43:
r3 = 0x1
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 != r2 goto t44
r0 = 0
t44:
r3 = 0x0
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 != r2 goto t45
r0 = 0
t45:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 != r2 goto t46
r0 = 0
t46:
r3 = 0x1
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 != r2 goto t47
r0 = 0
t47:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 != 0 goto t48
r0 = 0
t48:
r3 = 0x1
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 != -7 goto t49
r0 = 0
t49:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 != r2 goto t50
r0 = 0
t50:
r3 = 0x1
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 != r2 goto t51
r0 = 0
t51:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 != r2 goto t52
r0 = 0
t52:
r3 = 0x0
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 != r2 goto t53
r0 = 0
t53:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 != r2 goto t54
r0 = 0
t54:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 != 0 goto t55
r0 = 0
t55:
r3 = 0x1
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 != -7 goto t56
r0 = 0
t56:
r3 = 0x0
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 != r2 goto t57
r0 = 0
t57:
r3 = 0x1
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 != r2 goto t58
r0 = 0
t58:
r3 = 0x1
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 != r2 goto t59
r0 = 0
t59:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 != r2 goto t60
r0 = 0
t60:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 != r2 goto t61
r0 = 0
t61:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 != 0 goto t62
r0 = 0
t62:
r3 = 0x1
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 != -7 goto t63
r0 = 0
t63:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 != r2 goto t64
r0 = 0
t64:
r3 = 0x1
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 != r2 goto t65
r0 = 0
t65:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 != r2 goto t66
r0 = 0
t66:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 != r2 goto t67
r0 = 0
t67:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 != r2 goto t68
r0 = 0
t68:
r3 = 0x0
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 != 0 goto t69
r0 = 0
t69:
r3 = 0x1
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 != -7 goto t70
r0 = 0
t70:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 64-bit comparison >
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 > r2 goto t71
r0 = 0
t71:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 > r2 goto t72
r0 = 0
t72:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 > r2 goto t73
r0 = 0
t73:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 > r2 goto t74
r0 = 0
t74:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 > r2 goto t75
r0 = 0
t75:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 > 0 goto t76
r0 = 0
t76:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 > -7 goto t77
r0 = 0
t77:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 > r2 goto t78
r0 = 0
t78:
r3 = 0x1
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 > r2 goto t79
r0 = 0
t79:
r3 = 0x0
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 > r2 goto t80
r0 = 0
t80:
r3 = 0x0
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 > r2 goto t81
r0 = 0
t81:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 > r2 goto t82
r0 = 0
t82:
r3 = 0x0
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 > 0 goto t83
r0 = 0
t83:
r3 = 0x1
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 > -7 goto t84
r0 = 0
t84:
r3 = 0x0
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 > r2 goto t85
r0 = 0
t85:
r3 = 0x1
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 > r2 goto t86
r0 = 0
t86:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 > r2 goto t87
r0 = 0
t87:
r3 = 0x0
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 > r2 goto t88
r0 = 0
t88:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 > r2 goto t89
r0 = 0
t89:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 > 0 goto t90
r0 = 0
t90:
r3 = 0x1
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 > -7 goto t91
r0 = 0
t91:
r3 = 0x0
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 > r2 goto t92
r0 = 0
t92:
r3 = 0x1
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 > r2 goto t93
r0 = 0
t93:
r3 = 0x1
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 > r2 goto t94
r0 = 0
t94:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 > r2 goto t95
r0 = 0
t95:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 > r2 goto t96
r0 = 0
t96:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 > 0 goto t97
r0 = 0
t97:
r3 = 0x1
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 > -7 goto t98
r0 = 0
t98:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 > r2 goto t99
r0 = 0
t99:
r3 = 0x1
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 > r2 goto t100
r0 = 0
t100:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 > r2 goto t101
r0 = 0
t101:
r3 = 0x0
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 > r2 goto t102
r0 = 0
t102:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 > r2 goto t103
r0 = 0
t103:
r3 = 0x0
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 > 0 goto t104
r0 = 0
t104:
r3 = 0x1
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 > -7 goto t105
r0 = 0
t105:
r3 = 0x0
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 64-bit comparison >=
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 >= r2 goto t106
r0 = 0
t106:
r3 = 0x1
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 >= r2 goto t107
r0 = 0
t107:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 >= r2 goto t108
r0 = 0
t108:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 >= r2 goto t109
r0 = 0
t109:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 >= r2 goto t110
r0 = 0
t110:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 >= 0 goto t111
r0 = 0
t111:
r3 = 0x1
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 >= -7 goto t112
r0 = 0
t112:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 >= r2 goto t113
r0 = 0
t113:
r3 = 0x1
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 >= r2 goto t114
r0 = 0
t114:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 >= r2 goto t115
r0 = 0
t115:
r3 = 0x0
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 >= r2 goto t116
r0 = 0
t116:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 >= r2 goto t117
r0 = 0
t117:
r3 = 0x0
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 >= 0 goto t118
r0 = 0
t118:
r3 = 0x1
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 >= -7 goto t119
r0 = 0
t119:
r3 = 0x0
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 >= r2 goto t120
r0 = 0
t120:
r3 = 0x1
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 >= r2 goto t121
r0 = 0
t121:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 >= r2 goto t122
r0 = 0
t122:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 >= r2 goto t123
r0 = 0
t123:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 >= r2 goto t124
r0 = 0
t124:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 >= 0 goto t125
r0 = 0
t125:
r3 = 0x1
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 >= -7 goto t126
r0 = 0
t126:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 >= r2 goto t127
r0 = 0
t127:
r3 = 0x1
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 >= r2 goto t128
r0 = 0
t128:
r3 = 0x1
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 >= r2 goto t129
r0 = 0
t129:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 >= r2 goto t130
r0 = 0
t130:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 >= r2 goto t131
r0 = 0
t131:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 >= 0 goto t132
r0 = 0
t132:
r3 = 0x1
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 >= -7 goto t133
r0 = 0
t133:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 >= r2 goto t134
r0 = 0
t134:
r3 = 0x1
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 >= r2 goto t135
r0 = 0
t135:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 >= r2 goto t136
r0 = 0
t136:
r3 = 0x0
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 >= r2 goto t137
r0 = 0
t137:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 >= r2 goto t138
r0 = 0
t138:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 >= 0 goto t139
r0 = 0
t139:
r3 = 0x1
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 >= -7 goto t140
r0 = 0
t140:
r3 = 0x0
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 64-bit comparison <
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 < r2 goto t141
r0 = 0
t141:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 < r2 goto t142
r0 = 0
t142:
r3 = 0x1
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 < r2 goto t143
r0 = 0
t143:
r3 = 0x1
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 < r2 goto t144
r0 = 0
t144:
r3 = 0x1
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 < r2 goto t145
r0 = 0
t145:
r3 = 0x1
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 < 0 goto t146
r0 = 0
t146:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 < -7 goto t147
r0 = 0
t147:
r3 = 0x1
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 < r2 goto t148
r0 = 0
t148:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 < r2 goto t149
r0 = 0
t149:
r3 = 0x0
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 < r2 goto t150
r0 = 0
t150:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 < r2 goto t151
r0 = 0
t151:
r3 = 0x1
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 < r2 goto t152
r0 = 0
t152:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 < 0 goto t153
r0 = 0
t153:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 < -7 goto t154
r0 = 0
t154:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 < r2 goto t155
r0 = 0
t155:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 < r2 goto t156
r0 = 0
t156:
r3 = 0x0
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 < r2 goto t157
r0 = 0
t157:
r3 = 0x0
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 < r2 goto t158
r0 = 0
t158:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 < r2 goto t159
r0 = 0
t159:
r3 = 0x0
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 < 0 goto t160
r0 = 0
t160:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 < -7 goto t161
r0 = 0
t161:
r3 = 0x0
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 < r2 goto t162
r0 = 0
t162:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 < r2 goto t163
r0 = 0
t163:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 < r2 goto t164
r0 = 0
t164:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 < r2 goto t165
r0 = 0
t165:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 < r2 goto t166
r0 = 0
t166:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 < 0 goto t167
r0 = 0
t167:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 < -7 goto t168
r0 = 0
t168:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 < r2 goto t169
r0 = 0
t169:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 < r2 goto t170
r0 = 0
t170:
r3 = 0x0
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 < r2 goto t171
r0 = 0
t171:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 < r2 goto t172
r0 = 0
t172:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 < r2 goto t173
r0 = 0
t173:
r3 = 0x0
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 < 0 goto t174
r0 = 0
t174:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 < -7 goto t175
r0 = 0
t175:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 64-bit comparison <=
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 <= r2 goto t176
r0 = 0
t176:
r3 = 0x1
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 <= r2 goto t177
r0 = 0
t177:
r3 = 0x1
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 <= r2 goto t178
r0 = 0
t178:
r3 = 0x1
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 <= r2 goto t179
r0 = 0
t179:
r3 = 0x1
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 <= r2 goto t180
r0 = 0
t180:
r3 = 0x1
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 <= 0 goto t181
r0 = 0
t181:
r3 = 0x1
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 <= -7 goto t182
r0 = 0
t182:
r3 = 0x1
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 <= r2 goto t183
r0 = 0
t183:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 <= r2 goto t184
r0 = 0
t184:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 <= r2 goto t185
r0 = 0
t185:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 <= r2 goto t186
r0 = 0
t186:
r3 = 0x1
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 <= r2 goto t187
r0 = 0
t187:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 <= 0 goto t188
r0 = 0
t188:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 <= -7 goto t189
r0 = 0
t189:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 <= r2 goto t190
r0 = 0
t190:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 <= r2 goto t191
r0 = 0
t191:
r3 = 0x0
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 <= r2 goto t192
r0 = 0
t192:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 <= r2 goto t193
r0 = 0
t193:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 <= r2 goto t194
r0 = 0
t194:
r3 = 0x0
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 <= 0 goto t195
r0 = 0
t195:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 <= -7 goto t196
r0 = 0
t196:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 <= r2 goto t197
r0 = 0
t197:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 <= r2 goto t198
r0 = 0
t198:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 <= r2 goto t199
r0 = 0
t199:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 <= r2 goto t200
r0 = 0
t200:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 <= r2 goto t201
r0 = 0
t201:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 <= 0 goto t202
r0 = 0
t202:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 <= -7 goto t203
r0 = 0
t203:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 <= r2 goto t204
r0 = 0
t204:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 <= r2 goto t205
r0 = 0
t205:
r3 = 0x0
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 <= r2 goto t206
r0 = 0
t206:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 <= r2 goto t207
r0 = 0
t207:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 <= r2 goto t208
r0 = 0
t208:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 <= 0 goto t209
r0 = 0
t209:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 <= -7 goto t210
r0 = 0
t210:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 64-bit comparison s>
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 s> r2 goto t211
r0 = 0
t211:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 s> r2 goto t212
r0 = 0
t212:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s> r2 goto t213
r0 = 0
t213:
r3 = 0x1
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 s> r2 goto t214
r0 = 0
t214:
r3 = 0x1
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 s> r2 goto t215
r0 = 0
t215:
r3 = 0x1
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 s> 0 goto t216
r0 = 0
t216:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s> -7 goto t217
r0 = 0
t217:
r3 = 0x1
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 s> r2 goto t218
r0 = 0
t218:
r3 = 0x1
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 s> r2 goto t219
r0 = 0
t219:
r3 = 0x0
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s> r2 goto t220
r0 = 0
t220:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 s> r2 goto t221
r0 = 0
t221:
r3 = 0x1
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 s> r2 goto t222
r0 = 0
t222:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 s> 0 goto t223
r0 = 0
t223:
r3 = 0x1
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s> -7 goto t224
r0 = 0
t224:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 s> r2 goto t225
r0 = 0
t225:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 s> r2 goto t226
r0 = 0
t226:
r3 = 0x0
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s> r2 goto t227
r0 = 0
t227:
r3 = 0x0
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 s> r2 goto t228
r0 = 0
t228:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 s> r2 goto t229
r0 = 0
t229:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 s> 0 goto t230
r0 = 0
t230:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s> -7 goto t231
r0 = 0
t231:
r3 = 0x0
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 s> r2 goto t232
r0 = 0
t232:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 s> r2 goto t233
r0 = 0
t233:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s> r2 goto t234
r0 = 0
t234:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 s> r2 goto t235
r0 = 0
t235:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 s> r2 goto t236
r0 = 0
t236:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 s> 0 goto t237
r0 = 0
t237:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s> -7 goto t238
r0 = 0
t238:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 s> r2 goto t239
r0 = 0
t239:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 s> r2 goto t240
r0 = 0
t240:
r3 = 0x0
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s> r2 goto t241
r0 = 0
t241:
r3 = 0x0
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 s> r2 goto t242
r0 = 0
t242:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 s> r2 goto t243
r0 = 0
t243:
r3 = 0x0
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 s> 0 goto t244
r0 = 0
t244:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s> -7 goto t245
r0 = 0
t245:
r3 = 0x0
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 64-bit comparison s>=
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 s>= r2 goto t246
r0 = 0
t246:
r3 = 0x1
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 s>= r2 goto t247
r0 = 0
t247:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s>= r2 goto t248
r0 = 0
t248:
r3 = 0x1
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 s>= r2 goto t249
r0 = 0
t249:
r3 = 0x1
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 s>= r2 goto t250
r0 = 0
t250:
r3 = 0x1
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 s>= 0 goto t251
r0 = 0
t251:
r3 = 0x1
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s>= -7 goto t252
r0 = 0
t252:
r3 = 0x1
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 s>= r2 goto t253
r0 = 0
t253:
r3 = 0x1
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 s>= r2 goto t254
r0 = 0
t254:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s>= r2 goto t255
r0 = 0
t255:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 s>= r2 goto t256
r0 = 0
t256:
r3 = 0x1
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 s>= r2 goto t257
r0 = 0
t257:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 s>= 0 goto t258
r0 = 0
t258:
r3 = 0x1
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s>= -7 goto t259
r0 = 0
t259:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 s>= r2 goto t260
r0 = 0
t260:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 s>= r2 goto t261
r0 = 0
t261:
r3 = 0x0
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s>= r2 goto t262
r0 = 0
t262:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 s>= r2 goto t263
r0 = 0
t263:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 s>= r2 goto t264
r0 = 0
t264:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 s>= 0 goto t265
r0 = 0
t265:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s>= -7 goto t266
r0 = 0
t266:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 s>= r2 goto t267
r0 = 0
t267:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 s>= r2 goto t268
r0 = 0
t268:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s>= r2 goto t269
r0 = 0
t269:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 s>= r2 goto t270
r0 = 0
t270:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 s>= r2 goto t271
r0 = 0
t271:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 s>= 0 goto t272
r0 = 0
t272:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s>= -7 goto t273
r0 = 0
t273:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 s>= r2 goto t274
r0 = 0
t274:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 s>= r2 goto t275
r0 = 0
t275:
r3 = 0x0
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s>= r2 goto t276
r0 = 0
t276:
r3 = 0x0
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 s>= r2 goto t277
r0 = 0
t277:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 s>= r2 goto t278
r0 = 0
t278:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 s>= 0 goto t279
r0 = 0
t279:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s>= -7 goto t280
r0 = 0
t280:
r3 = 0x0
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 64-bit comparison s<
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 s< r2 goto t281
r0 = 0
t281:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 s< r2 goto t282
r0 = 0
t282:
r3 = 0x1
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s< r2 goto t283
r0 = 0
t283:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 s< r2 goto t284
r0 = 0
t284:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 s< r2 goto t285
r0 = 0
t285:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 s< 0 goto t286
r0 = 0
t286:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s< -7 goto t287
r0 = 0
t287:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 s< r2 goto t288
r0 = 0
t288:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 s< r2 goto t289
r0 = 0
t289:
r3 = 0x0
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s< r2 goto t290
r0 = 0
t290:
r3 = 0x0
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 s< r2 goto t291
r0 = 0
t291:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 s< r2 goto t292
r0 = 0
t292:
r3 = 0x0
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 s< 0 goto t293
r0 = 0
t293:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s< -7 goto t294
r0 = 0
t294:
r3 = 0x0
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 s< r2 goto t295
r0 = 0
t295:
r3 = 0x1
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 s< r2 goto t296
r0 = 0
t296:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s< r2 goto t297
r0 = 0
t297:
r3 = 0x0
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 s< r2 goto t298
r0 = 0
t298:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 s< r2 goto t299
r0 = 0
t299:
r3 = 0x0
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 s< 0 goto t300
r0 = 0
t300:
r3 = 0x1
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s< -7 goto t301
r0 = 0
t301:
r3 = 0x0
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 s< r2 goto t302
r0 = 0
t302:
r3 = 0x1
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 s< r2 goto t303
r0 = 0
t303:
r3 = 0x1
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s< r2 goto t304
r0 = 0
t304:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 s< r2 goto t305
r0 = 0
t305:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 s< r2 goto t306
r0 = 0
t306:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 s< 0 goto t307
r0 = 0
t307:
r3 = 0x1
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s< -7 goto t308
r0 = 0
t308:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 s< r2 goto t309
r0 = 0
t309:
r3 = 0x1
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 s< r2 goto t310
r0 = 0
t310:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s< r2 goto t311
r0 = 0
t311:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 s< r2 goto t312
r0 = 0
t312:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 s< r2 goto t313
r0 = 0
t313:
r3 = 0x0
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 s< 0 goto t314
r0 = 0
t314:
r3 = 0x1
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s< -7 goto t315
r0 = 0
t315:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 64-bit comparison s<=
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 s<= r2 goto t316
r0 = 0
t316:
r3 = 0x1
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 s<= r2 goto t317
r0 = 0
t317:
r3 = 0x1
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s<= r2 goto t318
r0 = 0
t318:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 s<= r2 goto t319
r0 = 0
t319:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 s<= r2 goto t320
r0 = 0
t320:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 s<= 0 goto t321
r0 = 0
t321:
r3 = 0x1
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s<= -7 goto t322
r0 = 0
t322:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 s<= r2 goto t323
r0 = 0
t323:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 s<= r2 goto t324
r0 = 0
t324:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s<= r2 goto t325
r0 = 0
t325:
r3 = 0x0
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 s<= r2 goto t326
r0 = 0
t326:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 s<= r2 goto t327
r0 = 0
t327:
r3 = 0x0
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 s<= 0 goto t328
r0 = 0
t328:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s<= -7 goto t329
r0 = 0
t329:
r3 = 0x0
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 s<= r2 goto t330
r0 = 0
t330:
r3 = 0x1
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 s<= r2 goto t331
r0 = 0
t331:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s<= r2 goto t332
r0 = 0
t332:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 s<= r2 goto t333
r0 = 0
t333:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 s<= r2 goto t334
r0 = 0
t334:
r3 = 0x0
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 s<= 0 goto t335
r0 = 0
t335:
r3 = 0x1
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s<= -7 goto t336
r0 = 0
t336:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 s<= r2 goto t337
r0 = 0
t337:
r3 = 0x1
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 s<= r2 goto t338
r0 = 0
t338:
r3 = 0x1
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s<= r2 goto t339
r0 = 0
t339:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 s<= r2 goto t340
r0 = 0
t340:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 s<= r2 goto t341
r0 = 0
t341:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 s<= 0 goto t342
r0 = 0
t342:
r3 = 0x1
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s<= -7 goto t343
r0 = 0
t343:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 s<= r2 goto t344
r0 = 0
t344:
r3 = 0x1
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 s<= r2 goto t345
r0 = 0
t345:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s<= r2 goto t346
r0 = 0
t346:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 s<= r2 goto t347
r0 = 0
t347:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 s<= r2 goto t348
r0 = 0
t348:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 s<= 0 goto t349
r0 = 0
t349:
r3 = 0x1
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 s<= -7 goto t350
r0 = 0
t350:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 64-bit comparison &
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 & r2 goto t351
r0 = 0
t351:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if r4 & r2 goto t352
r0 = 0
t352:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 & r2 goto t353
r0 = 0
t353:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if r4 & r2 goto t354
r0 = 0
t354:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if r4 & r2 goto t355
r0 = 0
t355:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if r4 & 0 goto t356
r0 = 0
t356:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if r4 & -7 goto t357
r0 = 0
t357:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 & r2 goto t358
r0 = 0
t358:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if r4 & r2 goto t359
r0 = 0
t359:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 & r2 goto t360
r0 = 0
t360:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if r4 & r2 goto t361
r0 = 0
t361:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if r4 & r2 goto t362
r0 = 0
t362:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if r4 & 0 goto t363
r0 = 0
t363:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if r4 & -7 goto t364
r0 = 0
t364:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 & r2 goto t365
r0 = 0
t365:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if r4 & r2 goto t366
r0 = 0
t366:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 & r2 goto t367
r0 = 0
t367:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if r4 & r2 goto t368
r0 = 0
t368:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if r4 & r2 goto t369
r0 = 0
t369:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if r4 & 0 goto t370
r0 = 0
t370:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if r4 & -7 goto t371
r0 = 0
t371:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 & r2 goto t372
r0 = 0
t372:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if r4 & r2 goto t373
r0 = 0
t373:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 & r2 goto t374
r0 = 0
t374:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if r4 & r2 goto t375
r0 = 0
t375:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if r4 & r2 goto t376
r0 = 0
t376:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if r4 & 0 goto t377
r0 = 0
t377:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if r4 & -7 goto t378
r0 = 0
t378:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 & r2 goto t379
r0 = 0
t379:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if r4 & r2 goto t380
r0 = 0
t380:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 & r2 goto t381
r0 = 0
t381:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if r4 & r2 goto t382
r0 = 0
t382:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if r4 & r2 goto t383
r0 = 0
t383:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if r4 & 0 goto t384
r0 = 0
t384:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if r4 & -7 goto t385
r0 = 0
t385:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison ==
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 == w2 goto t386
r0 = 0
t386:
r3 = 0x1
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 == w2 goto t387
r0 = 0
t387:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 == w2 goto t388
r0 = 0
t388:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 == w2 goto t389
r0 = 0
t389:
r3 = 0x1
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 == w2 goto t390
r0 = 0
t390:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 == 0 goto t391
r0 = 0
t391:
r3 = 0x1
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 == -7 goto t392
r0 = 0
t392:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 == w2 goto t393
r0 = 0
t393:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 == w2 goto t394
r0 = 0
t394:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 == w2 goto t395
r0 = 0
t395:
r3 = 0x0
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 == w2 goto t396
r0 = 0
t396:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 == w2 goto t397
r0 = 0
t397:
r3 = 0x0
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 == 0 goto t398
r0 = 0
t398:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 == -7 goto t399
r0 = 0
t399:
r3 = 0x0
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 == w2 goto t400
r0 = 0
t400:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 == w2 goto t401
r0 = 0
t401:
r3 = 0x0
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 == w2 goto t402
r0 = 0
t402:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 == w2 goto t403
r0 = 0
t403:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 == w2 goto t404
r0 = 0
t404:
r3 = 0x0
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 == 0 goto t405
r0 = 0
t405:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 == -7 goto t406
r0 = 0
t406:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 == w2 goto t407
r0 = 0
t407:
r3 = 0x1
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 == w2 goto t408
r0 = 0
t408:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 == w2 goto t409
r0 = 0
t409:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 == w2 goto t410
r0 = 0
t410:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 == w2 goto t411
r0 = 0
t411:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 == 0 goto t412
r0 = 0
t412:
r3 = 0x1
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 == -7 goto t413
r0 = 0
t413:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 == w2 goto t414
r0 = 0
t414:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 == w2 goto t415
r0 = 0
t415:
r3 = 0x0
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 == w2 goto t416
r0 = 0
t416:
r3 = 0x0
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 == w2 goto t417
r0 = 0
t417:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 == w2 goto t418
r0 = 0
t418:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 == 0 goto t419
r0 = 0
t419:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 == -7 goto t420
r0 = 0
t420:
r3 = 0x0
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison !=
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 != w2 goto t421
r0 = 0
t421:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 != w2 goto t422
r0 = 0
t422:
r3 = 0x1
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 != w2 goto t423
r0 = 0
t423:
r3 = 0x1
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 != w2 goto t424
r0 = 0
t424:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 != w2 goto t425
r0 = 0
t425:
r3 = 0x1
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 != 0 goto t426
r0 = 0
t426:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 != -7 goto t427
r0 = 0
t427:
r3 = 0x1
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 != w2 goto t428
r0 = 0
t428:
r3 = 0x1
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 != w2 goto t429
r0 = 0
t429:
r3 = 0x0
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 != w2 goto t430
r0 = 0
t430:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 != w2 goto t431
r0 = 0
t431:
r3 = 0x1
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 != w2 goto t432
r0 = 0
t432:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 != 0 goto t433
r0 = 0
t433:
r3 = 0x1
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 != -7 goto t434
r0 = 0
t434:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 != w2 goto t435
r0 = 0
t435:
r3 = 0x1
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 != w2 goto t436
r0 = 0
t436:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 != w2 goto t437
r0 = 0
t437:
r3 = 0x0
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 != w2 goto t438
r0 = 0
t438:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 != w2 goto t439
r0 = 0
t439:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 != 0 goto t440
r0 = 0
t440:
r3 = 0x1
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 != -7 goto t441
r0 = 0
t441:
r3 = 0x0
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 != w2 goto t442
r0 = 0
t442:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 != w2 goto t443
r0 = 0
t443:
r3 = 0x1
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 != w2 goto t444
r0 = 0
t444:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 != w2 goto t445
r0 = 0
t445:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 != w2 goto t446
r0 = 0
t446:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 != 0 goto t447
r0 = 0
t447:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 != -7 goto t448
r0 = 0
t448:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 != w2 goto t449
r0 = 0
t449:
r3 = 0x1
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 != w2 goto t450
r0 = 0
t450:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 != w2 goto t451
r0 = 0
t451:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 != w2 goto t452
r0 = 0
t452:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 != w2 goto t453
r0 = 0
t453:
r3 = 0x0
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 != 0 goto t454
r0 = 0
t454:
r3 = 0x1
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 != -7 goto t455
r0 = 0
t455:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison >
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 > w2 goto t456
r0 = 0
t456:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 > w2 goto t457
r0 = 0
t457:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 > w2 goto t458
r0 = 0
t458:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 > w2 goto t459
r0 = 0
t459:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 > w2 goto t460
r0 = 0
t460:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 > 0 goto t461
r0 = 0
t461:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 > -7 goto t462
r0 = 0
t462:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 > w2 goto t463
r0 = 0
t463:
r3 = 0x1
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 > w2 goto t464
r0 = 0
t464:
r3 = 0x0
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 > w2 goto t465
r0 = 0
t465:
r3 = 0x0
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 > w2 goto t466
r0 = 0
t466:
r3 = 0x1
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 > w2 goto t467
r0 = 0
t467:
r3 = 0x0
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 > 0 goto t468
r0 = 0
t468:
r3 = 0x1
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 > -7 goto t469
r0 = 0
t469:
r3 = 0x0
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 > w2 goto t470
r0 = 0
t470:
r3 = 0x1
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 > w2 goto t471
r0 = 0
t471:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 > w2 goto t472
r0 = 0
t472:
r3 = 0x0
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 > w2 goto t473
r0 = 0
t473:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 > w2 goto t474
r0 = 0
t474:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 > 0 goto t475
r0 = 0
t475:
r3 = 0x1
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 > -7 goto t476
r0 = 0
t476:
r3 = 0x0
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 > w2 goto t477
r0 = 0
t477:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 > w2 goto t478
r0 = 0
t478:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 > w2 goto t479
r0 = 0
t479:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 > w2 goto t480
r0 = 0
t480:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 > w2 goto t481
r0 = 0
t481:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 > 0 goto t482
r0 = 0
t482:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 > -7 goto t483
r0 = 0
t483:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 > w2 goto t484
r0 = 0
t484:
r3 = 0x1
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 > w2 goto t485
r0 = 0
t485:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 > w2 goto t486
r0 = 0
t486:
r3 = 0x0
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 > w2 goto t487
r0 = 0
t487:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 > w2 goto t488
r0 = 0
t488:
r3 = 0x0
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 > 0 goto t489
r0 = 0
t489:
r3 = 0x1
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 > -7 goto t490
r0 = 0
t490:
r3 = 0x0
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison >=
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 >= w2 goto t491
r0 = 0
t491:
r3 = 0x1
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 >= w2 goto t492
r0 = 0
t492:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 >= w2 goto t493
r0 = 0
t493:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 >= w2 goto t494
r0 = 0
t494:
r3 = 0x1
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 >= w2 goto t495
r0 = 0
t495:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 >= 0 goto t496
r0 = 0
t496:
r3 = 0x1
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 >= -7 goto t497
r0 = 0
t497:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 >= w2 goto t498
r0 = 0
t498:
r3 = 0x1
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 >= w2 goto t499
r0 = 0
t499:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 >= w2 goto t500
r0 = 0
t500:
r3 = 0x0
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 >= w2 goto t501
r0 = 0
t501:
r3 = 0x1
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 >= w2 goto t502
r0 = 0
t502:
r3 = 0x0
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 >= 0 goto t503
r0 = 0
t503:
r3 = 0x1
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 >= -7 goto t504
r0 = 0
t504:
r3 = 0x0
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 >= w2 goto t505
r0 = 0
t505:
r3 = 0x1
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 >= w2 goto t506
r0 = 0
t506:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 >= w2 goto t507
r0 = 0
t507:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 >= w2 goto t508
r0 = 0
t508:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 >= w2 goto t509
r0 = 0
t509:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 >= 0 goto t510
r0 = 0
t510:
r3 = 0x1
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 >= -7 goto t511
r0 = 0
t511:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 >= w2 goto t512
r0 = 0
t512:
r3 = 0x1
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 >= w2 goto t513
r0 = 0
t513:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 >= w2 goto t514
r0 = 0
t514:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 >= w2 goto t515
r0 = 0
t515:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 >= w2 goto t516
r0 = 0
t516:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 >= 0 goto t517
r0 = 0
t517:
r3 = 0x1
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 >= -7 goto t518
r0 = 0
t518:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 >= w2 goto t519
r0 = 0
t519:
r3 = 0x1
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 >= w2 goto t520
r0 = 0
t520:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 >= w2 goto t521
r0 = 0
t521:
r3 = 0x0
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 >= w2 goto t522
r0 = 0
t522:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 >= w2 goto t523
r0 = 0
t523:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 >= 0 goto t524
r0 = 0
t524:
r3 = 0x1
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 >= -7 goto t525
r0 = 0
t525:
r3 = 0x0
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison <
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 < w2 goto t526
r0 = 0
t526:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 < w2 goto t527
r0 = 0
t527:
r3 = 0x1
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 < w2 goto t528
r0 = 0
t528:
r3 = 0x1
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 < w2 goto t529
r0 = 0
t529:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 < w2 goto t530
r0 = 0
t530:
r3 = 0x1
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 < 0 goto t531
r0 = 0
t531:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 < -7 goto t532
r0 = 0
t532:
r3 = 0x1
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 < w2 goto t533
r0 = 0
t533:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 < w2 goto t534
r0 = 0
t534:
r3 = 0x0
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 < w2 goto t535
r0 = 0
t535:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 < w2 goto t536
r0 = 0
t536:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 < w2 goto t537
r0 = 0
t537:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 < 0 goto t538
r0 = 0
t538:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 < -7 goto t539
r0 = 0
t539:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 < w2 goto t540
r0 = 0
t540:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 < w2 goto t541
r0 = 0
t541:
r3 = 0x0
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 < w2 goto t542
r0 = 0
t542:
r3 = 0x0
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 < w2 goto t543
r0 = 0
t543:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 < w2 goto t544
r0 = 0
t544:
r3 = 0x0
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 < 0 goto t545
r0 = 0
t545:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 < -7 goto t546
r0 = 0
t546:
r3 = 0x0
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 < w2 goto t547
r0 = 0
t547:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 < w2 goto t548
r0 = 0
t548:
r3 = 0x1
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 < w2 goto t549
r0 = 0
t549:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 < w2 goto t550
r0 = 0
t550:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 < w2 goto t551
r0 = 0
t551:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 < 0 goto t552
r0 = 0
t552:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 < -7 goto t553
r0 = 0
t553:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 < w2 goto t554
r0 = 0
t554:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 < w2 goto t555
r0 = 0
t555:
r3 = 0x0
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 < w2 goto t556
r0 = 0
t556:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 < w2 goto t557
r0 = 0
t557:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 < w2 goto t558
r0 = 0
t558:
r3 = 0x0
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 < 0 goto t559
r0 = 0
t559:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 < -7 goto t560
r0 = 0
t560:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison <=
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 <= w2 goto t561
r0 = 0
t561:
r3 = 0x1
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 <= w2 goto t562
r0 = 0
t562:
r3 = 0x1
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 <= w2 goto t563
r0 = 0
t563:
r3 = 0x1
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 <= w2 goto t564
r0 = 0
t564:
r3 = 0x1
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 <= w2 goto t565
r0 = 0
t565:
r3 = 0x1
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 <= 0 goto t566
r0 = 0
t566:
r3 = 0x1
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 <= -7 goto t567
r0 = 0
t567:
r3 = 0x1
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 <= w2 goto t568
r0 = 0
t568:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 <= w2 goto t569
r0 = 0
t569:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 <= w2 goto t570
r0 = 0
t570:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 <= w2 goto t571
r0 = 0
t571:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 <= w2 goto t572
r0 = 0
t572:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 <= 0 goto t573
r0 = 0
t573:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 <= -7 goto t574
r0 = 0
t574:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 <= w2 goto t575
r0 = 0
t575:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 <= w2 goto t576
r0 = 0
t576:
r3 = 0x0
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 <= w2 goto t577
r0 = 0
t577:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 <= w2 goto t578
r0 = 0
t578:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 <= w2 goto t579
r0 = 0
t579:
r3 = 0x0
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 <= 0 goto t580
r0 = 0
t580:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 <= -7 goto t581
r0 = 0
t581:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 <= w2 goto t582
r0 = 0
t582:
r3 = 0x1
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 <= w2 goto t583
r0 = 0
t583:
r3 = 0x1
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 <= w2 goto t584
r0 = 0
t584:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 <= w2 goto t585
r0 = 0
t585:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 <= w2 goto t586
r0 = 0
t586:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 <= 0 goto t587
r0 = 0
t587:
r3 = 0x1
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 <= -7 goto t588
r0 = 0
t588:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 <= w2 goto t589
r0 = 0
t589:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 <= w2 goto t590
r0 = 0
t590:
r3 = 0x0
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 <= w2 goto t591
r0 = 0
t591:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 <= w2 goto t592
r0 = 0
t592:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 <= w2 goto t593
r0 = 0
t593:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 <= 0 goto t594
r0 = 0
t594:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 <= -7 goto t595
r0 = 0
t595:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison s>
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 s> w2 goto t596
r0 = 0
t596:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 s> w2 goto t597
r0 = 0
t597:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s> w2 goto t598
r0 = 0
t598:
r3 = 0x1
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 s> w2 goto t599
r0 = 0
t599:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 s> w2 goto t600
r0 = 0
t600:
r3 = 0x1
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 s> 0 goto t601
r0 = 0
t601:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s> -7 goto t602
r0 = 0
t602:
r3 = 0x1
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 s> w2 goto t603
r0 = 0
t603:
r3 = 0x1
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 s> w2 goto t604
r0 = 0
t604:
r3 = 0x0
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s> w2 goto t605
r0 = 0
t605:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 s> w2 goto t606
r0 = 0
t606:
r3 = 0x1
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 s> w2 goto t607
r0 = 0
t607:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 s> 0 goto t608
r0 = 0
t608:
r3 = 0x1
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s> -7 goto t609
r0 = 0
t609:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 s> w2 goto t610
r0 = 0
t610:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 s> w2 goto t611
r0 = 0
t611:
r3 = 0x0
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s> w2 goto t612
r0 = 0
t612:
r3 = 0x0
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 s> w2 goto t613
r0 = 0
t613:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 s> w2 goto t614
r0 = 0
t614:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 s> 0 goto t615
r0 = 0
t615:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s> -7 goto t616
r0 = 0
t616:
r3 = 0x0
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 s> w2 goto t617
r0 = 0
t617:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 s> w2 goto t618
r0 = 0
t618:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s> w2 goto t619
r0 = 0
t619:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 s> w2 goto t620
r0 = 0
t620:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 s> w2 goto t621
r0 = 0
t621:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 s> 0 goto t622
r0 = 0
t622:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s> -7 goto t623
r0 = 0
t623:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 s> w2 goto t624
r0 = 0
t624:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 s> w2 goto t625
r0 = 0
t625:
r3 = 0x0
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s> w2 goto t626
r0 = 0
t626:
r3 = 0x0
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 s> w2 goto t627
r0 = 0
t627:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 s> w2 goto t628
r0 = 0
t628:
r3 = 0x0
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 s> 0 goto t629
r0 = 0
t629:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s> -7 goto t630
r0 = 0
t630:
r3 = 0x0
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison s>=
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 s>= w2 goto t631
r0 = 0
t631:
r3 = 0x1
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 s>= w2 goto t632
r0 = 0
t632:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s>= w2 goto t633
r0 = 0
t633:
r3 = 0x1
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 s>= w2 goto t634
r0 = 0
t634:
r3 = 0x1
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 s>= w2 goto t635
r0 = 0
t635:
r3 = 0x1
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 s>= 0 goto t636
r0 = 0
t636:
r3 = 0x1
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s>= -7 goto t637
r0 = 0
t637:
r3 = 0x1
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 s>= w2 goto t638
r0 = 0
t638:
r3 = 0x1
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 s>= w2 goto t639
r0 = 0
t639:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s>= w2 goto t640
r0 = 0
t640:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 s>= w2 goto t641
r0 = 0
t641:
r3 = 0x1
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 s>= w2 goto t642
r0 = 0
t642:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 s>= 0 goto t643
r0 = 0
t643:
r3 = 0x1
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s>= -7 goto t644
r0 = 0
t644:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 s>= w2 goto t645
r0 = 0
t645:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 s>= w2 goto t646
r0 = 0
t646:
r3 = 0x0
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s>= w2 goto t647
r0 = 0
t647:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 s>= w2 goto t648
r0 = 0
t648:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 s>= w2 goto t649
r0 = 0
t649:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 s>= 0 goto t650
r0 = 0
t650:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s>= -7 goto t651
r0 = 0
t651:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 s>= w2 goto t652
r0 = 0
t652:
r3 = 0x1
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 s>= w2 goto t653
r0 = 0
t653:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s>= w2 goto t654
r0 = 0
t654:
r3 = 0x1
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 s>= w2 goto t655
r0 = 0
t655:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 s>= w2 goto t656
r0 = 0
t656:
r3 = 0x1
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 s>= 0 goto t657
r0 = 0
t657:
r3 = 0x1
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s>= -7 goto t658
r0 = 0
t658:
r3 = 0x1
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 s>= w2 goto t659
r0 = 0
t659:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 s>= w2 goto t660
r0 = 0
t660:
r3 = 0x0
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s>= w2 goto t661
r0 = 0
t661:
r3 = 0x0
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 s>= w2 goto t662
r0 = 0
t662:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 s>= w2 goto t663
r0 = 0
t663:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 s>= 0 goto t664
r0 = 0
t664:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s>= -7 goto t665
r0 = 0
t665:
r3 = 0x0
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison s<
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 s< w2 goto t666
r0 = 0
t666:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 s< w2 goto t667
r0 = 0
t667:
r3 = 0x1
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s< w2 goto t668
r0 = 0
t668:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 s< w2 goto t669
r0 = 0
t669:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 s< w2 goto t670
r0 = 0
t670:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 s< 0 goto t671
r0 = 0
t671:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s< -7 goto t672
r0 = 0
t672:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 s< w2 goto t673
r0 = 0
t673:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 s< w2 goto t674
r0 = 0
t674:
r3 = 0x0
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s< w2 goto t675
r0 = 0
t675:
r3 = 0x0
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 s< w2 goto t676
r0 = 0
t676:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 s< w2 goto t677
r0 = 0
t677:
r3 = 0x0
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 s< 0 goto t678
r0 = 0
t678:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s< -7 goto t679
r0 = 0
t679:
r3 = 0x0
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 s< w2 goto t680
r0 = 0
t680:
r3 = 0x1
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 s< w2 goto t681
r0 = 0
t681:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s< w2 goto t682
r0 = 0
t682:
r3 = 0x0
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 s< w2 goto t683
r0 = 0
t683:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 s< w2 goto t684
r0 = 0
t684:
r3 = 0x0
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 s< 0 goto t685
r0 = 0
t685:
r3 = 0x1
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s< -7 goto t686
r0 = 0
t686:
r3 = 0x0
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 s< w2 goto t687
r0 = 0
t687:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 s< w2 goto t688
r0 = 0
t688:
r3 = 0x1
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s< w2 goto t689
r0 = 0
t689:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 s< w2 goto t690
r0 = 0
t690:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 s< w2 goto t691
r0 = 0
t691:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 s< 0 goto t692
r0 = 0
t692:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s< -7 goto t693
r0 = 0
t693:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 s< w2 goto t694
r0 = 0
t694:
r3 = 0x1
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 s< w2 goto t695
r0 = 0
t695:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s< w2 goto t696
r0 = 0
t696:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 s< w2 goto t697
r0 = 0
t697:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 s< w2 goto t698
r0 = 0
t698:
r3 = 0x0
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 s< 0 goto t699
r0 = 0
t699:
r3 = 0x1
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s< -7 goto t700
r0 = 0
t700:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison s<=
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 s<= w2 goto t701
r0 = 0
t701:
r3 = 0x1
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 s<= w2 goto t702
r0 = 0
t702:
r3 = 0x1
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s<= w2 goto t703
r0 = 0
t703:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 s<= w2 goto t704
r0 = 0
t704:
r3 = 0x1
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 s<= w2 goto t705
r0 = 0
t705:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 s<= 0 goto t706
r0 = 0
t706:
r3 = 0x1
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s<= -7 goto t707
r0 = 0
t707:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 s<= w2 goto t708
r0 = 0
t708:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 s<= w2 goto t709
r0 = 0
t709:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s<= w2 goto t710
r0 = 0
t710:
r3 = 0x0
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 s<= w2 goto t711
r0 = 0
t711:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 s<= w2 goto t712
r0 = 0
t712:
r3 = 0x0
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 s<= 0 goto t713
r0 = 0
t713:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s<= -7 goto t714
r0 = 0
t714:
r3 = 0x0
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 s<= w2 goto t715
r0 = 0
t715:
r3 = 0x1
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 s<= w2 goto t716
r0 = 0
t716:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s<= w2 goto t717
r0 = 0
t717:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 s<= w2 goto t718
r0 = 0
t718:
r3 = 0x1
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 s<= w2 goto t719
r0 = 0
t719:
r3 = 0x0
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 s<= 0 goto t720
r0 = 0
t720:
r3 = 0x1
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s<= -7 goto t721
r0 = 0
t721:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 s<= w2 goto t722
r0 = 0
t722:
r3 = 0x1
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 s<= w2 goto t723
r0 = 0
t723:
r3 = 0x1
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s<= w2 goto t724
r0 = 0
t724:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 s<= w2 goto t725
r0 = 0
t725:
r3 = 0x1
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 s<= w2 goto t726
r0 = 0
t726:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 s<= 0 goto t727
r0 = 0
t727:
r3 = 0x1
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s<= -7 goto t728
r0 = 0
t728:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 s<= w2 goto t729
r0 = 0
t729:
r3 = 0x1
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 s<= w2 goto t730
r0 = 0
t730:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s<= w2 goto t731
r0 = 0
t731:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 s<= w2 goto t732
r0 = 0
t732:
r3 = 0x1
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 s<= w2 goto t733
r0 = 0
t733:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 s<= 0 goto t734
r0 = 0
t734:
r3 = 0x1
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 s<= -7 goto t735
r0 = 0
t735:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit

=== isa: 32-bit comparison &
result: 0
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 & w2 goto t736
r0 = 0
t736:
r3 = 0x0
r9 = 1
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x1
r0 = 1
if w4 & w2 goto t737
r0 = 0
t737:
r3 = 0x0
r9 = 2
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 & w2 goto t738
r0 = 0
t738:
r3 = 0x0
r9 = 3
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x8000000000000000
r0 = 1
if w4 & w2 goto t739
r0 = 0
t739:
r3 = 0x0
r9 = 4
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xffffffff80000007
r0 = 1
if w4 & w2 goto t740
r0 = 0
t740:
r3 = 0x0
r9 = 5
if r0 != r3 goto bad
r4 = 0x0
r2 = 0x0
r0 = 1
if w4 & 0 goto t741
r0 = 0
t741:
r3 = 0x0
r9 = 6
if r0 != r3 goto bad
r4 = 0x0
r2 = 0xfffffffffffffff9
r0 = 1
if w4 & -7 goto t742
r0 = 0
t742:
r3 = 0x0
r9 = 7
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 & w2 goto t743
r0 = 0
t743:
r3 = 0x0
r9 = 8
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x1
r0 = 1
if w4 & w2 goto t744
r0 = 0
t744:
r3 = 0x1
r9 = 9
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 & w2 goto t745
r0 = 0
t745:
r3 = 0x1
r9 = 10
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x8000000000000000
r0 = 1
if w4 & w2 goto t746
r0 = 0
t746:
r3 = 0x0
r9 = 11
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xffffffff80000007
r0 = 1
if w4 & w2 goto t747
r0 = 0
t747:
r3 = 0x1
r9 = 12
if r0 != r3 goto bad
r4 = 0x1
r2 = 0x0
r0 = 1
if w4 & 0 goto t748
r0 = 0
t748:
r3 = 0x0
r9 = 13
if r0 != r3 goto bad
r4 = 0x1
r2 = 0xfffffffffffffff9
r0 = 1
if w4 & -7 goto t749
r0 = 0
t749:
r3 = 0x1
r9 = 14
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 & w2 goto t750
r0 = 0
t750:
r3 = 0x0
r9 = 15
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x1
r0 = 1
if w4 & w2 goto t751
r0 = 0
t751:
r3 = 0x1
r9 = 16
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 & w2 goto t752
r0 = 0
t752:
r3 = 0x1
r9 = 17
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x8000000000000000
r0 = 1
if w4 & w2 goto t753
r0 = 0
t753:
r3 = 0x0
r9 = 18
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xffffffff80000007
r0 = 1
if w4 & w2 goto t754
r0 = 0
t754:
r3 = 0x1
r9 = 19
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0x0
r0 = 1
if w4 & 0 goto t755
r0 = 0
t755:
r3 = 0x0
r9 = 20
if r0 != r3 goto bad
r4 = 0xfffffffffffffff9
r2 = 0xfffffffffffffff9
r0 = 1
if w4 & -7 goto t756
r0 = 0
t756:
r3 = 0x1
r9 = 21
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 & w2 goto t757
r0 = 0
t757:
r3 = 0x0
r9 = 22
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x1
r0 = 1
if w4 & w2 goto t758
r0 = 0
t758:
r3 = 0x0
r9 = 23
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 & w2 goto t759
r0 = 0
t759:
r3 = 0x0
r9 = 24
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x8000000000000000
r0 = 1
if w4 & w2 goto t760
r0 = 0
t760:
r3 = 0x0
r9 = 25
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xffffffff80000007
r0 = 1
if w4 & w2 goto t761
r0 = 0
t761:
r3 = 0x0
r9 = 26
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0x0
r0 = 1
if w4 & 0 goto t762
r0 = 0
t762:
r3 = 0x0
r9 = 27
if r0 != r3 goto bad
r4 = 0x8000000000000000
r2 = 0xfffffffffffffff9
r0 = 1
if w4 & -7 goto t763
r0 = 0
t763:
r3 = 0x0
r9 = 28
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 & w2 goto t764
r0 = 0
t764:
r3 = 0x0
r9 = 29
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x1
r0 = 1
if w4 & w2 goto t765
r0 = 0
t765:
r3 = 0x1
r9 = 30
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 & w2 goto t766
r0 = 0
t766:
r3 = 0x1
r9 = 31
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x8000000000000000
r0 = 1
if w4 & w2 goto t767
r0 = 0
t767:
r3 = 0x0
r9 = 32
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xffffffff80000007
r0 = 1
if w4 & w2 goto t768
r0 = 0
t768:
r3 = 0x1
r9 = 33
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0x0
r0 = 1
if w4 & 0 goto t769
r0 = 0
t769:
r3 = 0x0
r9 = 34
if r0 != r3 goto bad
r4 = 0xffffffff80000007
r2 = 0xfffffffffffffff9
r0 = 1
if w4 & -7 goto t770
r0 = 0
t770:
r3 = 0x1
r9 = 35
if r0 != r3 goto bad
r0 = 0
exit
bad:
r0 = r9
exit
