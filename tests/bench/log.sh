#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Asking a long log: the newest ten, the statistics, and how soon a practice begins with such a log behind it, against the
# sqlite3 shell with the same questions. Then what it costs that every answer is on the disk before the next question.
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/measuring.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/measuring.bash"

for size in "${sizes[@]}"; do
    folder=$(log_of "$size")
    # The sqlite3 shell leaves two files beside what it reads.
    rm -f "$folder"/practice.db-{wal,shm}
    before=$(ls -l --time-style=full-iso "$folder")
    once "$kindly" --data-dir "$folder" log --limit 10 >"$scratch/ignored" || failed=yes
    once "$kindly" --data-dir "$folder" stats --json >"$scratch/ignored" || failed=yes
    if [ "$(ls -l --time-style=full-iso "$folder")" != "$before" ]; then
        told "log: reads never write" "the log was changed"
        failed=yes
    fi
    own=("$kindly" --data-dir "$folder" log --limit 10)
    peer=(sqlite3 -readonly "$folder/practice.db" "SELECT * FROM session ORDER BY started_at DESC LIMIT 10")
    against "log --limit 10, $size sessions" 21 "sqlite3 ... LIMIT 10" 2.00
    own=("$kindly" --data-dir "$folder" stats --json)
    peer=(sqlite3 -readonly "$folder/practice.db" "$(sql stats)")
    against "stats --json, $size sessions" 5 "sqlite3, the same sums" 1.20
done

# From exec to the first event of a practice, with the log open for writing. In a copy: this one is recorded, and stopped.
echo '{"do":"stop"}' >"$scratch/stop"
first_event() { # microseconds
    local begin=${EPOCHREALTIME/[.,]/} line
    exec 7< <(exec "$kindly" --data-dir "$scratch/copy" practice look --guide events <"$scratch/stop" 2>/dev/null)
    IFS= read -r line <&7
    echo $((${EPOCHREALTIME/[.,]/} - begin))
    case $line in '{"v":1,"event":"started"'*) ;; *) echo "not an event: $line" >&2 ;; esac
    cat <&7 >"$scratch/ignored"
    exec 7<&-
}
folder=$(log_of 100000)
mkdir "$scratch/copy"
cp "$folder/practice.db" "$scratch/copy/"
sync "$scratch/copy/practice.db" # or the first commit would wait for the copying
for ((run = 0; run < 21; run++)); do first_event; done >"$scratch/first"
us=$(median <"$scratch/first")
within "first event of a practice, 100,000 sessions" "$(time_of "$us")" "$us" "15 ms" 15000

# What is due looks at what was practised since, not at all that ever was.
"$kindly" --data-dir "$scratch/copy" homework add starter >"$scratch/ignored"
for ((run = 0; run < 21; run++)); do
    begin=${EPOCHREALTIME/[.,]/}
    "$kindly" --data-dir "$scratch/copy" today --json >"$scratch/ignored"
    echo $((${EPOCHREALTIME/[.,]/} - begin))
done >"$scratch/today"
told "today --json, a programme begun, 100,000 sessions" "$(time_of "$(median <"$scratch/today")")"

mkdir "$scratch/answers"
if read -r own_ns peer_ns < <("$tools/one_answer" "$scratch/answers"); then
    compared "one durable answer" "$((own_ns / 1000)) us" "$own_ns" "INSERT and COMMIT" "$((peer_ns / 1000)) us" "$peer_ns" 1.50
else
    failed=yes
fi
finish
