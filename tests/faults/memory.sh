#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Less and less memory, from what is enough down to what is not even enough to load the program: each time the work is
# done, or a sentence says why not; what was there stays.
#
#   tests/faults/memory.sh KINDLY_BINARY
#
# Exits 77 for a program with sanitizers, which reserves terabytes.
set -u
[ $# -eq 1 ] || { echo "usage: memory.sh KINDLY_BINARY" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
binary=$(realpath "$1")
if nm -D "$binary" | grep -q __asan_init; then
    echo "left out: sanitizers need more memory than can be limited"
    exit 77
fi
. "$here/world.sh"
. "$here/trying.sh"
make_worlds
shimmed=no

limited() { (ulimit -v "$kilobytes" && "$@"); }
starts() { limited "${kindly[@]}" --version >"$scratch/out" 2>"$scratch/err"; }
# The loader ends the program before it is one: with 127, or a signal.
for ((kilobytes = 8000; kilobytes < 400000; kilobytes += 200)); do
    starts && break
done
only=
least=$kilobytes said=0 done=0
only_these='practice-events log-add log export-html homework-add today list ground'
steps() { # one command
    case " $only_these " in *" $1 "*) ;; *) return 0 ;; esac
    for ((kilobytes = least + 100; kilobytes < least + 6000; kilobytes += 500)); do
        fault="limited, to $kilobytes KB"
        one "$@" >"$scratch/said_of_it"
        if grep -q 'exit 0' "$scratch/said_of_it"; then done=$((done + 1)); else said=$((said + 1)); fi
    done
}
each_command steps
echo "from $least KB on: $done times done, $said times said"
[ "$done" -gt 10 ] && [ "$said" -gt 3 ] && [ "$broken" = no ]
