#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How long after exec the first line of `kindly ground` stands there: with nothing at all, and with a damaged log,
# configuration, me.json and exercise folder. Medians of 50 each, and of the peer's start in the same run.
set -eu
kindly=$1
# shellcheck source-path=SCRIPTDIR source=shared/table.bash
. "$(dirname "${BASH_SOURCE[0]}")/shared/table.bash"
runs=50
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data

first_line() { # microseconds until the first line; the rest is not waited for
    local begin=${EPOCHREALTIME/[.,]/} line
    exec {lines}< <(exec "$kindly" ground --guide plain </dev/null 2>/dev/null)
    local program=$!
    read -r line <&"$lines"
    local end=${EPOCHREALTIME/[.,]/}
    kill "$program" 2>/dev/null || true
    exec {lines}<&-
    [ -n "$line" ] || { echo "no first line" >&2; exit 1; }
    echo $((end - begin))
}
measure() { for ((run = 0; run < runs; run++)); do first_line; done | median; }
tell() { within "ground: its first line, $1" "$(time_of "$2")" "$2" "15 ms" 15000; }

tell "with nothing there" "$(measure)"
mkdir -p "$home/data/kindly/exercises/library/grounding" "$home/config/kindly"
head -c 1000000 /dev/urandom >"$home/data/kindly/practice.db"
for file in data/kindly/exercises/library/grounding/senses.json config/kindly/me.json config/kindly/config.toml \
    config/kindly/contacts.json; do
    echo '{ x' >"$home/$file"
done
for ((number = 0; number < 2000; number++)); do echo '{' >"$home/data/kindly/exercises/e$number.json"; done
tell "with everything damaged" "$(measure)"
