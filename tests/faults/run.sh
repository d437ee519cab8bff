#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Runs every command of tests/faults/commands while one thing is wrong (a function of faults.sh), and compares what
# people are told with expected/FAULT. For every command it says the exit status, and whether anything that was stored
# has changed: the practice log as SQL, every other file byte for byte, with its mode.
#
#   tests/faults/run.sh [--update] [--only COMMAND] FAULT KINDLY_BINARY SHIM
#
# Whatever stands in the file, it fails where a command ends with any other status than 0, 1 or 4, where one that failed
# has changed something (a practice may add to the log what it had come to), leaves files behind, says nothing, or says
# something that is meant for programmers.
#
# Exits 0 when all is as expected, 1 with a diff when not, 77 when the fault cannot be made on this machine.
set -u

update=no only=
while [ $# -gt 0 ]; do
    case $1 in
        --update) update=yes ;;
        --only) only=$2 && shift ;;
        *) break ;;
    esac
    shift
done
[ $# -eq 3 ] || { echo "usage: run.sh [--update] [--only COMMAND] FAULT KINDLY_BINARY SHIM" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
fault=$1 binary=$(realpath "$2") shim=$(realpath "$3")

if [ "$fault" = small_disk ] && [ -z "${KINDLY_OWN_MOUNTS-}" ]; then
    unshare -m true 2>/dev/null || { echo "left out: nothing may be mounted here" >&2; exit 77; }
    only_option=()
    [ "$update" = no ] || only_option+=(--update)
    [ -z "$only" ] || only_option+=(--only "$only")
    KINDLY_OWN_MOUNTS=1 exec unshare -m "$here/run.sh" ${only_option[@]+"${only_option[@]}"} "$@"
fi
. "$here/world.sh"
. "$here/faults.sh"
. "$here/trying.sh"
declare -F "$fault" >/dev/null || { echo "run.sh: there is no fault '$fault' in faults.sh" >&2; exit 2; }
make_worlds

shimmed=no
case $(declare -f "$fault") in *shim*) shimmed=yes ;; esac
each_command >"$scratch/actual"
if [ "$update" = yes ] && [ -z "$only" ]; then mkdir -p "$here/expected" && cp "$scratch/actual" "$here/expected/$fault"; fi
[ "$broken" = no ] || exit 1
[ "$shimmed" = no ] || grep -qv 'did not come up' < <(grep '^==' "$scratch/actual") || { echo "run.sh: $fault never came up" >&2; exit 1; }
if [ -n "$only" ]; then
    cat "$scratch/actual"
else
    diff --text --unified --label "expected/$fault" --label "what came" "$here/expected/$fault" "$scratch/actual"
fi
