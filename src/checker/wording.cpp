// SPDX-License-Identifier: MIT
#include "checker/own_words.hpp"
#include "checker/wording_parts.hpp"
#include "exercise/limits.hpp"

#include <algorithm>

namespace kindly {

namespace {

using Kind = ShownText::Kind;

const Section* closing_of(const Exercise* exercise) {
    if (exercise == nullptr) { return nullptr; }
    for (const auto& section : exercise->sections) {
        if (section.role == Role::closing) { return &section; }
    }
    return nullptr;
}

bool uses_fragments(const Steps& steps) {
    return std::any_of(steps.begin(), steps.end(), [](const Step& step) {
        if (step.instead && uses_fragments(*step.instead)) { return true; }
        if (const auto* branch = std::get_if<If>(&step.what)) {
            return uses_fragments(branch->then) || uses_fragments(branch->otherwise);
        }
        if (const auto* repeat = std::get_if<Repeat>(&step.what)) { return uses_fragments(repeat->steps); }
        if (const auto* pick = std::get_if<Pick>(&step.what)) {
            return std::any_of(pick->from.begin(), pick->from.end(), uses_fragments);
        }
        return std::holds_alternative<Use>(step.what);
    });
}

/// Sentences, not names: what a reading level is about.
bool is_read_as_sentences(Kind kind) {
    return kind == Kind::safety || kind == Kind::say || kind == Kind::silence || kind == Kind::question ||
           kind == Kind::recall || kind == Kind::filled_in;
}

/// The text that is hardest to read: the grade of one text alone means little, but long words and sentences
/// stand out.
const ShownText& hardest_of(const std::vector<ShownText>& texts, const std::string& language) {
    const ShownText* hardest = nullptr;
    double highest = 0;
    TextWords words;
    for (const auto& text : texts) {
        if (!is_read_as_sentences(text.kind)) { continue; }
        words.read(text.text());
        if (words.words.size() < limits::least_words_of_a_hard_text) { continue; }
        ReadingLevel level(language);
        level.add(words);
        const auto grade = level.rough_grade();
        if (grade && (hardest == nullptr || *grade > highest)) {
            hardest = &text;
            highest = *grade;
        }
    }
    return hardest != nullptr ? *hardest : texts.front();
}

void judge_reading_level(const std::vector<ShownText>& texts, const std::string& language,
                         const ReadingLevel& level, Findings& findings) {
    const auto grade = level.grade();
    if (!grade || *grade < limits::highest_reading_grade + 1) { return; }
    findings.advice("L002", hardest_of(texts, language).written->span,
                    filled(_("Reading level about grade {} (aim for {})"), static_cast<int>(*grade),
                           limits::reading_grade_to_aim_for),
                    {_("It is reckoned over all sentences together; these are the hardest. Short words and "
                       "short sentences "
                       "lower it."),
                     {},
                     {}});
}

} // namespace

bool is_practised(const ShownText& text) { return text.kind != Kind::about && text.kind != Kind::setting; }

void check_wording(const std::vector<ShownText>& texts, const std::string& language, const Exercise* exercise,
                   Findings& findings, const WordingContext& context) {
    if (texts.empty()) { return; }
    const LanguageWords* list = words_for(language);
    const bool has_own = context.own != nullptr && context.own->speaks(language);
    const PhraseTable* phrases = has_own ? context.own->phrases.get() : phrases_for(language);
    const Section* closing = closing_of(exercise);
    ClosingWords closing_words;
    bool closing_speaks = false;
    ReadingLevel level(language);
    TextWords words;
    std::vector<FoundPhrase> found;
    for (const auto& text : texts) {
        if (findings.full()) { return; }
        words.read(text.text());
        if (phrases != nullptr) {
            phrases->find(words, found);
            check_phrases(text, words, found, *phrases, findings);
        }
        if (text.section != nullptr && text.section == closing && text.kind != Kind::title) {
            closing_words.add(found);
            closing_speaks = true;
        }
        if (is_practised(text)) { check_contact_details(text, words, phrases, findings); }
        if (is_read_as_sentences(text.kind)) { level.add(words); }
        check_sentences(text, words, language, findings);
        check_letters(text, findings);
    }
    judge_reading_level(texts, language, level, findings);
    if (closing == nullptr || list == nullptr) { return; }
    for (const auto& text : context.closing_fragments) {
        words.read(text);
        phrases->find(words, found);
        closing_words.add(found);
        closing_speaks = true;
    }
    // What stands in parts that nobody opened is not known; a closing without words is S004's.
    const bool known = !context.closing_fragments.empty() || !uses_fragments(closing->steps);
    if (closing_speaks && known) { closing_words.judge(*closing, *list, findings); }
}

} // namespace kindly
