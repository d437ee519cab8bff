// SPDX-License-Identifier: MIT
#include "commands/config.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kindly {

namespace {

using Kind = TomlValue::Kind;

constexpr std::size_t longest_participant = 100;

template <class... Values>
std::string sentence(const char* format, const Values&... values) {
    return fmt::format(fmt::runtime(format), values...);
}

ConfigProblem read_text(const TomlEntry& entry, std::string& into, const char* example) {
    const TomlValue& value = entry.value;
    if (value.kind != Kind::text) {
        return {sentence(_("\"{}\" is a text in quotation marks"), entry.key), example};
    }
    if (trimmed(value.text).empty()) {
        return {sentence(_("\"{}\" is empty"), entry.key), _("leave the line out")};
    }
    if (harmless(value.text) != value.text || value.text.find_first_of("\n\t") != std::string::npos) {
        return {sentence(_("\"{}\" is one line of letters that can be seen"), entry.key), example};
    }
    into = value.text;
    return {};
}

ConfigProblem read_participant(const TomlEntry& entry, std::string& into) {
    if (entry.value.kind == Kind::text && grapheme_count(entry.value.text) > longest_participant) {
        return {sentence(_("\"participant\" is longer than {} characters"), longest_participant), {}};
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

} // namespace

std::vector<std::string> own_keys() { return {"day_starts", "participant", "passphrase_command"}; }

bool is_own_key(const std::string& key) {
    const auto keys = own_keys();
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

ConfigProblem read_own_key(const TomlEntry& entry, Config& config) {
    if (entry.key == "day_starts") { return read_day_starts(entry.value, config.day_starts); }
    if (entry.key == "participant") { return read_participant(entry, config.participant); }
    return read_text(entry, config.passphrase_command, "passphrase_command = \"pass show kindly\"");
}

} // namespace kindly
