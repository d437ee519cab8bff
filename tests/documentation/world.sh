# SPDX-License-Identifier: MIT
# A home in which the examples of help, README and manual can be typed as they stand: the files that they name, a practice with the
# id that they write, words kept and set aside, homework begun. To be sourced; knows nothing of which examples there are.
#
#   make_world KINDLY SOURCE   once; sets and exports what the examples run in
#   example LINE               runs one line in a fresh copy; what it said is in $said; its exit status is that of the line

readonly example_now=2026-11-23T09:00
world=$(mktemp -d)
trap 'rm -rf "$world"' EXIT
said=$world/said
readonly world said

make_world() {
    local kindly=$1 source=$2 made=$world/made
    mkdir -p "$world/bin" "$made/home" "$made/work/reports" "$world/first"
    ln -s "$kindly" "$world/bin/kindly"
    # What a person would have of their own; a line of the examples runs at whatever time it is.
    printf '#!/bin/sh\nshift\nexec "$@"\n' >"$world/bin/ssh" # "ssh laptop kindly ...": the other machine is this one
    chmod +x "$world/bin/ssh"
    unset XDG_DATA_HOME XDG_CONFIG_HOME KINDLY_DATA_DIR KINDLY_EXERCISE_PATH
    export PATH="$world/bin:$PATH" LC_ALL=C.UTF-8 LANGUAGE='' TERM=dumb

    cd "$made/work"
    export HOME=$made/home
    ln -s "$source/exercises" exercises
    local name
    for name in mine my-own old new; do cp "$source/exercises/look.json" "$name.json"; done
    kindly new my-pause --from look >"$said"

    # One practice, with a rating, words kept and words set aside; then it gets the id of the examples.
    cat >"$world/evening.json" <<'JSON'
{ "format": "1.0", "id": "evening", "version": "1.0", "language": "en", "title": "An evening page",
  "safety": { "intensity": "gentle", "before": "A page to write, or not." },
  "sections": [
    { "id": "write", "title": "Write", "purpose": "soothe", "steps": [
      { "kind": "check_in", "id": "now", "text": "How is it?" },
      { "kind": "ask", "id": "vow", "text": "A promise?", "answer": "text", "optional": true, "keep_as": "small_promise" },
      { "kind": "ask", "id": "page", "text": "A page?", "answer": "text", "optional": true, "keep": "ask" } ] },
    { "id": "room", "title": "Room", "role": "grounding", "steps": [ { "kind": "say", "text": "Look around." }, { "kind": "pause", "for": "40s" } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Look around." } ] } ] }
JSON
    printf '%s\n' '{"do":"continue"}' '{"do":"answer","value":3}' '{"do":"answer","value":"Tea before mail."}' \
        '{"do":"answer","value":"The heron was there."}' '{"do":"skip"}' '{"do":"answer","value":"keep"}' \
        '{"do":"answer","value":"later"}' '{"do":"answer","value":"week"}' |
        kindly --now 2026-11-10T20:00 --data-dir "$world/first" practice "$world/evening.json" --guide events >"$world/events"
    kindly --data-dir "$world/first" export --format jsonl --share words -o "$world/first.jsonl" 2>"$said"
    local id
    id=$(sed -nE 's/^\{"record":"session","id":"([^"]*)".*/\1/p' "$world/first.jsonl")
    sed "s/$id/019ab3c2-5e10-7000-8000-000000000001/g" "$world/first.jsonl" >log.jsonl
    kindly import log.jsonl >"$said"
    cp log.jsonl everything.jsonl
    cp log.jsonl damaged.jsonl
    echo 'not a line of an export' >>damaged.jsonl

    # The plan of kindly-homework(5) as an assignment that was begun, a report on it, and another one that was not begun.
    # An assignment gets its id when it is made: $evenings is what the examples call "evenings".
    awk '/^\.\\" plan begin/ { found = 1; next }
         found && /^\.Bd -literal/ { inside = 1; next }
         inside && /^\.Ed/ { exit }
         inside' "$source/man/kindly-homework.5" | sed 's/\\-/-/g; s/\\e/\\/g' >plan.json
    kindly --now "$example_now" assign --plan plan.json -o sam.json >"$said" 2>&1
    evenings=$(sed -n 's/^  "id": "\(.*\)",/\1/p' sam.json)
    kindly --now "$example_now" homework add sam.json --agree >"$said" 2>&1
    kindly --now "$example_now" homework report "$evenings" -o report.json --share counts >"$said" 2>&1
    sed 's/Kinder evenings/Other evenings/' plan.json >other-plan.json
    kindly --now "$example_now" assign --plan other-plan.json -o other.json >"$said" 2>&1
    cp report.json reports/one.json
}

# What one example needs and another has to find missing.
as_needed_by() { # line
    case $1 in
        *"assign --plan evenings.json"*) cp plan.json evenings.json ;;
        *"evenings.json"*) cp other.json evenings.json ;;
    esac
    case $1 in
        *"new my-pause"*) rm my-pause.json ;;
        *"-o sam.json"*) rm sam.json ;;
        *"-o report.json"*) rm report.json ;;
        *"-o everything.jsonl"*) rm everything.jsonl ;;
        *"homework add starter"*) ;;
        *"homework "*" starter"* | *"--homework starter"*)
            kindly --now "$example_now" homework add starter </dev/null >"$said" 2>&1
            ;;
    esac
}

example() { # line
    rm -rf "$world/now"
    cp -R "$world/made" "$world/now"
    export HOME=$world/now/home
    cd "$world/now/work"
    as_needed_by "$1"
    timeout 120 bash -o pipefail -c "$1" >"$said" 2>&1
}
