// SPDX-License-Identifier: MIT
#include "homework/report_reader.hpp"

#include "base/day.hpp"
#include "exercise/decode_heading.hpp"
#include "exercise/json_text.hpp"

#include <functional>

namespace kindly {

namespace {

const Shape& file_shape() {
    static const Shape shape{N_("A report"),
                             N_("This report"),
                             {{"$schema"},
                              {"format", "\"format\": \"1.0\"", true},
                              {"id", "\"id\": \"...\"", true},
                              {"written_on", "\"written_on\": \"2026-12-06\"", true},
                              {"begun_on", "\"begun_on\": \"2026-11-23\"", true},
                              {"kindly_version", "\"kindly_version\": \"...\"", true},
                              {"assignment", "\"assignment\": \"...\"", true},
                              {"assignment_digest", "\"assignment_digest\": \"...\"", true},
                              {"series"},
                              {"language", "\"language\": \"en\"", true},
                              {"title", "\"title\": \"...\"", true},
                              {"from", "\"from\": \"...\"", true},
                              {"for", "\"for\": \"...\"", true},
                              {"share", "\"share\": \"counts\"", true},
                              {"for_next_time"},
                              {"answers"},
                              {"items", "\"items\": [ ... ]", true},
                              {"practices", "\"practices\": [ ... ]", true},
                              {"left_out", "\"left_out\": [ ... ]", true},
                              {"withheld", "\"withheld\": { ... }", true}},
                             {}};
    return shape;
}

const Shape& item_shape() {
    static const Shape shape{N_("An item"),
                             N_("This item"),
                             {{"exercise", "", true},
                              {"version", "", true},
                              {"digest", "", true},
                              {"how_often", "", true},
                              {"of", "", true},
                              {"done", "", true},
                              {"in_part", "", true},
                              {"left_out", "", true},
                              {"weeks", "", true}},
                             {}};
    return shape;
}

const Shape& week_shape() {
    static const Shape shape{
        N_("A week"), N_("This week"), {{"week", "", true}, {"of", "", true}, {"done", "", true}}, {}};
    return shape;
}

const Shape& practice_shape() {
    static const Shape shape{N_("A practice"),
                             N_("This practice"),
                             {{"exercise", "", true},
                              {"version", "", true},
                              {"digest"},
                              {"day", "", true},
                              {"status", "", true},
                              {"instead_of"},
                              {"practised_seconds"},
                              {"entered_later", "", true},
                              {"stop_reason"},
                              {"distress_before"},
                              {"distress_after"},
                              {"kindness_before"},
                              {"kindness_after"},
                              {"backdraft"},
                              {"groundings"},
                              {"answers"},
                              {"words"}},
                             {}};
    return shape;
}

const Shape& answer_shape() {
    static const Shape shape{N_("An answer"),
                             N_("This answer"),
                             {{"question", "", true}, {"kind", "", true}, {"measure"}, {"value"}, {"choice"}},
                             {}};
    return shape;
}

const Shape& words_shape() {
    static const Shape shape{
        N_("Something written"), N_("This"), {{"name", "", true}, {"question"}, {"text", "", true}}, {}};
    return shape;
}

const Shape& left_out_shape() {
    static const Shape shape{
        N_("Something left out"), N_("This"), {{"exercise", "", true}, {"day", "", true}, {"obstacle"}}, {}};
    return shape;
}

const Shape& withheld_shape() {
    static const Shape shape{
        N_("What was withheld"), N_("This"), {{"ratings", "", true}, {"words", "", true}}, {}};
    return shape;
}

void each(Entries& entries, const char* key, const std::function<void(const Written&)>& read) {
    const Written* list = entries.has(key) ? entries.list(key) : nullptr;
    if (list == nullptr) { return; }
    for (const Written& one : list->entries) {
        if (must_be_group(entries.reading(), one, _("Here stands a group: { ... }"))) { read(one); }
    }
}

std::string text_or_empty(Entries& entries, const char* key) {
    return entries.has(key) ? entries.text(key).value_or("") : std::string();
}

std::string read_date(Entries& entries, const char* key) {
    const std::string written = text_or_empty(entries, key);
    if (!written.empty() && !read_day(written)) {
        entries.error("K006", entries.find(key)->span,
                      filled(_("\"{}\" is not a date. Write it like \"2026-11-22\""), written));
    }
    return written;
}

int read_count(Entries& entries, const char* key) {
    const auto number = entries.number(key);
    if (number && *number < 0) {
        entries.error("K006", entries.find(key)->span,
                      filled(_("\"{}\" ({}) cannot be below 0"), key, *number));
    }
    return number.value_or(0);
}

std::optional<int> read_rating(Entries& entries, const char* key) {
    if (!entries.has(key)) { return std::nullopt; }
    const auto number = entries.number(key);
    constexpr int most = 10;
    if (number && (*number < 0 || *number > most)) {
        entries.error("K006", entries.find(key)->span,
                      filled(_("\"{}\" ({}) can be {} to {}"), key, *number, 0, most));
    }
    return number;
}

ReportWords read_words(Reading& reading, const Written& written) {
    Entries entries(reading, written, words_shape());
    return {text_or_empty(entries, "name"), text_or_empty(entries, "question"),
            text_or_empty(entries, "text")};
}

ReportItem read_item(Reading& reading, const Written& written) {
    Entries entries(reading, written, item_shape());
    ReportItem item;
    item.exercise = entries.name_id("exercise").value_or("");
    item.version = text_or_empty(entries, "version");
    item.digest = text_or_empty(entries, "digest");
    item.how_often = text_or_empty(entries, "how_often");
    item.of = read_count(entries, "of");
    item.done = read_count(entries, "done");
    item.in_part = read_count(entries, "in_part");
    item.left_out = read_count(entries, "left_out");
    if (item.open() < 0) {
        entries.error("K006", entries.find("of") == nullptr ? written.span : entries.find("of")->span,
                      _("More was done than there was to do: these numbers cannot be right"));
    }
    each(entries, "weeks", [&](const Written& one) {
        Entries week(reading, one, week_shape());
        item.weeks.push_back({text_or_empty(week, "week"), read_count(week, "of"), read_count(week, "done")});
    });
    return item;
}

ReportAnswer read_answer(Reading& reading, const Written& written) {
    Entries entries(reading, written, answer_shape());
    ReportAnswer answer;
    answer.question = text_or_empty(entries, "question");
    answer.kind = text_or_empty(entries, "kind");
    answer.measure = text_or_empty(entries, "measure");
    answer.text = text_or_empty(entries, "choice");
    if (const Written* value = entries.find("value"); value != nullptr) {
        if (value->kind == Written::Kind::number) {
            answer.number = value->number;
        } else {
            entries.wrong_type("value", *value, _("a number like 3"));
        }
    }
    return answer;
}

ReportPractice read_practice(Reading& reading, const Written& written) {
    Entries entries(reading, written, practice_shape());
    ReportPractice practice;
    practice.exercise = entries.name_id("exercise").value_or("");
    practice.version = text_or_empty(entries, "version");
    practice.digest = text_or_empty(entries, "digest");
    practice.day = read_date(entries, "day");
    const std::vector<std::string> how{"completed", "closed_early", "stopped", "interrupted"};
    if (const auto status = entries.one_of("status", how)) { practice.status = how[*status]; }
    practice.instead_of = text_or_empty(entries, "instead_of");
    if (entries.has("practised_seconds")) {
        practice.practised_seconds = read_count(entries, "practised_seconds");
    }
    practice.entered_later = entries.yes_no("entered_later").value_or(false);
    practice.stop_reason = text_or_empty(entries, "stop_reason");
    practice.distress_before = read_rating(entries, "distress_before");
    practice.distress_after = read_rating(entries, "distress_after");
    practice.kindness_before = read_rating(entries, "kindness_before");
    practice.kindness_after = read_rating(entries, "kindness_after");
    practice.backdraft = text_or_empty(entries, "backdraft");
    if (entries.has("groundings")) { practice.groundings = read_count(entries, "groundings"); }
    each(entries, "answers",
         [&](const Written& one) { practice.answers.push_back(read_answer(reading, one)); });
    each(entries, "words", [&](const Written& one) { practice.words.push_back(read_words(reading, one)); });
    return practice;
}

void read_lists(Reading& reading, Entries& entries, Report& report) {
    each(entries, "for_next_time",
         [&](const Written& one) { report.questions.push_back(read_words(reading, one)); });
    each(entries, "answers", [&](const Written& one) { report.answers.push_back(read_words(reading, one)); });
    each(entries, "items", [&](const Written& one) { report.items.push_back(read_item(reading, one)); });
    each(entries, "practices",
         [&](const Written& one) { report.practices.push_back(read_practice(reading, one)); });
    each(entries, "left_out", [&](const Written& one) {
        Entries left(reading, one, left_out_shape());
        report.left_out.push_back(
            {left.name_id("exercise").value_or(""), read_date(left, "day"), text_or_empty(left, "obstacle")});
    });
    if (const Written* group = entries.nested("withheld")) {
        Entries withheld(reading, *group, withheld_shape());
        report.withheld_ratings = read_count(withheld, "ratings");
        report.withheld_words = read_count(withheld, "words");
    }
}

} // namespace

ReadReport read_report(std::shared_ptr<const SourceText> source) {
    ParsedText parsed = parse_written(source, nullptr, Remarks::none);
    // What somebody wrote in a practice may be longer than what an exercise may say on a screen.
    std::erase_if(parsed.diagnostics, [&](const Diagnostic& one) {
        return one.code == "J007" && parsed.document != nullptr && source->bytes()[one.where.begin] == '"';
    });
    Reading reading{Findings(source, std::move(parsed.diagnostics)), {}, {}, false};
    const Written* root =
        parsed.document == nullptr ? nullptr : outermost(reading, *parsed.document, file_shape());
    if (root == nullptr) { return {nullptr, reading.findings.take()}; }
    Entries entries(reading, *root, file_shape());
    auto report = std::make_shared<Report>();
    report->format = read_format(entries);
    report->id = entries.name_id("id").value_or("");
    report->written_on = read_date(entries, "written_on");
    report->begun_on = read_date(entries, "begun_on");
    report->kindly_version = text_or_empty(entries, "kindly_version");
    report->assignment = entries.name_id("assignment").value_or("");
    report->assignment_digest = text_or_empty(entries, "assignment_digest");
    report->series = text_or_empty(entries, "series");
    report->language = read_language(entries);
    report->title = text_or_empty(entries, "title");
    report->from = text_or_empty(entries, "from");
    report->for_whom = text_or_empty(entries, "for");
    const std::vector<std::string> levels{"counts", "ratings", "words"};
    if (const auto level = entries.one_of("share", levels)) { report->share = levels[*level]; }
    read_lists(reading, entries, *report);
    Diagnostics diagnostics = reading.findings.take();
    if (has_errors(diagnostics)) { report = nullptr; }
    return {std::move(report), std::move(diagnostics)};
}

bool looks_like_report(std::string_view bytes) {
    const auto holds = [&](std::string_view key) { return bytes.find(key) != std::string_view::npos; };
    return holds("\"assignment_digest\"") && holds("\"practices\"");
}

} // namespace kindly
