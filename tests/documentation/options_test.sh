#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Help and man page agree: every option that a command's --help names stands in kindly(1), where that command is described, and every
# option and command that kindly(1) names is in some help.
set -eu
kindly=$1
page=$2/man/kindly.1

HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT

options_of() { grep -oE -e '--[a-z][a-z-]+' | sort -u; }

commands=$("$kindly" --help | sed -nE 's/^  [A-Z][a-z ]* {2,}([a-z]+(, [a-z]+)*)$/\1/p' | tr -d ,)
[ -n "$commands" ] || { echo "kindly --help names no commands"; exit 1; }

# From the heading of a command to that of the next one; commands within it belong to it.
section_of() { awk -v name="$1" '/^\.It Nm Cm [a-z]/ { on = ($4 == name) } /^\.S[hs] / { on = 0 } on' "$page"; }
of_the_command() { grep -oE -e '^  --[a-z][a-z-]+' | tr -d ' '; }

all=$(mktemp -p "$HOME")
"$kindly" --help | options_of >"$all"
for command in $commands; do
    "$kindly" "$command" --help | tee "$HOME/help" | options_of >>"$all"
    of_the_command <"$HOME/help" >"$HOME/own" || true
    # Commands within it: "show ID  one practice", listed like options but without hyphens.
    for inner in $(sed -nE 's/^  ([a-z]+) {2,}.*/\1/p' "$HOME/help" | grep -v '^kindly$' || true); do
        if "$kindly" "$command" "$inner" --help 2>/dev/null | grep -q "^kindly $command $inner:"; then
            "$kindly" "$command" "$inner" --help | tee "$HOME/inner" | options_of >>"$all"
            of_the_command <"$HOME/inner" >>"$HOME/own" || true
            grep -qE "^\.It Nm Cm $command $inner( |\$)" "$page" ||
                echo "the command $command $inner is not in kindly(1)" >>"$HOME/failed"
        fi
    done
    section_of "$command" | grep -oE 'Fl -[a-z][a-z-]+' | sed 's/^Fl -/--/' >"$HOME/section" || true
    sort -u "$HOME/own" | while read -r option; do
        grep -qx -e "$option" "$HOME/section" || echo "kindly(1) does not describe $option of $command where it describes $command" >>"$HOME/failed"
    done
done
sort -u -o "$all" "$all"

# mdoc writes --data-dir as ".Fl -data-dir".
documented=$(grep -E '^\.(It )?Fl -' "$page" | grep -oE 'Fl -[a-z][a-z-]+' | sed 's/^Fl -/--/' | sort -u)

failed=0
if [ -s "$HOME/failed" ]; then
    cat "$HOME/failed"
    failed=1
fi
for option in $(cat "$all"); do
    if ! grep -qx -e "$option" <<<"$documented"; then
        echo "$option is in the help but not in kindly(1)"
        failed=1
    fi
done
for option in $documented; do
    if ! grep -qx -e "$option" "$all"; then
        echo "$option is in kindly(1) but in no help"
        failed=1
    fi
done
for command in $commands; do
    if ! grep -qE "^\.It Nm Cm $command( |\$)" "$page"; then
        echo "the command $command is not in kindly(1)"
        failed=1
    fi
done
exit "$failed"
