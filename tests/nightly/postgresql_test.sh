#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# The README's nightly job into PostgreSQL, as it stands there, twice, over data that overlaps, was amended and was deleted:
# afterwards the database holds each session once, as it now is.
#
#   postgresql_test.sh KINDLY FILL_LOG README
set -euo pipefail
kindly=$1 fill_log=$2 readme=$3

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

server=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$server" ] || fail "PostgreSQL is not installed: script/bootstrap --with-long installs it"

work=$(mktemp -d)
# PostgreSQL refuses to run as root.
as_server=()
if [ "$(id -u)" = 0 ]; then as_server=(runuser -u postgres --); fi
stop() {
    "${as_server[@]}" "$server/pg_ctl" --pgdata "$work/cluster/data" --mode immediate stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap stop EXIT
mkdir "$work/cluster" "$work/bin" "$work/night" "$work/home"
chmod 755 "$work"
[ "${#as_server[@]}" -eq 0 ] || chown postgres "$work/cluster"
(
    cd "$work/cluster"
    "${as_server[@]}" "$server/initdb" --pgdata data --auth trust --username keeper --encoding UTF8 --locale C.UTF-8 --no-sync
    "${as_server[@]}" "$server/pg_ctl" --pgdata data --wait --log log --options \
        "-c listen_addresses='' -c unix_socket_directories='$work/cluster' -c fsync=off" start
) >"$work/started" 2>&1 || {
    cat "$work/started" "$work/cluster/log" >&2 || true
    fail "PostgreSQL did not start"
}
export PGHOST=$work/cluster PGUSER=keeper PGDATABASE=postgres
export HOME=$work/home KINDLY_DATA_DIR=$work/home/data PATH=$work/bin:$PATH TZ=Europe/Berlin
export -n XDG_DATA_HOME XDG_CONFIG_HOME KINDLY_EXERCISE_PATH
ln -s "$kindly" "$work/bin/kindly"

# The job is what the README says.
awk -v folder="$work/night" '
    /^##+ / { inside = $0 ~ /PostgreSQL/ }
    !inside { next }
    /^```/ && !fence { fence = 1; text = ""; name = ""; lines = 0; next }
    /^```/ { fence = 0; if (name != "") printf "%s", text > (folder "/" name); next }
    fence { text = text $0 "\n"; if (++lines <= 2 && match($0, /(tables|nightly)\.(sql|sh)/)) name = substr($0, RSTART, RLENGTH) }
' "$readme"
for part in tables.sql nightly.sh nightly.sql; do
    [ -s "$work/night/$part" ] || fail "the README has no $part"
done
chmod +x "$work/night/nightly.sh"
cd "$work/night"

ask() { psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --command "$1"; }
night() { ./nightly.sh >"$work/said" 2>&1 || { cat "$work/said" >&2; fail "the job ended with an error ($1)"; }; }

# What PostgreSQL holds against a whole export loaded into fresh tables.
same_as_the_log() { # WHEN
    local table
    for table in sessions answers; do
        kindly export --format csv --table "$table" -o "$work/$table.csv" --force 2>/dev/null
    done
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --single-transaction <<SQL >"$work/differences"
CREATE TEMPORARY TABLE whole_session (LIKE practice);
CREATE TEMPORARY TABLE whole_answer (LIKE practice_answer);
\\copy whole_session FROM '$work/sessions.csv' WITH (FORMAT csv, HEADER match)
\\copy whole_answer FROM '$work/answers.csv' WITH (FORMAT csv, HEADER match)
\\pset tuples_only on
\\pset format unaligned
SELECT 'only in the log: ' || id FROM (TABLE whole_session EXCEPT TABLE practice) AS there;
SELECT 'only in PostgreSQL: ' || id FROM (TABLE practice EXCEPT TABLE whole_session) AS there;
SELECT 'only in the log: ' || session_id || ' ' || position FROM (TABLE whole_answer EXCEPT TABLE practice_answer) AS there;
SELECT 'only in PostgreSQL: ' || session_id || ' ' || position FROM (TABLE practice_answer EXCEPT TABLE whole_answer) AS there;
SQL
    [ ! -s "$work/differences" ] || { head -n 20 "$work/differences" >&2; fail "PostgreSQL and the log differ ($1)"; }
    [ "$(ask 'SELECT count(*) FROM practice')" = "$(ask 'SELECT count(DISTINCT id) FROM practice')" ] || fail "a session twice ($1)"
}

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --file tables.sql
mkdir -p "$KINDLY_DATA_DIR"
"$fill_log" "$KINDLY_DATA_DIR/practice.db" 400 3

night "the first"
first=$(ask 'SELECT count(*) FROM practice')
[ "$first" -gt 300 ] || fail "only $first practices came over in the first night"
[ "$(ask "SELECT count(*) FROM practice WHERE source = 'trial'")" = 0 ] || fail "a trial came over"
[ "$(ask "SELECT count(*) FROM practice_answer WHERE kind = 'text' AND value_text IS NOT NULL")" = 0 ] || fail "words came over unasked"
same_as_the_log "after the first night"

# Another day: one practice more, one entered later, two amended, two deleted.
printf '{"do":"continue"}\n{"do":"stop"}\n{"do":"stop"}\n' | kindly practice look --guide events >/dev/null
kindly log add --exercise look --at 2026-11-01T19:30 --minutes 10 >/dev/null
mapfile -t ids < <(ask 'SELECT id FROM practice ORDER BY started_at')
kindly log delete "${ids[10]}" --yes >/dev/null
kindly log delete "${ids[-3]}" --yes >/dev/null
amended=${ids[20]}
was=$(ask "SELECT practised_seconds FROM practice WHERE id = '$amended'")
kindly log amend "$amended" --minutes $((was / 60 + 7)) >/dev/null
unrated=$(ask 'SELECT id FROM practice WHERE distress_after IS NOT NULL ORDER BY started_at DESC OFFSET 40 LIMIT 1')
kindly log amend "$unrated" --distress-after none >/dev/null
now=$(date --utc +%Y-%m-%dT%H:%M:%S)

# The second night reaches far back over what had come over already.
echo 2026-01-01T00:00:00Z >since
night "the second"
[ "$(ask 'SELECT count(*) FROM practice')" = $((first + 2 - 2)) ] || fail "not each session once after the second night"
[ "$(ask "SELECT count(*) FROM practice WHERE id IN ('${ids[10]}', '${ids[-3]}')")" = 0 ] || fail "what was deleted is still there"
[ "$(ask "SELECT count(*) FROM practice_answer WHERE session_id IN ('${ids[10]}', '${ids[-3]}')")" = 0 ] || fail "answers of what was deleted"
[ "$(ask "SELECT practised_seconds FROM practice WHERE id = '$amended'")" = $(((was / 60 + 7) * 60)) ] || fail "the amendment did not come over"
[ "$(ask "SELECT count(*) FROM practice WHERE id = '$unrated' AND distress_after IS NULL")" = 1 ] || fail "a rating that was taken back is still there"
same_as_the_log "after the second night"
[ "$(cat since)" \< "$now" ] || fail "the next night would begin after the end of this one"

# A night in which nothing happened.
night "the third"
same_as_the_log "after the third night"

# A night that breaks off changes nothing, and the next one makes up for it.
kindly log delete "${ids[30]}" --yes >/dev/null
cp since since.before
if PGHOST=$work/nowhere ./nightly.sh >/dev/null 2>&1; then fail "the job says that it went well without a database"; fi
cmp -s since since.before || fail "a failed night moved the time to begin at"
night "the one after it"
same_as_the_log "after a night that failed"
echo "each session once, as it now is: $(ask 'SELECT count(*) FROM practice') practices, $(ask 'SELECT count(*) FROM practice_answer') answers"
