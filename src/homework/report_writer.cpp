// SPDX-License-Identifier: MIT
#include "homework/report_writer.hpp"

#include "base/digest.hpp"
#include "base/translate.hpp"
#include "journal/journal.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

std::string note_name(const HomeworkNote& note) { return fmt::format("note.{}", note.position); }

/// As far as ids are needed to tell practices apart, and which of its answers.
std::string answer_name(const Entry& entry, const AnswerEntry& answer) {
    constexpr std::size_t moment_digits = 13;
    return fmt::format("{}.{}", entry.id.substr(0, moment_digits), answer.position);
}

/// Text, and whatever is private: only by being chosen.
bool is_chosen_singly(const AnswerEntry& answer) {
    return !leaves(Share::ratings, answer.kind, answer.is_private);
}

bool has_value(const AnswerEntry& answer) {
    return answer.sealed || answer.value_number.has_value() || answer.value_text.has_value();
}

std::string value_in_words(const AnswerEntry& answer) {
    return answer.value_text     ? *answer.value_text
           : answer.value_number ? fmt::format("{}", *answer.value_number)
                                 : std::string();
}

std::string question_of(const Assignment& assignment, const HomeworkNote& note) {
    if (note.kind == "question") { return _("For next time"); }
    if (note.kind == "skipped" || note.kind == "instead") { return _("What came in between"); }
    const auto place = static_cast<std::size_t>(note.item) - 1;
    return note.kind == "answer" && place < assignment.questions.size() ? assignment.questions[place]
                                                                        : std::string();
}

/// Two clients may have been given the same file; no two began it in the same millisecond. Opaque: a mark to
/// compare with, which tells nothing by itself.
std::string series_of(const HomeworkRow& row) {
    constexpr std::size_t digits = 16;
    return sha256(fmt::format("{}/{}", row.digest, row.begun_at.unix_ms)).substr(0, digits);
}

bool is_for_reports(const HomeworkNote& note) {
    return note.kind != "agreed" && (note.sealed || !note.words.empty());
}

class Making {
public:
    Making(const Journal& journal, const Begun& begun, const ReportRequest& request)
        : journal_(journal), begun_(begun), assignment_(*begun.assignment), request_(request) {}

    Report run() {
        head();
        const auto entries = entries_since(journal_, begun_.row);
        const auto items = items_of(assignment_, begun_.notes, entries);
        for (std::size_t place = 0; place < entries.size(); ++place) {
            if (items[place]) { add_practice(entries[place], assignment_.items[*items[place]]); }
        }
        add_items(entries, items);
        for (const HomeworkNote& note : begun_.notes) { add_note(note); }
        return std::move(report_);
    }

private:
    void head() {
        report_.format = "1.0";
        report_.id = request_.id;
        report_.written_on = request_.written_on;
        report_.begun_on = begun_.row.begun_day;
        report_.kindly_version = request_.kindly_version;
        report_.assignment = assignment_.id;
        report_.assignment_digest = assignment_.digest;
        report_.series = series_of(begun_.row);
        report_.language = assignment_.language;
        report_.title = assignment_.title;
        report_.from = assignment_.from;
        report_.for_whom = assignment_.for_whom;
        report_.share = word(request_.share);
    }

    [[nodiscard]] bool chosen(const std::string& name) const {
        return request_.share == Share::words && request_.words.contains(name);
    }

    void add_practice(const Entry& entry, const AssignmentItem& item) {
        ReportPractice& practice = report_.practices.emplace_back();
        practice.exercise = entry.exercise;
        practice.version = entry.exercise_version;
        practice.digest = entry.digest;
        practice.day = entry.day;
        practice.status = entry.status;
        if (item.exercise != entry.exercise) { practice.instead_of = item.exercise; }
        practice.practised_seconds = entry.practised_seconds;
        practice.entered_later = entry.source == "entered_later";
        add_ratings(entry, practice);
        for (const AnswerEntry& answer : journal_.answers(entry.id)) { add_answer(entry, answer, practice); }
    }

    void add_ratings(const Entry& entry, ReportPractice& practice) {
        const bool leave = ratings_leave(request_.share);
        const auto give = [&](const auto& value, auto& into) {
            if (!value) { return; }
            if (leave) {
                into = value;
            } else {
                ++report_.withheld_ratings;
            }
        };
        give(entry.distress_before, practice.distress_before);
        give(entry.distress_after, practice.distress_after);
        give(entry.kindness_before, practice.kindness_before);
        give(entry.kindness_after, practice.kindness_after);
        give(entry.groundings, practice.groundings);
        const auto give_text = [&](const std::string& value, std::string& into) {
            if (value.empty()) { return; }
            if (leave) {
                into = value;
            } else {
                ++report_.withheld_ratings;
            }
        };
        give_text(entry.backdraft, practice.backdraft);
        if (entry.stop_reason == "distress") { give_text(entry.stop_reason, practice.stop_reason); }
    }

    void add_answer(const Entry& entry, const AnswerEntry& answer, ReportPractice& practice) {
        if (!has_value(answer)) { return; }
        if (is_chosen_singly(answer)) {
            const std::string name = answer_name(entry, answer);
            if (!chosen(name) || answer.sealed) {
                ++report_.withheld_words;
            } else {
                practice.words.push_back({name, answer.prompt, value_in_words(answer)});
            }
            return;
        }
        if (!leaves(request_.share, answer.kind, answer.is_private)) {
            ++report_.withheld_ratings;
            return;
        }
        practice.answers.push_back({answer.question, answer.kind, answer.measure, answer.value_number,
                                    answer.value_text.value_or("")});
    }

    void add_note(const HomeworkNote& note) {
        const auto place = static_cast<std::size_t>(note.item) - 1;
        std::string words;
        if (is_for_reports(note)) {
            if (chosen(note_name(note)) && !note.sealed) {
                words = note.words;
            } else {
                ++report_.withheld_words;
            }
        }
        if ((note.kind == "skipped" || note.kind == "instead") && place < assignment_.items.size()) {
            if (note.kind == "instead" && words.empty()) { return; }
            report_.left_out.push_back({assignment_.items[place].exercise, note.day, words});
        } else if (!words.empty() && note.kind == "question") {
            report_.questions.push_back({note_name(note), question_of(assignment_, note), words});
        } else if (!words.empty() && note.kind == "answer") {
            report_.answers.push_back({note_name(note), question_of(assignment_, note), words});
        }
    }

    void add_items(const std::vector<Entry>& entries, const std::vector<std::optional<std::size_t>>& items) {
        const auto began = read_day(begun_.row.begun_day);
        const auto today = read_day(request_.written_on);
        for (std::size_t place = 0; place < assignment_.items.size(); ++place) {
            const AssignmentItem& item = assignment_.items[place];
            const Standing& standing = begun_.standings[place];
            ReportItem& reported = report_.items.emplace_back();
            reported.exercise = item.exercise;
            reported.version = item.version;
            reported.digest = item.digest;
            reported.how_often = word(item.often);
            reported.of = standing.of;
            reported.done = standing.done;
            reported.in_part = standing.in_part;
            reported.left_out = standing.left_out;
        }
        if (began && today) { add_weeks(entries, items, *began, *today); }
    }

    /// Each week as it stood on its last day.
    void add_weeks(const std::vector<Entry>& entries, const std::vector<std::optional<std::size_t>>& items,
                   DayNumber began, DayNumber today) {
        constexpr int days_of_a_week = 7;
        std::vector<Standing> before(assignment_.items.size());
        for (DayNumber monday = monday_of(began); monday <= today; monday += days_of_a_week) {
            const DayNumber end = std::min(monday + days_of_a_week - 1, today);
            const auto now = standings_of(begun_, entries, items, end);
            for (std::size_t place = 0; place < now.size(); ++place) {
                const auto settled = [](const Standing& one) { return one.done + one.in_part; };
                const int of = now[place].of - before[place].of;
                const int done = settled(now[place]) - settled(before[place]);
                if (of > 0 || done > 0) {
                    report_.items[place].weeks.push_back({iso_week(monday), of, done});
                }
            }
            before = now;
        }
    }

    const Journal& journal_;
    const Begun& begun_;
    const Assignment& assignment_;
    const ReportRequest& request_;
    Report report_;
};

Json words_as_json(const ReportWords& words) {
    Json json{{"name", words.name}};
    if (!words.question.empty()) { json["question"] = words.question; }
    json["text"] = words.text;
    return json;
}

Json as_json(const ReportPractice& practice) {
    Json json{{"exercise", practice.exercise}, {"version", practice.version}};
    const auto add_text = [&](const char* key, const std::string& value) {
        if (!value.empty()) { json[key] = value; }
    };
    const auto add = [&](const char* key, const auto& value) {
        if (value) { json[key] = *value; }
    };
    add_text("digest", practice.digest);
    json["day"] = practice.day;
    json["status"] = practice.status;
    add_text("instead_of", practice.instead_of);
    add("practised_seconds", practice.practised_seconds);
    json["entered_later"] = practice.entered_later;
    add_text("stop_reason", practice.stop_reason);
    add("distress_before", practice.distress_before);
    add("distress_after", practice.distress_after);
    add("kindness_before", practice.kindness_before);
    add("kindness_after", practice.kindness_after);
    add_text("backdraft", practice.backdraft);
    add("groundings", practice.groundings);
    for (const ReportAnswer& answer : practice.answers) {
        Json one{{"question", answer.question}, {"kind", answer.kind}};
        if (!answer.measure.empty()) { one["measure"] = answer.measure; }
        if (answer.number) {
            const auto whole = static_cast<std::int64_t>(*answer.number);
            one["value"] = static_cast<double>(whole) == *answer.number ? Json(whole) : Json(*answer.number);
        }
        if (!answer.text.empty()) { one["choice"] = answer.text; }
        json["answers"].push_back(std::move(one));
    }
    for (const ReportWords& words : practice.words) { json["words"].push_back(words_as_json(words)); }
    return json;
}

} // namespace

std::vector<WordsToChoose> words_to_choose(const Journal& journal, const Begun& begun) {
    std::vector<WordsToChoose> all;
    const auto entries = entries_since(journal, begun.row);
    const auto items = items_of(*begun.assignment, begun.notes, entries);
    for (std::size_t place = 0; place < entries.size(); ++place) {
        if (!items[place]) { continue; }
        for (const AnswerEntry& answer : journal.answers(entries[place].id)) {
            if (!is_chosen_singly(answer) || !has_value(answer) || answer.sealed) { continue; }
            all.push_back({answer_name(entries[place], answer), entries[place].day, answer.prompt,
                           value_in_words(answer)});
        }
    }
    for (const HomeworkNote& note : begun.notes) {
        if (!is_for_reports(note) || note.sealed) { continue; }
        all.push_back({note_name(note), note.day, question_of(*begun.assignment, note), note.words});
    }
    return all;
}

Report make_report(const Journal& journal, const Begun& begun, const ReportRequest& request) {
    return Making(journal, begun, request).run();
}

nlohmann::ordered_json as_json(const Report& report) {
    Json json{{"format", report.format},
              {"id", report.id},
              {"written_on", report.written_on},
              {"begun_on", report.begun_on},
              {"kindly_version", report.kindly_version},
              {"assignment", report.assignment},
              {"assignment_digest", report.assignment_digest}};
    if (!report.series.empty()) { json["series"] = report.series; }
    json["language"] = report.language;
    json["title"] = report.title;
    json["from"] = report.from;
    json["for"] = report.for_whom;
    json["share"] = report.share;
    for (const ReportWords& one : report.questions) { json["for_next_time"].push_back(words_as_json(one)); }
    for (const ReportWords& one : report.answers) { json["answers"].push_back(words_as_json(one)); }
    json["items"] = Json::array();
    for (const ReportItem& item : report.items) {
        Json one{{"exercise", item.exercise},
                 {"version", item.version},
                 {"digest", item.digest},
                 {"how_often", item.how_often},
                 {"of", item.of},
                 {"done", item.done},
                 {"in_part", item.in_part},
                 {"left_out", item.left_out},
                 {"weeks", Json::array()}};
        for (const ReportWeek& week : item.weeks) {
            one["weeks"].push_back({{"week", week.week}, {"of", week.of}, {"done", week.done}});
        }
        json["items"].push_back(std::move(one));
    }
    json["practices"] = Json::array();
    for (const ReportPractice& practice : report.practices) {
        json["practices"].push_back(as_json(practice));
    }
    json["left_out"] = Json::array();
    for (const ReportLeftOut& one : report.left_out) {
        Json left{{"exercise", one.exercise}, {"day", one.day}};
        if (!one.obstacle.empty()) { left["obstacle"] = one.obstacle; }
        json["left_out"].push_back(std::move(left));
    }
    json["withheld"] = {{"ratings", report.withheld_ratings}, {"words", report.withheld_words}};
    return json;
}

const char* word(Share share) {
    switch (share) {
    case Share::counts: return "counts";
    case Share::ratings: return "ratings";
    case Share::words: return "words";
    }
    return "";
}

std::optional<Share> read_share(const std::string& written) {
    for (const Share share : {Share::counts, Share::ratings, Share::words}) {
        if (written == word(share)) { return share; }
    }
    return std::nullopt;
}

} // namespace kindly
