#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The worked example of kindly-exercise(5), taken out of the page as a reader would copy it, is a correct exercise: `kindly
# check` has nothing to say about it, and it can be practised. Its pieces elsewhere on the page are not tried.
set -eu
kindly=$1
source=$2

HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
export KINDLY_EXERCISE_PATH=$source/exercises
cd "$HOME"

# From the display after the comment to its end; \- is how mdoc writes a plain hyphen, \e a backslash.
awk '/^\.\\" The worked example:/ { found = 1; next }
     found && /^\.Bd -literal/ { inside = 1; next }
     inside && /^\.Ed/ { exit }
     inside' "$source/man/kindly-exercise.5" | sed 's/\\-/-/g; s/\\e/\\/g' >warm-cup.json
[ "$(wc -l <warm-cup.json)" -ge 40 ] || { echo "the worked example was not found in the page"; exit 1; }

failed=0
succeeds() { # command...
    if ! "$kindly" "$@" </dev/null >out 2>&1; then
        echo "this fails on the worked example: kindly $*"
        sed 's/^/    /' out
        failed=1
    fi
}
succeeds show ./warm-cup.json
succeeds practice ./warm-cup.json --instant --unrecorded
succeeds check ./warm-cup.json
if grep -E ': (error|warning) [A-Z][0-9]{3}:' out; then
    echo "kindly check has something to say about the worked example"
    failed=1
fi
exit "$failed"
