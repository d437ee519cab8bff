# SPDX-License-Identifier: MIT
# For the tests of completion: a home of their own, with kindly on the path, a programme begun, and a few files with awkward
# names. Sourced with $1, the program, and $2, the sources.
HOME=$(mktemp -d)
export HOME LC_ALL=C.UTF-8
trap 'rm -rf "$HOME"' EXIT
unset XDG_DATA_HOME XDG_CONFIG_HOME KINDLY_DATA_DIR LANGUAGE ZDOTDIR
mkdir "$HOME/bin" "$HOME/work"
ln -s "$1" "$HOME/bin/kindly"
export PATH="$HOME/bin:$PATH"
export KINDLY_EXERCISE_PATH=$2/exercises
cd "$HOME/work"
kindly homework add starter >/dev/null
mkdir sub
echo >'my log.jsonl'
echo >'semi;$(touch pwned).json'
echo >sub/own.json

failed=0
same() { # what it is about, expected, found
    [ "$2" = "$3" ] && return
    printf '%s\n  expected: %s\n  found:    %s\n' "$1" "$2" "$3"
    failed=1
}

# A program by the name of kindly whose names mean something to a shell: nothing of them may run.
awkward_names() {
    mkdir -p "$HOME/awkward"
    cat >"$HOME/awkward/kindly" <<'P'
#!/bin/sh
[ "$2" = --names ] || exec "$HOME/bin/kindly" "$@"
printf '%s\n' 'zz$(touch pwned)' 'zz`touch pwned`' 'zz;touch pwned' 'zz two words' "zz'quote" 'zz*' 'zz[x]:y' 'qq$(touch pwned)'
P
    chmod +x "$HOME/awkward/kindly"
}
nothing_ran() {
    if [ -e pwned ] || [ -e "$HOME/pwned" ]; then
        echo "a name was run as a command"
        failed=1
    fi
}

# What bash and fish offer in the same words; "offers LINE WORDS" asks the shell.
offer_alike() {
    offers 'kindly pr' 'practice preview'
    offers 'kindly practice fee' 'feet'
    offers 'kindly show star' 'starter'
    offers 'kindly homework ' 'add end instead note report skip try'
    offers 'kindly homework end ' 'starter'
    offers 'kindly homework add an' 'anxious-week'
    offers 'kindly practice --homework ' 'starter'
    offers 'kindly practice look --guide ' 'auto events plain screen'
    offers 'kindly practice --minutes ' ''
    offers 'kindly --color ' 'always auto never'
    offers 'kindly --data-dir x practice fee' 'feet'
    offers 'kindly export --color nev' 'never'
    offers 'kindly list --without breath,to' 'breath,touch'
    offers 'kindly list --language d' 'de de-x-sie'
    offers 'kindly log add --status clo' 'closed_early'
    offers 'kindly log --status inter' 'interrupted'
    offers 'kindly remind --at 08:00 --days mon,t' 'mon,thu mon,tue'
    offers 'kindly me avoid imagery mem' 'memory'
    offers 'kindly me set rat' 'ratings'
    offers 'kindly help pra' 'practice'
    offers 'kindly completion ' 'bash fish zsh'
}
