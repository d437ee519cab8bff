// SPDX-License-Identifier: MIT
#include "person/preferences.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/settings.hpp"
#include "person/entries.hpp"

#include <algorithm>
#include <functional>
#include <system_error>

namespace kindly {

namespace {

constexpr Ratings all_ratings[] = {Ratings::ask, Ratings::before, Ratings::off};

std::vector<std::string> rating_words() {
    std::vector<std::string> words;
    for (const Ratings value : all_ratings) { words.emplace_back(word(value)); }
    return words;
}

std::vector<std::string> avoidable_words() {
    std::vector<std::string> words;
    for (const Avoidable value : all_values<Avoidable>()) { words.emplace_back(word(value)); }
    return words;
}

class Reader {
public:
    Reader(const Document& document, Diagnostics earlier)
        : root_(document.root), findings_(document.source, std::move(earlier)) {}

    Preferences read() {
        if (root_.kind != Written::Kind::object) {
            findings_.error("K003", root_.span, _("This file should be a group of names and values in { }"));
            return {};
        }
        const std::map<std::string, std::function<void(const Member&)>> readers = {
            {"name", [this](const Member& member) { read_own_words(member, found_.name); }},
            {"anchor", [this](const Member& member) { read_own_words(member, found_.anchor); }},
            {"tradition", [this](const Member& member) { read_own_words(member, found_.tradition); }},
            {"country",
             [this](const Member& member) {
                 found_.country_was_asked = true;
                 read_text(member, found_.country);
             }},
            {"pace", [this](const Member& member) { read_pace(member); }},
            {"ratings", [this](const Member& member) { read_ratings(member); }},
            {"avoid", [this](const Member& member) { read_avoid(member); }},
            {"settings", [this](const Member& member) { read_settings(member); }},
        };
        refuse_unknown_keys(
            findings_, root_, _("This file"),
            {"name", "anchor", "tradition", "country", "pace", "ratings", "avoid", "settings"});
        for (const Member& member : root_.members) {
            if (const auto reader = readers.find(member.key); reader != readers.end()) {
                reader->second(member);
            }
        }
        return std::move(found_);
    }

    Diagnostics findings() { return findings_.take(); }

private:
    void read_text(const Member& member, std::string& into) {
        if (auto text = text_of(findings_, member)) { into = *std::move(text); }
    }

    void read_own_words(const Member& member, std::string& into) {
        read_text(member, into);
        if (!into.empty()) { found_.own_words[member.key] = {into, member.value.span}; }
    }

    void read_pace(const Member& member) {
        const Written& value = member.value;
        if (value.kind != Written::Kind::number) {
            return wrong_type(findings_, member, _("a number like 1.5, without quotes"));
        }
        if (value.number < limits::slowest_pace || value.number > limits::fastest_pace) {
            findings_.error(
                "K006", value.span,
                filled(_("\"pace\" goes from {} to {}"), limits::slowest_pace, limits::fastest_pace),
                {_("1 is the usual pace, 2 is twice as fast, 0.5 is half as fast."), {}, {}});
            return;
        }
        found_.pace = value.number;
    }

    void read_ratings(const Member& member) {
        const auto text = text_of(findings_, member);
        if (!text) { return; }
        for (const Ratings value : all_ratings) {
            if (*text == word(value)) {
                found_.ratings = value;
                return;
            }
        }
        unknown_word(member.value, *text, _("ways of asking for ratings"), rating_words());
    }

    void read_avoid(const Member& member) {
        if (member.value.kind != Written::Kind::list) {
            return wrong_type(findings_, member, _("a list like [\"breath\", \"touch\"]"));
        }
        for (const Written& entry : member.value.entries) {
            if (entry.kind != Written::Kind::string) {
                findings_.error("K003", entry.span, _("A thing to avoid should be a word in quotes"));
            } else if (const auto value = from_word<Avoidable>(entry.text)) {
                found_.avoided.insert(*value);
            } else {
                unknown_word(entry, entry.text, _("things to avoid"), avoidable_words());
            }
        }
    }

    void read_settings(const Member& member) {
        if (member.value.kind != Written::Kind::object) {
            return wrong_type(findings_, member, _("a group of names and values in { }"));
        }
        for (const Member& setting : member.value.members) {
            const Written& value = setting.value;
            if (value.kind == Written::Kind::string) {
                found_.settings[setting.key] = {value.text, value.span};
            } else if (value.kind == Written::Kind::number && value.whole) {
                found_.settings[setting.key] = {fmt::format("{}", static_cast<long long>(value.number)),
                                                value.span};
            } else {
                wrong_type(findings_, setting, _("a text in quotes or a whole number"));
            }
        }
    }

    void unknown_word(const Written& where, const std::string& text, const char* what,
                      const std::vector<std::string>& words) {
        findings_.error(
            "K004", where.span,
            followed_by_nearest(filled(_("\"{}\" is not one of the {}"), text, what), text, words),
            {filled(_("These are: {}."), joined(words, ", ")), {}, {}});
    }

    const Written& root_;
    Findings findings_;
    Preferences found_;
};

} // namespace

RatingsAsked ratings_asked(const Preferences& preferences) {
    return {preferences.ratings != Ratings::off, preferences.ratings == Ratings::ask};
}

const char* word(Ratings value) {
    switch (value) {
    case Ratings::ask: return "ask";
    case Ratings::before: return "before";
    case Ratings::off: return "off";
    }
    return "";
}

ReadPreferences read_preferences(std::shared_ptr<const SourceText> source) {
    ParsedText parsed = parse_written(std::move(source), nullptr, Remarks::none);
    ReadPreferences read;
    if (!parsed.document) {
        read.diagnostics = std::move(parsed.diagnostics);
        return read;
    }
    Reader reader(*parsed.document, std::move(parsed.diagnostics));
    Preferences found = reader.read();
    read.diagnostics = reader.findings();
    if (!has_errors(read.diagnostics)) {
        read.preferences = std::move(found);
        read.preferences.document = parsed.document;
    }
    return read;
}

ReadPreferences load_preferences(const std::filesystem::path& file) {
    std::error_code none;
    if (!std::filesystem::exists(std::filesystem::symlink_status(file, none))) { return {}; }
    return read_preferences(
        std::make_shared<const SourceText>(file.string(), read_file(file, limits::file_bytes)));
}

namespace {

using OwnSetting = Preferences::OwnSetting;

const OwnSetting* found_in(const std::map<std::string, OwnSetting>& all, const std::string& name) {
    const auto found = all.find(name);
    return found == all.end() ? nullptr : &found->second;
}

/// What was set for exactly this goes before what is true of the person everywhere.
const OwnSetting* own_value(const Preferences& preferences, const Parameter& parameter) {
    if (const OwnSetting* own = found_in(preferences.settings, parameter.name)) { return own; }
    if (parameter.type != Parameter::Type::text || parameter.set_by == SetBy::therapist) { return nullptr; }
    return found_in(preferences.own_words, parameter.name == "warm_name" ? "name" : parameter.name);
}

} // namespace

Diagnostics apply_own_settings(const Preferences& preferences, const Exercise& exercise, Settings& settings) {
    Diagnostics findings;
    for (const Parameter& parameter : exercise.parameters) {
        const OwnSetting* own = own_value(preferences, parameter);
        if (own == nullptr) { continue; }
        std::string problem = set_setting(exercise, settings, parameter.name, own->value);
        if (problem.empty()) { continue; }
        Diagnostic finding;
        finding.code = "K006";
        finding.message = std::move(problem);
        finding.explanation =
            filled(_("This setting of yours does not fit the exercise \"{}\"."), exercise.id);
        finding.source = preferences.document->source;
        finding.where = own->where;
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace kindly
