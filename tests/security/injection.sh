#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Words that somebody else wrote never command the terminal, turn letters round, or become part of a page or a formula:
# from every kind of file, from names, and from the log. Escape sequences, C1 controls, titles and links of a terminal,
# writing direction, letters that cannot be seen.
#
# KINDLY_EVERY_FILE=1: in more places of each file.
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
make_worlds
restore open

evil=$(printf 'Red \033[31m \033]0;title\007 \033]8;;http://example.org\033\\link \302\233 31m \302\235 0;x \302\205 \342\200\256 turned \342\201\246 \342\200\213 \357\273\277 \010\010 \r over')
as_json() { # as JSON writes it: \u escapes, which a reader turns back into the real letters
    printf '%s' "$evil" | iconv -f UTF-8 -t UTF-16BE | od -An -v -tx1 | tr -d ' \n' | sed 's/..../\\u&/g'
}
json=$(as_json)
looked() { # what is looked at, then a command; whatever its exit status says
    local what=$1
    shift
    ends 0,1,2,3,4 "${kindly[@]}" "$@"
    harmless_output "$what"
}

# Written raw and as escapes, in place of every text of a file: the file's own words, its ids, its keys.
raw=$(printf '%s' "$evil" | tr '\r' ' ')
places=(1 3 8) # the Nth text of a file
[ -z "${KINDLY_EVERY_FILE-}" ] || places=(1 2 3 4 5 6 7 8 10 13 17 21 27)
for file in evening.json plan.json other.json one.jsonl; do
    for form in raw json; do
        for place_of_it in "${places[@]}"; do
            EVIL=${!form} N=$place_of_it perl -0pe 's/("[^"]{2,}")/++$n == $ENV{N} ? "\"$ENV{EVIL}\"" : $1/ge' "$work/$file" >"$work/evil-$file"
            cmp -s "$work/$file" "$work/evil-$file" && continue
            case $file in
                evening.json) commands=("practice FILE --instant --unrecorded --guide plain" "show FILE" "check FILE" "preview FILE" "new mine --from FILE -o $work/mine-$form$place_of_it.json") ;;
                plan.json) commands=("assign --plan FILE -o $work/made-$form$place_of_it.json" "check FILE") ;;
                other.json) commands=("homework add FILE --agree" "homework try FILE" "check FILE" "homework" "today") ;;
                *) commands=("import FILE" "import --partial FILE" "log" "log show") ;;
            esac
            for command in "${commands[@]}"; do
                # shellcheck disable=SC2086
                looked "text $place_of_it of $file, $form: $command" ${command//FILE/"$work/evil-$file"}
            done
        done
    done
done
EVIL=$json perl -pe 's/"Mo"/"$ENV{EVIL}"/' "$home/.config/kindly/contacts.json" >"$scratch/contacts" && cp "$scratch/contacts" "$home/.config/kindly/contacts.json"
looked "contacts" support
printf '{ "name": "%s", "anchor": "%s" }' "$json" "$json" >"$home/.config/kindly/me.json"
looked "me.json" me
looked "me.json" today
printf '[export]\nformat = "%s"\n' "$raw" >"$home/.config/kindly/config.toml"
looked "config.toml" log
printf '%s = 1\n' "$raw" >"$home/.config/kindly/config.toml"
looked "config.toml" doctor

# In a log that somebody altered: no reader believes it.
restore open
copy=$home/.local/share/kindly/practice.db
for column in session.title session.exercise answer.prompt answer.value_text kept.words homework.title homework.id letter.step session.participant; do
    sqlite3 "$copy" "UPDATE OR IGNORE ${column%.*} SET ${column#*.} = CAST(X'$(printf '%s' "$evil" | od -An -v -tx1 | tr -d ' \n')' AS TEXT)" 2>/dev/null
done
for command in log "log show" "stats" "homework" "letters" "me kept" "today" "doctor" "word" "log --find" "log amend $id --minutes 5"; do
    # shellcheck disable=SC2086
    looked "the log: $command" $command
done
ends 0 "${kindly[@]}" log --json # for programs: escaped, and whole
harmless_output "log --json"
for format in json jsonl; do
    ends 0 "${kindly[@]}" export --format $format --share words
    harmless_output "export --format $format"
done
cp "$scratch/out" "$work/altered.jsonl"
ends 0 "${kindly[@]}" --data-dir "$work/again" import "$work/altered.jsonl"
ends 0 "${kindly[@]}" --data-dir "$work/again" log
harmless_output "what was taken in"
ends 0 "${kindly[@]}" --data-dir "$work/again" export --table answers --share words # as it stands in the log
is "control characters are not taken in" [ "$(tr -d '\r\n' <"$scratch/out" | LC_ALL=C grep -caP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]')" = 0 ]

# In names that are given.
for command in practice show check preview "homework add" review "log show" "new --from" import "export -o /proc/nowhere/" --data-dir --config --exercise-path "" "--now" "list --component" "export --format" "log --period" "me set" "help"; do
    # shellcheck disable=SC2086
    looked "a name: $command" $command "$evil"
    looked "a file of that name: $command" $command "$work/$evil.json"
done
folder=$work/${raw//\//}
mkdir "$folder" && cp "$work/evening.json" "$folder/"
looked "a folder of that name" check "$folder"
looked "a folder of that name" --exercise-path "$folder" practice evening --instant --unrecorded

# Pages and tables.
restore open
markup='<script>alert(1)</script><img src=x onerror=alert(1)>"'"'"'&{{title}}{{{title}}}'
printf '%s\n' "=cmd|' /C calc'!A0 $markup" | "${kindly[@]}" log add --exercise look --at 2026-11-21T07:15 --minutes 3 --note >/dev/null
sed "s|So that evenings are less of a fight.|${markup//\"/}|; s|Sam|=1+1|" "$work/plan.json" >"$work/markup.json"
ends 0 "${kindly[@]}" assign --plan "$work/markup.json" -o "$work/set.json" --handout "$work/handout.html"
ends 0 "${kindly[@]}" export --format html --share words -o "$work/page.html"
ends 0 "${kindly[@]}" homework add "$work/set.json" --agree
ends 0 "${kindly[@]}" homework report "$(sed -n 's/^  "id": "\(.*\)",/\1/p' "$work/set.json")" -o "$work/report.json"
ends 0 "${kindly[@]}" review "$work/report.json" --format html -o "$work/review.html"
for page in handout page review; do
    is "$page.html is there" [ -s "$work/$page.html" ]
    is "$page.html holds a script" [ "$(grep -ciE '<script|<img|onerror=[a-z]*\(.*>.*<img|javascript:' "$work/$page.html")" = 0 ]
    is "$page.html reaches out" [ "$(grep -ciE '(src|href|url)[=(] *["'"'"']?(https?:)?//' "$work/$page.html")" = 0 ]
done
is "the markup is there as text" grep -q '&lt;script&gt;' "$work/page.html"
ends 0 "${kindly[@]}" export --table answers --share words --spreadsheet-safe -o "$work/safe.csv"
is "a formula is a text" grep -q "'=cmd" "$work/safe.csv"
ends 0 "${kindly[@]}" review "$work/report.json" --format csv
is "no cell of a review begins a formula" [ "$(tr ',' '\n' <"$scratch/out" | grep -cE '^"?[=+@]')" = 0 ]
done_with_all 200
