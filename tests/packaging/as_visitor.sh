# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# What script/try-package does as somebody who uses the package on its fresh system.
set -eu

fail() {
    echo "try-package: $*" >&2
    exit 1
}
holds() { # words that must be in what comes on standard input
    cat >/tmp/seen
    grep -qF -- "$1" /tmp/seen || { cat /tmp/seen >&2; fail "not there: $1"; }
}

use_it() { # version
    [ "$(kindly --version)" = "kindly $1" ] || fail "--version"

    # Practise: a trial, one for the log with words in it, and one on the way of the day.
    printf '4\n' | kindly practice kind-pause --guide plain --instant >/tmp/practice || fail "practice"
    holds 'Three-step pause' </tmp/practice
    yes '' | head -n 80 | kindly practice look --untimed --guide plain >/tmp/practice || fail "practice look"
    kindly log add --exercise feet --at 2026-01-05T19:30 --minutes 5 </dev/null >/dev/null
    kindly log --json >/tmp/log.json
    holds '"look"' </tmp/log.json
    holds '"feet"' </tmp/log.json
    echo Sam | kindly me set name >/dev/null
    kindly homework add starter </dev/null >/dev/null
    kindly today </dev/null | holds 'Fourteen days to begin with'
    kindly list | holds 'kind-pause'
    LANGUAGE=de kindly show feet | holds 'Füße'
    kindly doctor >/dev/null || fail "doctor"

    # Exercises of one's own: the schema that they name is where it says.
    kindly new my-pause --from kind-pause -o my-pause.kindly.json >/dev/null
    schema=$(sed -n 's/.*"\$schema": "file:\/\/\(.*\)",/\1/p' my-pause.kindly.json)
    [ -f "$schema" ] || fail "no schema at '$schema'"
    kindly check my-pause.kindly.json >/dev/null || fail "check"

    # The manual.
    man -w kindly >/dev/null && man kindly 2>/dev/null | holds 'guided self-compassion exercises'
    for page in kindly-exercise kindly-events kindly-homework kindly-log; do man -w 5 "$page" >/dev/null || fail "man $page"; done
    man -k . | holds 'kindly'
    zcat /usr/share/doc/kindly/changelog.gz | holds 'Changelog'
    holds 'CC-BY-4.0' </usr/share/doc/kindly/copyright

    completions
    file_types
}

# As the shells find them: by the name of the command, in the folders that they look in.
completions() {
    bash -c '. /usr/share/bash-completion/bash_completion
        _completion_loader kindly
        complete -p kindly' | holds kindly
    zsh -f -c 'autoload -U compinit && compinit -u -d /tmp/zcompdump && print -r -- "${_comps[kindly]}"' | holds _kindly
    fish -c 'complete -C "kindly pract"' | holds practice
}

file_type() { # file, type
    [ "$(gio info -a standard::content-type "$1" | sed -n 's/.*content-type: //p')" = "$2" ] ||
        fail "$1 is not $2: $(gio info -a standard::content-type "$1")"
}
file_types() {
    ours=application/x-kindly+json
    file_type my-pause.kindly.json $ours
    # Attachments lose their endings.
    cp my-pause.kindly.json attachment
    file_type attachment $ours
    cp /usr/share/kindly/exercises/programmes/starter.json programme
    file_type programme $ours
    file_type /usr/share/kindly/exercises/feet.json $ours
    file_type /usr/share/kindly/exercises/exercise-1.schema.json application/schema+json
    kindly assign --plan /dev/stdin >/dev/null <<'PLAN'
{ "format": "1.0", "language": "en", "title": "Evenings", "from": "Dr. A", "for": "Sam", "rationale": "To end the day kindly.", "share": "counts",
  "items": [ { "exercise": "feet", "how_often": "daily" } ] }
PLAN
    set -- ./*.kindly.json
    [ $# = 2 ] || fail "assign made no file of its kind: $*"
    for file in "$@"; do
        file_type "$file" $ours
        cp "$file" unnamed && file_type unnamed $ours
    done
    # Nobody else's files are claimed.
    echo '{ "name": "something", "format": "1.0", "made_by": "others" }' >other.json
    file_type other.json application/json
    cp other.json other
    [ "$(gio info -a standard::content-type other | grep -c kindly)" = 0 ] || fail "claims another's file"
    # What opens it.
    gio mime $ours | holds kindly.desktop
    ! gio mime application/json | grep -q kindly || fail "kindly offers itself for all JSON"
}

# All that is in the log, and every file of the person's.
export_all() { kindly export --format jsonl --share words --include-trials 2>/dev/null; }
checksums() { find "$HOME/.local/share/kindly" "$HOME/.config/kindly" -type f ! -name '*-shm' ! -name '*-wal' -exec sha256sum {} + | LC_ALL=C sort; }
remember_data() { # name
    export_all >"/tmp/$1.jsonl"
    [ "$(grep -c '"exercise"' "/tmp/$1.jsonl")" -ge 3 ] || fail "the log is not what it should be: $(cat "/tmp/$1.jsonl")"
    checksums >"/tmp/$1.sums"
    [ -s "/tmp/$1.sums" ] || fail "nothing is kept"
}
same_files() { checksums | cmp - "/tmp/$1.sums" || fail "the person's files are not what they were ($1)"; }
same_data() {
    same_files "$1"
    export_all | cmp - "/tmp/$1.jsonl" || fail "the log is not what it was ($1)"
}
# With what the version before has written.
go_on() {
    yes '' | head -n 80 | kindly practice feet --untimed --guide plain >/dev/null || fail "practice after the upgrade"
    kindly doctor >/dev/null || fail "doctor after the upgrade"
}
