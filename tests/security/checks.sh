# SPDX-License-Identifier: MIT
# For the scripts beside it: a home to attack, and how to say what must hold. They are run as SCRIPT KINDLY_BINARY.
set -u
security=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
here=$security/../faults
[ $# -eq 1 ] && [ -x "$1" ] || { echo "usage: $0 KINDLY_BINARY" >&2; exit 2; }
binary=$(realpath "$1")
. "$here/world.sh"
failed=no checked=0

wrong() {
    echo "FAILS: $*" >&2
    failed=yes
}
# The exit status is one of these, within ten seconds, and what was said is for people. out and err have what was written.
# ends 0,4 COMMAND...
ends() {
    local allowed=$1 status
    shift
    checked=$((checked + 1))
    timeout 20 "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    status=$?
    case ,$allowed, in
        *,$status,*) ;;
        *) wrong "exit status $status, not $allowed: ${*##*/}: $(head -c 300 "$scratch/err")" ;;
    esac
    if grep -qaE 'terminate called|Sanitizer|runtime error|basic_string|std::|Something went wrong' "$scratch/err"; then
        wrong "nothing to tell a person: $(head -c 300 "$scratch/err")"
    fi
}
# $scratch/out and err hold nothing that a terminal would obey, or that would show letters in another order.
harmless_output() {
    checked=$((checked + 1))
    if LC_ALL=C grep -qaP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8b\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xef\xbb\xbf' "$scratch/out" "$scratch/err"; then
        wrong "$1: something gets through to the terminal:" "$(LC_ALL=C cat -v "$scratch/out" "$scratch/err" | grep -m 3 -E '\^|M-')"
    fi
}
says() { # a pattern that must be in what was said
    checked=$((checked + 1))
    grep -qaE -- "$1" "$scratch/out" "$scratch/err" || wrong "nothing says \"$1\": $(head -c 300 "$scratch/err")"
}
is() { # what must be true, then a test
    checked=$((checked + 1))
    local what=$1
    shift
    "$@" || wrong "$what"
}
done_with_all() {
    echo "$checked things looked at"
    [ "$checked" -gt "$1" ] || wrong "fewer than $1 things were looked at"
    [ "$failed" = no ]
    exit
}
