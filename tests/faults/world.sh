# SPDX-License-Identifier: MIT
# A home as somebody has it after a while, to try things in: a log with words kept and set aside, homework, reminders,
# settings. Used by run.sh and tests/security; needs $binary, and gives $place, $kindly and these functions.

umask 022
scratch=$(mktemp -d "${TMPDIR:-/tmp}/kindly-faults.XXXXXXXX")
scratch=$(cd "$scratch" && pwd -P)
chmod a+x "$scratch"
trap 'cd /; mountpoint -q "$place" && umount "$place"; chmod -R u+rwX "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
place=$scratch/place home=$place/home work=$place/work

mkdir "$scratch/bin"
cat >"$scratch/bin/systemctl" <<'END'
#!/bin/sh
exit 0
END
cp "$scratch/bin/systemctl" "$scratch/bin/notify-send"
chmod +x "$scratch"/bin/*

# How a sanitizer reports is the caller's to say; that our shim comes before it is well.
sanitizer=ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}verify_asan_link_order=0"
environment=("$sanitizer" PATH="$scratch/bin" HOME="$home" XDG_CONFIG_HOME="$home/.config"
    XDG_DATA_HOME="$home/.local/share" XDG_STATE_HOME="$home/.local/state" XDG_CACHE_HOME="$home/.cache"
    XDG_RUNTIME_DIR="$place/run" TZ=UTC LC_ALL=C.UTF-8 TERM=dumb)
kindly=(env -i "${environment[@]}" "$binary" --now 2026-11-22T21:00)

# The same with more in its environment, or with nothing but that. VARIABLES... -- COMMAND
with_variables() {
    local more=()
    while [ "$1" != -- ]; do more+=("$1"); shift; done
    env -i "${more[@]}" "${@:4}" # without --, env, -i
}
with_only() {
    local more=()
    while [ "$1" != -- ]; do more+=("$1"); shift; done
    env -i "$sanitizer" PATH="$scratch/bin" "${more[@]}" "${@:$((4 + ${#environment[@]}))}"
}
shim() { # rules, then the command
    local rules=$1
    shift
    with_variables FAULT="$rules" FAULT_LOG="$scratch/faults" LD_PRELOAD="$shim" -- "$@"
}

make_worlds() {
    mkdir -p "$home" "$work" "$place/run"
    chmod 700 "$home" "$place/run"
    cd "$work" || exit 2
    cp "$here/files/"* "$work/"
    local quiet=("${kindly[@]}")
    printf '{"do":"continue"}\n{"do":"answer","value":"Tea before mail."}\n{"do":"skip"}\n{"do":"skip"}\n{"do":"answer","value":"keep"}\n' |
        "${quiet[@]}" practice "$work/evening.json" --guide events >/dev/null 2>&1
    printf '{"do":"continue"}\n{"do":"answer","value":"Dear one."}\n{"do":"skip"}\n{"do":"skip"}\n{"do":"answer","value":"later"}\n{"do":"answer","value":"week"}\n' |
        "${quiet[@]}" practice "$work/evening.json" --guide events >/dev/null 2>&1
    echo "What was noticed." | "${quiet[@]}" log add --exercise look --at 2026-11-20T07:15 --minutes 10 --note >/dev/null 2>&1
    "${quiet[@]}" --data-dir "$work/elsewhere" log add --exercise feet --at 2026-11-19T07:15 --minutes 5 >/dev/null 2>&1
    "${quiet[@]}" --data-dir "$work/elsewhere" export --format jsonl --share words -o "$work/one.jsonl" 2>/dev/null
    rm -rf "$work/elsewhere"
    "${quiet[@]}" me set pace 1.2 >/dev/null 2>&1
    "${quiet[@]}" assign --plan "$work/plan.json" -o "$work/sam.json" >/dev/null 2>&1
    "${quiet[@]}" homework add "$work/sam.json" --agree >/dev/null 2>&1
    "${quiet[@]}" assign --plan "$work/plan.json" -o "$work/other.json" >/dev/null 2>&1
    echo '{ "people": [ { "name": "Mo", "how": "phone", "when": "evenings" } ] }' >"$home/.config/kindly/contacts.json"
    chmod 600 "$home/.config/kindly/contacts.json"
    "${quiet[@]}" export -o "$work/before.csv" 2>/dev/null
    id=$("${quiet[@]}" log --json 2>/dev/null | sed -n 's/.*"id": "\(.*\)",/\1/p' | head -n 1)
    letter=$("${quiet[@]}" letters 2>/dev/null | cut -d ' ' -f 1 | head -n 1)
    kept=$("${quiet[@]}" me kept --json 2>/dev/null | sed -n 's/.*"name": "\(.*\)",*/\1/p' | head -n 1)
    homework=$(sed -n 's/^  "id": "\(.*\)",/\1/p' "$work/sam.json")
    if [ -z "$id" ] || [ -z "$letter" ] || [ -z "$homework" ] || [ -z "$kept" ]; then
        echo "world.sh: the world is not whole: id '$id', letter '$letter', homework '$homework', kept '$kept'" >&2
        exit 2
    fi
    rm -rf "$scratch/open" "$scratch/sealed"
    cp -a "$place" "$scratch/open"
    "${quiet[@]}" lock --yes --passphrase-file "$work/secret" >/dev/null 2>&1 || { echo "world.sh: cannot lock" >&2; exit 2; }
    cp -a "$place" "$scratch/sealed"
}

restore() { # open or sealed
    cd "$scratch" || exit 2
    ! mountpoint -q "$place" || umount "$place"
    chmod -R u+rwX "$place"
    rm -rf "$place"
    cp -a "$scratch/$1" "$place"
    cd "$work" || exit 2
}

# Everything that is stored, as text.
state() {
    (
        cd "$place" || exit 2
        find . ! -name 'practice.db*' -printf '%p %m %y %l\n' | LC_ALL=C sort
        find . -type f ! -name 'practice.db*' -print0 | LC_ALL=C sort -z | xargs -0 -r cksum
        rm -rf "$scratch/copy" && mkdir "$scratch/copy"
        cp home/.local/share/kindly/practice.db* "$scratch/copy" 2>/dev/null && sqlite3 "$scratch/copy/practice.db" .dump
    )
}

filled_in() {
    local text=$1
    text=${text//'$work'/$work}
    text=${text//'$id'/$id}
    text=${text//'$letter'/$letter}
    text=${text//'$kept'/$kept}
    echo "${text//'$homework'/$homework}"
}

readable() {
    sed -E -e "s|$work|\$WORK|g" -e "s|$home|\$HOME|g" -e "s|$place|\$PLACE|g" -e "s|$homework|HOMEWORK|g" \
        -e 's/x{1000,}/xxx.../g' -e 's/kinder-evenings-[0-9a-f]{6}/HOMEWORK/g' -e 's/0[0-9a-f]{7}-[0-9a-f]{4}(-[0-9a-f-]*)?/ID/g'
}
