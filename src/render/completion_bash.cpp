// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "render/completion.hpp"
#include "render/completion_parts.hpp"

namespace kindly {

namespace {

constexpr const char* beginning = R"SH(# SPDX-License-Identifier: MIT
# Completion of kindly's commands in bash, written by "kindly completion bash".
# Switched on for this shell by: source <(kindly completion bash)
# Words are only compared and quoted here, never run.

# What there is below a command: $1. Sets commands, options, places and repeats.
_kindly_about() {
    commands='' options='' places=() repeats=''
    case $1 in
)SH";

constexpr const char* values = R"SH(    esac
}

# What can stand as the value of an option: $1 is the command, $2 the option. Sets value; fails for an option
# without a value.
_kindly_value() {
    value=''
    case "$1 $2" in
)SH";

constexpr const char* work = R"SH(        *) return 1 ;;
    esac
}

# $1: one that could be meant, $2: what is there of it, $3: what stands before it in the same word.
_kindly_add() {
    local quoted
    case $1 in "$2"*) ;; *) return ;; esac
    printf -v quoted '%q' "$1"
    COMPREPLY+=("$3$quoted")
}

# $1: what is offered, $2: what is there of it, $3: what stands before it in the same word.
_kindly_offer() {
    local offer=$1 text=$2 before=$3 one name files=''
    case $offer in
        +list*) case $text in *,*) before=$before${text%,*}, text=${text##*,} ;; esac ;;
    esac
    for one in $offer; do
        case $one in
            +list) ;;
            +files) files=yes ;;
            +folders)
                files=yes
                compopt +o default -o dirnames 2>/dev/null
                ;;
            @*)
                while IFS= read -r name; do
                    _kindly_add "$name" "$text" "$before"
                done < <(command kindly completion --names "${one#@}" 2>/dev/null </dev/null)
                ;;
            *) _kindly_add "$one" "$text" "$before" ;;
        esac
    done
    # Where nothing is left to offer, bash itself offers files.
    [ -n "$files" ] || compopt +o default 2>/dev/null
}

_kindly() {
    local IFS=$' \t\n' words=() count=0 index place=0 only_words='' command='' word text option before=''
    local commands options places repeats value joins=''
    COMPREPLY=()
    # bash takes words apart at "=" and ":"; here they are whole again.
    for ((index = 0; index <= COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        case $word in
            = | : | := | ::) [ "$count" -gt 0 ] && words[count-1]+=$word && joins=yes ;;
            *)
                if [ -n "$joins" ]; then
                    words[count-1]+=$word joins=''
                else
                    words[count]=$word
                    count=$((count + 1))
                fi
                ;;
        esac
    done
    text=${words[count-1]}

    _kindly_about ''
    for ((index = 1; index < count - 1; index++)); do
        word=${words[index]}
        if [ -z "$only_words" ]; then
            case $word in
                --) only_words=yes; continue ;;
                --*=*) continue ;;
                -?*)
                    if _kindly_value "$command" "$word"; then
                        index=$((index + 1))
                        if [ "$index" -eq "$((count - 1))" ]; then
                            _kindly_offer "$value" "$text" ''
                            return
                        fi
                    fi
                    continue
                    ;;
                help) [ -n "$command" ] || continue ;;
            esac
            case " $commands " in
                *" $word "*)
                    command=${command:+$command }$word
                    place=0
                    _kindly_about "$command"
                    continue
                    ;;
            esac
        fi
        place=$((place + 1))
    done

    if [ -z "$only_words" ]; then
        case $text in
            --*=*)
                option=${text%%=*}
                # bash puts in its part after the "=", unless that is no place where it takes words apart.
                case $COMP_WORDBREAKS in *=*) ;; *) before=$option= ;; esac
                if _kindly_value "$command" "$option"; then
                    _kindly_offer "$value" "${text#*=}" "$before"
                else
                    _kindly_offer '' '' ''
                fi
                return
                ;;
            -*)
                _kindly_offer "$options $everywhere" "$text" ''
                return
                ;;
        esac
    fi
    [ "$repeats" = '' ] || [ "$place" -lt "${#places[@]}" ] || place=$((${#places[@]} - 1))
    if [ "$place" -eq 0 ] && [ -n "$commands" ] && [ -z "$only_words" ]; then
        _kindly_offer "$commands ${places[0]:-}" "$text" ''
    elif [ "$place" -lt "${#places[@]}" ]; then
        _kindly_offer "${places[place]}" "$text" ''
    elif [ -z "$only_words" ]; then
        _kindly_offer "$options" "$text" ''
    fi
}

complete -o default -F _kindly kindly
)SH";

std::string names_of_options(const CompletedCommand& command) {
    std::string text;
    for (const CompletedOption& option : command.options) {
        for (const std::string& name : option.names) { text += (text.empty() ? "" : " ") + name; }
    }
    return text;
}

std::string about(const CompletedCommand& command) {
    std::string text = "        " + quoted_for_sh(command.path) + ")\n";
    std::string commands;
    for (const CompletedCommand& inner : command.commands) {
        commands += (commands.empty() ? "" : " ") + inner.name;
    }
    if (!commands.empty()) { text += "            commands=" + quoted_for_sh(commands) + "\n"; }
    if (!command.path.empty() && !command.options.empty()) {
        text += "            options=" + quoted_for_sh(names_of_options(command)) + "\n";
    }
    return text + places_for_sh(command) + "            ;;\n";
}

} // namespace

std::string completion_for_bash(const CompletedCommand& program) {
    std::string text = beginning;
    for (const CompletedCommand* command : all_commands(program)) { text += about(*command); }
    std::string end = work;
    const std::string place_for_everywhere = "$everywhere";
    end.replace(end.find(place_for_everywhere), place_for_everywhere.size(), names_of_options(program));
    return text + values + value_cases_for_sh(program) + end;
}

} // namespace kindly
