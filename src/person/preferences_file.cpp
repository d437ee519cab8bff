// SPDX-License-Identifier: MIT
#include "person/preferences_file.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/findings.hpp"
#include "exercise/limits.hpp"
#include "person/own_file.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

/// Long enough for a full name; "warm_name" in the library takes as much.
constexpr std::size_t longest_name = 30;
constexpr std::size_t longest_own_words = 80; ///< one line

template <class... Values>
Failure refused(const std::string& advice, const char* format, const Values&... values) {
    return {ExitCode::usage, fmt::format(fmt::runtime(format), values...), advice};
}

std::string meant(const std::string& written, const std::vector<std::string>& words) {
    const auto near = nearest(written, words);
    return near ? fmt::format(fmt::runtime(_(". Did you mean \"{}\"?")), *near) : std::string();
}

std::string these_are(const std::vector<std::string>& words) {
    return fmt::format(fmt::runtime(_("These are: {}.")), joined(words, ", "));
}

void change(const fs::path& file, const std::function<void(Json&)>& work) {
    Json json = Json::object();
    const fs::path place = place_of_own_file(file);
    if (std::error_code none; fs::exists(place, none)) {
        const std::string bytes = read_file(place, limits::file_bytes);
        const ReadPreferences read =
            read_preferences(std::make_shared<const SourceText>(file.string(), bytes));
        for (const Diagnostic& finding : read.diagnostics) {
            if (finding.severity != Severity::error) { continue; }
            throw Failure(ExitCode::invalid_file, first_line(finding),
                          _("Nothing was changed. Mend the file, or move it away and begin anew."));
        }
        json = Json::parse(bytes);
    }
    work(json);
    write_own_file(file, json.dump(2) + "\n");
}

Json text_value(const std::string& name, const std::string& value) {
    const std::size_t most = name == "name" ? longest_name : longest_own_words;
    std::string text(trimmed(harmless(value)));
    std::replace_if(
        text.begin(), text.end(), [](char letter) { return letter == '\n' || letter == '\t'; }, ' ');
    if (grapheme_count(text) > most) {
        throw refused(_("A shorter form of it will do. Nothing was changed."),
                      _("\"{}\" can have {} characters at most"), name, most);
    }
    return text;
}

Json pace_value(const std::string& value) {
    double pace = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), pace);
    const bool number = error == std::errc() && end == value.data() + value.size();
    if (!number || !std::isfinite(pace) || pace < limits::slowest_pace || pace > limits::fastest_pace) {
        throw refused(_("1 is the usual pace, 2 is twice as fast, 0.5 is half as fast."),
                      _("\"{}\" is not a pace from {} to {}"), harmless(value), limits::slowest_pace,
                      limits::fastest_pace);
    }
    return pace;
}

Json ratings_value(const std::string& value) {
    const std::vector<std::string> words{word(Ratings::ask), word(Ratings::before), word(Ratings::off)};
    if (std::find(words.begin(), words.end(), value) == words.end()) {
        throw refused(these_are(words), _("\"{}\" is not one of the ways of asking for ratings{}"),
                      harmless(value), meant(value, words));
    }
    return value;
}

Json json_value(const std::string& name, const std::string& value) {
    if (name == "pace") { return pace_value(value); }
    if (name == "ratings") { return ratings_value(value); }
    return text_value(name, value);
}

} // namespace

const std::vector<std::string>& preference_names() {
    static const std::vector<std::string> names{"name", "anchor", "tradition", "country", "pace", "ratings"};
    return names;
}

bool is_own_words(const std::string& name) {
    return name == "name" || name == "anchor" || name == "tradition";
}

std::string value_of(const Preferences& preferences, const std::string& name) {
    if (name == "name") { return preferences.name; }
    if (name == "anchor") { return preferences.anchor; }
    if (name == "tradition") { return preferences.tradition; }
    if (name == "country") { return preferences.country; }
    if (name == "pace") {
        return preferences.pace == 1 ? std::string() : fmt::format("{}", preferences.pace);
    }
    return preferences.ratings == Ratings::ask ? std::string() : word(preferences.ratings);
}

void set_preference(const fs::path& file, const std::string& name, const std::string& value) {
    const auto& names = preference_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        throw refused(these_are(names), _("\"{}\" is not one of the things that can be set{}"),
                      harmless(name), meant(name, names));
    }
    const std::string written(trimmed(value));
    if (written.empty()) {
        return change(file, [&](Json& json) { json.erase(name); });
    }
    const Json checked = json_value(name, written);
    change(file, [&](Json& json) { json[name] = checked; });
}

void leave_country_out(const fs::path& file) {
    change(file, [&](Json& json) { json["country"] = ""; });
}

void set_avoided(const fs::path& file, const std::set<Avoidable>& avoided) {
    change(file, [&](Json& json) {
        if (avoided.empty()) {
            json.erase("avoid");
            return;
        }
        Json words = Json::array();
        for (const Avoidable thing : avoided) { words.push_back(word(thing)); }
        json["avoid"] = std::move(words);
    });
}

std::set<Avoidable> read_avoided(const std::string& written) {
    std::vector<std::string> words;
    for (const Avoidable value : all_values<Avoidable>()) { words.emplace_back(word(value)); }
    std::set<Avoidable> avoided;
    if (trimmed(written) == "none") { return avoided; }
    std::string text = written;
    std::replace(text.begin(), text.end(), ',', ' ');
    for (std::size_t start = text.find_first_not_of(' '); start != std::string::npos;
         start = text.find_first_not_of(' ', start)) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        const std::string one = text.substr(start, end - start);
        const auto thing = from_word<Avoidable>(one);
        if (!thing) {
            throw refused(these_are(words), _("\"{}\" is not one of the things to avoid{}"), harmless(one),
                          meant(one, words));
        }
        avoided.insert(*thing);
        start = end;
    }
    return avoided;
}

std::string written_avoided(const std::set<Avoidable>& avoided) {
    std::vector<std::string> words;
    for (const Avoidable thing : avoided) { words.emplace_back(word(thing)); }
    return joined(words, ", ");
}

} // namespace kindly
