#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How fast `kindly check` reads: 1,000 exercises of about 6 kB, and that time grows with their number and not faster; how
# many whole practices `check --play` plays in a second. The best of five runs each, as whole processes.
set -eu
kindly=$1
exercises=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../exercises" && pwd)

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder/home
mkdir -p "$HOME" "$folder/250" "$folder/500" "$folder/1000"
for many in 250 500 1000; do
    cp -R "$exercises/library" "$folder/$many/library"
    for ((number = 0; number < many; number++)); do
        source=look
        [ $((number % 2)) = 0 ] || source=feet
        sed "s/\"id\": \"$source\"/\"id\": \"made-$number\"/" "$exercises/$source.json" >"$folder/$many/made-$number.json"
    done
done

best() { # COMMAND...: microseconds of the quickest of five
    local least= begin took
    for _ in 1 2 3 4 5; do
        begin=${EPOCHREALTIME/[.,]/}
        "$@" >/dev/null
        took=$((${EPOCHREALTIME/[.,]/} - begin))
        if [ -z "$least" ] || [ "$took" -lt "$least" ]; then least=$took; fi
    done
    echo "$least"
}
bytes_of() { find "$1" -name '*.json' -exec cat {} + | wc -c; }

quarter=$(best "$kindly" check "$folder/250" --format short)
half=$(best "$kindly" check "$folder/500" --format short)
whole=$(best "$kindly" check "$folder/1000" --format short)
bytes=$(bytes_of "$folder/1000")
printf 'check, 1,000 files   %d.%03d s for %d kB\n' $((whole / 1000000)) $((whole % 1000000 / 1000)) $((bytes / 1000))
printf 'speed                %d.%d MB/s   (goal: at least 10)\n' $((bytes / whole)) $((bytes * 10 / whole % 10))
printf 'growth, 250 to 1,000 %d.%02d times   (goal: at most 4.40)\n' $((whole / quarter)) $((whole * 100 / quarter % 100))
printf 'growth, 500 to 1,000 %d.%02d times   (goal: at most 2.20)\n' $((whole / half)) $((whole * 100 / half % 100))
if command -v jq >/dev/null; then
    peer=$(best bash -c "jq empty $folder/1000/*.json")
    printf 'jq empty, the same   %d.%02d times as long as only reading them with jq\n' $((whole / peer)) $((whole * 100 / peer % 100))
fi

practices=20000
idle=$(best "$kindly" check kind-pause)
played=$(best "$kindly" check kind-pause --play "$practices")
printf 'play, kind-pause     %d whole practices a second   (goal: at least 5000)\n' $((practices * 1000000 / (played - idle)))
