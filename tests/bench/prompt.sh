#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The line for a prompt, on long logs: against `--version`, which looks at nothing, and against `sqlite3 --version`.
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/measuring.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/measuring.bash"

for size in "${sizes[@]}"; do
    folder=$(log_of "$size")
    rm -f "$folder"/practice.db-{wal,shm}
    own=("$kindly" --data-dir "$folder" today --short)
    peer=("$kindly" --version)
    against "start: today --short, $size sessions" 101 "kindly --version" 2.00
    peer=(sqlite3 --version)
    against "start: today --short, $size sessions" 101 "sqlite3 --version" 1.00
done
finish
