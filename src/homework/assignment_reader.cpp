// SPDX-License-Identifier: MIT
#include "homework/assignment_reader.hpp"

#include "exercise/canonical.hpp"
#include "exercise/catalogue.hpp"
#include "exercise/decode_heading.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/outer_keys.hpp"
#include "exercise/reader.hpp"
#include "homework/assignment_shapes.hpp"

#include <algorithm>
#include <map>

namespace kindly {

namespace {

constexpr std::size_t digest_length = 64;

/// SHA-256: 64 small hexadecimal digits.
std::string read_digest(Entries& entries) {
    const auto written = entries.text("digest");
    if (!written) { return {}; }
    if (written->size() != digest_length ||
        written->find_first_not_of("0123456789abcdef") != std::string::npos) {
        entries.error(
            "K007", entries.find("digest")->span,
            _("\"digest\" should be 64 digits from 0 to 9 and a to f, as \"kindly assign\" writes it"));
    }
    return *written;
}

std::optional<DayNumber> read_date(Entries& entries, std::string_view key) {
    const auto written = entries.text(key);
    if (!written) { return std::nullopt; }
    const auto day = read_day(*written);
    if (!day) {
        entries.error("K006", entries.find(key)->span,
                      filled(_("\"{}\" is not a date. Write it like \"2026-11-22\""), *written));
    }
    return day;
}

std::optional<int> read_within(Entries& entries, const char* key, int lowest, int highest) {
    const auto number = entries.number(key);
    if (!number || (*number >= lowest && *number <= highest)) { return number; }
    entries.error("K006", entries.find(key)->span,
                  filled(_("\"{}\" ({}) can be {} to {}"), key, *number, lowest, highest));
    return std::nullopt;
}

/// How often: a text, or a list of days.
HowOften read_often(Entries& entries) {
    const Written* written = entries.find("how_often");
    if (written == nullptr) { return {}; }
    if (written->kind == Written::Kind::list) {
        HowOften often{HowOften::Kind::weekdays, 1, {}};
        for (const Written& entry : written->entries) {
            const auto name = read_text_value(entries, "how_often", entry);
            if (!name) { continue; }
            const auto day = read_weekday(*name);
            if (!day) {
                entries.error("K004", entry.span,
                              filled(_("\"{}\" is not a day. Days are monday, tuesday, wednesday, thursday, "
                                       "friday, saturday, sunday"),
                                     *name));
            } else if (!often.days.insert(*day).second) {
                entries.error("K010", entry.span, filled(_("\"{}\" is named twice in this list"), *name));
            }
        }
        if (written->entries.empty()) {
            entries.error("K006", written->span, _("\"how_often\" is empty. Name a day, as in [\"monday\"]"));
        }
        return often;
    }
    const auto text = entries.text("how_often");
    if (!text) { return {}; }
    const auto often = read_how_often(*text);
    if (often && often->kind != HowOften::Kind::weekdays) { return *often; }
    entries.error(
        "K004", written->span,
        often ? filled(_("\"how_often\" is a list where it names days: [\"{}\"]"), *text)
              : filled(_("\"how_often\" cannot be \"{}\""), *text),
        {_("It can be \"daily\", \"3 times a week\", \"every 2 days\", \"once\", \"in_order\", or a list "
           "of days such as [\"monday\", \"thursday\"]."),
         {},
         {}});
    return {};
}

std::vector<ProgrammeSetting> read_settings(Entries& entries) {
    std::vector<ProgrammeSetting> all;
    const Written* group = entries.nested("settings");
    if (group == nullptr) { return all; }
    for (const Member& member : group->members) {
        const Written& value = member.value;
        if (value.kind == Written::Kind::string) {
            all.push_back({&member, member.key, read_text_value(entries, member.key, value).value_or("")});
        } else if (value.kind == Written::Kind::number) {
            const auto number = read_number_value(entries, member.key, value);
            all.push_back({&member, member.key, std::to_string(number.value_or(0))});
        } else {
            entries.wrong_type(member.key, value, _("a number like 3, or a text like \"...\""));
        }
    }
    return all;
}

AssignmentPlan read_if_then(Entries& item) {
    AssignmentPlan plan;
    const Written* group = item.nested("plan");
    if (group == nullptr) { return plan; }
    Entries entries(item.reading(), *group, assignment_plan_shape());
    plan.cue = entries.text("cue").value_or("");
    plan.place = entries.text("place").value_or("");
    plan.obstacle = entries.text("obstacle").value_or("");
    plan.then = entries.text("then").value_or("");
    return plan;
}

AssignmentItem read_item(Reading& reading, const Written& written, AssignmentSort sort) {
    AssignmentItem item;
    item.written = &written;
    if (!must_be_group(
            reading, written,
            _("An item should be a group like { \"exercise\": \"feet\", \"how_often\": \"daily\" }"))) {
        return item;
    }
    Entries entries(reading, written, assignment_item_shape(sort));
    item.exercise = entries.name_id("exercise").value_or("");
    if (sort == AssignmentSort::assignment) {
        item.version = read_version(entries);
        item.digest = read_digest(entries);
    }
    item.settings = read_settings(entries);
    item.often = read_often(entries);
    item.from = read_date(entries, "from");
    item.until = read_date(entries, "until");
    if (item.from && item.until && *item.until < *item.from) {
        entries.error("K006", entries.find("until")->span,
                      filled(_("\"until\" ({}) is before \"from\" ({})"), written_day(*item.until),
                             written_day(*item.from)));
    }
    item.minutes = read_within(entries, "minutes", 1, limits::most_minutes_asked);
    item.plan = read_if_then(entries);
    constexpr int most_confidence = 100;
    item.confidence = read_within(entries, "confidence", 0, most_confidence);
    item.easier = entries.name_id("easier").value_or("");
    if (!item.easier.empty() && item.easier == item.exercise) {
        entries.error("K010", entries.find("easier")->span,
                      filled(_("\"{}\" cannot be the easier one in its own place"), item.easier));
    }
    item.locked_until_agreed = entries.yes_no("locked_until_agreed").value_or(false);
    item.text = entries.text("text").value_or("");
    return item;
}

std::vector<AssignmentItem> read_items(Entries& file, AssignmentSort sort) {
    std::vector<AssignmentItem> items;
    const Written* list = file.list("items");
    if (list == nullptr) { return items; }
    if (list->entries.empty()) {
        file.error("K006", list->span, _("\"items\" is empty: there is nothing to practise"));
    }
    std::map<std::string, Span> seen;
    for (const Written& entry : list->entries) {
        AssignmentItem item = read_item(file.reading(), entry, sort);
        if (const Written* name = entry.find("exercise"); name != nullptr && !item.exercise.empty()) {
            const auto [first, is_new] = seen.emplace(item.exercise, name->span);
            if (!is_new) {
                file.error(
                    "K010", name->span,
                    filled(_("\"{}\" stands here twice (first on line {})"), item.exercise,
                           file.reading().findings.line(first->second)),
                    {_("What was practised could not be told apart. One item can ask for it more often."),
                     {},
                     {}});
            }
        }
        items.push_back(std::move(item));
    }
    return items;
}

/// The findings of a whole exercise, in the places where it stands in this file.
void add_findings(Entries& file, const Written& written, const SourceText& source) {
    const ReadExercise read = read_exercise(blanked_around(source, written.span));
    for (const Diagnostic& finding : read.diagnostics) {
        if (finding.severity == Severity::error) { file.reading().findings.add(finding); }
    }
    if (read.exercise == nullptr) { file.spoil(); }
}

std::vector<EmbeddedExercise> read_exercises(Entries& file, const SourceText& source) {
    std::vector<EmbeddedExercise> all;
    const Written* list = file.list("exercises");
    if (list == nullptr) { return all; }
    if (list->entries.size() > limits::most_exercises_brought) {
        file.error("K006", list->span,
                   filled(_("\"exercises\" holds {} exercises; it can hold {} at most"), list->entries.size(),
                          limits::most_exercises_brought));
        return all;
    }
    std::map<std::string, Span> seen;
    for (const Written& written : list->entries) {
        if (!must_be_group(file.reading(), written,
                           _("Here stands an exercise, whole: { \"format\": \"1.0\", ... }"))) {
            continue;
        }
        add_findings(file, written, source);
        const Written* id = written.find("id");
        if (id == nullptr || !is_exercise_id(id->text)) { continue; } // that has been said
        const auto [first, is_new] = seen.emplace(id->text, id->span);
        if (!is_new) {
            file.error("K010", id->span,
                       filled(_("Two exercises here have the name \"{}\" (first on line {})"), id->text,
                              file.reading().findings.line(first->second)));
        }
        all.push_back({&written, id->text, canonical_digest(written),
                       source.bytes().substr(written.span.begin, written.span.end - written.span.begin)});
    }
    return all;
}

ReadAssignment read(std::shared_ptr<const SourceText> source, AssignmentSort sort) {
    ParsedText parsed = parse_written(source, nullptr, Remarks::none);
    Reading reading{Findings(std::move(source), std::move(parsed.diagnostics)), {}, {}, false};
    const Shape& shape = assignment_shape(sort);
    const Written* root = parsed.document == nullptr ? nullptr : outermost(reading, *parsed.document, shape);
    if (root == nullptr) { return {nullptr, reading.findings.take()}; }
    Entries entries(reading, *root, shape, [](std::string_view key) {
        const bool of_exercises = key == "sections" || key == "safety" || key == "steps";
        return of_exercises
                   ? filled(_("\"{}\" belongs to an exercise; whole exercises stand under \"exercises\""),
                            key)
                   : std::string();
    });
    auto assignment = std::make_shared<Assignment>();
    assignment->document = parsed.document;
    assignment->format = read_format(entries);
    if (sort == AssignmentSort::assignment) {
        assignment->id = entries.name_id("id").value_or("");
        if (read_date(entries, "made_on")) { assignment->made_on = entries.find("made_on")->text; }
        assignment->reply_to = entries.text("reply_to").value_or("");
        assignment->digest = read_digest(entries);
    }
    assignment->language = read_language(entries);
    assignment->title = entries.text("title").value_or("");
    assignment->from = entries.text("from").value_or("");
    assignment->for_whom = entries.text("for").value_or("");
    assignment->rationale = entries.text("rationale").value_or("");
    assignment->message = entries.text("message").value_or("");
    const std::vector<std::string> levels{"counts", "ratings", "words"};
    if (const auto level = entries.one_of("share", levels)) { assignment->share = levels[*level]; }
    assignment->items = read_items(entries, sort);
    if (entries.has("questions")) { assignment->questions = entries.texts("questions"); }
    assignment->exercises = read_exercises(entries, *parsed.document->source);
    const bool broken = entries.broken();
    Diagnostics diagnostics = reading.findings.take();
    if (broken || has_errors(diagnostics)) { assignment = nullptr; }
    return {std::move(assignment), std::move(diagnostics)};
}

} // namespace

std::shared_ptr<const SourceText> blanked_around(const SourceText& source, Span span) {
    std::string bytes = source.bytes();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const bool inside = at >= span.begin && at < span.end;
        if (!inside && bytes[at] != '\n') { bytes[at] = ' '; }
    }
    return std::make_shared<const SourceText>(source.name(), std::move(bytes));
}

ReadAssignment read_assignment(std::shared_ptr<const SourceText> source) {
    return read(std::move(source), AssignmentSort::assignment);
}

ReadAssignment read_plan(std::shared_ptr<const SourceText> source) {
    return read(std::move(source), AssignmentSort::plan);
}

bool looks_like_assignment(std::string_view bytes) {
    const auto holds = [&](std::string_view key) { return bytes.find(key) != std::string_view::npos; };
    if (holds("\"rationale\"") && holds("\"made_on\"")) { return true; }
    // What is forgotten is said by the reader, who has to be the right one.
    if (!speaks_of_homework(bytes)) { return false; }
    const auto keys = outer_keys(bytes);
    return keys.contains("made_on") || keys.contains("digest");
}

bool looks_like_plan(std::string_view bytes) {
    const auto holds = [&](std::string_view key) { return bytes.find(key) != std::string_view::npos; };
    if (looks_like_assignment(bytes)) { return false; }
    return (holds("\"rationale\"") && holds("\"how_often\"")) || speaks_of_homework(bytes);
}

} // namespace kindly
