#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The screen guide on a pseudo-terminal of 80x24: what a breath and a silence cost, that nothing happens while it waits,
# how soon the first screen is there, and how late the last cue is with one core busy. KINDLY_BENCH_SECONDS (60): how long
# each state is watched; KINDLY_BENCH_MINUTES (10): how long the practice is whose last cue counts.
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/table.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/table.bash"
seconds=${KINDLY_BENCH_SECONDS:-60}
minutes=${KINDLY_BENCH_MINUTES:-10}
build=$(cd "$(dirname "$kindly")/.." && pwd)
watch=$build/tests/bench/watch_screen
if [ ! -x "$watch" ]; then
    echo "$watch is not there: script/bench builds it (target bench_tools)" >&2
    exit 1
fi

work=$(mktemp -d)
busy=
trap '[ -z "$busy" ] || kill "$busy" 2>/dev/null || true; rm -rf "$work"' EXIT
# Nothing of the person's own: neither settings nor a log.
clean=(env -i PATH=/usr/bin:/bin LANG=C.UTF-8 TERM=xterm-256color HOME="$work" KINDLY_DATA_DIR="$work/data")

calculated() { awk -v a="$1" -v b="$2" "BEGIN { printf \"$4\", $3 }"; }

kind=$(sed -n 's/^CMAKE_BUILD_TYPE:[A-Z]*=//p' "$build/CMakeCache.txt")
grep -q '^KINDLY_SANITIZE:BOOL=ON' "$build/CMakeCache.txt" && kind="$kind, with sanitizers"
[ "$kind" = Release ] || told "screen: the build" "${kind:-without a type}" "goals are for Release"

# One step that goes on for minutes, in a practice that is otherwise as short as can be.
practice() { # STEP
    cat >"$work/one.json" <<END
{ "format": "1.0", "id": "one-step", "version": "1.0", "language": "en", "title": "One step",
  "about": { "summary": "One step, to be measured.", "authors": ["kindly"], "license": "CC0-1.0",
    "sources": [ { "idea": "measuring", "cite": "none" } ], "audience": "everyone" },
  "safety": { "intensity": "gentle", "before": "One step, to be measured." },
  "needs": [ "breath" ],
  "sections": [
    { "id": "main", "title": "Main", "purpose": "arrive", "steps": [ $1 ] },
    { "id": "ground", "title": "Here", "role": "grounding", "steps": [ { "kind": "say", "text": "Feel the floor." } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "That was all." } ] } ] }
END
}
state() { # TEXT KEYS: sets cpu, woken, frames, bytes
    read -r cpu woken frames bytes < <("${clean[@]}" "$watch" state "$1" "$2" "$seconds" \
        "$kindly" practice "$work/one.json" --guide screen --unrecorded)
    if [ -z "${bytes:-}" ]; then exit 1; fi
}

practice '{ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 30, "text": "Breathe with the shape." }'
state "Breathe" ""
figure=$(calculated "$cpu" "$seconds" "a / 1000000 * 60 / b" %.3f)
within "breathing: processor time a minute" "$figure s" "$figure" "0.10 s" 0.10
figure=$(calculated "$frames" "$seconds" "a / b" %.1f)
within "  pictures a second" "$figure" "$figure" 12 12
told "  bytes a second" "$(calculated "$bytes" "$seconds" "a / b" %.0f)"

practice '{ "kind": "pause", "for": "5m", "text": "Rest here for a while." }'
silent() { # WHAT TEXT KEYS
    state "$2" "$3"
    within "$1: wake-ups, $seconds s" "$woken" "$woken" none 0
    within "  bytes" "$bytes" "$bytes" none 0
}
state "Rest" ""
# One more, as the first second and the last may both be in it.
within "silence with a countdown: wake-ups, $seconds s" "$woken" "$woken" "one a second" $((seconds + 1))
told "  bytes a second" "$(calculated "$bytes" "$seconds" "a / b" %.0f)"
silent "silence without one" "Rest" c
silent "paused" "Rest" " "
practice '{ "kind": "ask", "id": "words", "text": "What would help?", "answer": "text", "longest": 300 }'
silent "waiting for an answer" "would help" ""
silent "waiting with a half-written one" "would help" "half a thought"

# The first screen. In a folder with a log, as on every day but the first.
"${clean[@]}" "$kindly" practice look --listen --instant --guide events >"$work/ignored" 2>&1 </dev/null
first() { # TEXT COMMAND...: median of 20, microseconds
    "${clean[@]}" "$watch" first 20 "$@" >"$work/times"
    median <"$work/times"
}
recorded=$(first "begin" "$kindly" practice look --guide screen)
unrecorded=$(first "begin" "$kindly" practice look --guide screen --unrecorded)
peer=$(first "" sqlite3 --version)
within "first screen of a practice" "$(time_of "$recorded")" "$recorded" "15 ms" 15000
told "  without a log" "$(time_of "$unrecorded")"
told "  the same" "$(time_of "$recorded")" "sqlite3 --version: $(time_of "$peer")"
seq 100 >"$work/lines"
for program in less dialog; do
    if ! command -v "$program" >/dev/null; then
        missing "  against $program" "$program"
        continue
    fi
    command=(less "$work/lines")
    [ "$program" = less ] || command=(dialog --msgbox "One step" 10 40)
    peer=$(first "" "${command[@]}")
    told "  the same" "$(time_of "$recorded")" "$program: $(time_of "$peer")"
done

# Cues. A loop without an end on one core; nothing moves on the screen but what is due.
taskset -c 0 bash -c 'while :; do :; done' &
busy=$!
walk=("$kindly" practice look --listen --minutes "$minutes" --seed 1 --unrecorded)
"${clean[@]}" "${walk[@]}" --instant --guide events </dev/null >"$work/plan"
sed -nE '/"event":"(started|say|ended)"/s/.*"at_ms":([0-9]+).*/\1/p' "$work/plan" >"$work/moments"
"${clean[@]}" "$watch" cues "${walk[@]}" --guide screen --reduced-motion <"$work/moments" >"$work/late"
kill "$busy" 2>/dev/null || true
busy=
last=$(calculated "$(tail -n 1 "$work/late")" 1000 "a / b" %.2f)
within "clock: last cue of $minutes minutes, a busy core" "late by $last ms" "${last#-}" "10 ms" 10
told "  the worst of $(wc -l <"$work/late")" "$(calculated "$(sort -n "$work/late" | tail -n 1)" 1000 "a / b" "%.2f ms")"
