#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The story of kindly-homework(5) can be typed along: its plan, taken out of the page as a reader would copy it, becomes an
# assignment, which is tried, agreed to, reported and reviewed. Every key of the two schemas stands in the page.
set -eu
kindly=$1
source=$2
page=$source/man/kindly-homework.5

HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
cd "$HOME"

awk '/^\.\\" plan begin/ { found = 1; next }
     found && /^\.Bd -literal/ { inside = 1; next }
     inside && /^\.Ed/ { exit }
     inside' "$page" | sed 's/\\-/-/g; s/\\e/\\/g' >plan.json
[ "$(wc -l <plan.json)" -ge 20 ] || { echo "the plan was not found in the page"; exit 1; }

failed=0
succeeds() { # command...
    if ! "$kindly" --now 2026-11-23T09:00 "$@" </dev/null >out 2>&1; then
        echo "this fails in the story: kindly $*"
        sed 's/^/    /' out
        failed=1
    fi
}
succeeds check plan.json
succeeds assign --plan plan.json -o sam.json --handout sam.html
succeeds check sam.json
succeeds homework try sam.json
succeeds homework add sam.json --agree
id=$(sed -n 's/^  "id": "\(.*\)",/\1/p' sam.json)
succeeds homework
succeeds homework instead "$id" feet
succeeds homework skip "$id"
succeeds homework report "$id" -o report.json --share counts
succeeds check report.json
succeeds review report.json
succeeds assign --reply-to report.json --plan plan.json -o next.json
grep -q '"reply_to"' next.json || { echo "--reply-to says nothing of the report"; failed=1; }

for schema in assignment report; do
    keys=$(python3 - "$source/exercises/$schema-1.schema.json" <<'P'
import json, sys
found = set()
def look(part):
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "properties":
                found.update(value)
            look(value)
    elif isinstance(part, list):
        for value in part:
            look(value)
look(json.load(open(sys.argv[1])))
print("\n".join(sorted(found - {"$schema"})))
P
    )
    for key in $keys; do
        grep -qE "^\.(It )?Li .*\b$key\b" "$page" || { echo "kindly-homework(5) does not name the key $key of a $schema"; failed=1; }
    done
done
exit "$failed"
