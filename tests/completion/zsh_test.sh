#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# zsh at a terminal: the script as a file of fpath, as compinit finds it, and read by `source`.
set -eu
. "$(dirname "$0")/home.sh" "$1" "$2"

mkdir "$HOME/functions"
kindly completion zsh >"$HOME/functions/_kindly"
zsh -f -n "$HOME/functions/_kindly" || failed=1
awkward_names

cat >"$HOME/setup.zsh" <<'Z'
PROMPT=''
unsetopt beep list_beep prompt_sp
unset zle_bracketed_paste
fpath=($FUNCTIONS_OF_TEST $fpath)
autoload -Uz compinit
compinit -D -u
[[ -n $FUNCTIONS_OF_TEST ]] || source <(kindly completion zsh)
# What stands on the line now.
report() { print -r -- "<<$BUFFER>>"; BUFFER='' }
zle -N report
bindkey '^G' report
print -r -- set-'up'
Z
# What is typed, and what stands on the line after Tab; after three dots, what is listed, too.
cat >"$HOME/try.zsh" <<'Z'
zmodload zsh/zpty
failed=0
start() { # folder of functions, path
    zpty t "env TERM=vt100 COLUMNS=200 FUNCTIONS_OF_TEST=$1 PATH=$2 zsh -f -i"
    zpty -w t 'source "$HOME/setup.zsh"'
    zpty -r -m t out '*set-up*'
}
after_tab() { # line
    zpty -w -n t "$1"$'\t\a'
    zpty -r -m t out '*<<*>>*'
}
completes() { # line, expected
    after_tab "$1"
    found=${${out##*<<}%%>>*}
    [[ $found == "$2" ]] && return
    print -r -- "$1"; print -r -- "  expected: $2"; print -r -- "  found:    $found"
    failed=1
}
lists() { # line, words
    after_tab "$1"
    local word
    for word in "${@[2,-1]}"; do
        [[ ${out%%<<*} == *$word* ]] && continue
        print -r -- "$1 does not list $word: $out"
        failed=1
    done
}
start "$HOME/functions" "$PATH"
completes 'kindly pra' 'kindly practice '
completes 'kindly practice fee' 'kindly practice feet '
completes 'kindly show star' 'kindly show starter '
completes 'kindly homework end ' 'kindly homework end starter '
completes 'kindly homework add anx' 'kindly homework add anxious-week '
completes 'kindly practice --homework ' 'kindly practice --homework starter '
completes 'kindly practice look --guide p' 'kindly practice look --guide plain '
completes 'kindly practice look --guide=p' 'kindly practice look --guide=plain '
completes 'kindly practice --lis' 'kindly practice --listen '
completes 'kindly --data-dir x practice fee' 'kindly --data-dir x practice feet '
completes 'kindly export --color nev' 'kindly export --color never '
completes 'kindly list --without breath,tou' 'kindly list --without breath,touch,'
completes 'kindly log add --status clo' 'kindly log add --status closed_early '
completes 'kindly log --status inter' 'kindly log --status interrupted '
completes 'kindly me avoid imagery mem' 'kindly me avoid imagery memory '
completes 'kindly help pra' 'kindly help practice '
completes 'kindly completion fi' 'kindly completion fish '
completes 'kindly import my' 'kindly import my\ log.jsonl '
completes 'kindly import se' 'kindly import semi\;\$\(touch\ pwned\).json '
completes 'kindly su' 'kindly support '
completes 'kindly sub' 'kindly sub/'
completes 'kindly practice su' 'kindly practice sub/'
completes 'kindly --data-dir su' 'kindly --data-dir sub/'
completes 'kindly stats --nonsense=x' 'kindly stats --nonsense=x'
lists 'kindly export --format ' csv html json jsonl
lists 'kindly practice --' --listen 'ask nothing (gentle exercises)' --data-dir
lists 'kindly pr' practice 'a guided exercise' preview
zpty -d t

start '' "$PATH"
completes 'kindly pra' 'kindly practice '
completes 'kindly practice fee' 'kindly practice feet '
zpty -d t

start "$HOME/functions" "$HOME/awkward:$PATH"
completes 'kindly practice zz\$' 'kindly practice zz\$\(touch\ pwned\) '
completes 'kindly practice zz\;' 'kindly practice zz\;touch\ pwned '
completes 'kindly practice qq' 'kindly practice qq\$\(touch\ pwned\) '
completes 'kindly practice zz\ t' 'kindly practice zz\ two\ words '
zpty -d t
exit $failed
Z
timeout 120 zsh -f "$HOME/try.zsh" || failed=1
nothing_ran
exit "$failed"
