#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Help and completion agree in each shell: every option of each command's --help is offered for it, and no other; every
# command of the help, and no other.
set -eu
kindly=$1

HOME=$(mktemp -d)
export HOME LC_ALL=C.UTF-8
trap 'rm -rf "$HOME"' EXIT
unset XDG_DATA_HOME XDG_CONFIG_HOME KINDLY_DATA_DIR LANGUAGE ZDOTDIR
mkdir "$HOME/bin"
ln -s "$kindly" "$HOME/bin/kindly" # fish completes only what there is
export PATH="$HOME/bin:$PATH"
cd "$HOME"
for shell in bash zsh fish; do "$kindly" completion "$shell" >"$shell"; done

# "COMMAND --option", and "COMMAND +name" for a command within it.
help_says() { # command
    local text path=$1
    # shellcheck disable=SC2086 # a command may be two words
    text=$("$kindly" $path --help)
    if [ -z "$path" ]; then
        sed -nE 's/^  [A-Z][a-z ]* {2,}([a-z]+(, [a-z]+)*)$/\1/p' <<<"$text" | tr -d , | tr ' ' '\n' | sed "s/^/ +/"
        sed -n '/^With any command/,$p' <<<"$text" | grep -oE -e '--[a-z][a-z-]+' | sed "s/^/ /"
        return
    fi
    sed -nE 's/^  (--[a-z][a-z-]+).*/\1/p' <<<"$text" | sed "s/^/$path /"
    sed -n '/^Which practices: /,/kindly(1)/p' <<<"$text" | grep -oE -e '--[a-z][a-z-]+' | sed "s/^/$path /" || true
    local inner
    for inner in $(sed -nE 's/^  ([a-z]+) {2,}.*/\1/p' <<<"$text" | grep -v '^kindly$' || true); do
        # shellcheck disable=SC2086
        if "$kindly" $path "$inner" --help 2>/dev/null | grep -q "^kindly $path $inner:"; then
            echo "$path +$inner"
            help_says "$path $inner"
        fi
    done
}

for command in '' $("$kindly" --help | sed -nE 's/^  [A-Z][a-z ]* {2,}([a-z]+(, [a-z]+)*)$/\1/p' | tr -d ,); do
    help_says "$command"
done | LC_ALL=C sort -u >help
[ "$(grep -c -e ' --' help)" -ge 150 ] || { echo "too few options were found in the help"; exit 1; }

{
    echo 'all() { # command
        _kindly_about "$1"
        local names=$commands word
        for word in $options; do echo "$1 $word"; done
        for word in $names; do echo "$1 +$word"; all "${1:+$1 }$word"; done
    }
    all ""
    COMP_WORDS=(kindly -) COMP_CWORD=1; _kindly; printf " %s\n" "${COMPREPLY[@]}"'
} >walk.bash
bash --norc -c 'compopt() { :; }; . ./bash; . ./walk.bash' | grep -v -e ' -[a-z]$' | LC_ALL=C sort -u >said.bash

cat >walk.zsh <<'Z'
all() { # command
    local commands options places repeats word
    _kindly_about "$1"
    local -a inner=("${(@)commands%%:*}")
    for word in "${(@)options%%:*}"; do print -r -- "$1 $word"; done
    for word in $inner; do print -r -- "$1 +$word"; all "${1:+$1 }$word"; done
}
all ''
_describe() { print -l -r -- " "${(P)^${@[-1]}%%:*} }
words=(kindly -) CURRENT=2 PREFIX=-
_kindly
Z
zsh -f -c 'compdef() { : }; source ./zsh; source ./walk.zsh' | grep -v -e ' -[a-z]$' | LC_ALL=C sort -u >said.zsh

# fish offers the program's own with every command; those are told apart by what it offers for none.
mkdir -p "$HOME/.config/fish/completions"
cp fish "$HOME/.config/fish/completions/kindly.fish"
sed -E 's/ ?[+-].*//' help | LC_ALL=C sort -u >paths
sed -nE 's/^(.*) \+(.*)/\1 \2/p; s/^\+(.*)/\1/p' help | sed 's/^ //' | LC_ALL=C sort -u >>paths
fish -c '
    set -l own (complete -C "kindly --" | cut -f 1)
    printf " %s\n" $own
    complete -C "kindly " | cut -f 1 | string replace -r "^" " +"
    for path in (sort -u paths | string match -rv "^\$")
        for option in (complete -C "kindly $path --" | cut -f 1)
            contains -- $option $own; or echo "$path $option"
        end
        switch $path
            case homework log me "me kept" letters
                complete -C "kindly $path " | cut -f 1 | string replace -r "^" "$path +"
        end
    end' | LC_ALL=C sort -u >said.fish

failed=0
# Whatever has a value offers something, but where nobody can guess it: a number, a time, words of one's own. An option that
# is new says which it is.
free='N|X|S|TIME|DATE|PERIOD|WORDS|ANSWER|LENGTH|TITLE|ID=VALUE|NAME=VALUE'
for command in '' $(sed -nE 's/^([a-z]+) --.*/\1/p' help | sort -u); do
    for inner in '' $(sed -nE "s/^${command:-none} ([a-z]+) --.*/\1/p" help | sort -u); do
        # shellcheck disable=SC2086 # a command may be two words
        "$kindly" $command $inner --help | sed -nE 's/^  (--[a-z-]+) ([A-Z][^ ]*).*/\1 \2/p' | sed "s/^/$command $inner/; s/^ //; s/ \?--/ --/"
    done
done | sort -u >values
[ "$(wc -l <values)" -ge 50 ] || { echo "too few options with a value were found"; exit 1; }
while read -r line; do
    value=${line##* } option=${line% *}
    path=${option% *} option=${option##* }
    offered=$(bash --norc -c '. ./bash; _kindly_value "$1" "$2"; echo "$value"' bash "$path" "$option")
    if [[ $value =~ ^($free)$ ]]; then
        [ -z "$offered" ] || { echo "$line offers $offered, though nobody can guess it"; failed=1; }
    elif [ -z "$offered" ]; then
        echo "$line offers nothing: see src/commands/offered.hpp"
        failed=1
    fi
done <values

for shell in bash zsh fish; do
    if ! diff help "said.$shell" >difference; then
        echo "Help (<) and completion in $shell (>) name other options or commands:"
        sed 's/^/    /' difference
        failed=1
    fi
done
exit "$failed"
