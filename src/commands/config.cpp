// SPDX-License-Identifier: MIT
#include "commands/config.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <utility>

namespace kindly {

namespace {

using Kind = TomlValue::Kind;

constexpr std::size_t longest_participant = 100;

ConfigProblem read_text(const TomlEntry& entry, std::string& into, const char* example) {
    const TomlValue& value = entry.value;
    if (value.kind != Kind::text) {
        return {filled(_("\"{}\" is a text in quotation marks"), entry.key), example};
    }
    if (trimmed(value.text).empty()) {
        return {filled(_("\"{}\" is empty"), entry.key), _("leave the line out")};
    }
    if (harmless(value.text) != value.text || value.text.find_first_of("\n\t") != std::string::npos) {
        return {filled(_("\"{}\" is one line of letters that can be seen"), entry.key), example};
    }
    into = value.text;
    return {};
}

ConfigProblem read_participant(const TomlEntry& entry, std::string& into) {
    if (entry.value.kind == Kind::text && grapheme_count(entry.value.text) > longest_participant) {
        return {filled(_("\"participant\" is longer than {} characters"), longest_participant), {}};
    }
    return read_text(entry, into, "participant = \"P017\"");
}

ConfigProblem read_day_starts(const TomlValue& value, Milliseconds& into) {
    const std::string& text = value.text;
    const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    const bool shaped =
        value.kind == Kind::text && text.size() == 5 && text[2] == ':' &&
        (text.substr(0, 2) + text.substr(3)).find_first_not_of("0123456789") == std::string::npos;
    constexpr int hours = 24;
    constexpr int minutes = 60;
    if (!shaped || number(0) >= hours || number(3) >= minutes) {
        return {_("\"day_starts\" is a time of the day, from \"00:00\" to \"23:59\""),
                "day_starts = \"04:00\""};
    }
    into = std::chrono::hours(number(0)) + std::chrono::minutes(number(3));
    return {};
}

/// Without a shell, nobody would know what a word with a "~" means, or what a line end does.
ConfigProblem read_program(const TomlEntry& entry, std::vector<std::string>& into, const char* example) {
    std::vector<std::string> words;
    for (const auto& item : entry.value.items) {
        if (item.kind != Kind::text) {
            return {filled(_("\"{}\" is a list of texts in quotation marks"), entry.key), example};
        }
        if (harmless(item.text) != item.text || item.text.find('\n') != std::string::npos) {
            return {filled(_("A word of \"{}\" holds characters that cannot be seen"), entry.key), example};
        }
        words.push_back(item.text);
    }
    if (trimmed(words.front()).empty()) {
        return {filled(_("The first word of \"{}\" is empty; it is the name of a program"), entry.key),
                example};
    }
    if (words.front().starts_with("~")) {
        return {filled(_("No shell looks at \"{}\", so \"~\" means nothing there"), entry.key),
                _("write the folder whole, from \"/\" on")};
    }
    into = std::move(words);
    return {};
}

std::vector<std::string> words_between_blanks(const std::string& text) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while ((at = text.find_first_not_of(' ', at)) != std::string::npos) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

/// For somebody who wrote a program as one text: "espeak-ng --stdin".
std::string as_a_list(const std::string& key, const std::string& text) {
    return key + " = [\"" + joined(words_between_blanks(text), "\", \"") + "\"]";
}

/// A text that can stand in a suggestion as it is.
bool simple(const std::string& text) {
    return !trimmed(text).empty() && harmless(text) == text &&
           text.find_first_of("\"'\\\n\t") == std::string::npos;
}

ConfigProblem read_bell(const TomlEntry& entry, SoundOptions& into) {
    constexpr const char* example = "bell = [\"paplay\", \"/usr/share/sounds/bell.oga\"]";
    const TomlValue& value = entry.value;
    if (value.kind == Kind::list && !value.items.empty()) {
        into.bell = SoundOptions::Bell::command;
        return read_program(entry, into.bell_command, example);
    }
    if (value.kind == Kind::text && value.text == "terminal") {
        into.bell = SoundOptions::Bell::terminal;
    } else if (value.kind == Kind::text && value.text == "off") {
        into.bell = SoundOptions::Bell::off;
    } else {
        return {_("\"bell\" is \"terminal\", \"off\", or a list: a program and its arguments"),
                value.kind == Kind::text && simple(value.text)      ? as_a_list("bell", value.text)
                : value.kind == Kind::list || value.text == "false" ? "bell = \"off\""
                                                                    : example};
    }
    return {};
}

ConfigProblem read_speech(const TomlEntry& entry, SoundOptions& into) {
    constexpr const char* example = "speech = [\"espeak-ng\", \"--stdin\"]";
    const TomlValue& value = entry.value;
    if (value.kind != Kind::list) {
        const bool off = value.kind == Kind::truth ? value.text == "false" : value.text == "off";
        return {_("\"speech\" is a list: a program that reads from its standard input, and its arguments"),
                off                                              ? "speech = []"
                : value.kind == Kind::text && simple(value.text) ? as_a_list("speech", value.text)
                                                                 : example};
    }
    if (!value.items.empty()) { return read_program(entry, into.speech, example); }
    into.speech.clear();
    return {};
}

ConfigProblem read_passphrase_command(const TomlEntry& entry, std::vector<std::string>& into) {
    constexpr const char* example = "passphrase_command = [\"pass\", \"show\", \"kindly\"]";
    const TomlValue& value = entry.value;
    if (value.kind == Kind::list && !value.items.empty()) { return read_program(entry, into, example); }
    // Most will know it from other programs as one line. Where a shell would make nothing of its own of that
    // line, it means the same here.
    if (value.kind == Kind::text && simple(value.text) &&
        value.text.find_first_of("$`|&;<>(){}[]*?~#!") == std::string::npos) {
        into = words_between_blanks(value.text);
        return {};
    }
    return {_("\"passphrase_command\" is a list: a program that prints the passphrase, and its arguments"),
            value.kind == Kind::text && simple(value.text) ? as_a_list("passphrase_command", value.text)
                                                           : example};
}

ConfigProblem read_theme(const TomlValue& value, screen::Theme& into) {
    using screen::Theme;
    const std::pair<const char*, Theme> themes[] = {
        {"auto", Theme::automatic}, {"light", Theme::light}, {"dark", Theme::dark}, {"plain", Theme::plain}};
    std::vector<std::string> names;
    for (const auto& [name, theme] : themes) {
        if (value.kind == Kind::text && value.text == name) {
            into = theme;
            return {};
        }
        names.emplace_back(name);
    }
    const auto near = value.kind == Kind::text ? nearest(value.text, names) : std::nullopt;
    return {_("\"theme\" is \"auto\", \"light\", \"dark\" or \"plain\""),
            filled("theme = \"{}\"", near.value_or("auto"))};
}

} // namespace

std::vector<std::string> own_keys() {
    return {"bell", "day_starts", "participant", "passphrase_command", "speech", "theme"};
}

bool is_own_key(const std::string& key) {
    const auto keys = own_keys();
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

ConfigProblem read_own_key(const TomlEntry& entry, Config& config) {
    if (entry.key == "day_starts") { return read_day_starts(entry.value, config.day_starts); }
    if (entry.key == "participant") { return read_participant(entry, config.participant); }
    if (entry.key == "bell") { return read_bell(entry, config.sound); }
    if (entry.key == "speech") { return read_speech(entry, config.sound); }
    if (entry.key == "theme") { return read_theme(entry.value, config.theme); }
    return read_passphrase_command(entry, config.passphrase_command);
}

} // namespace kindly
