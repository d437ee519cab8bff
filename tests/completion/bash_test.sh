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
offer_alike
offers 'kindly practice star' ''
offers 'kindly practice look --guide=p' 'plain'
offers 'kindly practice look --guide=' 'auto events plain screen'
offers 'kindly practice --min' '--minutes'
offers 'kindly me avoid im' 'imagery'
offers 'kindly check --explain S00' 'S001 S002 S003 S004 S005 S006 S007 S008 S009'
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
