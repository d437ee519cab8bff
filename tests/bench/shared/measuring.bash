# SPDX-License-Identifier: MIT
# For the measurements of the practice log: runs in turns, and the logs to measure with. Sourced
# with $kindly set; needs `measure` and `fill_log` beside it in the build folder (script/bench builds them).
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
tools=$(cd "$(dirname "$kindly")/.." && pwd)/tests/bench
data=${KINDLY_BENCH_DATA:-$root/build/bench-data}
export TZ=Europe/Berlin # the logs', so that a day is the same for everybody
unset KINDLY_DATA_DIR
# shellcheck source-path=SCRIPTDIR source=table.bash
. "$root/tests/bench/shared/table.bash"

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

# One row: `own` against `peer`, with a name for the peer and the goal for the ratio of times.
against() { # WHAT RUNS PEER GOAL
    if ! in_turns "$2"; then
        told "$1" "did not run" "see above"
        failed=yes
        return 0
    fi
    compared "$1" "$(time_of "$own_us"), $(mib "$own_kib")" "$own_us" "$3" "$(time_of "$peer_us"), $(mib "$peer_kib")" "$peer_us" "$4"
}

# Flat memory, and time that grows as what there is to do: from the first size to the largest, and to it.
grown() { # WHAT KIB_FIRST KIB_LARGEST US_BEFORE US_LARGEST
    within "$1: memory, $largest sessions" "$(mib "$3")" "$3" "24 MiB" 24576
    within "$1: memory, $from to $largest" "$(ratio "$3" "$2") times" "$(ratio "$3" "$2")" "1.10 times" 1.10
    local limit=11
    [ $((largest / before_largest)) = 10 ] || limit=$((largest * 11 / before_largest / 10))
    within "$1: growth, $before_largest to $largest" "$(ratio "$5" "$4") times as long" "$(ratio "$5" "$4")" "$limit times" "$limit"
}

# For the sqlite3 shell, which takes a remark at the beginning for an option.
sql() { printf '\n%s' "$(<"$root/tests/bench/shared/$1.sql")"; }

failed=no
there() { command -v "$1" >/dev/null; }
finish() { [ "$failed" = no ]; }
