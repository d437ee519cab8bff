#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# fish: what `complete -C` gives for a line, with the script as a file in a folder of completions.
set -eu
. "$(dirname "$0")/home.sh" "$1" "$2"

mkdir -p "$HOME/.config/fish/completions"
kindly completion fish >"$HOME/.config/fish/completions/kindly.fish"
found=$(fish --no-execute "$HOME/.config/fish/completions/kindly.fish" 2>&1) || true
same "fish reads it" "" "$found"

offered() { fish -c 'complete -C "$argv[1]"' -- "$1"; }
offers() { # line, expected without descriptions
    same "$1" "$2" "$(offered "$1" | cut -f 1 | LC_ALL=C sort | tr '\n' ' ' | sed 's/ $//')"
}

same 'a command with what it does' "$(printf 'practice\ta guided exercise')" "$(offered 'kindly pra')"
same 'an option with what it does' "$(printf -- '--listen\task nothing (gentle exercises)')" "$(offered 'kindly practice --lis')"
offer_alike
offers 'kindly sub' 'sub/'
offers 'kindly practice look --guide=p' '--guide=plain'
offers 'kindly import my' 'my log.jsonl'
offers 'kindly practice su' 'sub/'
offers 'kindly practice sub/' 'sub/own.json'
offers 'kindly export -o su' 'sub/'
offers 'kindly --data-dir su' 'sub/'

awkward_names
found=$(PATH=$HOME/awkward:$PATH fish -c 'complete -C "kindly practice zz"')
case $found in *'zz$(touch pwned)'*) ;; *) echo "not offered: $found"; failed=1 ;; esac
nothing_ran
exit "$failed"
