#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Anything but a file, in every place where a file is named or kept: nothing hangs, nothing that was stored changes, and
# the answer is a sentence. Then files that are far too large, or nested far too deep.
#
# KINDLY_EVERY_FILE=1: all kinds of them; else those that once did harm.
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"
make_worlds
restore open

mkdir "$scratch/odd" "$scratch/odd/folder"
mkfifo "$scratch/odd/pipe"
ln -s nowhere "$scratch/odd/dangling"
ln -s loop "$scratch/odd/loop"
: >"$scratch/odd/empty.json"
{ printf '{"title": "' && head -c 50000000 /dev/zero | tr '\0' x && printf '"}'; } >"$scratch/odd/large.json"
head -c 3000000 /dev/zero | tr '\0' '[' >"$scratch/odd/deep.json"
head -c 3000000 /dev/zero | sed 's/\x0/{"a":/g' >"$scratch/odd/deeper.json"
head -c 2000000 /dev/urandom >"$scratch/odd/noise.json"
printf '\xff\xfe{\x00' >"$scratch/odd/utf16.json"

named=(pipe loop /dev/zero large.json deep.json) kinds=(pipe loop)
if [ -n "${KINDLY_EVERY_FILE-}" ]; then
    named+=(folder dangling /dev/full /dev/null /dev/tty /proc/self/mem /proc/self/environ /proc/self/fd/99 deeper.json
        noise.json utf16.json empty.json)
    kinds+=(folder /dev/zero)
fi
devices() { stat -c '%n %a' /dev/zero /dev/null /dev/full; }
devices >"$scratch/devices_before"
state >"$scratch/before"
for file in "${named[@]}"; do
    case $file in /*) ;; *) file=$scratch/odd/$file ;; esac
    # Allowed exit statuses, then the command. 0: a configuration may be empty, a passphrase stand in any file.
    while read -r allowed command; do
        case $command:$file in
            import*pipe | import*/dev/*) continue ;; # waited for, since it may be one on purpose
            practice*settings*/dev/null) continue ;; # no settings
        esac
        # shellcheck disable=SC2086 # words
        ends $allowed "${kindly[@]}" ${command//FILE/"$file"}
        [ "$allowed" = 0,1,2,3,4 ] || says '^kindly: '
        harmless_output "$command with $file"
    done <<END
1,3,4 practice FILE --instant --unrecorded
1,3,4 show FILE
0,1,2,3,4 check FILE
1,3,4 preview FILE
1,2,3,4 homework add FILE --agree
1,3,4 homework add $work/other.json --agree --plan FILE
1,2,3,4 homework try FILE
1,3,4 assign FILE -o $work/made.json
1,3,4 assign --plan FILE -o $work/made.json
1,3,4 assign look --reply-to FILE -o $work/made.json
1,3,4 review FILE
1,3,4 new mine --from FILE -o $work/mine.json
1,3,4 practice look --instant --unrecorded --settings FILE
1,2,3,4 log --config FILE --limit 0
1,3,4 import FILE
END
done
state >"$scratch/after"
is "nothing was changed" cmp -s "$scratch/before" "$scratch/after"

# What is kept, and where exercises are looked for.
for kept in .config/kindly/me.json .config/kindly/contacts.json .config/kindly/config.toml .local/share/kindly/practice.db \
    .local/share/kindly/exported-files.txt .local/share/kindly/exercises .local/share/kindly/exercises/look.json; do
    for kind in "${kinds[@]}"; do
        restore open
        mkdir -p "$home/.local/share/kindly/exercises"
        rm -rf "${home:?}/$kept"
        case $kind in
            /*) ln -s "$kind" "$home/$kept" ;;
            *) cp -a "$scratch/odd/$kind" "$home/$kept" && [ "$kind" != loop ] || ln -sfn "$(basename "$kept")" "$home/$kept" ;;
        esac
        ends 0 "${kindly[@]}" ground --instant # these two come whatever is broken
        ends 0 "${kindly[@]}" support
        for command in today "log --json" "practice look --instant --guide events" list "me set pace 1" doctor export homework; do
            # shellcheck disable=SC2086 # 2: the configuration is part of what was asked for
            ends 0,1,2,3,4 "${kindly[@]}" $command
        done
    done
done
devices >"$scratch/devices_after"
is "a device's mode was changed" cmp -s "$scratch/devices_before" "$scratch/devices_after"
done_with_all 200
