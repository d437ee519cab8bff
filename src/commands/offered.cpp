// SPDX-License-Identifier: MIT
#include "commands/offered.hpp"

#include "commands/command.hpp"
#include "commands/help.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include <CLI/CLI.hpp>

namespace kindly {

namespace {

constexpr const char* validator_name = "offered";

/// Words, "@KIND", "+files"; with spaces between.
CommandOption offer(CommandOption option, const std::string& what) {
    option.parsed().check(CLI::Validator([](std::string&) { return std::string(); }, what, validator_name));
    return option;
}

std::string in_one_line(const std::vector<std::string>& words, const char* before = "") {
    std::string text;
    for (const std::string& word : words) { text += (text.empty() ? "" : " ") + std::string(before) + word; }
    return text;
}

/// What the placeholders of help mean.
struct Placeholder {
    const char* word;
    const char* offered;
};

constexpr std::array placeholders{
    Placeholder{"FILE", "+files"},
    Placeholder{"FILE.html", "+files"},
    Placeholder{"REPORT", "+files"},
    Placeholder{"OLD", "+files"},
    Placeholder{"FOLDER", "+folders"},
    Placeholder{"EXERCISE", "@exercises +files"},
    Placeholder{"PROGRAMME|FILE", "@programmes +files"},
    Placeholder{"L", "@languages"},
};

std::string placeholder_of(const CLI::Option& option) {
    const std::string word = value_word(option);
    // CLI11's own names of types, where a place has no other than its own.
    return option.get_positional() && (word.empty() || word.starts_with("TEXT")) ? option.get_name(true)
                                                                                 : word;
}

Offered read_offer(const std::string& text) {
    Offered offered;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (word == "+files") {
            offered.files = true;
        } else if (word == "+folders") {
            offered.folders = true;
        } else if (word.starts_with('@')) {
            offered.names.push_back(word.substr(1));
        } else {
            offered.words.push_back(std::move(word));
        }
    }
    return offered;
}

} // namespace

CommandOption offer_words(CommandOption option, const std::vector<std::string>& words) {
    return offer(option, in_one_line(words));
}

CommandOption offer_names(CommandOption option, const std::vector<std::string>& kinds) {
    return offer(option, in_one_line(kinds, "@"));
}

CommandOption offer_names_or_files(CommandOption option, const std::vector<std::string>& kinds) {
    return offer(option, in_one_line(kinds, "@") + " +files");
}

Offered offered_for(CLI::Option& option) {
    Offered offered;
    try {
        offered = read_offer(option.get_validator(validator_name)->get_description());
    } catch (const CLI::OptionNotFound&) { // nothing was said about it
        const std::string word = placeholder_of(option);
        const auto found = std::find_if(placeholders.begin(), placeholders.end(),
                                        [&](const Placeholder& one) { return one.word == word; });
        if (found != placeholders.end()) { offered = read_offer(found->offered); }
    }
    offered.several = option.get_delimiter() == ',';
    return offered;
}

} // namespace kindly
