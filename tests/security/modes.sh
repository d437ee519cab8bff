#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Whatever the shell's umask, what kindly writes is for the person alone: folders 0700, files 0600. Only what is made to
# be passed on by hand, an author's file from `kindly new`, goes by the umask.
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

wrong_modes() { # of everything that is newer than the marker
    find "$place" -newer "$scratch/marker" ! -path "$place" ! -path "$work" ! -path "$place/run" ! -name mine.json \( \
        -type d ! -perm 0700 -o -type f ! -perm 0600 \) -printf '%m %p\n'
}
make_worlds
for mask in 000 022 077 777; do
    restore open
    rm -rf "$home/.config" "$home/.local" # everything anew
    find "$place" -exec touch -d '2 minutes ago' {} +
    touch -d '1 minute ago' "$scratch/marker"
    umask $mask
    run() { ends 0 "${kindly[@]}" "$@"; }
    run practice look --guide events --instant
    run log add --exercise look --at 2026-11-20T07:15 --minutes 10
    run me set pace 0.8
    run homework add "$work/sam.json" --agree
    run remind --at 08:00 --install
    for format in csv jsonl html; do run export --format $format -o "$work/made.$format"; done
    run assign --plan "$work/plan.json" -o "$work/made.json" --handout "$work/handout.html"
    run homework report "$homework" -o "$work/report.json"
    run review "$work/report.json" --format html -o "$work/review.html"
    run remind --at 08:00 --ics -o "$work/made.ics"
    run lock --yes --passphrase-file "$work/secret"
    run new mine -o "$work/mine.json"
    umask 022
    found=$(wrong_modes)
    is "with umask $mask these are not the person's alone: $found" [ -z "$found" ]
    is "something was made at all" [ -n "$(find "$home/.local" "$home/.config" -type f)" ]
    shared=$(stat -c %a "$work/mine.json")
    is "with umask $mask an author's file has mode $shared" [ "$((8#$shared))" = $((0644 & ~8#$mask)) ]
done
done_with_all 50
