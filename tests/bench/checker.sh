#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How fast `kindly check` reads: 1,000 exercises of about 6 kB, and that time grows with their number and not faster; how
# many whole practices `check --play` plays in a second; the same of `list`, and how soon a practice is found among many. The best of five runs each, as whole processes.
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/table.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/table.bash"
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
        sed "s/\"id\": \"$source\"/\"id\": \"made_$number\"/" "$exercises/$source.json" >"$folder/$many/made_$number.json"
    done
done

best() { # COMMAND...: microseconds of the quickest of five
    local least="" begin took
    for _ in 1 2 3 4 5; do
        begin=${EPOCHREALTIME/[.,]/}
        "$@" >/dev/null </dev/null || { echo "did not work: $*" >&2; exit 1; }
        took=$((${EPOCHREALTIME/[.,]/} - begin))
        if [ -z "$least" ] || [ "$took" -lt "$least" ]; then least=$took; fi
    done
    echo "$least"
}
growth() { # WHAT BEFORE AFTER LIMIT
    within "$1" "$(ratio "$3" "$2") times as long" "$(awk -v a="$3" -v b="$2" 'BEGIN { print a / b }')" "$4 times" "$4"
}
bytes_of() { find "$1" -name '*.json' -exec cat {} + | wc -c; }

quarter=$(best "$kindly" check "$folder/250" --format short)
half=$(best "$kindly" check "$folder/500" --format short)
whole=$(best "$kindly" check "$folder/1000" --format short)
bytes=$(bytes_of "$folder/1000")
per_second() { awk -v bytes="$bytes" -v us="$1" 'BEGIN { printf "%.1f", bytes / us }'; } # MB
at_least "check: 1,000 files, $((bytes / 1000)) kB" "$(per_second "$whole") MB/s" "$(per_second "$whole")" "10 MB/s" 10
growth "check: 250 to 1,000 files" "$quarter" "$whole" 4.40
growth "check: 500 to 1,000 files" "$half" "$whole" 2.20
if command -v jq >/dev/null; then
    peer=$(best bash -c "jq empty $folder/1000/*.json")
    told "check: 1,000 files" "$(time_of "$whole")" "jq empty, only reading: $(time_of "$peer")"
else
    missing "check: against jq empty, only reading" jq
fi

# The catalogue: all of it listed; and one practice found in it, which must not depend on how many others there are.
listing() { XDG_DATA_HOME=$1 best "$kindly" list; }
mkdir -p "$folder/few/kindly/exercises"
for many in 250 1000; do
    mkdir -p "$folder/data$many/kindly"
    mv "$folder/$many" "$folder/data$many/kindly/exercises"
done
quarter=$(listing "$folder/data250")
whole=$(listing "$folder/data1000")
at_least "list: 1,000 exercises, $((bytes / 1000)) kB" "$(per_second "$whole") MB/s" "$(per_second "$whole")" "10 MB/s" 10
growth "list: 250 to 1,000 exercises" "$quarter" "$whole" 4.40
mkdir -p "$folder/many/kindly"
mv "$folder/data1000/kindly/exercises" "$folder/many/kindly/exercises"
for ((number = 1000; number < 2000; number++)); do
    sed "s/\"id\": \"look\"/\"id\": \"made_$number\"/" "$exercises/look.json" >"$folder/many/kindly/exercises/made_$number.json"
done
begun() { XDG_DATA_HOME=$1 best "$kindly" practice kind-pause --instant --unrecorded --guide events; }
few=$(begun "$folder/few")
many=$(begun "$folder/many")
compared "practice ID: 2,000 exercises beside it" "$(time_of "$many")" "$many" "none beside ours" "$(time_of "$few")" "$few" 1.10

practices=20000
idle=$(best "$kindly" check kind-pause)
played=$(best "$kindly" check kind-pause --play "$practices")
a_second=$((practices * 1000000 / (played - idle)))
at_least "check --play: kind-pause" "$a_second a second" "$a_second" "5,000 a second" 5000
