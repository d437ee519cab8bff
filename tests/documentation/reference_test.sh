#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# kindly(1) agrees with the program in what options_test.sh does not look at: environment variables, files that are kept, exit
# statuses; the README repeats the latter. Every command has an example in its EXAMPLES.
set -eu
kindly=$1
source=$2
page=$source/man/kindly.1

world=$(mktemp -d)
trap 'rm -rf "$world"' EXIT
export HOME=$world
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CONFIG_DIRS KINDLY_DATA_DIR KINDLY_EXERCISE_PATH
export LC_ALL=C.UTF-8 LANGUAGE=''
cd "$world"
failed=0
fails() {
    echo "$*"
    failed=1
}
section() { sed -n "/^\\.Sh $1\$/,/^\\.Sh /p" "$page"; }
same() { # what, in the page, in the program
    [ "$(wc -l <"$2")" -ge 5 ] || fails "too few $1 were found in kindly(1)"
    diff "$2" "$3" >difference || { fails "kindly(1) and the program name other $1 (< manual, > program):"; cat difference; }
}

# Variables: whatever in the sources is all capitals in quotes, but for the words that stand for values in help and the like.
section ENVIRONMENT | sed -nE 's/^\.It Ev (.*)/\1/p' | tr -d ' ' | tr ',' '\n' | sort >variables
# TZ and TMPDIR are read by the libraries that tell the time and where temporary folders are.
{
    grep -rhoE '"(HOME|PATH|TERM|LANG|LANGUAGE|EDITOR|VISUAL|ACCESSIBLE|[A-Z]+(_[A-Z]+)+)"' "$source/src" | tr -d '"'
    printf '%s\n' TZ TMPDIR
} | sort -u >read
same variables variables read
grep -rq 'temp_directory_path' "$source/src" || fails "nothing asks for TMPDIR"
if grep -rnE '(getenv|environment_?)\((\w*\()?"[^"]*[a-z][^"]*"' "$source/src"; then fails "a variable that is not in capitals"; fi

# Files: what erase would remove from a home in which everything was made stands under FILES, and is there.
section FILES | sed -nE 's/^\.(It )?Pa (.*)/\2/p' | tr -d ' ' | tr ',' '\n' | sed 's/\\-/-/g' >files
kindly() { "$kindly" "$@" </dev/null; }
kindly practice look --instant >said
kindly export -o practices.csv 2>said
kindly me set pace 0.9 >said
touch -d '1 minute ago' .local/share/kindly/practice.db*
(unset XDG_RUNTIME_DIR && kindly today --short) >said
mkdir -p .local/share/kindly/exercises
cp "$source/exercises/look.json" .local/share/kindly/exercises/
echo '{ "people": [] }' >.config/kindly/contacts.json
echo 'plain = true' >.config/kindly/config.toml
(unset XDG_RUNTIME_DIR && kindly erase) >listed 2>said && fails "erase removed things without being asked"
sed -nE "s|^  ($HOME[^ ]*).*|\\1|p" listed | sed "s|^$HOME|~|" | grep -v '^~/practices.csv$' | sort >kept
[ "$(wc -l <kept)" -ge 6 ] || { fails "too few files are kept:"; cat listed; }
while IFS= read -r file; do
    folder=${file%/*}/
    if ! grep -qxF -e "$file" -e "${file##*/}" -e "$folder" -e "${file%/}/" files; then fails "kindly keeps $file, and kindly(1) does not name it"; fi
done <kept
while IFS= read -r file; do
    case $file in
        '~/.config/systemd/'*) grep -rqF "${file##*/}" "$source/src" || grep -rqF "${file##*-remind}" "$source/src" || fails "no reminder is named $file" ;;
        '~/'*/) grep -qF "$file" kept || fails "kindly(1) names $file, and kindly keeps nothing there" ;;
        '~/'*) grep -qxF "$file" kept || fails "kindly(1) names $file, and kindly does not keep it" ;;
    esac
done <files
for file in practice.db-wal practice.db-shm practice-ID.lock; do grep -qxF "$file" files || fails "kindly(1) does not name $file"; done

# Exit statuses: those of the program, in both places, and those that one command can show are so.
sed -nE 's/^ +[a-z_]+ = ([0-9]+),.*/\1/p' "$source/src/base/exit_code.hpp" | sort -n >statuses
section 'EXIT STATUS' | sed -nE 's/^\.It ([0-9, ]+)$/\1/p' | tr -d ' ' | tr ',' '\n' | sort -n >manual
same "exit statuses" manual statuses
sed -nE 's/^\| ([0-9, ]+) \| .*/\1/p' "$source/README.md" | tr -d ' ' | tr ',' '\n' | sort -n >readme
diff readme statuses >difference || { fails "README.md and the program have other exit statuses:"; cat difference; }
ends_with() { # status, words
    local status=0 expected=$1
    shift
    kindly "$@" >said 2>&1 || status=$?
    [ "$status" = "$expected" ] || { fails "kindly $* ends with $status, not $expected:"; cat said; }
}
echo 'not an exercise' >broken.json
ends_with 0 list
ends_with 1 --data-dir /dev/null/nowhere log add --exercise look --at 2026-11-20T19:30 --minutes 10
ends_with 2 list --nothing
ends_with 3 check broken.json
ends_with 4 show no-such-exercise
ends_with 4 practice kind-letter --minutes 1

# Examples.
section EXAMPLES | sed -nE 's/^\.Dl kindly ([a-z]+).*/\1/p' | sort -u >shown
kindly --help | sed -nE 's/^  [A-Z][a-z ]* {2,}([a-z]+(, [a-z]+)*)$/\1/p' | tr -d , | tr ' ' '\n' | sort -u >commands
[ "$(wc -l <commands)" -ge 20 ] || fails "too few commands were found"
for command in $(comm -13 shown commands); do fails "kindly(1) has no example of kindly $command"; done
exit "$failed"
