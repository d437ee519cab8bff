# SPDX-License-Identifier: MIT
# For the measurements of the practice log: runs in turns, medians, ratios, and the logs to measure with. Sourced
# with $kindly set; needs `measure` and `fill_log` beside it in the build folder (script/bench builds them).
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
tools=$(cd "$(dirname "$kindly")/.." && pwd)/tests/bench
data=${KINDLY_BENCH_DATA:-$root/build/bench-data}
export TZ=Europe/Berlin # the logs', so that a day is the same for everybody
unset KINDLY_DATA_DIR

for tool in measure fill_log one_answer; do
    if [ ! -x "$tools/$tool" ]; then
        echo "$tools/$tool is not there: script/bench builds it (target bench_tools)" >&2
        exit 1
    fi
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch/home XDG_DATA_HOME=$scratch/home/data XDG_CONFIG_HOME=$scratch/home/config
mkdir -p "$HOME"

# Sizes: script/bench --full adds a million.
sizes=(${KINDLY_BENCH_SIZES:-10000 100000})
[ "${KINDLY_BENCH_FULL:-no}" = no ] || sizes+=(1000000)
largest=${sizes[-1]}
before_largest=${sizes[-2]}

# The folder with a log of so many sessions, made once for each state of the code that writes it. --notes: with a
# note each, and no other answers.
log_of() { # SESSIONS [--notes]
    local made folder kind=${2:-}
    made=$(cat "$root"/tests/bench/fill_log.cpp "$root"/src/journal/{schema,recording}.cpp | sha256sum | cut -c1-12)
    folder=$data/$1$kind-$made
    if [ ! -f "$folder/done" ]; then
        rm -rf "$data/$1$kind"-????????????
        mkdir -p "$folder"
        echo "(writing a log of $1 sessions, once)" >&2
        "$tools/fill_log" "$folder/practice.db" "$@"
        touch "$folder/done"
    fi
    echo "$folder"
}

# Microseconds and KiB of one run, its output thrown away; what it says is shown if it fails.
once() { # COMMAND...
    local status=0
    "$tools/measure" "$@" </dev/null >/dev/null 2>"$scratch/said" || status=$?
    if [ "$status" != 0 ]; then
        cat "$scratch/said" >&2
        printf 'exit status %s: %.200s\n' "$status" "$*" >&2
        return 1
    fi
    tail -n 1 "$scratch/said"
}

median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# Runs the arrays `own` and `peer` in turns; sets own_us, own_kib, peer_us, peer_kib. An empty peer is left out.
in_turns() { # RUNS
    local run
    : >"$scratch/own"
    : >"$scratch/peer"
    for ((run = 0; run < $1; run++)); do
        once "${own[@]}" >>"$scratch/own" || return 1
        [ "${#peer[@]}" -eq 0 ] || once "${peer[@]}" >>"$scratch/peer" || return 1
    done
    own_us=$(cut -d' ' -f1 "$scratch/own" | median)
    own_kib=$(cut -d' ' -f2 "$scratch/own" | median)
    peer_us=$(cut -d' ' -f1 "$scratch/peer" | median)
    peer_kib=$(cut -d' ' -f2 "$scratch/peer" | median)
}

seconds() { awk -v us="$1" 'BEGIN { printf us < 100000 ? "%.1f ms" : "%.2f s", us < 100000 ? us / 1000 : us / 1000000 }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
mib() { awk -v kib="$1" 'BEGIN { printf "%.1f MiB", kib / 1024 }'; }

row() { # WHAT FIGURES GOAL
    printf '%-46s %-52s %s\n' "$1" "$2" "${3:+($3)}"
}

# One row: `own` against `peer`, with a name for the peer and the goal for the ratio of times.
against() { # WHAT RUNS PEER GOAL
    if ! in_turns "$2"; then
        row "$1" "did not run, see above" ""
        failed=yes
        return 0
    fi
    row "$1" "$(seconds "$own_us") / $(seconds "$peer_us") $3 = $(ratio "$own_us" "$peer_us")" \
        "goal: at most $4; memory $(mib "$own_kib") / $(mib "$peer_kib")"
}

# For the sqlite3 shell, which takes a remark at the beginning for an option.
sql() { printf '\n%s' "$(<"$root/tests/bench/shared/$1.sql")"; }

failed=no
there() { command -v "$1" >/dev/null; }
missing() { row "$1" "not measured: $2 is not installed" "script/bootstrap --with-peers installs it"; }
finish() { [ "$failed" = no ]; }
