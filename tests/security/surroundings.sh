#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# HOME and its like may be empty, relative, far too long, no UTF-8, or lead to somebody else's: a sentence and an exit
# status, and nothing written anywhere else. (kindly is not made to be run as somebody else: it has no set-user-id.)
#
# KINDLY_EVERY_FILE=1: more variables and values.
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
make_worlds

long=/$(head -c 5000 /dev/zero | tr '\0' x)
not_utf8=$(printf '%s/not-\377\376-utf8' "$work")
escaping=$(printf '%s/\033[31mred\342\200\256' "$work")
names=(HOME XDG_CONFIG_HOME KINDLY_DATA_DIR KINDLY_EXERCISE_PATH)
values=("" relative/folder "$long" "$escaping" /dev/null)
if [ -n "${KINDLY_EVERY_FILE-}" ]; then
    names+=(XDG_DATA_HOME XDG_RUNTIME_DIR XDG_CONFIG_DIRS TZ LC_ALL LANGUAGE TERM PATH TMPDIR VISUAL)
    values+=(../../.. "$not_utf8" /proc/nowhere "$work/secret" / :::)
fi
for name in "${names[@]}"; do
    for value in "${values[@]}"; do
        restore open
        case $name:$value in HOME:/ | XDG_*_HOME:/ | KINDLY_DATA_DIR:/ | *:../../..) [ "$(id -u)" != 0 ] || continue ;; esac # root may write there
        for command in "log --json" "practice look --guide events --instant" "me set pace 1" support; do
            # shellcheck disable=SC2086
            ends 0,1,4 env -i "${environment[@]}" "$name=$value" "$binary" $command
            harmless_output "$name=$value"
        done
        ends 0 env -i "${environment[@]}" "$name=$value" "$binary" ground --instant
        is "with $name=$value something lies where the program was run" [ -z "$(find "$work" -maxdepth 1 -newer "$scratch/open/work" -name 'practice.db*')" ]
    done
done
# A relative place for the data is where the program is run; one of XDG's is left aside, as its specification says.
restore open
ends 0 env -i "${environment[@]}" KINDLY_DATA_DIR=mine "$binary" --now 2026-11-22T21:00 practice look --guide events --instant
is "KINDLY_DATA_DIR is a folder here" [ -e "$work/mine/practice.db" ]
restore open
ends 0 env -i "${environment[@]}" XDG_DATA_HOME=mine "$binary" --now 2026-11-22T21:00 practice look --guide events --instant
is "a relative XDG_DATA_HOME was used" [ ! -e "$work/mine" ]
done_with_all 100
