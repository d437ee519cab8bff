#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Runs one case: a folder that says what to run and what should come of it. Knows nothing of kindly but its name.
#
#   tests/run_case.sh [--update | --save FOLDER] CASE_FOLDER KINDLY_BINARY
#
# The files of a case; all but the first are optional:
#   command      a POSIX shell script, in which `kindly` is the program under test
#   input        its standard input (else there is none: /dev/null)
#   output       what it must write to standard output (else nothing)
#   error        what it must write to standard error (else nothing)
#   status       its exit status (else 0)
#   environment  lines NAME=VALUE; $HOME and $CASE in a value stand for the two folders; NAME= is as good as unset
#   normalize    a sed -E script applied to what was written, for what can't be the same twice
#   files/       copied into the folder where the command runs
#   long         empty; the case runs only with script/test --long
#
# Each run has a home of its own and nothing of the caller's environment. In what is compared, its folders are
# written as $HOME, $WORK (where the command ran) and $CASE.
#
# Exits 0 when all is as expected, 1 with a diff when not, 2 when the case itself is wrong.
# --update writes what came out into the case; --save writes it into FOLDER when it differs.
set -eu

wrong() {
    echo "run_case: $*" >&2
    exit 2
}

update=no save=
while [ $# -gt 0 ]; do
    case $1 in
        --update) update=yes ;;
        --save)
            [ $# -ge 2 ] || wrong "--save needs a folder"
            save=$2
            shift
            ;;
        -*) wrong "'$1' is not an option" ;;
        *) break ;;
    esac
    shift
done
[ $# -eq 2 ] || wrong "usage: run_case.sh [--update | --save FOLDER] CASE_FOLDER KINDLY_BINARY"
[ -d "$1" ] || wrong "$1 is not a folder"
if [ ! -f "$2" ] || [ ! -x "$2" ]; then
    wrong "$2 is not a program"
fi
case_folder=$(cd "$1" && pwd -P)
binary=$(cd "$(dirname "$2")" && pwd -P)/$(basename "$2")
seconds=${KINDLY_CASE_SECONDS:-60}

[ -f "$case_folder/command" ] || wrong "$case_folder has no file 'command'"
for entry in "$case_folder"/*; do
    case ${entry##*/} in
        command | input | output | error | status | environment | normalize | files | long) ;;
        *) wrong "$entry does not belong to a case (a misspelt name?)" ;;
    esac
done

umask 022
scratch=$(mktemp -d "${TMPDIR:-/tmp}/kindly-case.XXXXXXXX")
scratch=$(cd "$scratch" && pwd -P)
running=
# shellcheck disable=SC2317 # reached by the trap
clean_up() {
    if [ -n "$running" ]; then
        kill -KILL -- "-$running" 2>/dev/null || true
        wait "$running" 2>/dev/null || true
    fi
    # A case may have taken its own permissions away.
    chmod -R u+rwX "$scratch" 2>/dev/null || true
    rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

home=$scratch/home
work=$scratch/work
mkdir -m 700 "$home" "$scratch/run"
mkdir "$work" "$scratch/bin" "$scratch/actual"
ln -s "$binary" "$scratch/bin/kindly"
[ ! -d "$case_folder/files" ] || cp -R "$case_folder/files/." "$work/"

environment=(
    PATH="$scratch/bin:/usr/local/bin:/usr/bin:/bin"
    HOME="$home" CASE="$case_folder" TMPDIR="$scratch/run"
    XDG_CONFIG_HOME="$home/.config" XDG_DATA_HOME="$home/.local/share" XDG_STATE_HOME="$home/.local/state"
    XDG_CACHE_HOME="$home/.cache" XDG_RUNTIME_DIR="$scratch/run"
    TZ=UTC LC_ALL=C.UTF-8 TERM=dumb
)
# How a sanitizer reports is the caller's to say.
for name in ASAN_OPTIONS LSAN_OPTIONS UBSAN_OPTIONS; do
    [ -z "${!name:-}" ] || environment+=("$name=${!name}")
done
if [ -f "$case_folder/environment" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            '' | '#'*) continue ;;
        esac
        [[ $line =~ ^[A-Za-z_][A-Za-z0-9_]*= ]] || wrong "$case_folder/environment: '$line' is not NAME=VALUE"
        # shellcheck disable=SC2016 # the names themselves are meant
        line=${line//'$HOME'/"$home"}
        # shellcheck disable=SC2016
        line=${line//'$CASE'/"$case_folder"}
        environment+=("$line")
    done <"$case_folder/environment"
fi

input=/dev/null
[ ! -f "$case_folder/input" ] || input=$case_folder/input

# A session of its own, so that nothing can reach the caller's terminal; signals as a shell would start it with.
session=()
if command -v setsid >/dev/null; then
    session=(setsid)
fi
cd "$work"
begun=$SECONDS
env -i --default-signal "${environment[@]}" ${session[@]+"${session[@]}"} \
    timeout --kill-after=5 "$seconds" sh "$case_folder/command" \
    <"$input" >"$scratch/actual/output" 2>"$scratch/actual/error" &
running=$!
status=0
wait "$running" || status=$?
[ "${#session[@]}" -eq 0 ] || kill -KILL -- "-$running" 2>/dev/null || true # what the case left behind
running=
cd /
if [ $((SECONDS - begun)) -ge "$seconds" ] && { [ "$status" = 124 ] || [ "$status" = 137 ]; }; then
    echo "run_case: $case_folder did not end within $seconds s. It had written:" >&2
    cat "$scratch/actual/output" "$scratch/actual/error" >&2
    exit 1
fi

literal() { printf '%s' "$1" | sed 's/[][\.*^$|]/\\&/g'; }
for stream in output error; do
    LC_ALL=C sed -e "s|$(literal "$home")|\$HOME|g" -e "s|$(literal "$work")|\$WORK|g" \
        -e "s|$(literal "$scratch")|\$SCRATCH|g" -e "s|$(literal "$case_folder")|\$CASE|g" \
        "$scratch/actual/$stream" >"$scratch/replaced"
    if [ -f "$case_folder/normalize" ]; then
        LC_ALL=C.UTF-8 sed -E -f "$case_folder/normalize" "$scratch/replaced" >"$scratch/actual/$stream" ||
            wrong "$case_folder/normalize is not a sed -E script"
    else
        mv "$scratch/replaced" "$scratch/actual/$stream"
    fi
done
echo "$status" >"$scratch/actual/status"
# What is as it would be without a file has no file.
[ -s "$scratch/actual/output" ] || rm "$scratch/actual/output"
[ -s "$scratch/actual/error" ] || rm "$scratch/actual/error"
[ "$status" != 0 ] || rm "$scratch/actual/status"

same=yes
compare() { # expected and actual file, with "nothing" for one that does not exist
    local name=$1 expected=$case_folder/$1 actual=$scratch/actual/$1
    [ -f "$expected" ] || expected=/dev/null
    [ -f "$actual" ] || actual=/dev/null
    if ! diff --text --unified --label "expected $name" --label "actual $name" \
        "$expected" "$actual" >"$scratch/difference"; then
        same=no
        # Control characters are shown, not obeyed.
        LC_ALL=C sed -e $'s/\e/␛/g' -e $'s/\r/␍/g' "$scratch/difference"
    fi
}
if [ "$update" = no ]; then
    compare output
    compare error
    compare status
    [ "$same" = no ] || exit 0
fi

write_to() {
    rm -f "$1/output" "$1/error" "$1/status"
    cp "$scratch"/actual/* "$1/" 2>/dev/null || true
}
if [ "$update" = yes ]; then
    write_to "$case_folder"
    exit 0
fi
if [ -n "$save" ]; then
    mkdir -p "$save"
    write_to "$save"
fi
echo "run_case: not as expected: $case_folder; its command is:"
sed 's/^/    /' "$case_folder/command"
exit 1
