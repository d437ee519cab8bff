#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How late the cues of a three-minute practice come, with one core busy: every event of `practice look` carries the time
# that it was due (at_ms); this notes when it arrived. Beside it runs a loop of plain sleeps over the same cues, as a
# simple breathing script would do it.
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/table.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/table.bash"
minutes=${KINDLY_BENCH_MINUTES:-3}

work=$(mktemp -d)
trap 'kill %% %1 2>/dev/null || true; rm -rf "$work"' EXIT

# One busy core, for as long as this script lives.
taskset -c 0 bash -c 'while :; do :; done' &
busy=$!

# The cues, from a run on the virtual clock.
"$kindly" practice look --listen --minutes "$minutes" --seed 1 --instant --unrecorded --guide events </dev/null >"$work/plan"
sed -nE 's/.*"at_ms":([0-9]+).*/\1/p' "$work/plan" | sort -n | uniq >"$work/cues"

naive() {
    local begin last=0 cue late
    begin=$(microseconds)
    while read -r cue; do
        sleep "$(((cue - last) / 1000)).$(printf '%03d' $(((cue - last) % 1000)))"
        last=$cue
    done <"$work/cues"
    late=$((($(microseconds) - begin) / 10 - last * 100))
    echo "$late" >"$work/naive"
}
naive &
sleeping=$!

begin=
worst=0
last=0
count=0
while IFS= read -r line; do
    now=${EPOCHREALTIME/[.,]/}
    [[ $line =~ \"at_ms\":([0-9]+) ]] || continue
    begin=${begin:-$now}
    last=$(((now - begin) / 10 - BASH_REMATCH[1] * 100)) # hundredths of a millisecond
    if ((last > worst)); then worst=$last; fi
    count=$((count + 1))
done < <("$kindly" practice look --listen --minutes "$minutes" --seed 1 --unrecorded --guide events </dev/null)
wait "$sleeping"
kill "$busy" 2>/dev/null || true

naive_late=$(cat "$work/naive")
shown() { printf '%d.%02d ms' $(($1 / 100)) $(($1 % 100)); }
within "clock: last of $count cues, $minutes minutes, a busy core" "late by $(shown "$last")" "$last" "10 ms" 1000
told "  the worst" "late by $(shown "$worst")" "a loop of sleeps: late by $(shown "$naive_late")"
