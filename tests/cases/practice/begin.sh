# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Real practices without waiting for them: every step is gone past, every question that takes a number gets one. Sourced
# by the cases beside it.

# practise WHEN EXERCISE [NUMBER]: to its end, each rating NUMBER (else left out).
practise() {
    for _ in $(seq 120); do
        [ -z "${3-}" ] || echo "{\"do\":\"answer\",\"value\":$3}"
        echo '{"do":"continue"}'
        echo '{"do":"skip"}'
    done | kindly --now "$1" practice "$2" --guide events >events
    sed -n 's/.*"event":"ended".*"status":"\([a-z_]*\)".*/\1/p' events
}

# asked WHEN EXERCISE [INPUT...]: what a strong exercise asks before it begins, and how it ends.
asked() {
    when=$1 exercise=$2
    shift 2
    printf -- '--- %s %s\n' "$when" "$exercise"
    printf '%s\n' '{"do":"continue"}' "$@" | kindly --now "$when" practice "$exercise" --guide events >events ||
        echo "exit $?"
    grep -E '"event":"(consent|ended)"' events | sed -E 's/"at_ms":[0-9]+,//; s/_ms":[0-9]+/_ms":MS/g'
}
