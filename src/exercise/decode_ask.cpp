// SPDX-License-Identifier: MIT
// Questions and their options.
#include "base/text.hpp"
#include "exercise/decode_step.hpp"
#include "exercise/limits.hpp"

#include <algorithm>

namespace kindly {

namespace {

using Answer = Ask::Answer;

/// Keys that only some sorts of answers have.
struct AnswerKey {
    const char* key;
    std::vector<Answer> answers;
};
const std::vector<AnswerKey>& answer_keys() {
    static const std::vector<AnswerKey> keys{
        {"options", {Answer::choice, Answer::choices}},
        {"lowest", {Answer::scale, Answer::number}},
        {"highest", {Answer::scale, Answer::number}},
        {"lowest_label", {Answer::scale}},
        {"highest_label", {Answer::scale}},
        {"longest", {Answer::text}},
        {"keep", {Answer::text}},
        {"keep_as", {Answer::text}},
    };
    return keys;
}

bool fits(const AnswerKey& key, Answer answer) {
    return std::find(key.answers.begin(), key.answers.end(), answer) != key.answers.end();
}

/// K008 for keys of another sort of question. True if there were none.
bool only_its_own_keys(Entries& entries, Answer answer) {
    bool fine = true;
    for (const auto& key : answer_keys()) {
        const Member* member = entries.group().member(key.key);
        if (member == nullptr || fits(key, answer)) { continue; }
        fine = false;
        if (std::string_view(key.key) == "options") {
            const bool scale = answer == Answer::scale || answer == Answer::number;
            entries.error("K008", member->key_span,
                          filled(scale ? _("\"options\" belongs to choice questions, but this one is a "
                                           "\"{}\". Use \"lowest\"/\"highest\", or "
                                           "change the answer to \"choice\"")
                                       : _("\"options\" belongs to choice questions, but this one is a "
                                           "\"{}\". Leave it out, or change the "
                                           "answer to \"choice\""),
                                 word(answer)));
            continue;
        }
        std::vector<std::string> sorts;
        for (const Answer sort : key.answers) { sorts.push_back(filled("\"{}\"", word(sort))); }
        entries.error("K008", member->key_span,
                      filled(_("\"{}\" belongs to {} questions, but this one is a \"{}\". Leave it out, or "
                               "change the answer"),
                             key.key, joined(sorts, _(" or ")), word(answer)));
    }
    return fine;
}

void check_bounds(Entries& entries, const Ask& ask) {
    if (ask.lowest && ask.highest && *ask.lowest >= *ask.highest) {
        entries.error(
            "K006", entries.find("highest")->span,
            filled(_("\"highest\" ({}) must be higher than \"lowest\" ({})"), *ask.highest, *ask.lowest),
            {{}, {}, entries.find("lowest")->span});
    }
    const bool well_known = ask.measure == "distress_0_10" || ask.measure == "kindness_0_10";
    const bool zero_to_ten = ask.answer == Answer::scale && ask.lowest == limits::lowest_rating &&
                             ask.highest == limits::highest_rating;
    if (well_known && !zero_to_ten && !entries.broken()) {
        entries.error(
            "K006", entries.find("measure")->span,
            filled(_("\"{}\" is always a scale from {} to {}"), ask.measure, limits::lowest_rating,
                   limits::highest_rating),
            {_("Answers under this name are compared across exercises, so they need the same scale."),
             {},
             {}});
    }
    if (ask.longest &&
        (*ask.longest < 1 || static_cast<std::size_t>(*ask.longest) > limits::longest_answer)) {
        entries.error("K006", entries.find("longest")->span,
                      filled(_("\"longest\" counts characters: between 1 and {}"), limits::longest_answer));
    }
    if (ask.expect && *ask.expect > limits::longest_pause) {
        entries.error("K006", entries.find("expect")->span,
                      filled(_("\"expect\" can be {} at most"), written_duration(limits::longest_pause)));
    }
}

void check_keeping(Entries& entries, const Ask& ask) {
    for (const char* key : {"keep", "keep_as"}) {
        const Member* member = entries.group().member(key);
        if (member != nullptr && !ask.recorded) {
            entries.error("K008", member->key_span,
                          filled(_("\"{}\" keeps the words, but \"recorded\": false forgets them. Leave one "
                                   "of the two out"),
                                 key),
                          {{}, {}, entries.group().member("recorded")->key_span});
            return;
        }
    }
}

} // namespace

std::vector<Option> read_options(Entries& entries, std::string_view key, bool may_jump) {
    static const Shape question_option{N_("An option"),
                                       N_("This option"),
                                       {{"id", "\"id\": \"body\"", true},
                                        {"text", "\"text\": \"In my body\"", true},
                                        {"go_to", "\"go_to\": \"close\""},
                                        {"note"}},
                                       {{"value", "id"},
                                        {"key", "id"},
                                        {"label", "text"},
                                        {"title", "text"},
                                        {"name", "text"},
                                        {"goto", "go_to"},
                                        {"next", "go_to"},
                                        {"jump", "go_to"}}};
    static const Shape setting_option{
        N_("A setting's option"),
        N_("This option"),
        {{"id", "\"id\": \"soft\"", true}, {"text", "\"text\": \"Soft\"", true}, {"note"}},
        {{"value", "id"}, {"key", "id"}, {"label", "text"}, {"title", "text"}, {"name", "text"}}};
    std::vector<Option> options;
    const Written* list = entries.list(key);
    if (list == nullptr) { return options; }
    constexpr std::size_t fewest = 2;
    if (list->entries.size() < fewest || list->entries.size() > limits::most_options) {
        entries.error("K006", opening(*list),
                      plural("There is {} option here.", "There are {} options here.",
                             static_cast<long long>(list->entries.size())) +
                          ' ' + filled(_("A choice has {} to {}"), fewest, limits::most_options));
    }
    std::map<std::string, Span> seen;
    for (const auto& entry : list->entries) {
        if (!must_be_group(
                entries.reading(), entry,
                _("An option should be a group like { \"id\": \"body\", \"text\": \"In my body\" }"))) {
            entries.spoil();
            continue;
        }
        Entries one(entries.reading(), entry, may_jump ? question_option : setting_option);
        Option option;
        option.written = &entry;
        option.id = one.id("id").value_or("");
        option.text = one.text("text").value_or("");
        option.go_to = one.text("go_to").value_or("");
        read_note(one);
        if (!option.id.empty()) {
            const Span where = entry.find("id")->span;
            const auto [known, added] = seen.emplace(option.id, where);
            if (!added) {
                one.error(
                    "K010", where,
                    filled(
                        _("\"{}\" is already the name of the option on line {}. Answers would be mixed up"),
                        option.id, entries.reading().findings.line(known->second)),
                    {{}, {}, known->second});
            }
        }
        if (one.broken()) {
            entries.spoil();
        } else {
            options.push_back(std::move(option));
        }
    }
    return options;
}

std::optional<Span> option_meant(std::string_view written, const std::vector<Option>& options) {
    const auto meant = nearest_of(written, ids_of(options));
    for (const auto& option : options) {
        if (meant && option.id == *meant) { return option.written->find("id")->span; }
    }
    return std::nullopt;
}

std::optional<Ask> read_ask(Entries& entries) {
    Ask ask;
    ask.text = entries.text("text").value_or("");
    const auto answer = entries.word_of<Answer>("answer");
    ask.options = read_options(entries, "options", true);
    ask.lowest = entries.number("lowest");
    ask.highest = entries.number("highest");
    ask.lowest_label = entries.text("lowest_label").value_or("");
    ask.highest_label = entries.text("highest_label").value_or("");
    ask.measure = entries.id("measure").value_or("");
    ask.private_answer = entries.yes_no("private");
    ask.optional = entries.yes_no("optional").value_or(false);
    ask.expect = entries.duration("expect");
    ask.longest = entries.number("longest");
    ask.recorded = entries.yes_no("recorded").value_or(true);
    if (entries.one_of("keep", {"ask"})) { ask.keep = Ask::Keep::ask; }
    ask.keep_as = entries.id("keep_as").value_or("");
    if (!answer) { return std::nullopt; }
    ask.answer = *answer;
    if (!only_its_own_keys(entries, *answer)) { return std::nullopt; }
    if (*answer == Answer::choice || *answer == Answer::choices) { entries.require("options"); }
    if (*answer == Answer::scale) {
        entries.require("lowest");
        entries.require("highest");
    }
    check_bounds(entries, ask);
    check_keeping(entries, ask);
    return ask;
}

} // namespace kindly
