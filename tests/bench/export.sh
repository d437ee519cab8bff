#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Taking everything out of a log of 10,000 and 100,000 sessions (script/bench --full: 1,000,000 too): kindly export against the
# sqlite3 shell for the same columns of the same file, and against task, timew and hledger, each with as many entries
# of its own kind with a note of the same length. Then memory, and how time grows. Medians, taken in turns.
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/measuring.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/measuring.bash"

# The same practices, as the peers keep theirs; made once beside the log.
timew_data() { # FOLDER
    [ -d "$1/timew/data" ] || {
        mkdir -p "$1/timew/data"
        : >"$1/timew/timewarrior.cfg"
        sqlite3 -readonly "$1/practice.db" "SELECT strftime('%Y-%m', started_at / 1000, 'unixepoch') || char(9) || 'inc ' ||
                strftime('%Y%m%dT%H%M%SZ', started_at / 1000, 'unixepoch') || ' - ' || strftime('%Y%m%dT%H%M%SZ', ended_at / 1000 + 1, 'unixepoch') ||
                ' # ' || exercise || ' # \"' || printf('%.120s', 'what was noticed, in as many characters as there are in a note of the log to compare with, and not one of them fewer than that') || '\"'
            FROM session ORDER BY started_at" |
            awk -F'\t' -v folder="$1/timew/data" '{ if (file != folder "/" $1 ".data") { close(file); file = folder "/" $1 ".data" } print $2 >> file }'
        TIMEWARRIORDB=$1/timew timew :yes export >/dev/null 2>&1
    }
}
task_data() { # FOLDER
    [ -f "$1/task/completed.data" ] || {
        mkdir -p "$1/task"
        sqlite3 -readonly "$1/practice.db" "SELECT '[description:\"' || exercise || '\" end:\"' || (ended_at / 1000) || '\" entry:\"' || (started_at / 1000) ||
                '\" modified:\"' || (ended_at / 1000) || '\" status:\"completed\" uuid:\"' || id || '\" annotation_' || (ended_at / 1000) || ':\"' ||
                printf('%.120s', 'what was noticed, in as many characters as there are in a note of the log to compare with, and not one of them fewer than that') || '\"]'
            FROM session ORDER BY started_at" >"$1/task/completed.data"
        : >"$1/task/pending.data"
        : >"$1/task/taskrc"
    }
}
hledger_data() { # FOLDER
    [ -f "$1/log.journal" ] || sqlite3 -readonly "$1/practice.db" "SELECT day || ' * ' || exercise || '  ; ' ||
            printf('%.120s', 'what was noticed, in as many characters as there are in a note of the log to compare with, and not one of them fewer than that') ||
            char(10) || '    (practice:' || exercise || ')  ' || practised_seconds || ' s' || char(10)
        FROM session ORDER BY started_at" >"$1/log.journal"
}

declare -A csv_us csv_kib lines_us lines_kib
export_of() { own=("$kindly" --data-dir "$folder" export --include-trials "$@"); }

for size in "${sizes[@]}"; do
    folder=$(log_of "$size")
    runs=5
    [ "$size" -lt 1000000 ] || runs=3
    told "export: the log of $size sessions" "$(mib "$(du -k "$folder/practice.db" | cut -f1)")" \
        "$(sqlite3 -readonly "$folder/practice.db" 'SELECT count(*) FROM answer') answers"

    export_of --format csv --table sessions
    if [ "$size" = "${sizes[0]}" ]; then # comparing is fair only if it is the same work
        "${own[@]}" 2>/dev/null | tr -d '\r"' >"$scratch/ours"
        sqlite3 -readonly -csv -header "$folder/practice.db" "$(sql sessions)" | tr -d '\r"' | cmp -s - "$scratch/ours" || {
            told "export: csv, sessions" "not the same cells as" "sqlite3 -csv"
            failed=yes
        }
    fi
    peer=(sqlite3 -readonly -csv -header "$folder/practice.db" "$(sql sessions)")
    against "export: csv, sessions, $size" "$runs" "sqlite3 -csv" 0.80
    export_of --format csv --table answers --share words
    peer=(sqlite3 -readonly -csv -header "$folder/practice.db" "$(sql answers)")
    against "export: csv, answers with words, $size" "$runs" "sqlite3 -csv" 0.80
    csv_us[$size]=${own_us:-0} csv_kib[$size]=${own_kib:-0}
    export_of --format json --share words
    peer=(sqlite3 -readonly -json "$folder/practice.db" "$(sql nested)")
    against "export: json, nested, words, $size" "$runs" "sqlite3 -json" 0.80
    export_of --format jsonl
    peer=(sqlite3 -readonly -json "$folder/practice.db" "$(sql ratings)")
    against "export: jsonl, nested, ratings, $size" "$runs" "sqlite3 -json" 0.80
    lines_us[$size]=${own_us:-0} lines_kib[$size]=${own_kib:-0}

    if there jq; then
        "$kindly" --data-dir "$folder" export --include-trials --format jsonl >"$scratch/lines" 2>/dev/null || failed=yes
        peer=(jq -c . "$scratch/lines")
        against "export: jsonl, $size" 1 "jq -c ." 0.20
        rm -f "$scratch/lines"
    else
        missing "export: jsonl, against jq" jq
    fi
    export_of --format jsonl --share words
    peer=()
    if in_turns "$(((runs + 1) / 2))"; then
        told "export: jsonl with words, all there is, $size" "$(time_of "$own_us"), $(mib "$own_kib")"
    else
        failed=yes
    fi
done

# Their entries hold a note each, and so do ours here.
for size in "${sizes[@]}"; do
    folder=$(log_of "$size" --notes)
    runs=3
    export_of --format json --share words
    if there timew; then
        timew_data "$folder"
        peer=(env TIMEWARRIORDB="$folder/timew" timew :yes export)
        against "export: json, $size with a note each" "$runs" "timew export" 0.20
    else
        missing "export: against timew export" timew
    fi
    if there task; then
        task_data "$folder"
        peer=(env TASKRC="$folder/task/taskrc" task rc.data.location="$folder/task" rc.gc=off rc.verbose=nothing rc.confirmation=off export)
        against "export: json, $size with a note each" "$runs" "task export" 0.10
    else
        missing "export: against task export" task
    fi
    if [ "$size" -gt 100000 ]; then
        told "export: against hledger print, $size" "not measured" "minutes and gigabytes at this size"
    elif there hledger; then
        hledger_data "$folder"
        peer=(hledger -f "$folder/log.journal" print)
        against "export: json, $size with a note each" "$runs" "hledger print" 0.10
    else
        missing "export: against hledger print" hledger
    fi
done

from=${sizes[0]}
for what in csv lines; do
    declare -n us=${what}_us kib=${what}_kib
    [ "${kib[$from]:-0}" -gt 0 ] && [ "${kib[$largest]:-0}" -gt 0 ] || continue
    grown "export, $what" "${kib[$from]}" "${kib[$largest]}" "${us[$before_largest]}" "${us[$largest]}"
done
finish
