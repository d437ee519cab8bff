#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# kindly-log(5) agrees with the program: the columns of every table of an export, in their order, and every table and column
# of the database with the version of its tables; the names in the JSON of stats.
set -eu
kindly=$1
page=$2/man/kindly-log.5

HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
unset XDG_DATA_HOME XDG_CONFIG_HOME KINDLY_DATA_DIR
"$kindly" practice look --instant --guide events </dev/null >"$HOME/events"

failed=0
different() {
    echo "$1"
    diff "$HOME/manual" "$HOME/program" | sed 's/^/    /'
    failed=1
}

for table in sessions answers deletions; do
    # The tags of the outer list; those inside it are values.
    awk -v heading=".Ss ${table^}" '
        $0 == heading { inside = 1; next }
        /^\.S[hs]/ { inside = 0 }
        !inside { next }
        /^\.Bl/ { depth++ }
        /^\.El/ { depth-- }
        /^\.It Li / && depth == 1 { print $3 }
    ' "$page" >"$HOME/manual"
    "$kindly" export --format csv --table "$table" --include-trials 2>"$HOME/said" | head -n 1 | tr -d '\r' | tr , '\n' >"$HOME/program"
    [ "$(wc -l <"$HOME/manual")" -ge 2 ] || { echo "no columns were found for $table"; failed=1; }
    cmp -s "$HOME/manual" "$HOME/program" || different "export --table $table and kindly-log(5) name other columns (< manual, > program):"
done

log=$HOME/.local/share/kindly/practice.db
version=$(sqlite3 -readonly "$log" 'PRAGMA user_version')
sed -n '/^\.Sh THE DATABASE/,/^\.Sh FILES/p' "$page" >"$HOME/database"
grep -q "^\.It Li $version\$" "$HOME/database" || { echo "kindly-log(5) does not describe version $version of the tables"; failed=1; }
sed -nE 's/^\.It Sy (.*)/\1/p' "$HOME/database" | sort >"$HOME/manual"
sqlite3 -readonly "$log" "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name" >"$HOME/program"
cmp -s "$HOME/manual" "$HOME/program" || different "The database and kindly-log(5) have other tables (< manual, > program):"
cp "$HOME/program" "$HOME/tables"
session_columns=$("$kindly" export --format csv | head -n 1 | tr -d '\r' | tr , '\n')
while read -r table; do
    {
        awk -v table="$table" '/^\.It Sy / { inside = $3 == table } inside && /^\.Li / { for (word = 2; word <= NF; word++) if ($word ~ /^[a-z_]+$/) print $word }' \
            "$HOME/database"
        [ "$table" != session ] || echo "$session_columns"
    } | sort -u >"$HOME/manual"
    sqlite3 -readonly "$log" "SELECT name FROM pragma_table_xinfo('$table') ORDER BY name" >"$HOME/program"
    cmp -s "$HOME/manual" "$HOME/program" || different "The table $table and kindly-log(5) have other columns (< manual, > program):"
done <"$HOME/tables"

# Every name in what stats gives to scripts, and no other, is a word of that section.
sqlite3 "$log" "UPDATE session SET source = 'timed', status = 'completed'"
"$kindly" stats --json | jq -r '[paths | map(strings)[]] | unique[]' | grep -vxE 'completed|closed_early|stopped|interrupted' | sort >"$HOME/program"
awk '/^\.Ss / { inside = $2 == "Statistics" } inside && /^(\.It )?\.?Li / { for (word = 2; word <= NF; word++) if ($word ~ /^[a-z][a-z_0-9]+$/ && $word != "Li") print $word }' \
    "$page" | grep -vxE 'status|stop_reason' | sort -u >"$HOME/manual"
cmp -s "$HOME/manual" "$HOME/program" || different "stats --json and kindly-log(5) have other names (< manual, > program):"
exit "$failed"
