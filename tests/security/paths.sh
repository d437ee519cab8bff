#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Nothing that others wrote leads out of where things belong: ids with slashes, links in the way of what is written, links
# swapped in afterwards. What a link leads to is never changed unless --force names the link.
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
make_worlds
restore open
data=$home/.local/share/kindly
mkdir "$scratch/outside"
echo 'not yours' >"$scratch/outside/theirs"
outside() { (cd "$scratch/outside" && find . -printf '%p %m %l\n' | sort && cat theirs); }
outside >"$scratch/outside_before"
untouched() {
    outside >"$scratch/outside_now"
    is "$1: something outside changed" cmp -s "$scratch/outside_before" "$scratch/outside_now"
}

# Names that climb.
for id in ../../../../outside/theirs ..%2f..%2ftheirs /etc/passwd . .. ./. 'a/../b' $'line\nend' "$scratch/outside/new"; do
    ends 1,2,3,4 "${kindly[@]}" new "$id"
    ends 1,2,3,4 "${kindly[@]}" practice "$id" --instant --unrecorded
    ends 1,2,3,4 "${kindly[@]}" homework add "$id" --agree
    ends 1,2,3,4 "${kindly[@]}" homework report "$id" -o "$work/report.json"
    ends 1,2,3,4 "${kindly[@]}" log delete --yes "$id"
    ends 1,2,3,4 "${kindly[@]}" letters open --yes "$id"
    untouched "the name $id"
done

# The same names in files that came from somebody else.
climbing=../../../../../outside/theirs
sed "s|\"id\": \"evening\"|\"id\": \"$climbing\"|" "$work/evening.json" >"$work/climbs.json"
ends 3 "${kindly[@]}" practice "$work/climbs.json" --instant
ends 3 "${kindly[@]}" new --from "$work/climbs.json" -o "$work/mine.json" mine
for key in id exercise; do
    sed "s|\"$key\": \"[^\"]*\"|\"$key\": \"$climbing\"|" "$work/other.json" >"$work/climbs.json"
    ends 3 "${kindly[@]}" homework add "$work/climbs.json" --agree
    ends 1,2,3 "${kindly[@]}" homework try "$work/climbs.json"
    ends 3 "${kindly[@]}" check "$work/climbs.json"
done
sed "s|\"exercise\": \"look\"|\"exercise\": \"$climbing\"|" "$work/plan.json" >"$work/climbs.json"
ends 1,3,4 "${kindly[@]}" assign --plan "$work/climbs.json" -o "$work/made.json"
sed -E "s|\"id\":\"[^\"]*\"|\"id\":\"$climbing\"|" "$work/one.jsonl" >"$work/climbs.jsonl"
ends 3 "${kindly[@]}" import "$work/climbs.jsonl"
mkdir "$work/exercises"
sed 's|"id": "evening"|"id": "look"|' "$work/evening.json" >"$work/exercises/feet.json"
ends 0,3 "${kindly[@]}" --exercise-path "$work/exercises" practice feet --instant --unrecorded # not what it says it is
ln -s "$scratch/outside" "$work/exercises/library"
ends 0 "${kindly[@]}" --exercise-path "$work/exercises" list
untouched "files that climb"

# Links where something is to be written.
ln -s "$scratch/outside/theirs" "$work/link.csv"
ln -s "$scratch/outside/new.csv" "$work/dangling.csv"
ln -s "$scratch/outside" "$work/way"
for name in link.csv dangling.csv; do
    ends 2 "${kindly[@]}" export -o "$work/$name"
    ends 2 "${kindly[@]}" preview look --format html -o "$work/$name"
    ends 1,2 "${kindly[@]}" assign --plan "$work/plan.json" -o "$work/$name"
    ends 1,2 "${kindly[@]}" homework report "$homework" -o "$work/$name"
    ends 1,2 "${kindly[@]}" remind --at 08:00 --ics -o "$work/$name"
    ends 1,2 "${kindly[@]}" new mine -o "$work/$name"
    untouched "-o $name"
done
ends 2 "${kindly[@]}" export --force -o "$work/dangling.csv"
ends 2 "${kindly[@]}" export --force -o "$work/way"
ends 2 "${kindly[@]}" export --force -o /dev/null
untouched "--force over what is no file"

# A link that comes in between, while the file is being made: the program that is asked for the passphrase sets it.
restore sealed
cat >"$scratch/bin/ask" <<END
#!/bin/sh
/bin/ln -sf "$scratch/outside/theirs" "$work/swapped.csv" && /bin/ln -sf "$scratch/outside/theirs" "$work/before.csv"
/bin/cat "$work/secret"
END
chmod +x "$scratch/bin/ask"
echo 'passphrase_command = ["ask"]' >"$home/.config/kindly/config.toml"
ends 2 "${kindly[@]}" export --share words -o "$work/swapped.csv"
untouched "a link that came in between"
rm "$work/before.csv"
ends 0 "${kindly[@]}" export --share words --force -o "$work/before.csv"
untouched "a link that came in between, with --force"
is "the name is the file's" [ ! -L "$work/before.csv" ]
is "the link that came in between is still one" [ -L "$work/swapped.csv" ]

# What kindly keeps, led elsewhere.
restore open
rm -f "$data/exported-files.txt" && ln -s "$scratch/outside/theirs" "$data/exported-files.txt"
ends 0 "${kindly[@]}" export --force -o "$work/before.csv"
ends 0,1 "${kindly[@]}" practice look --instant --guide events
untouched "links in the data folder"
mkdir -p "$home/.config/systemd/user" && ln -s "$scratch/outside/theirs" "$home/.config/systemd/user/kindly-remind.timer"
ends 1 "${kindly[@]}" remind --at 08:00 --install
untouched "a link where the timer goes"
ln -sfn "$scratch/outside" "$data/exercises"
ends 0,1 "${kindly[@]}" erase --yes
untouched "erase"
is "erase left the log" [ ! -e "$data/practice.db" ]
done_with_all 100
