#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The page of `kindly export --format html` as a browser reads it: loaded in headless Chromium, with a few practices and with
# very many, its figures are those of `kindly stats --json`, and nothing in it is cut off at the width of a phone.
#
#   page_test.sh KINDLY SOURCE_TREE
#
# Needs chromium, sqlite3 and python3; installs nothing.
set -eu
kindly=$1
source=$2

for program in chromium sqlite3 python3; do
    command -v "$program" >/dev/null || { echo "page_test: $program is missing: script/bootstrap installs it"; exit 1; }
done
HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
mkdir "$HOME/bin"
ln -s "$kindly" "$HOME/bin/kindly"
export PATH="$HOME/bin:$PATH" CASE="$source/tests/cases/stats/words" LC_ALL=C.UTF-8 TZ=UTC
unset XDG_DATA_HOME XDG_CONFIG_HOME KINDLY_DATA_DIR
log=
# shellcheck source=/dev/null
. "$source/tests/cases/stats/log.sh"

compare() {
    local share=$1
    kindly export --format html --share "$share" -o "$HOME/page.html" --force 2>/dev/null
    kindly stats --json >"$HOME/stats.json"
    timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$HOME/chromium" --dump-dom \
        "file://$HOME/page.html" >"$HOME/dom.html" 2>/dev/null
    python3 "$source/tests/page/figures.py" "$HOME/dom.html" "$HOME/stats.json" "$share"
    # The page itself forbids scripts; a copy without that says how far to the right anything reaches when it has the width
    # of a small phone.
    sed -e '/Content-Security-Policy/d' -e '/<\/body>/i <script>document.documentElement.style.width = "360px"; \
        document.title = "reaches: " + Math.floor(Math.max(...Array.from(document.body.querySelectorAll("*"), \
        (one) => one.getBoundingClientRect().right)));</script>' "$HOME/page.html" >"$HOME/measured.html"
    local reaches
    reaches=$(timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$HOME/chromium" \
        --dump-dom "file://$HOME/measured.html" 2>/dev/null | sed -nE 's|.*<title>reaches: ([0-9]+)</title>.*|\1|p' | head -n 1)
    if [ -z "$reaches" ] || [ "$reaches" -gt 360 ]; then
        echo "at $share, something on the page reaches to ${reaches:-nobody knows where}, on a phone 360 wide"
        exit 1
    fi
}

for share in counts ratings words; do compare "$share"; done
# Over the list's 500 practices, and over years.
sqlite3 "$log" "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
    INSERT INTO session (id, exercise, exercise_version, title, language, started_at, started_offset, day, status,
      practised_ms, distress_before, distress_after, source, recorded_at, recorded_offset, kindly_version, changed_at)
    SELECT 'more-' || i, 'feet', '1.0.0', 'Feet', 'en', 1000 * (1600000000 + i * 86400), 0,
      date(1600000000 + i * 86400, 'unixepoch'), 'completed', 1000 * (60 + i % 90), i * 7 % 11, i * 5 % 11, 'timed',
      0, 0, '0.4.0', 0 FROM n"
compare ratings
echo "The pages say what stats --json says."
