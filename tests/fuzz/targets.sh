#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Every fuzz target is built by the preset, knows its words, and has seeds that are small.
#
#   targets.sh SOURCE_TREE
set -eu

cd "$1"
broken=no
complain() {
    echo "$*"
    broken=yes
}

mapfile -t targets < <(script/fuzz --list)
[ "${#targets[@]}" -ge 11 ] || complain "script/fuzz --list names ${#targets[@]} targets"
for target in "${targets[@]}"; do
    grep -q "\"fuzz_$target\"" CMakePresets.json || complain "$target: not in the build preset fuzz"
    grep -q "^kindly_fuzz($target " tests/fuzz/CMakeLists.txt || complain "$target: not in tests/fuzz/CMakeLists.txt"
    [ -s "tests/fuzz/$target.dict" ] || complain "$target: no dictionary"
    [ -n "$(find "tests/fuzz/seeds/$target" -type f 2>/dev/null)" ] || complain "$target: no seeds"
done
while IFS= read -r folder; do
    [ -f "tests/fuzz/${folder##*/}.cpp" ] || complain "$folder: seeds without a target"
done < <(find tests/fuzz/seeds -mindepth 1 -maxdepth 1)
while IFS= read -r large; do
    complain "$large: larger than a seed should be (16 kB)"
done < <(find tests/fuzz/seeds -type f -size +16k)

[ "$broken" = no ] || exit 1
echo "${#targets[@]} targets"
