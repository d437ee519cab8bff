#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Tests tests/run_case.sh and script/approve on a made-up `kindly`, in a made-up tree.
set -eu

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/tests/cases" "$tree/script"
cp "$here/run_case.sh" "$tree/tests/"
cp "$here/../script/approve" "$tree/script/"

cat >"$tree/kindly" <<'PROGRAM'
#!/bin/sh
case $1 in
    say) shift; echo "$*" ;;
    home) echo "in $HOME, data in $XDG_DATA_HOME, at $PWD, zone $TZ, left ${LEAKED-none}, ${GIVEN-not given}" ;;
    echo) cat ;;
    fail) echo "kindly: no" >&2; exit 3 ;;
    clock) echo "took $$ ms" ;;
    files) ls ;;
    wait) sleep 30 ;;
    die) kill -KILL $$ ;;
    colour) printf '\033[31mred\r\n' ;;
esac
PROGRAM
chmod +x "$tree/kindly"

failures=0
check() { # what is claimed, then a command that must succeed
    local claim=$1
    shift
    if ! "$@"; then
        echo "FAILED: $claim"
        sed 's/^/    /' "$tree/said"
        failures=$((failures + 1))
    fi
}
fresh() { # a case with this command
    rm -rf "$tree/tests/cases/area"
    mkdir -p "$tree/tests/cases/area/one"
    one=$tree/tests/cases/area/one
    printf '%s\n' "$1" >"$one/command"
}
run() { # leaves the exit status in $status and what was said in $tree/said
    status=0
    "$tree/tests/run_case.sh" "$@" "$one" "$tree/kindly" >"$tree/said" 2>&1 </dev/null || status=$?
}
approve() {
    status=0
    "$tree/script/approve" --binary "$tree/kindly" "$@" >"$tree/said" 2>&1 </dev/null || status=$?
}
ended() { [ "$status" = "$1" ]; }
said() { grep -qF -- "$1" "$tree/said"; }

fresh 'kindly say hello'
echo hello >"$one/output"
run
check "an expected output passes" ended 0
echo hullo >"$one/output"
run
check "another output fails" ended 1
check "the diff shows what was expected" said "-hullo"
check "the diff shows what came" said "+hello"
check "the command is named" said "kindly say hello"
rm "$one/output"
run
check "output where none is expected fails" ended 1

fresh 'kindly fail'
run
check "an unexpected status and message fail" ended 1
check "the status is in the diff" said "+3"
echo "kindly: no" >"$one/error"
echo 3 >"$one/status"
run
check "an expected failure passes" ended 0
echo 2 >"$one/status"
run
check "another status fails" ended 1

fresh 'kindly say oh >&2'
run
check "a message where none is expected fails" ended 1

fresh 'kindly echo'
printf 'no newline' >"$one/input"
printf 'no newline' >"$one/output"
run
check "input reaches the program, to the byte" ended 0
rm "$one/input" "$one/output"
run
check "without input there is nothing to read" ended 0

fresh 'kindly home'
export LEAKED=yes
# shellcheck disable=SC2016 # the names themselves are meant
{
    printf '# a comment\n\nGIVEN=$HOME/a and $CASE/b and $(id)' >"$one/environment"
    echo 'in $HOME, data in $HOME/.local/share, at $WORK, zone UTC, left none, $HOME/a and $CASE/b and $(id)' \
        >"$one/output"
}
run
check "the environment is its own, with places filled in and nothing run" ended 0
echo 'not a variable' >"$one/environment"
run
check "an environment that can't be read is refused" ended 2

fresh 'kindly files; rm given'
mkdir "$one/files"
touch "$one/files/given"
echo given >"$one/output"
run
run
check "files are copied for each run" ended 0

fresh 'kindly clock'
echo 's/took [0-9]+ ms/took N ms/' >"$one/normalize"
echo 'took N ms' >"$one/output"
run
check "what differs each time is normalized" ended 0

fresh 'kindly colour'
run
check "control characters are shown, not written" said "␛[31mred␍"

fresh 'kindly die'
echo 137 >"$one/status"
echo Killed >"$one/error"
run
check "being killed is a status, not a timeout" ended 0

fresh 'kindly wait'
KINDLY_CASE_SECONDS=1 run
check "a case that does not end fails" ended 1
check "and says so" said "did not end within 1 s"

fresh 'true'
touch "$one/stdout"
run
check "a misspelt file is refused" ended 2

fresh 'kindly say hello; kindly fail'
run --update
run
check "--update makes it pass" ended 0
printf 'true\n' >"$one/command"
run --update
check "--update leaves no file for what is as by default" [ "$(ls "$one")" = command ]

fresh 'kindly say hello'
approve
check "approve does not accept without being asked to" ended 1
check "approve shows the diff" said "+hello"
check "approve changed nothing" [ ! -e "$one/output" ]
approve --yes area/other
check "approve knows its cases" ended 2
approve --yes case.area/one
check "approve --yes accepts" ended 0
check "approve wrote what it had shown" grep -qx hello "$one/output"
approve
check "and then all is as expected" ended 0
check "approve counts" said "1 as expected, 0 accepted, 0 not accepted, 0 to be mended."
touch "$one/stdout"
approve --yes
check "approve does not accept a broken case" ended 1

[ "$failures" -eq 0 ] || exit 1
echo "run_case.sh and approve do what they say"
