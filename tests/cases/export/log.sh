# SPDX-License-Identifier: MIT
# A small log for the cases beside this file: one practice with every kind of answer, tried out on the virtual clock, and
# one that was begun and stopped.
printf '3\n4\n1\n1\n2\n6\nno\n=a walk, "slowly"\n.\n\n' |
    kindly --now 2026-11-20T19:30:00+01:00 practice kind-pause --guide plain --instant --seed 1 >/dev/null
printf '{"do":"stop"}\n{"do":"stop"}\n' |
    kindly --now 2026-11-22T02:10:00-05:00 practice look --guide events --seed 1 >/dev/null
