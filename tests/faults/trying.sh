# SPDX-License-Identifier: MIT
# Runs one command while $fault is so, and says what came of it; used by run.sh and sweep.sh. What it complains of must
# never be, whatever is written anywhere. $fault is the name of a function; what follows a comma in it is for people.

broken=no
complain() {
    echo "$(basename "$0"): $name, with $fault: $*" >&2
    broken=yes
}

one() { # name, home, input, arguments
    local name=$1 input=$3 status changed
    restore "$2"
    ! declare -F "before_${fault%%,*}" >/dev/null || "before_${fault%%,*}"
    state >"$scratch/before"
    : >"$scratch/faults"
    # shellcheck disable=SC2059,SC2046 # both are meant to be taken apart
    printf "$input" | "${fault%%,*}" "${kindly[@]}" $(filled_in "$4") >"$scratch/out" 2>"$scratch/err"
    status=${PIPESTATUS[1]}
    if [ "$status" = 99 ]; then
        echo "left out: this machine does not allow $fault" >&2
        exit 77
    fi
    state >"$scratch/after"
    if cmp -s "$scratch/before" "$scratch/after"; then changed="nothing changed"; else changed="changed"; fi
    case $status in
        0) ;;
        1 | 4)
            diff "$scratch/before" "$scratch/after" >"$scratch/difference"
            case $name:$fault in
                *:closed_streams) ;; # it is done; that could not be told
                # Memory may end behind the work, too, before that could be told; what was there stays.
                *:limited*) ! grep '^<' "$scratch/difference" >&2 || complain "something that was there is not as it was" ;;
                # The log is rid of it; the old pages of its file may not be, and that is said.
                lock:* | *-delete:* | me-kept:*)
                    [ "$changed" = "nothing changed" ] || grep -qE 'not yet gone|which could not be written anew' "$scratch/err" ||
                        complain "it failed, changed something, and does not say so: $(cat "$scratch/err")"
                    ;;
                practice-*) ! grep '^<' "$scratch/difference" >&2 || complain "something that was there is not as it was" ;;
                *) [ "$changed" = "nothing changed" ] || {
                    complain "it failed and changed something:"
                    cut -c 1-200 "$scratch/difference" | head -n 20 >&2
                } ;;
            esac
            # What doctor found out, it prints.
            grep -q '^kindly: ' "$scratch/err" || [ "$name" = doctor ] || complain "it failed and says nothing"
            ;;
        *) complain "exit status $status: $(tail -n 3 "$scratch/err")" ;;
    esac
    if grep -nE 'terminate called|Sanitizer|runtime error|std::|basic_|!|Something went wrong|unknown error|not an error' "$scratch/err" >&2; then
        complain "that is nothing to tell a person"
    fi
    if find "$place" -type f -name '*.??????' -newer "$scratch/before" | grep -E '\.[A-Za-z0-9]{6}$'; then complain "a temporary file is left"; fi
    local met=
    [ "$shimmed" = no ] || [ -s "$scratch/faults" ] || met=", the fault did not come up"
    echo "== $name: exit $status, $changed$met"
    # A sentence that was just there is not said again.
    readable <"$scratch/err" >"$scratch/said"
    if [ -s "$scratch/said" ] && cmp -s "$scratch/said" "$scratch/last"; then
        echo "   (the same)"
    else
        cat "$scratch/said"
    fi
    cp "$scratch/said" "$scratch/last"
}

each_command() { # of the table, or the one that $only names; "one", or what is named, is done with each
    local work_on=${1-one}
    : >"$scratch/last"
    while IFS='|' read -r name home input arguments; do
        name=${name%% *}
        case $name in '' | '#'*) continue ;; esac
        [ -z "$only" ] || [ "$only" = "$name" ] || continue
        input=${input# }
        "$work_on" "$name" "$(echo $home)" "${input% }" "$arguments"
    done <"$here/commands"
}
