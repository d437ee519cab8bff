// SPDX-License-Identifier: MIT
#include "render/completion.hpp"
#include "render/completion_parts.hpp"

namespace kindly {

namespace {

constexpr const char* beginning = R"SH(# SPDX-License-Identifier: MIT
# Completion of kindly's commands in fish, written by "kindly completion fish".
# A file kindly.fish in a folder of completions; or, for this shell: kindly completion fish | source
# Words are only compared here, never run.

# Whether the option ($argv[2]) of a command ($argv[1]) has a value.
function __kindly_takes_value
    switch "$argv[1] $argv[2]"
)SH";

constexpr const char* after_values = R"SH(            return 0
    end
    return 1
end

# All commands, each with a space before its name.
function __kindly_commands
    printf '%s\n' )SH";

constexpr const char* work = R"SH(
end

# Whether the word being written may still become a command below $argv[1].
function __kindly_begins_command
    set -l begun "$argv[1] "(commandline -ct)
    for one in (__kindly_commands)
        test (string sub -l (string length -- "$begun") -- $one) = "$begun"; and return 0
    end
    return 1
end

# Whether what is written so far ends in the command $argv[1]; with $argv[2], in its place of that number; with
# a "+" behind the number, in that place or a later one.
function __kindly_in
    set -l command ''
    set -l place 1
    set -l only_words no
    set -l is_value no
    set -l before (commandline -opc)
    for word in $before[2..-1]
        if test $is_value = yes
            set is_value no
            continue
        end
        if test $only_words = no
            switch $word
                case --
                    set only_words yes
                    continue
                case '--*=*'
                    continue
                case '-?*'
                    if __kindly_takes_value "$command" $word
                        set is_value yes
                    end
                    continue
            end
            if test -z "$command" -a "$word" = help
                continue
            end
            if contains -- "$command $word" (__kindly_commands)
                set command (string trim -- "$command $word")
                set place 1
                continue
            end
        end
        set place (math $place + 1)
    end
    test "$command" = "$argv[1]"; or return 1
    test (count $argv) -gt 1; or return 0
    test $is_value = no; or return 1
    set -l wanted (string replace + '' -- $argv[2])
    test $place = $wanted; and return 0
    string match -q '*+' -- $argv[2]; and test $place -gt $wanted
end

# $argv[1]: what is offered.
function __kindly_offer
    set -l text (commandline -ct | string replace -r '^--[a-z-]+=' '')
    set -l before ''
    set -l names
    set -l files ''
    for one in (string split -n ' ' -- $argv[1])
        switch $one
            case +list
                if string match -q '*,*' -- $text
                    set before (string replace -r '[^,]*$' '' -- $text)
                end
            case +files +folders
                set files $one
            case '@*'
                set -a names (command kindly completion --names (string sub -s 2 -- $one) 2>/dev/null </dev/null)
            case '*'
                set -a names $one
        end
    end
    set -l some no
    for name in $names
        echo -- $before$name
        if test (string sub -l (string length -- "$text") -- $before$name) = "$text"
            set some yes
        end
    end
    test $some = yes; and return
    switch $files
        case +files
            __fish_complete_path $text
        case +folders
            __fish_complete_directories $text
    end
end

complete -c kindly -e
complete -c kindly -f
)SH";

std::string quoted(std::string_view text) {
    std::string result = "'";
    for (const char letter : text) {
        if (letter == '\'' || letter == '\\') { result += '\\'; }
        result += letter;
    }
    return result + "'";
}

/// For complete -a.
std::string candidates(const Offered& offered) {
    return quoted("(__kindly_offer " + quoted(in_short(offered)) + ")");
}

std::string value_cases(const CompletedCommand& program) {
    std::string own;
    std::string everywhere;
    for (const CompletedCommand* command : all_commands(program)) {
        for (const CompletedOption& option : command->options) {
            if (!option.takes_value) { continue; }
            for (const std::string& name : option.names) {
                if (command == &program) {
                    everywhere += " " + quoted("* " + name);
                } else {
                    own += " " + quoted(command->path + " " + name);
                }
            }
        }
    }
    return "        case" + own + everywhere + "\n";
}

std::string option_line(const CompletedOption& option, const std::string& condition) {
    std::string text = "complete -c kindly" + condition;
    for (const std::string& name : option.names) {
        text += name.rfind("--", 0) == 0 ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (option.takes_value) {
        const std::string offered = in_short(option.offered);
        if (offered == "+files") {
            text += " -r -F"; // fish knows files best
        } else {
            text += " -x";
            if (!offered.empty()) { text += " -a " + candidates(option.offered); }
        }
    }
    return text + " -d " + quoted(option.help) + "\n";
}

std::string lines_for(const CompletedCommand& command, bool is_program) {
    std::string text;
    const std::string here = "__kindly_in " + quoted(command.path);
    for (const CompletedCommand& inner : command.commands) {
        text += "complete -c kindly -n " + quoted(here + " 1") + " -a " + inner.name + " -d " +
                quoted(inner.help) + "\n";
    }
    for (std::size_t index = 0; index < command.places.size(); ++index) {
        const CompletedPlace& place = command.places[index];
        const std::string offered = in_short(place.offered);
        if (offered.empty()) { continue; }
        const std::string number =
            std::to_string(index + 1) + (place.repeats && index + 1 == command.places.size() ? "+" : "");
        const std::string unless_command =
            command.commands.empty() ? "" : "; and not __kindly_begins_command " + quoted(command.path);
        text +=
            "complete -c kindly -n " + quoted(here + " " + number + unless_command) +
            (offered == "+files" && command.commands.empty() ? " -F" : " -a " + candidates(place.offered)) +
            "\n";
    }
    for (const CompletedOption& option : command.options) {
        text += option_line(option, is_program ? std::string() : " -n " + quoted(here));
    }
    return text;
}

} // namespace

std::string completion_for_fish(const CompletedCommand& program) {
    std::string commands;
    for (const CompletedCommand* command : all_commands(program)) {
        for (const CompletedCommand& inner : command->commands) {
            commands += " " + quoted(command->path + " " + inner.name);
        }
    }
    std::string text = beginning + value_cases(program) + after_values + commands.substr(1) + work;
    for (const CompletedCommand* command : all_commands(program)) {
        text += lines_for(*command, command == &program);
    }
    return text;
}

} // namespace kindly
