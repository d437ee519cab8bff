#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Where kindly runs a program (a bell, a voice, an editor, a passphrase, systemctl), no shell looks at its words: what a
# shell would obey is passed on as it stands. A program called sh that lies in wait is never run.
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
make_worlds

words='; touch OBEYED; $(touch OBEYED) `touch OBEYED` | touch OBEYED & "'"'"' > OBEYED'
cat >"$scratch/bin/listener" <<END
#!$(command -v bash)
printf '%s\n' "\$@" >>"$scratch/heard"
while read -r line; do printf '%s\n' "\$line" >>"$scratch/heard"; done
END
for name in sh bash dash; do
    printf '#!/bin/sh\n: >"%s"\n' "$scratch/trapped" >"$scratch/bin/$name"
done
printf '#!/bin/bash\nprintf "%%s\\n" "correct horse battery"\nprintf "%%s\\n" "$@" >>"%s"\n' "$scratch/heard" >"$scratch/bin/ask"
chmod +x "$scratch"/bin/*
never_obeyed() {
    is "$1: a shell obeyed" [ -z "$(find "$scratch" -name 'OBEYED*')" ]
    is "$1: sh was run" [ ! -e "$scratch/trapped" ]
}
heard() { is "$1: the words did not arrive as they are" grep -qF "$words" "$scratch/heard"; }
toml=$(printf '%s' "$words" | sed 's/\\/\\\\/g; s/"/\\"/g')

restore open
printf 'bell = ["listener", "%s"]\nspeech = ["listener", "%s"]\n' "$toml" "$toml" >"$home/.config/kindly/config.toml"
: >"$scratch/heard"
cat >"$work/quick.json" <<'END'
{ "format": "1.0", "id": "quick", "version": "1.0", "language": "en", "title": "Quick", "safety": { "intensity": "gentle", "before": "Quiet." },
  "sections": [
    { "id": "rest", "title": "Rest", "purpose": "soothe", "steps": [ { "kind": "pause", "for": "1s" }, { "kind": "say", "text": "Look; touch OBEYED" } ] },
    { "id": "feet", "title": "Feet", "role": "grounding", "steps": [ { "kind": "say", "text": "Look around." } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Look $(touch OBEYED)" } ] } ] }
END
ends 0 "${kindly[@]}" practice "$work/quick.json" --guide plain --listen --unrecorded --pace 4
heard "bell and voice"
never_obeyed "bell and voice"

restore sealed
printf 'passphrase_command = ["ask", "%s"]\n' "$toml" >"$home/.config/kindly/config.toml"
: >"$scratch/heard"
ends 0 "${kindly[@]}" export --share words
heard "passphrase_command"
never_obeyed "passphrase_command"
printf 'passphrase_command = "echo correct horse battery; touch OBEYED"\n' >"$home/.config/kindly/config.toml"
ends 2 "${kindly[@]}" export --share words
never_obeyed "a passphrase_command that is one text"

# Names and settings that a shell would obey.
restore open
for name in '$(touch OBEYED)' '`touch OBEYED`' '; touch OBEYED' '| touch OBEYED'; do
    cp "$work/evening.json" "$work/$name.json"
    ends 0,3,4 "${kindly[@]}" practice "$work/$name.json" --instant --unrecorded
    ends 0,1,2 "${kindly[@]}" export -o "$work/$name.csv"
    ends 0,1,2,3,4 "${kindly[@]}" remind --at "$name" --install
    ends 0,1,2,4 "${kindly[@]}" --data-dir "$work/$name" log
    never_obeyed "$name"
done
ends 0 "${kindly[@]}" remind --at 08:00 --install
never_obeyed "remind"
done_with_all 30
