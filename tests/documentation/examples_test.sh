#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every example runs as it stands: each line of a shell block in the READMEs, each .Dl of the manual pages, and each line that a
# command's --help begins with. Every command has such lines. With nobody at the terminal, and time passing at once.
#
# Those that a test cannot type end as said here: what only works at a terminal says so and exits with 2.
set -eu
kindly=$1
source=$2
. "$source/tests/documentation/world.sh"

at_a_terminal='
kindly lock
kindly lock --change
kindly erase
kindly support --edit
kindly log add
kindly log delete 019ab3c2-5e10
kindly log delete 019ab3c2-5e10 --answer 3
kindly letters delete 019ab3c2-5e10
kindly me kept delete small_promise
kindly assign kind-pause feet
kindly assign --programme starter --handout sam.html
kindly assign kind-pause --handout handout.html -o sam.json
kindly homework add ./evenings.json
kindly homework add sam.json
kindly sit
'
# What the line reads from its standard input: words never come from arguments.
words_for() {
    case $1 in
        *"log --find"*) echo heron ;;
        *"me set name"* | *"homework note"*) echo Sam ;;
        *"me kept edit"*) echo "Tea first." ;;
    esac
}

blocks() { # the lines of sh blocks
    sed -n '/^ *```sh$/,/^ *```$/p' "$@" | sed 's/^ *//' | grep -vE '^(```|#|$)'
}
# The job for PostgreSQL is tests/nightly's.
readme=$(blocks "$source/README.md" | grep -E '(^|\| *)kindly( |$)' | grep -vF '"$')
pages=$(sed -nE 's/^\.Dl (.*)/\1/p' "$source"/man/*.1 "$source"/man/*.5 | sed 's/\\e/\\/g; s/\\-/-/g; s/\\(dq/"/g')

make_world "$kindly" "$source"
failed=0
helps=$world/helps
: >"$helps"
examples_of() { # command, words of its parent
    kindly $1 --help >"$world/help"
    awk 'NR <= 4 { next } /^  (kindly|ssh)( |$)/ { print substr($0, 3); next } { exit }' "$world/help" >"$world/lines"
    if ! grep -q "^kindly $1\( \|$\)" "$world/lines" && [ "$1" != today ]; then
        echo "kindly $1 --help has no example of it"
        failed=1
    fi
    cat "$world/lines" >>"$helps"
    local inner
    for inner in $(awk 'NR > 4 && /^$/ { blank++ } blank && /^  [a-z]+  / { print $1 }' "$world/help"); do
        if kindly $1 "$inner" --help 2>/dev/null | grep -q "^kindly $1 $inner:"; then examples_of "$1 $inner"; fi
    done
}
kindly --help | awk 'NR <= 4 { next } /^  kindly/ { sub(/   .*/, ""); print substr($0, 3); next } { exit }' >>"$helps"
for command in $(kindly --help | sed -nE 's/^  [A-Z][a-z ]* {2,}([a-z]+(, [a-z]+)*)$/\1/p' | tr -d ,); do examples_of "$command"; done

for found in "$readme" "$pages" "$(cat "$helps")"; do
    [ "$(wc -l <<<"$found")" -ge 10 ] || { echo "too few examples were found:"; echo "$found"; exit 1; }
done
lines=$(printf '%s\n' "$readme" "$pages" "$(cat "$helps")" | sed -E 's/  +#.*//; s/ +$//' | sort -u)

while IFS= read -r line; do
    # The real clock would take minutes, and nothing on this machine is set or sent.
    run=$line
    case $line in
        *--instant* | *--resume*) ;;
        *"kindly practice"* | "kindly sit"* | "kindly ground"*) run="$line --instant" ;;
        *"remind"*"--install"*) run=${line% --install} ;;
    esac
    case $line in
        kindly) run='kindly today' ;;
        "kindly homework "*) run="kindly --now $example_now$(sed -E "s/ evenings( |\$)/ $evenings\1/" <<<"${run#kindly}")" ;;
    esac
    words=$(words_for "$line")
    if [ -n "$words" ]; then run="printf '%s\\n' '$words' | $run"; fi
    expected=0
    if grep -qxF -- "$line" <<<"$at_a_terminal"; then expected=2; fi
    status=0
    example "$run" </dev/null || status=$?
    if [ "$status" != "$expected" ]; then
        echo "this example ends with $status: $line"
        sed 's/^/    /' "$said" | head -n 20
        failed=1
    fi
done <<<"$lines"
while IFS= read -r line; do
    if [ -n "$line" ] && ! grep -qxF -- "$line" <<<"$lines"; then
        echo "no longer an example, so it needs no exception: $line"
        failed=1
    fi
done <<<"$at_a_terminal"
echo "$(wc -l <<<"$lines") examples"
exit "$failed"
