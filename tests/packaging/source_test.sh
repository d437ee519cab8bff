#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# The archive of the sources: what is in it, and that an archive made from itself is the same to the byte.
#
#   source_test.sh SOURCE_TREE
set -eu
set -o pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() {
    echo "source_test: $*" >&2
    exit 1
}
# A copy without history, as somebody would have it who was handed the archive; the build tree stays out.
mkdir "$scratch/copy"
tar -C "$1" --exclude=./build --exclude=./.git -cf - . | tar -C "$scratch/copy" -xf -
mkdir -p "$scratch/copy/build"
echo rubbish >"$scratch/copy/build/rubbish"

version=$(sed -n 's/^project(kindly VERSION \([0-9.]*\).*/\1/p' "$1/CMakeLists.txt")
archive=build/packages/kindly-$version.tar.gz
export SOURCE_DATE_EPOCH=1750000000
[ "$("$scratch/copy/script/package" --source)" = "$archive" ] || fail "it is not called $archive"
tar -tvzf "$scratch/copy/$archive" >"$scratch/list"
grep -q " kindly-$version/script/start\$" "$scratch/list" || fail "script/start is not in it"
! grep -v " kindly-$version/" "$scratch/list" || fail "something in it lies elsewhere"
! grep -E '/(build|\.git)/' "$scratch/list" || fail "what was built is in it"
! grep -vE '^([-d]rwxr-xr-x|-rw-r--r--|lrwxrwxrwx) (0/0|root/root) ' "$scratch/list" || fail "modes and owners depend on who made it"

# Unpacked by somebody with another umask, at another time, and made again, with nothing told.
unset SOURCE_DATE_EPOCH
(umask 077 && mkdir "$scratch/again" && tar -C "$scratch/again" --no-same-permissions -xzf "$scratch/copy/$archive")
"$scratch/again/kindly-$version/script/package" --source >/dev/null
cmp "$scratch/copy/$archive" "$scratch/again/kindly-$version/$archive" || fail "made again, it is another"
