# SPDX-License-Identifier: MIT
# The rows of the one table that script/bench prints. Each says what was measured, the figure, what it is compared with,
# the ratio of the two and the highest ratio that is good enough; so a lower ratio is always better, and a row means
# something on any machine. KINDLY_BENCH_TABLE: the file that rows are gathered in, one a line, cells between tabs;
# without it they are only printed.
# shellcheck shell=bash

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b == 0) print "-"; else printf "%.2f", a / b }'; }
no_more_than() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a <= b) }'; }
# Of microseconds.
time_of() { awk -v us="$1" 'BEGIN { printf us < 100000 ? "%.1f ms" : "%.2f s", us < 100000 ? us / 1000 : us / 1000000 }'; }
mib() { awk -v kib="$1" 'BEGIN { printf "%.1f MiB", kib / 1024 }'; }
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
microseconds() { echo "${EPOCHREALTIME/[.,]/}"; }

table_row() { # WHAT FIGURE AGAINST RATIO GOAL VERDICT
    printf '%-50s %-22s %-36s %7s %6s  %s\n' "$@"
    [ -z "${KINDLY_BENCH_TABLE:-}" ] || (IFS=$'\t' && printf '%s\n' "$*") >>"$KINDLY_BENCH_TABLE"
}

verdict() { # FIGURE LIMIT
    if no_more_than "$1" "$2"; then echo met; else echo MISSED; fi
}

# Ours against a peer's, both measured in this run; the goal is one for their ratio.
compared() { # WHAT SHOWN FIGURE PEER PEER_SHOWN PEER_FIGURE GOAL
    table_row "$1" "$2" "$4: $5" "$(ratio "$3" "$6")" "$7" \
        "$(awk -v a="$3" -v b="$6" -v goal="$7" 'BEGIN { print (a <= b * goal ? "met" : "MISSED") }')"
}

# A figure that may be as high as the limit.
within() { # WHAT SHOWN FIGURE LIMIT_SHOWN LIMIT
    table_row "$1" "$2" "at most $4" "$(ratio "$3" "$5")" 1.00 "$(verdict "$3" "$5")"
}

# A figure that is to be as high as the limit.
at_least() { # WHAT SHOWN FIGURE LIMIT_SHOWN LIMIT
    table_row "$1" "$2" "at least $4" "$(ratio "$5" "$3")" 1.00 "$(verdict "$5" "$3")"
}

# A figure that nothing was promised for.
told() { table_row "$1" "$2" "${3:-}" "" "" ""; } # WHAT SHOWN [REMARK]
missing() { told "$1" "not measured" "$2 is not installed"; } # WHAT PROGRAM
