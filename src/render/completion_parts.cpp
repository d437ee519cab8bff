// SPDX-License-Identifier: MIT
#include "render/completion_parts.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cassert>

namespace kindly {

namespace {

bool is_plain(const std::string& word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
    });
}

void add_word(std::string& text, const std::string& word) {
    if (!text.empty()) { text += ' '; }
    text += word;
}

} // namespace

std::vector<const CompletedCommand*> all_commands(const CompletedCommand& program) {
    std::vector<const CompletedCommand*> all{&program};
    for (const CompletedCommand& command : program.commands) {
        const auto more = all_commands(command);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

std::string in_short(const Offered& offered) {
    std::string text;
    if (offered.several) { text = "+list"; }
    for (const std::string& word : offered.words) {
        assert(is_plain(word));
        add_word(text, word);
    }
    std::string kinds;
    for (const std::string& kind : offered.names) {
        assert(is_plain(kind));
        kinds += (kinds.empty() ? "@" : ",") + kind;
    }
    if (!kinds.empty()) { add_word(text, kinds); }
    if (offered.files) { add_word(text, "+files"); }
    if (offered.folders) { add_word(text, "+folders"); }
    return text;
}

std::string places_for_sh(const CompletedCommand& command) {
    if (command.places.empty()) { return {}; }
    std::string text = "            places=(";
    for (const CompletedPlace& place : command.places) {
        text += (&place == &command.places.front() ? "" : " ") + quoted_for_sh(in_short(place.offered));
    }
    text += ")\n";
    if (command.places.back().repeats) { text += "            repeats=yes\n"; }
    return text;
}

std::string value_cases_for_sh(const CompletedCommand& program) {
    std::string own;
    std::string everywhere;
    for (const CompletedCommand* command : all_commands(program)) {
        for (const CompletedOption& option : command->options) {
            if (!option.takes_value) { continue; }
            std::string patterns;
            for (const std::string& name : option.names) {
                if (!patterns.empty()) { patterns += " | "; }
                patterns +=
                    command == &program ? "*' " + name + "'" : quoted_for_sh(command->path + " " + name);
            }
            (command == &program ? everywhere : own) +=
                "        " + patterns + ") value=" + quoted_for_sh(in_short(option.offered)) + " ;;\n";
        }
    }
    return own + everywhere;
}

} // namespace kindly
