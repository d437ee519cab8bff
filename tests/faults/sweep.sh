#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# One call in a run fails, once: the first, then the second, until there are no more. The command must say so or get over
# it, keep what was there, and do its work when it is run again.
#
#   tests/faults/sweep.sh [--all] [--only COMMAND] CALL:ERROR KINDLY_BINARY SHIM
#
# Without --all, a few commands and one call of seven.
set -u

every=7 only=
while [ $# -gt 0 ]; do
    case $1 in
        --all) every=1 ;;
        --only) only=$2 && shift ;;
        *) break ;;
    esac
    shift
done
[ $# -eq 3 ] || { echo "usage: sweep.sh [--all] [--only COMMAND] CALL:ERROR KINDLY_BINARY SHIM" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
rule=$1 binary=$(realpath "$2") shim=$(realpath "$3") fault=once
. "$here/world.sh"
. "$here/trying.sh"
make_worlds

once() { shim "$rule:path=$place:nth=$number:times=1" "$@"; }

tried=0
calls_of() { # one command; each of its calls
    case $every:$1 in
        7:log-add | 7:export-over | 7:lock | 7:me-set | 7:assign | 7:remind-systemd | 7:letters-delete | 1:*) ;;
        *) [ -n "$only" ] || return 0 ;;
    esac
    for ((number = 1; number < 3000; number += every)); do
        fault="once, call $number"
        one "$@" >"$scratch/said_of_it"
        if grep -q 'did not come up' "$scratch/said_of_it"; then break; fi
        tried=$((tried + 1))
        ! grep -q 'exit 0' "$scratch/said_of_it" || continue
        # Again, with nothing in the way. Of what is deleted, nothing is left then, even if it is not found any more.
        # shellcheck disable=SC2059,SC2046
        printf "$3" | "${kindly[@]}" $(filled_in "$4") >"$scratch/out" 2>"$scratch/err"
        case $?:$1 in
            0:* | 4:*-delete) ;;
            *) complain "it does not work afterwards either: $(cat "$scratch/err")" ;;
        esac
        case $1 in letters-delete | log-delete)
            ! grep -qaE "$([ "$1" = log-delete ] && echo 'What was noticed' || echo 'Dear one')" "$home/.local/share/kindly/"practice.db* ||
                complain "it is still in the files" ;;
        esac
    done
}
shimmed=yes

each_command calls_of
echo "$tried calls failed, once each"
[ "$tried" -gt 5 ] || { echo "sweep.sh: too few of them came up" >&2; exit 1; }
[ "$broken" = no ]
