#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Taking a whole export back in, on another machine: time and memory for 10,000 and 100,000 sessions (script/bench --full:
# 1,000,000 too), and importing the same file again, which changes nothing.
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/measuring.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/measuring.bash"

declare -A memory took
peer=()
for size in "${sizes[@]}"; do
    folder=$(log_of "$size")
    "$kindly" --data-dir "$folder" export --include-trials --format jsonl --share words >"$scratch/lines" 2>"$scratch/said" || {
        cat "$scratch/said" >&2
        exit 1
    }
    own=("$kindly" --data-dir "$scratch/elsewhere" import "$scratch/lines")
    if ! in_turns 1; then
        told "import: $size sessions" "did not run" "see above"
        exit 1
    fi
    memory[$size]=$own_kib took[$size]=$own_us
    told "import: $size sessions, $(mib "$(du -k "$scratch/lines" | cut -f1)")" "$(time_of "$own_us"), $(mib "$own_kib")"
    in_turns 1
    told "  the same again" "$(time_of "$own_us"), $(mib "$own_kib")"
    rm -rf "$scratch/elsewhere" "$scratch/lines"
done
from=${sizes[0]}
grown import "${memory[$from]}" "${memory[$largest]}" "${took[$before_largest]}" "${took[$largest]}"
