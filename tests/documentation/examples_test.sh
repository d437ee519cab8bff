#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The examples of README and man pages run: every command line that begins with "kindly" in a README code block, and every
# .Dl example of the man pages, ends with exit 0, with nobody at the terminal and time passing at once.
set -eu
kindly=$1
source=$2

HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
mkdir "$HOME/bin"
ln -s "$kindly" "$HOME/bin/kindly"
export PATH="$HOME/bin:$PATH"
cd "$HOME"
for name in my-own old new; do cp "$source/exercises/look.json" "$name.json"; done
ln -s "$source/exercises" exercises

lines=$(
    sed -nE '/^```/,/^```/p' "$source/README.md" | grep -E '^(kindly|printf .*\| *kindly)( |$)' || true
    sed -nE 's/^\.Dl ((kindly|printf).*)/\1/p' "$source"/man/*.1 "$source"/man/*.5 | sed 's/\\e/\\/g; s/\\-/-/g'
)
[ "$(wc -l <<<"$lines")" -ge 5 ] || { echo "too few examples were found:"; echo "$lines"; exit 1; }

failed=0
while IFS= read -r line; do
    line=${line%%  #*} # a remark after two spaces
    # The real clock would take minutes.
    case $line in
        *--instant*) run=$line ;;
        *"kindly practice"* | "kindly sit"* | "kindly ground"*) run="$line --instant" ;;
        *) run=$line ;;
    esac
    rm -f ./*.csv ./*.html ./*.jsonl # another example may make a file of the same name
    if ! timeout 60 bash -c "$run" </dev/null >out 2>&1; then
        echo "this example fails: $line"
        sed 's/^/    /' out
        failed=1
    fi
done <<<"$lines"
exit "$failed"
