#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# script/package, try-package and clean-room, called wrongly: told before anything is made or removed.
#
#   usage_test.sh SOURCE_TREE
set -eu
cd "$1"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
refused() { # what it must say, then the command: exit status 2 and nothing else
    local words=$1 status=0
    shift
    "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
    if [ "$status" != 2 ] || ! grep -qF -- "$words" "$scratch/err" || [ -s "$scratch/out" ]; then
        echo "usage_test: $*: status $status" >&2
        cat "$scratch/out" "$scratch/err" >&2
        exit 1
    fi
}
for name in package try-package clean-room; do
    refused "'--nonsense' is not an option" script/$name --nonsense
    script/$name --help | grep -q "script/$name" || { echo "usage_test: script/$name --help" >&2; exit 1; }
done
refused "--release needs a number" script/package --release
refused "'0' is not a number from 1 on" script/package --release 0
refused "--at needs a value" script/clean-room --at
refused "--mirror needs a value" script/try-package --mirror ''
refused "there is no file 'no-such.deb'" script/try-package no-such.deb
# A folder with something in it is never taken.
if [ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null; then
    mkdir "$scratch/full"
    echo mine >"$scratch/full/file"
    refused "not empty" script/clean-room --at "$scratch/full"
    [ "$(cat "$scratch/full/file")" = mine ] || { echo "usage_test: the folder was touched" >&2; exit 1; }
fi
