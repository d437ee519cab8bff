#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# `cmake --install` into a folder: all of it is there, and the program there uses what lies beside it.
#
#   install_test.sh BUILD_FOLDER SOURCE_TREE
set -eu
set -o pipefail
build=$1 source=$2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() {
    echo "install_test: $*" >&2
    exit 1
}
prefix=$scratch/prefix
cmake --install "$build" --prefix "$prefix" >"$scratch/log" || { cat "$scratch/log"; fail "cmake --install failed"; }
share=$prefix/share

there() { # in the source tree, installed as
    cmp -s "$source/$1" "$2" || fail "$1 is not installed as ${2#"$prefix/"}"
}
for page in "$source"/man/*; do
    name=${page##*/}
    there "man/$name" "$share/man/man${name##*.}/$name"
done
(cd "$source/exercises" && find . -name '*.json') >"$scratch/exercises"
[ "$(wc -l <"$scratch/exercises")" -gt 100 ] || fail "hardly any exercises"
while IFS= read -r file; do there "exercises/$file" "$share/kindly/exercises/$file"; done <"$scratch/exercises"
while IFS= read -r language; do
    [ -s "$share/locale/$language/LC_MESSAGES/kindly.mo" ] || fail "no sentences in $language"
done <"$source/po/LINGUAS"
there LICENSE "$share/doc/kindly/LICENSE"
there exercises/LICENSE "$share/kindly/exercises/LICENSE"
there CHANGELOG.md "$share/doc/kindly/CHANGELOG.md"

# For desktops: what they check, and that the names in the three files are the same.
desktop=$share/applications/kindly.desktop
desktop-file-validate "$desktop"
XDG_DATA_DIRS=$share update-mime-database "$share/mime" >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail "kindly.xml"; }
[ ! -s "$scratch/log" ] || fail "kindly.xml: $(cat "$scratch/log")"
type=$(sed -n 's/^MimeType=\(.*\);$/\1/p' "$desktop")
[ -f "$share/mime/$type.xml" ] || fail "kindly.desktop opens $type, which kindly.xml does not describe"
grep -q ":$type:\*\.kindly\.json\$" "$share/mime/globs2" || fail "no ending for $type"
[ -f "$share/icons/hicolor/scalable/apps/$(sed -n 's/^Icon=//p' "$desktop").svg" ] || fail "no icon"
run=$(sed -n 's/^Exec=//p' "$desktop")
[ "$run" = "kindly --hold %f" ] || fail "kindly.desktop runs '$run', which this test does not try"

# Nothing in the build or source tree is needed: the program is asked where it looks.
export HOME=$scratch/home XDG_DATA_HOME='' XDG_CONFIG_HOME='' TZ=UTC LC_ALL=C.UTF-8
mkdir "$HOME"
cd "$HOME"
"$prefix/bin/kindly" doctor | grep -qF "$share/kindly/exercises" || fail "it does not use the exercises beside it"
LANGUAGE=de "$prefix/bin/kindly" show feet | grep -q 'Minuten' || fail "it does not speak German"
"$prefix/bin/kindly" new mine >/dev/null
schema=$(sed -n 's/.*"\$schema": "file:\/\/\(.*\)",.*/\1/p' mine.json)
[ "$schema" = "$share/kindly/exercises/exercise-1.schema.json" ] || fail "a new exercise names the schema '$schema'"
# A file as a desktop would open it, though with nobody at a terminal: it is shown, and kindly ends by itself.
"$prefix/bin/kindly" assign --plan /dev/stdin >/dev/null <<'PLAN'
{ "format": "1.0", "language": "en", "title": "Evenings", "from": "Dr. A", "for": "Sam", "rationale": "To end the day.",
  "share": "counts", "items": [ { "exercise": "feet", "how_often": "daily" } ] }
PLAN
status=0
"$prefix/bin/kindly" --hold ./*.kindly.json </dev/null >"$scratch/log" 2>&1 || status=$?
grep -q 'Evenings' "$scratch/log" || { cat "$scratch/log"; fail "kindly --hold FILE: status $status"; }
