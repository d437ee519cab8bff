#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# A whole program that waits without timerfd: a silence ends in time, and a key and a signal are noticed inside one.
#
#   program_test.sh KINDLY_WITHOUT KINDLY_AS_IT_IS SOURCE_TREE
set -eu
without=$1 usual=$2 here=$3/tests/without_timerfd

scratch=$(mktemp -d)
running=
clean_up() {
    [ -z "$running" ] || kill -KILL "$running" 2>/dev/null || true
    rm -rf "$scratch"
}
trap clean_up EXIT
fail() {
    echo "$*" >&2
    [ ! -s "$scratch/seen" ] || cat "$scratch/seen" >&2
    exit 1
}
export HOME=$scratch XDG_DATA_HOME='' XDG_CONFIG_HOME='' TZ=UTC LC_ALL=C.UTF-8

# The one program is built without it, and the other with it: otherwise this would test nothing.
asks_for_a_timer() { nm --dynamic --undefined-only "$1" | grep -q timerfd_create; }
! asks_for_a_timer "$without" || fail "$without uses timerfd"
if [ "$(uname -s)" = Linux ]; then
    asks_for_a_timer "$usual" || fail "$usual does not use timerfd"
fi

begin() { # up to the beginning of the long silence
    mkfifo "$scratch/in" "$scratch/out"
    "$without" practice "$here/short.json" --guide events --pace 4 <"$scratch/in" >"$scratch/out" 2>"$scratch/err" &
    running=$!
    exec 3>"$scratch/in" 4<"$scratch/out"
    rm "$scratch/in" "$scratch/out"
    : >"$scratch/seen"
    read_to '"ms":300000'
}
read_to() {
    local line
    while IFS= read -r -t 60 line <&4; do
        printf '%s\n' "$line" >>"$scratch/seen"
        case $line in *"$1"*) return ;; esac
    done
    fail "never came: $1"
}
end() { # the exit status that is expected
    local status=0
    exec 3>&-
    wait "$running" || status=$?
    running=
    exec 4<&-
    [ "$status" = "$1" ] || fail "exit status $status, expected $1: $(cat "$scratch/err")"
}

begin
# A second at four times the pace was over no sooner than it should be, and the practice noticed it by itself.
at=$(sed -n 's/.*"event":"pause","at_ms":\([0-9]*\),"ms":300000.*/\1/p' "$scratch/seen")
before=$(sed -n 's/.*"event":"pause","at_ms":\([0-9]*\),"ms":250.*/\1/p' "$scratch/seen")
[ $((at - before)) -ge 250 ] || fail "a quarter of a second took $((at - before)) ms"
echo '{"do":"stop"}' >&3
echo '{"do":"stop"}' >&3
read_to '"event":"ended"'
grep -q '"status":"stopped"' "$scratch/seen" || fail "not stopped"
end 0

begin
kill -TERM "$running"
end 143
[ "$("$without" log --status interrupted --json | grep -c '"id"')" = 1 ] || fail "the interrupted practice is not in the log"
