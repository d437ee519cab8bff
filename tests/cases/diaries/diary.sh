# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2046
# Plays a diary: what `kindly today` shows on each day, and what the person then practises, as if they had. Sourced by
# the cases beside it. Practices come in as an import brings them, because a case cannot sit through them.

number=0

# show WHEN: the page, and in $offered what it offers to begin.
show() {
    printf -- '--- %s\n' "$1"
    page=$(kindly --now "$1" today)
    printf '%s\n' "$page" | sed '/^Steady me now:/d; /^People to reach:/d'
    offered=$(printf '%s\n' "$page" | sed -n 's/^To begin: kindly practice \([a-z-]*\).*/\1/p')
}

# ratings EXERCISE: 1 where it asks how distressed one is; a few steadying ones do not.
asks() {
    case $1 in
        look | feet | sit) return 1 ;;
    esac
}

# check_in POSITION QUESTION WHEN VALUE
check_in() {
    value=$4 text=null
    [ "$4" != numb ] || { value=null text='"numb"'; }
    printf '{"position":%s,"step":"part/%s","kind":"check_in","measure":"distress_0_10","prompt":"How distressed?",' \
        "$1" "$2"
    printf '"value_number":%s,"value_text":%s,"skipped":false,"private":false,"answered_at":"%s"}' \
        "$value" "$text" "$3"
}

# number_or_null VALUE
number_or_null() {
    case $1 in
        numb | '') echo null ;;
        *) echo "$1" ;;
    esac
}

# written WHEN EXERCISE STATUS SECONDS [BEFORE AFTER]: a line for an import. STATUS: stopped, completed, distress.
written() {
    number=$((number + 1))
    status=$3 reason=null before=${5-} after=${6-} answers=
    case $status in
        stopped) reason='"person"' ;;
        distress) status=closed_early reason='"distress"' ;;
    esac
    asks "$2" || before='' after=''
    [ -z "$before" ] || answers=$(check_in 1 start "$1" "$before")
    [ -z "$after" ] || answers=$answers,$(check_in 2 later "$1" "$after")
    hour=${1#*T} day=${1%%T*}
    # A night before four belongs to the day before.
    case $hour in
        0[0-3]*) day=$(date -u -d "$day - 1 day" +%Y-%m-%d) ;;
    esac
    printf '{"record":"session","id":"019a0000-0000-7000-8000-%012d","exercise":"%s",' "$number" "$2"
    printf '"exercise_version":"1.0","title":"%s","language":"en","components":[],' "$2"
    printf '"started_at":"%s","ended_at":"%s","day":"%s","status":"%s",' "$1" "$1" "$day" "$status"
    printf '"stop_reason":%s,"planned_seconds":null,"practised_seconds":%s,"paused_seconds":0,' "$reason" "$4"
    printf '"distress_before":%s,"distress_after":%s,' "$(number_or_null "$before")" "$(number_or_null "$after")"
    printf '"kindness_before":null,"kindness_after":null,"backdraft":null,"groundings":0,"skipped":0,'
    printf '"homework":null,"source":"timed","participant":null,"recorded_at":"%s","amended_at":null,' "$1"
    printf '"kindly_version":"0.1.0","revision":1,"answers":[%s]}\n' "$answers"
}

bring_in() {
    kindly import "$1" >/dev/null 2>import-error || cat import-error
}

# practised ...: as written().
practised() {
    written "$@" >line.jsonl
    bring_in line.jsonl
}

# ninety_days FROM TO: these of ninety mornings, behind the ones before them. Whatever is offered is done, and mostly
# a little lighter afterwards. What was done on the days before stands in ninety-days.txt, as these cases found it.
ninety_days() {
    begins=$(date -u -d 2026-01-05T07:30 +%s)
    days=0
    while read -r done_then; do
        days=$((days + 1))
        [ $days -lt "$1" ] || break
        written "$(morning $days)" "$done_then" completed $(morning_values $days)
    done <"$CASE/../ninety-days.txt" >before.jsonl
    [ ! -s before.jsonl ] || bring_in before.jsonl
    number=$(($1 - 1))
    for days in $(seq "$1" "$2"); do
        show "$(morning "$days")"
        practised "$(morning "$days")" "$offered" completed $(morning_values "$days")
    done
}

# morning DAY: from 1
morning() {
    date -u -d "@$((begins + $1 * 86400 - 86400))" +%Y-%m-%dT%H:%M:%S+00:00
}

# morning_values DAY: seconds, distress before and after
morning_values() {
    echo $((240 + ($1 - 1) % 5 * 60)) $((3 + ($1 - 1) % 3)) $((2 + ($1 - 1) % 4))
}
