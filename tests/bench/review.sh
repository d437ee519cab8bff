#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A thousand reports in one review: how long it takes, and how much memory against ten of them.
#   review.sh KINDLY_BINARY
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/table.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/table.bash"
tools=$(cd "$(dirname "$kindly")/.." && pwd)/tests/bench
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder
cd "$folder"
cat >plan.json <<'P'
{ "format": "1.0", "language": "en", "title": "Evenings", "from": "R.", "for": "S.", "rationale": "Rest.", "share": "counts",
  "items": [ { "exercise": "feet", "how_often": "daily" } ] }
P
"$kindly" --now 2026-11-01T09:00 assign --plan plan.json -o sam.json >made 2>&1
"$kindly" --now 2026-11-01T09:00 homework add sam.json --agree >agreed
for day in 01 02 03 04 05 06 07 08 09 10 11 12 13 14; do
    "$kindly" --now 2026-11-20T09:00 log add --exercise feet --at "2026-11-${day}T08:00" --minutes 5 \
        --distress-before 6 --distress-after 4 >added
done
"$kindly" --now 2026-11-20T09:00 homework report -o report.json --share ratings >reported
mkdir reports
for number in $(seq -w 0 999); do
    # each of a client's own: of several on the same homework, a table has only the newest
    sed -e "s/\"id\": \"[0-9a-f]*/\"id\": \"00000$number/" -e "s/\"series\": \"[0-9a-f]*/\"series\": \"00000$number/" \
        report.json >"reports/$number.json"
done
for format in text csv json; do
    for count in 10 1000; do
        mapfile -t files < <(find reports -name '*.json' | sort | head -n "$count")
        "$tools/measure" "$kindly" review "${files[@]}" --format "$format" >reviewed 2>"measured$count"
        read -r "us$count" "kib$count" < <(tail -n 1 "measured$count")
    done
    within "review: 1,000 reports, $format" "$(time_of "$us1000")" "$us1000" "1 s" 1000000
    told "  its memory" "$(mib "$kib1000")" "of ten reports: $(mib "$kib10")"
done
