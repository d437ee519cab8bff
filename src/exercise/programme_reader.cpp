// SPDX-License-Identifier: MIT
#include "exercise/programme_reader.hpp"

#include "exercise/decode_heading.hpp"
#include "exercise/decode_step.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/outer_keys.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace kindly {

namespace {

const Shape& file_shape() {
    static const Shape shape{N_("A programme"),
                             N_("This programme"),
                             {{"$schema"},
                              {"format", "\"format\": \"1.0\"", true},
                              {"id", "\"id\": \"first-days\"", true},
                              {"version", "\"version\": \"1.0\"", true},
                              {"language", "\"language\": \"en\"", true},
                              {"title", "\"title\": \"...\"", true},
                              {"about", "\"about\": { ... }"},
                              {"weeks", "\"weeks\": [ ... ]"},
                              {"items", "\"items\": [ ... ]", true},
                              {"note"}},
                             {{"name", "title"},
                              {"lang", "language"},
                              {"meta", "about"},
                              {"schema", "$schema"},
                              {"days", "items"},
                              {"exercises", "items"},
                              {"entries", "items"}}};
    return shape;
}

const Shape& week_shape() {
    static const Shape shape{N_("A week"),
                             N_("This week"),
                             {{"week", "\"week\": 1", true},
                              {"title", "\"title\": \"...\""},
                              {"text", "\"text\": \"...\""},
                              {"note"}},
                             {{"number", "week"}, {"name", "title"}, {"about", "text"}, {"words", "text"}}};
    return shape;
}

const Shape& item_shape() {
    static const Shape shape{N_("An item"),
                             N_("This item"),
                             {{"day", "\"day\": 1", true},
                              {"until", "\"until\": 7"},
                              {"times", "\"times\": 3"},
                              {"exercise", "\"exercise\": \"feet\""},
                              {"or", "\"or\": [\"look\"]"},
                              {"minutes", "\"minutes\": 5"},
                              {"settings", "\"settings\": { ... }"},
                              {"substitute", "\"substitute\": \"look\""},
                              {"optional", "\"optional\": true"},
                              {"locked_until_agreed", "\"locked_until_agreed\": true"},
                              {"text", "\"text\": \"...\""},
                              {"review", "\"review\": \"...\""},
                              {"note"}},
                             {{"days", "day"},
                              {"from", "day"},
                              {"to", "until"},
                              {"last_day", "until"},
                              {"often", "times"},
                              {"frequency", "times"},
                              {"id", "exercise"},
                              {"alternatives", "or"},
                              {"duration", "minutes"},
                              {"for", "minutes"},
                              {"parameters", "settings"},
                              {"instead", "substitute"},
                              {"alternative", "substitute"},
                              {"locked", "locked_until_agreed"},
                              {"words", "text"},
                              {"about", "text"}}};
    return shape;
}

/// K006 outside of 1 to `highest`.
std::optional<int> read_count(Entries& entries, const char* key, int highest) {
    const auto number = entries.number(key);
    if (!number || (*number >= 1 && *number <= highest)) { return number; }
    entries.error("K006", entries.find(key)->span,
                  filled(_("\"{}\" ({}) can be 1 to {}"), key, *number, highest));
    return std::nullopt;
}

/// The name of an exercise in a list.
std::optional<std::string> read_name(Entries& entries, std::string_view key, const Written& value) {
    auto written = read_text_value(entries, key, value);
    if (!written || is_id(*written, true)) { return written; }
    entries.error("K007", value.span,
                  filled(_("\"{}\" cannot be the name of an exercise. Use small letters, digits, - and _: "
                           "\"{}\""),
                         *written, right_id(*written, '-')));
    return std::nullopt;
}

std::vector<std::string> read_alternatives(Entries& entries, const std::string& exercise) {
    std::vector<std::string> all;
    const Written* list = entries.list("or");
    if (list == nullptr) { return all; }
    if (list->entries.empty()) {
        entries.error("K006", list->span, _("\"or\" is empty. Name another exercise, or leave it out"));
    }
    for (const Written& entry : list->entries) {
        const auto name = read_name(entries, "or", entry);
        if (!name) { continue; }
        if (*name == exercise || std::find(all.begin(), all.end(), *name) != all.end()) {
            entries.error("K010", entry.span, filled(_("\"{}\" is named twice in this item"), *name));
        }
        all.push_back(*name);
    }
    return all;
}

std::vector<ProgrammeSetting> read_settings(Entries& entries) {
    std::vector<ProgrammeSetting> all;
    const Written* group = entries.nested("settings");
    if (group == nullptr) { return all; }
    for (const Member& member : group->members) {
        const Written& value = member.value;
        if (value.kind == Written::Kind::string) {
            const auto text = read_text_value(entries, member.key, value);
            all.push_back({&member, member.key, text.value_or("")});
        } else if (value.kind == Written::Kind::number) {
            const auto number = read_number_value(entries, member.key, value);
            all.push_back({&member, member.key, std::to_string(number.value_or(0))});
        } else {
            entries.wrong_type(member.key, value, _("a number like 3, or a text like \"...\""));
        }
    }
    return all;
}

/// What says something about an exercise, where there is none (K008); and what an item cannot be without.
void check_together(Entries& entries) {
    if (!entries.has("exercise") && !entries.misspelt("exercise")) {
        if (!entries.has("review")) {
            entries.require("exercise", _("A day that only looks back has a \"review\" instead."));
            return;
        }
        for (const char* key :
             {"until", "times", "or", "minutes", "settings", "substitute", "locked_until_agreed"}) {
            const Member* member = entries.group().member(key);
            if (member == nullptr) { continue; }
            entries.error(
                "K008", member->key_span,
                filled(_("\"{}\" belongs to an item with an \"exercise\"; this one only looks back"), key));
        }
        return;
    }
    if (entries.has("times")) { entries.require("until", _("\"times\" is how often within several days.")); }
    if (entries.has("settings") && entries.has("or")) {
        entries.error("K008", entries.group().member("settings")->key_span,
                      _("\"settings\" belong to one exercise, and this item leaves a choice"));
    }
}

ProgrammeItem read_item(Reading& reading, const Written& written) {
    ProgrammeItem item;
    item.written = &written;
    if (!must_be_group(reading, written,
                       _("An item should be a group like { \"day\": 1, \"exercise\": \"feet\" }"))) {
        return item;
    }
    Entries entries(reading, written, item_shape());
    read_note(entries);
    item.day = read_count(entries, "day", limits::most_programme_days).value_or(1);
    item.until = read_count(entries, "until", limits::most_programme_days);
    item.times = read_count(entries, "times", limits::most_programme_days);
    item.exercise = entries.name_id("exercise").value_or("");
    item.alternatives = read_alternatives(entries, item.exercise);
    item.substitute = entries.name_id("substitute").value_or("");
    item.minutes = read_count(entries, "minutes", limits::most_minutes_asked);
    item.settings = read_settings(entries);
    item.optional = entries.yes_no("optional").value_or(false);
    item.locked_until_agreed = entries.yes_no("locked_until_agreed").value_or(false);
    item.text = entries.text("text").value_or("");
    item.review = entries.text("review").value_or("");
    check_together(entries);
    return item;
}

std::vector<ProgrammeItem> read_items(Entries& programme) {
    std::vector<ProgrammeItem> items;
    const Written* list = programme.list("items");
    if (list == nullptr) { return items; }
    if (list->entries.empty()) {
        programme.error("K006", list->span, _("\"items\" is empty: there is no day to begin with"));
    }
    for (const Written& entry : list->entries) { items.push_back(read_item(programme.reading(), entry)); }
    return items;
}

std::vector<ProgrammeWeek> read_weeks(Entries& programme) {
    std::vector<ProgrammeWeek> weeks;
    const Written* list = programme.list("weeks");
    if (list == nullptr) { return weeks; }
    std::map<int, Span> seen;
    for (const Written& written : list->entries) {
        if (!must_be_group(programme.reading(), written,
                           _("A week should be a group like { \"week\": 1, \"title\": \"...\" }"))) {
            continue;
        }
        Entries entries(programme.reading(), written, week_shape());
        read_note(entries);
        ProgrammeWeek week;
        week.written = &written;
        const auto number = read_count(entries, "week", Programme::week_of(limits::most_programme_days));
        week.week = number.value_or(1);
        week.title = entries.text("title").value_or("");
        week.text = entries.text("text").value_or("");
        if (number) {
            const auto [first, is_new] = seen.emplace(*number, entries.find("week")->span);
            if (!is_new) {
                entries.error("K010", entries.find("week")->span,
                              filled(_("Week {} stands here twice (first on line {})"), *number,
                                     entries.reading().findings.line(first->second)));
            }
        }
        weeks.push_back(std::move(week));
    }
    return weeks;
}

} // namespace

ReadProgramme read_programme(std::shared_ptr<const SourceText> source,
                             std::shared_ptr<const PutTogether> parts) {
    ParsedText parsed = parse_written(source, std::move(parts));
    Reading reading{Findings(std::move(source), std::move(parsed.diagnostics)), {}, {}, false};
    const Written* root =
        parsed.document == nullptr ? nullptr : outermost(reading, *parsed.document, file_shape());
    if (root == nullptr) { return {nullptr, reading.findings.take()}; }
    Entries entries(reading, *root, file_shape(), [](std::string_view key) {
        constexpr std::array<std::string_view, 5> of_exercises{"sections", "safety", "parameters", "needs",
                                                               "steps"};
        const bool known = std::find(of_exercises.begin(), of_exercises.end(), key) != of_exercises.end();
        return known ? filled(_("\"{}\" belongs to exercises; a programme names them under \"items\""), key)
                     : std::string();
    });
    auto programme = std::make_shared<Programme>();
    programme->document = parsed.document;
    programme->format = read_format(entries);
    programme->id = entries.name_id("id").value_or("");
    programme->version = read_version(entries);
    programme->language = read_language(entries);
    programme->title = entries.text("title").value_or("");
    if (const Written* about = entries.nested("about")) { programme->about = read_about(reading, *about); }
    programme->weeks = read_weeks(entries);
    programme->items = read_items(entries);
    read_note(entries);
    Diagnostics diagnostics = reading.findings.take();
    if (has_errors(diagnostics)) { programme = nullptr; }
    return {std::move(programme), std::move(diagnostics)};
}

bool looks_like_programme(std::string_view bytes) {
    const auto holds = [&](std::string_view key) { return bytes.find(key) != std::string_view::npos; };
    return holds("\"items\"") && !holds("\"rationale\"") && !holds("\"sections\"") && !holds("\"steps\"") &&
           !holds("\"translates\"") && !speaks_of_homework(bytes);
}

} // namespace kindly
