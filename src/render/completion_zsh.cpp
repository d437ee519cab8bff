// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "render/completion.hpp"
#include "render/completion_parts.hpp"

namespace kindly {

namespace {

constexpr const char* beginning = R"SH(#compdef kindly
# SPDX-License-Identifier: MIT
# Completion of kindly's commands in zsh, written by "kindly completion zsh".
# A file _kindly in a folder of fpath; or, for this shell, after compinit: source <(kindly completion zsh)
# Words are only compared and quoted here, never run.

# What there is below a command: $1. Sets commands, options, places and repeats.
_kindly_about() {
    commands=() options=() places=() repeats=''
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

# $1: what is offered.
_kindly_offer() {
    local one files='' done=1
    local -a fixed names more
    for one in ${=1}; do
        case $one in
            +list)
                compset -P '*,' || true
                more=(-q -S ,)
                ;;
            +files) files=any ;;
            +folders) files=folders ;;
            @*) names+=(${(f)"$(command kindly completion --names "${one#@}" 2>/dev/null </dev/null)"}) ;;
            *) fixed+=("$one") ;;
        esac
    done
    (( $#fixed )) && compadd "$more[@]" -a fixed && done=0
    (( $#names )) && compadd "$more[@]" -a names && done=0
    if (( done )); then
        case $files in
            any) _files && done=0 ;;
            folders) _files -/ && done=0 ;;
        esac
    fi
    return done
}

_kindly() {
    local command='' word='' text="$PREFIX" only_words='' value='' repeats=''
    local -i index place=0
    local -a commands options places everywhere
    everywhere=(
)SH";

constexpr const char* after_everywhere = R"SH(    )
    _kindly_about ''
    for (( index = 2; index < CURRENT; ++index )); do
        word=${(Q)words[index]}
        if [[ -z $only_words ]]; then
            case $word in
                --) only_words=yes; continue ;;
                --*=*) continue ;;
                -?*)
                    if _kindly_value "$command" "$word"; then
                        (( ++index ))
                        if (( index == CURRENT )); then
                            _kindly_offer "$value"
                            return
                        fi
                    fi
                    continue
                    ;;
                help) [[ -n $command ]] || continue ;;
            esac
            if (( ${commands[(I)${(b)word}:*]} )); then
                command=${command:+$command }$word
                place=0
                _kindly_about "$command"
                continue
            fi
        fi
        (( ++place ))
    done

    if [[ -z $only_words ]]; then
        case $text in
            --*=*)
                _kindly_value "$command" "${text%%=*}" || return 1
                compset -P '*='
                _kindly_offer "$value"
                return
                ;;
            -*)
                options+=("$everywhere[@]")
                _describe -o option options
                return
                ;;
        esac
    fi
    if [[ -n $repeats ]] && (( place >= $#places )); then (( place = $#places - 1 )); fi
    if (( place == 0 && $#commands )) && [[ -z $only_words ]]; then
        _describe command commands || { (( $#places )) && _kindly_offer "$places[1]" }
    elif (( place < $#places )); then
        _kindly_offer "$places[place + 1]"
    elif [[ -z $only_words ]] && (( $#options )); then
        _describe -o option options
    else
        return 1
    fi
}

# Loaded by compinit, this file is the function itself, called for the first time; else it was read by `source`.
if [[ ${funcstack[1]-} == _kindly ]]; then
    _kindly "$@"
else
    compdef _kindly kindly
fi
)SH";

/// "name:what it does", as _describe reads it.
std::string described(const std::string& name, const std::string& help) {
    std::string text = name + ":";
    for (const char letter : help) {
        if (letter == '\\') { text += '\\'; }
        text += letter;
    }
    return quoted_for_sh(text);
}

std::string described_options(const CompletedCommand& command) {
    std::string text;
    for (const CompletedOption& option : command.options) {
        for (const std::string& name : option.names) {
            text += "                " + described(name, option.help) + "\n";
        }
    }
    return text;
}

std::string about(const CompletedCommand& command) {
    std::string text = "        " + quoted_for_sh(command.path) + ")\n";
    if (!command.commands.empty()) {
        text += "            commands=(\n";
        for (const CompletedCommand& inner : command.commands) {
            text += "                " + described(inner.name, inner.help) + "\n";
        }
        text += "            )\n";
    }
    if (!command.path.empty() && !command.options.empty()) {
        text += "            options=(\n" + described_options(command) + "            )\n";
    }
    return text + places_for_sh(command) + "            ;;\n";
}

} // namespace

std::string completion_for_zsh(const CompletedCommand& program) {
    std::string text = beginning;
    for (const CompletedCommand* command : all_commands(program)) { text += about(*command); }
    return text + values + value_cases_for_sh(program) + work + described_options(program) + after_everywhere;
}

} // namespace kindly
