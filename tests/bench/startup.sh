#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How long `kindly --version` takes, as a ratio to `sqlite3 --version` in the same run: medians of 200 each, taken in turns.
set -eu
kindly=$1
runs=200

timed() { # COMMAND...: microseconds
    local begin=${EPOCHREALTIME/[.,]/}
    "$@" >/dev/null
    echo $((${EPOCHREALTIME/[.,]/} - begin))
}
median() { sort -n | sed -n "$((runs / 2))p"; }

if ! command -v sqlite3 >/dev/null; then
    echo "sqlite3 is not installed: nothing to compare with (script/bootstrap installs it)" >&2
    exit 1
fi
own=$(mktemp)
peer=$(mktemp)
trap 'rm -f "$own" "$peer"' EXIT
for ((run = 0; run < runs; run++)); do
    timed "$kindly" --version >>"$own"
    timed sqlite3 --version >>"$peer"
done
a=$(median <"$own")
b=$(median <"$peer")
printf 'kindly --version   %d.%02d ms\nsqlite3 --version  %d.%02d ms\n' $((a / 1000)) $((a % 1000 / 10)) $((b / 1000)) $((b % 1000 / 10))
printf 'ratio              %d.%02d   (goal: at most 1.00)\n' $((a / b)) $((a % b * 100 / b))
