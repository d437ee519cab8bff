#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# bash, without bash-completion and with it: the function is called as readline calls it, with the words taken apart as
# readline does.
set -eu
. "$(dirname "$0")/home.sh" "$1" "$2"

cat >"$HOME/complete.bash" <<'B'
# completed LINE: what is offered at its end, sorted, in one line.
completed() {
    COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=() COMPREPLY=()
    local rest=$1 word
    while [[ $rest =~ ^([^\ =:]+|[=:]+|\ +)(.*)$ ]]; do
        word=${BASH_REMATCH[1]} rest=${BASH_REMATCH[2]}
        case $word in ' '*) ;; *) COMP_WORDS+=("$word") ;; esac
    done
    case $1 in *' ') COMP_WORDS+=('') ;; esac
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _kindly kindly "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
    [ "${#COMPREPLY[@]}" -eq 0 ] || printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort | tr '\n' ' ' | sed 's/ $//'
}
B
offers() { # line, expected
    same "$1" "$2" "$(bash --norc -c 'set -u; source <(kindly completion bash); source "$HOME/complete.bash"; completed "$1"' bash "$1")"
}

offers 'kindly pra' 'practice'
offers 'kindly pr' 'practice preview'
offers 'kindly practice fee' 'feet'
offers 'kindly show star' 'starter'
offers 'kindly practice star' ''
offers 'kindly homework ' 'add end instead note report skip try'
offers 'kindly homework end ' 'starter'
offers 'kindly homework add an' 'anxious-week'
offers 'kindly practice --homework ' 'starter'
offers 'kindly practice look --guide ' 'auto events plain screen'
offers 'kindly practice look --guide=p' 'plain'
offers 'kindly practice look --guide=' 'auto events plain screen'
offers 'kindly practice --min' '--minutes'
offers 'kindly practice --minutes ' ''
offers 'kindly --color ' 'always auto never'
offers 'kindly --data-dir x practice fee' 'feet'
offers 'kindly export --color nev' 'never'
offers 'kindly list --without breath,to' 'breath,touch'
offers 'kindly list --language d' 'de de-x-sie'
offers 'kindly log add --status clo' 'closed_early'
offers 'kindly log --status inter' 'interrupted'
offers 'kindly remind --at 08:00 --days mon,t' 'mon,thu mon,tue'
offers 'kindly me avoid im' 'imagery'
offers 'kindly me avoid imagery mem' 'memory'
offers 'kindly me set rat' 'ratings'
offers 'kindly check --explain S00' 'S001 S002 S003 S004 S005 S006 S007 S008 S009'
offers 'kindly help pra' 'practice'
offers 'kindly completion ' 'bash fish zsh'
offers 'kindly practice -- fee' 'feet'
offers 'kindly nonsense ' ''
offers 'kindly stats --nonsense=' ''

awkward_names
found=$(PATH=$HOME/awkward:$PATH bash --norc -c 'source "$1"; source "$HOME/complete.bash"; completed "kindly practice zz"' \
    bash <(kindly completion bash))
for name in 'zz\$\(touch\ pwned\)' 'zz\`touch\ pwned\`' 'zz\;touch\ pwned' 'zz\ two\ words' "zz\\'quote" 'zz\*'; do
    case " $found " in
        *" $name "*) ;;
        *) echo "not offered as $name: $found"; failed=1 ;;
    esac
done
nothing_ran

# bash-completion finds it by the name of its file.
mkdir -p "$HOME/.local/share/bash-completion/completions"
kindly completion bash >"$HOME/.local/share/bash-completion/completions/kindly"
found=$(bash --norc -c '
    . /usr/share/bash-completion/bash_completion
    _completion_loader kindly
    . "$HOME/complete.bash"
    complete -p kindly; completed "kindly export --format js"' 2>&1)
same "with bash-completion" "complete -o default -F _kindly kindly
json jsonl" "$found"
exit "$failed"
