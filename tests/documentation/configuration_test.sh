#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The example of CONFIGURATION in kindly(1), taken out of the page as a reader would copy it, is a configuration that every
# command takes; and each option that the page says cannot stand there is refused.
set -eu
kindly=$1
page=$2/man/kindly.1

HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
cd "$HOME"

section=$(sed -n '/^\.Sh CONFIGURATION/,/^\.Sh ENVIRONMENT/p' "$page")
sed -n '/^\.Bd -literal/,/^\.Ed/p' <<<"$section" | grep -v '^\.' >config.toml
[ "$(wc -l <config.toml)" -ge 5 ] || { echo "there is no example in the page"; exit 1; }
"$kindly" --config config.toml list >/dev/null
"$kindly" --config config.toml log >/dev/null

failed=0
refused=$(sed -n '/^Some options cannot/,/^Further keys/p' <<<"$section" | sed -nE 's/^\.Li (.*)/\1/p' | tr -d ' .' | tr ',' '\n')
[ "$(wc -w <<<"$refused")" -ge 20 ] || { echo "too few options were found: $refused"; exit 1; }
for option in $refused; do
    # Some belong to commands that are still to come.
    grep -q -e "Fl -$option" "$page" || continue
    echo "$option = \"x\"" >one.toml
    status=0
    "$kindly" --config one.toml list >/dev/null 2>said || status=$?
    if [ "$status" != 2 ] || ! grep -q "\"$option\" cannot stand here" said; then
        echo "$option is not refused:"
        cat said
        failed=1
    fi
done
exit "$failed"
