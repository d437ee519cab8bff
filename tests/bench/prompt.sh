#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The line for a prompt, on long logs: against `--version`, which looks at nothing, and against `sqlite3 --version`. A
# prompt asks at every command: within a minute the answer is remembered as long as nobody writes to the log; it is also
# measured where nothing can be remembered, which is what asking for the first time takes.
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/measuring.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/measuring.bash"

against_versions() { # WHAT
    peer=("$kindly" --version)
    against "$1" 101 "kindly --version" 2.00
    peer=(sqlite3 --version)
    against "$1" 101 "sqlite3 --version" 1.00
    if there task; then
        peer=(task --version)
        against "$1" 101 "task --version" 0.60
    else
        missing "$1, against task --version" task
    fi
}

for size in "${sizes[@]}"; do
    folder=$(log_of "$size")
    rm -f "$folder"/practice.db-{wal,shm}
    own=("$kindly" --data-dir "$folder" today --short)
    export XDG_RUNTIME_DIR=$scratch
    touch -d '1 minute ago' "$folder/practice.db" # what was written just now is not relied on
    "${own[@]}"
    against_versions "start: today --short, $size sessions"
    export XDG_RUNTIME_DIR=/dev/null XDG_CACHE_HOME=/dev/null
    against_versions "start: today --short for the first time, $size sessions"
done
finish
