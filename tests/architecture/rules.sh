#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# What ARCHITECTURE.md promises and CMake cannot see.
#
#   rules.sh SOURCE_TREE
#
# Prints each place that breaks a rule, with the rule; exits 1 if there is any.
set -eu

cd "$1"
broken=no

complain() { # the rule; places on standard input
    local rule=$1 places
    places=$(cat)
    [ -n "$places" ] || return 0
    printf '%s\n%s\n\n' "$rule" "$(printf '%s\n' "$places" | sed 's/^/    /')"
    broken=yes
}

# Lines of code that match, comments left out.
code() { # pattern, then files
    local pattern=$1
    shift
    [ "$#" -gt 0 ] || return 0
    grep -nHE "$pattern" "$@" | grep -vE '^[^:]+:[0-9]+:[[:space:]]*(//|\*)' || true
}

list() { find "$@" -type f \( -name '*.hpp' -o -name '*.cpp' \) 2>/dev/null | LC_ALL=C sort; }
mapfile -t all < <(list src)
mapfile -t headers < <(find src -type f -name '*.hpp' | LC_ALL=C sort)
mapfile -t session < <(list src/session)
mapfile -t render < <(list src/render)
mapfile -t guide < <(list src/guide src/screen)
mapfile -t not_at_the_end < <(list src/base src/render src/exercise src/checker src/session src/guide src/screen src/person src/journal src/homework)
mapfile -t clockless < <(printf '%s\n' "${all[@]}" | grep -vE '^src/(main\.cpp|base/clock\.cpp|(guide|screen)/.*)$')
mapfile -t not_main < <(printf '%s\n' "${all[@]}" | grep -v '^src/main\.cpp$')

complain "The engine does no I/O and knows no clock, store or format (session/)." < <(
    code '#include <(iostream|ostream|istream|fstream|sstream|cstdio|stdio\.h|ctime|time\.h|thread|mutex|random|filesystem|unistd\.h|poll\.h|sqlite3\.h|curses\.h|ncurses.*)>' "${session[@]}"
    code '#include [<"](nlohmann|SQLiteCpp|CLI)/' "${session[@]}"
    code '#include "base/(clock|output|files|paths)\.hpp"' "${session[@]}")
complain "Only main, base/clock, guide/ and screen/ read a clock; everybody else is handed the time." < <(
    code '(system_clock|steady_clock|high_resolution_clock|utc_clock)::now|clock_gettime|gettimeofday|[^_[:alnum:]]time\((NULL|nullptr|0)\)' \
        "${clockless[@]}")
complain "Pages and formats are made of plain values (render/)." < <(
    code '#include "(exercise|checker|session|guide|person|journal|commands)/' "${render[@]}")
complain "A guide never sees the journal or the person (guide/, screen/)." < <(code '#include "(journal|person|commands)/' "${guide[@]}")
complain "Only commands/ and main.cpp know the command line." < <(
    code '#include ([<"]CLI/|"commands/)' "${not_at_the_end[@]}")
complain "CLI11 is met only by the files of commands/ that look through all commands; the others describe themselves by commands/command.hpp." < <(
    code '#include <CLI/' "${all[@]}" |
        grep -vE '^src/commands/(command|command_line|completion_tree|config_file|help|offered|usage_errors)\.[ch]pp:' || true)
complain "Text goes through Output, which tells when it cannot be written." < <(
    code '#include <(iostream|print)>|std::(cout|cerr|clog)|[^_[:alnum:]](printf|puts|putchar|perror)\(' "${all[@]}")
complain "The program ends by returning from main." < <(code '[^_[:alnum:]:.>](exit|_exit|quick_exit|_Exit)\(' "${not_main[@]}")
complain "There is no network code." < <(
    code '#include <(sys/socket|netinet/.*|arpa/.*|netdb|curl/.*)\.?h?>' "${all[@]}")
# Inside a layer only: commands/help.hpp derives from CLI11's formatter, journal/store.hpp wraps SQLite.
complain "Heavy headers stay out of headers (CLI11, nlohmann/json.hpp, SQLite, mustache, ncurses)." < <(
    code '#include <(CLI/|nlohmann/json\.hpp|SQLiteCpp/|sqlite3|kainjow|n?curses/)' "${headers[@]}" |
        grep -vE '^src/(commands/help|journal/store)\.hpp:' || true
    code '#include "journal/store\.hpp"' "${all[@]}" | grep -v '^src/journal/' || true)

complain "Every file begins with its licence." < <(
    for file in "${all[@]}"; do
        head -n 1 "$file" | grep -q '^// SPDX-License-Identifier: MIT$' || echo "$file"
    done)
complain "Every header says what it owns (a comment from its second line on) and is included once." < <(
    for file in "${headers[@]}"; do
        if ! sed -n 2p "$file" | grep -q '^// ' || ! grep -q '^#pragma once$' "$file"; then echo "$file"; fi
    done)
complain "Files stay under 400 lines, or ARCHITECTURE.md gives the reason." < <(
    for file in "${all[@]}"; do
        lines=$(wc -l <"$file")
        [ "$lines" -le 400 ] || grep -qF "${file#src/}" ARCHITECTURE.md || echo "$file: $lines"
    done)
complain "ARCHITECTURE.md names every layer." < <(
    for folder in src/*/; do
        name=$(basename "$folder")
        grep -qE "^$name +[a-z]" ARCHITECTURE.md || echo "$name"
    done)

[ "$broken" = no ] || exit 1
echo "${#all[@]} files keep the rules."
