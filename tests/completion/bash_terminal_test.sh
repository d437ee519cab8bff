#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# bash at a terminal: what stands on the line after Tab, where readline does its part: files, quoting, "=".
set -eu
. "$(dirname "$0")/home.sh" "$1" "$2"
awkward_names

cat >"$HOME/setup.bash" <<'B'
PS1=''
unset HISTFILE
bind 'set bell-style none'
bind 'set enable-bracketed-paste off'
report() { printf '<<%s>>\n' "$READLINE_LINE"; READLINE_LINE='' READLINE_POINT=0; }
bind -x '"\C-g": report'
source <(kindly completion bash)
echo set-'up'
B
cat >"$HOME/try.zsh" <<'Z'
zmodload zsh/zpty
failed=0
start() { # path
    zpty t "env TERM=vt100 COLUMNS=200 PATH=$1 bash --norc --noprofile -i"
    zpty -w t 'source "$HOME/setup.bash"'
    zpty -r -m t out '*set-up*'
}
completes() { # line, expected
    zpty -w -n t "$1"$'\t\a'
    zpty -r -m t out '*<<*>>*'
    found=${${out##*<<}%%>>*}
    [[ $found == "$2" ]] && return
    print -r -- "$1"; print -r -- "  expected: $2"; print -r -- "  found:    $found"
    failed=1
}
start "$PATH"
completes 'kindly pra' 'kindly practice '
completes 'kindly practice fee' 'kindly practice feet '
completes 'kindly export --format=csv --color=nev' 'kindly export --format=csv --color=never '
completes 'kindly list --without breath,tou' 'kindly list --without breath,touch '
completes 'kindly remind --at 08:00 --days mo' 'kindly remind --at 08:00 --days mon '
completes 'kindly import my' 'kindly import my\ log.jsonl '
completes 'kindly import se' 'kindly import semi\;\$\(touch\ pwned\).json '
completes 'kindly su' 'kindly support '
completes 'kindly sub' 'kindly sub/'
completes 'kindly practice su' 'kindly practice sub/'
completes 'kindly export --output=su' 'kindly export --output=sub/'
completes 'kindly --data-dir su' 'kindly --data-dir sub/'
completes 'kindly --data-dir my' 'kindly --data-dir my'
completes 'kindly practice --minutes m' 'kindly practice --minutes m'
zpty -d t

start "$HOME/awkward:$PATH"
completes 'kindly practice qq' 'kindly practice qq\$\(touch\ pwned\) '
zpty -d t
exit $failed
Z
timeout 120 zsh -f "$HOME/try.zsh" || failed=1
nothing_ran
exit "$failed"
