#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The practice that the README begins with is what the program prints: its first line is run, and between two "[...]" every line
# stands in the output, in one piece and in the same order; after the last one, to its end.
set -eu
kindly=$1
readme=$2/README.md

HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
mkdir "$HOME/bin"
ln -s "$kindly" "$HOME/bin/kindly"
export PATH="$HOME/bin:$PATH" LC_ALL=C.UTF-8 LANGUAGE=''
unset XDG_DATA_HOME XDG_CONFIG_HOME KINDLY_DATA_DIR KINDLY_EXERCISE_PATH
cd "$HOME"

awk '/^<!-- a session -->$/ { found = 1; next } found && /^```text$/ { inside = 1; next } inside && /^```$/ { exit } inside' \
    "$readme" >written
command=$(sed -n '1s/^\$ //p' written)
case $command in
    printf\ *\|\ kindly\ practice\ *) ;;
    *) echo "the README does not begin with a practice: $command"; exit 1 ;;
esac
bash -c "$command" >printed
awk '
    BEGIN { piece = 0; lines = 0 }
    NR == FNR { if (FNR == 1) next; if ($0 == "[...]") { piece++; next } text[piece] = text[piece] $0 "\n"; lines++; next }
    { all = all $0 "\n" }
    END {
        if (lines < 20 || piece < 3) { print "the README shows too little of it"; exit 1 }
        rest = "\n" all
        if (text[0] != "" && substr(all, 1, length(text[0])) != text[0]) { print "it does not begin like this:\n" text[0]; exit 1 }
        for (one = 1; one <= piece; one++) {
            at = index(rest, "\n" text[one])
            if (!at) { print "this is not what the program prints, or not there:\n" text[one]; exit 1 }
            rest = substr(rest, at + length(text[one]))
        }
        if (rest != "\n") { print "it goes on after the last line of the README:" rest; exit 1 }
    }' written printed
