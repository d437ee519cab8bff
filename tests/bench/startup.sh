#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How long `kindly --version` takes against other programs that do nothing but say their version: medians of 200 each,
# taken in turns.
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/table.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/table.bash"
runs=${KINDLY_BENCH_RUNS:-200}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch TIMEWARRIORDB=$scratch TASKRC=/dev/null
timed() { # COMMAND...: microseconds
    local begin
    begin=${EPOCHREALTIME/[.,]/}
    "$@" >/dev/null </dev/null
    echo $((${EPOCHREALTIME/[.,]/} - begin))
}

peers=()
for peer in sqlite3 task timew jq hledger; do
    if command -v "$peer" >/dev/null; then peers+=("$peer"); else missing "start, against $peer --version" "$peer"; fi
done
for ((run = 0; run < runs; run++)); do
    for program in "$kindly" ${peers[@]+"${peers[@]}"}; do timed "$program" --version >>"$scratch/${program##*/}.us"; done
done
own=$(median <"$scratch/${kindly##*/}.us")
for peer in ${peers[@]+"${peers[@]}"}; do
    us=$(median <"$scratch/$peer.us")
    case $peer in
        sqlite3) goal=1.00 ;;
        task) goal=0.60 ;;
        *) goal= ;;
    esac
    if [ -n "$goal" ]; then
        compared "start: --version" "$(time_of "$own")" "$own" "$peer --version" "$(time_of "$us")" "$us" "$goal"
    else
        told "start: --version" "$(time_of "$own")" "$peer --version: $(time_of "$us")"
    fi
done
