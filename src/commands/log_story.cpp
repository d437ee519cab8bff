// SPDX-License-Identifier: MIT
#include "commands/log_story.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/change_text.hpp"
#include "commands/log_text.hpp"
#include "exercise/put_together.hpp"
#include "exercise/reader.hpp"
#include "journal/adding.hpp"

#include <algorithm>

namespace kindly {

namespace {

constexpr std::size_t indent = 2;
constexpr std::string_view answer_field = "answer.";

std::string section_of(const std::string& path) { return path.substr(0, path.find('/')); }

std::string title_of(const Told& told, const std::string& section) {
    if (told.exercise) {
        for (const auto& one : told.exercise->sections) {
            if (one.id == section && !one.title.empty()) { return one.title; }
        }
    }
    return section;
}

bool offers(const SafetyEntry& safety, const char* choice) {
    return std::find(safety.offered.begin(), safety.offered.end(), choice) != safety.offered.end();
}

/// What was offered and what the person chose. Empty for a check-in after which nothing was offered.
std::string offer_in_words(const SafetyEntry& safety) {
    if (safety.offered.empty()) { return {}; }
    const std::string& chosen = safety.chosen;
    if (safety.reason == "stop") {
        if (chosen == "stop") { return _("You chose to stop."); }
        if (chosen == "close") { return _("You chose to stop, and took the closing."); }
        if (chosen == "go_on") { return _("You thought of stopping, and went on."); }
        return _("You chose to stop.");
    }
    if (offers(safety, "ground")) {
        if (chosen == "ground") { return _("Grounding was offered and taken."); }
        if (chosen == "go_on") { return _("Grounding was offered; you chose to go on."); }
        if (chosen == "close") { return _("Grounding was offered; you chose the closing."); }
        if (chosen == "stop") { return _("Grounding was offered; you chose to stop."); }
        return _("Grounding was offered.");
    }
    if (chosen == "go_on") { return _("You were asked how to go on, and went on."); }
    if (chosen == "close") { return _("You were asked how to go on, and chose the closing."); }
    if (chosen == "stop") { return _("You were asked how to go on, and chose to stop."); }
    return _("You were asked how to go on.");
}

/// Steps, answers and offers in the order in which they came.
class Telling {
public:
    Telling(Output& out, const Told& told, std::size_t columns) : out_(out), told_(told), columns_(columns) {}

    void run() {
        for (std::size_t at = 0; at < told_.steps.size(); ++at) {
            const StepEntry& step = told_.steps[at];
            offers_before(step.began_ms);
            head(section_of(step.path));
            answers_at(at);
        }
        while (next_answer_ < told_.answers.size()) { tell_answer(); }
        while (next_offer_ < told_.safety.size()) { tell_offer(); }
    }

private:
    void head(const std::string& section) {
        if (section == section_) { return; }
        section_ = section;
        // A note of the person's own stands below no part of an exercise.
        out_.write("\n");
        if (section != note_question) { write_indented(out_, title_of(told_, section), 0, columns_); }
    }
    /// Those of this step, and any before them that belong to no step that is still to come.
    void answers_at(std::size_t step) {
        while (next_answer_ < told_.answers.size()) {
            const std::string& path = told_.answers[next_answer_].step;
            const bool later =
                std::any_of(told_.steps.begin() + static_cast<std::ptrdiff_t>(step) + 1, told_.steps.end(),
                            [&](const StepEntry& one) { return one.path == path; });
            if (path != told_.steps[step].path && later) { return; }
            const bool here = path == told_.steps[step].path;
            tell_answer();
            if (here) { return; }
        }
    }
    void tell_answer() {
        const AnswerEntry& answer = told_.answers[next_answer_++];
        head(section_of(answer.step));
        write_answer(out_, answer, columns_);
        asked_.push_back(answer.question);
    }
    void offers_before(std::int64_t at_ms) {
        while (next_offer_ < told_.safety.size()) {
            const SafetyEntry& safety = told_.safety[next_offer_];
            const bool answered = safety.check_in.empty() ||
                                  std::find(asked_.begin(), asked_.end(), safety.check_in) != asked_.end();
            if (safety.at_ms > at_ms || !answered) { return; }
            tell_offer();
        }
    }
    void tell_offer() {
        const std::string words = offer_in_words(told_.safety[next_offer_++]);
        if (!words.empty()) { write_indented(out_, words, indent, columns_); }
    }

    Output& out_;
    const Told& told_;
    std::size_t columns_;
    std::string section_;
    std::vector<std::string> asked_;
    std::size_t next_answer_ = 0;
    std::size_t next_offer_ = 0;
};

bool words_deleted(const Told& told, const std::string& position) {
    return std::any_of(told.answers.begin(), told.answers.end(), [&](const AnswerEntry& answer) {
        return answer.words_deleted && std::to_string(answer.position) == position;
    });
}

void write_amendments(Output& out, const Told& told, std::size_t columns) {
    std::int64_t revision = 0;
    for (std::size_t at = 0; at < told.amendments.size(); ++at) {
        const AmendmentEntry& amendment = told.amendments[at];
        const std::string name = field_in_words(amendment.field);
        if (name.empty()) { continue; }
        if (amendment.revision != revision) {
            out.write("\n");
            write_indented(out, filled(_("Put right on {}:"), day_of(amendment.amended_at)), 0, columns);
            revision = amendment.revision;
        }
        if (amendment.sealed) {
            write_indented(out, filled(_("{}: what it said before is sealed"), name), indent, columns);
        } else if (amendment.field.starts_with(answer_field)) {
            // What it is stands above.
            const std::string number = amendment.field.substr(answer_field.size());
            if (!amendment.was && words_deleted(told, number)) {
                write_indented(out, filled(_("{}: what it said before was deleted"), name), indent, columns);
                continue;
            }
            write_indented(out, filled(_("{}: was {}"), name, value_in_words(amendment.field, amendment.was)),
                           indent, columns);
        } else {
            write_indented(out, change_in_words(amendment.field, amendment.was, what_it_became(told, at)),
                           indent, columns);
        }
    }
}

std::optional<std::string> rating_text(const std::optional<int>& rating) {
    return rating ? std::optional(std::to_string(*rating)) : std::nullopt;
}

/// As exported.
std::optional<std::string> present(const Entry& entry, const std::string& field) {
    if (field == "started_at") { return to_rfc3339(entry.started_at); }
    if (field == "practised_seconds") {
        return entry.practised_seconds ? std::optional(std::to_string(*entry.practised_seconds))
                                       : std::nullopt;
    }
    if (field == "exercise") { return entry.exercise; }
    if (field == "status") { return entry.status; }
    if (field == "distress_before") { return rating_text(entry.distress_before); }
    if (field == "distress_after") { return rating_text(entry.distress_after); }
    if (field == "kindness_before") { return rating_text(entry.kindness_before); }
    if (field == "kindness_after") { return rating_text(entry.kindness_after); }
    return std::nullopt;
}

} // namespace

std::optional<std::string> what_it_became(const Told& told, std::size_t amendment) {
    const std::string& field = told.amendments[amendment].field;
    for (std::size_t later = amendment + 1; later < told.amendments.size(); ++later) {
        if (told.amendments[later].field == field) { return told.amendments[later].was; }
    }
    return present(told.entry, field);
}

Told fetch(const Journal& journal, const Entry& entry) {
    Told told;
    told.entry = entry;
    told.answers = journal.answers(entry.id);
    told.steps = steps_of(journal, entry.id);
    told.safety = safety_of(journal, entry.id);
    told.amendments = amendments_of(journal, entry.id);
    if (const auto text = journal.text(entry.digest)) {
        told.exercise = read_exercise(std::make_shared<SourceText>(text->id, text->bytes)).exercise;
        if (const auto kept = translation_of(journal, entry.id); kept && told.exercise) {
            const auto source = std::make_shared<SourceText>(kept->id, kept->bytes);
            const auto translation = read_translation(source).translation;
            const auto shown = translation ? put_together(*told.exercise, *translation) : nullptr;
            if (shown) { told.exercise = shown; }
        }
    }
    return told;
}

void write_story(Output& out, const Told& told, std::size_t columns) {
    const Entry& entry = told.entry;
    const bool left = entry.status == "stopped" || entry.status == "interrupted";
    const std::string left_in =
        left && !entry.last_section.empty() ? title_of(told, entry.last_section) : std::string();
    write_facts(out, entry, left_in, columns);
    if (!told.exercise && !told.answers.empty() && entry.source != "entered_later") {
        write_indented(
            out, _("The text of this exercise is not in the log; what was asked is kept with the answers"), 0,
            columns);
    }
    Telling(out, told, columns).run();
    write_amendments(out, told, columns);
}

} // namespace kindly
