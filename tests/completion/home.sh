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
