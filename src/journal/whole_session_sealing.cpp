// SPDX-License-Identifier: MIT
// Words that come in from elsewhere, while words are sealed here.
#include "base/text.hpp"
#include "journal/whole_session_rows.hpp"

#include <algorithm>
#include <charconv>

namespace kindly {

namespace {

void seal_answer(Sealer& sealer, const std::string& session, WholeAnswer& answer,
                 const std::optional<std::vector<std::string>>& own_words) {
    AnswerWords words;
    words.kind = answer.kind;
    words.is_private = answer.is_private;
    words.prompt = answer.prompt;
    words.options = answer.options;
    words.lowest_label = answer.lowest_label;
    words.highest_label = answer.highest_label;
    words.value_number = answer.value_number;
    words.value_text = answer.value_text;
    // What is sealed already stays as it is; a question that never came here holds nothing.
    const bool nothing_shown = !answer.question_sealed.empty() || answer.prompt.empty();
    const auto known = nothing_shown ? std::vector<std::string>() : own_words;
    const auto parts = sealer.take(session, answer.position, words, known);
    answer.value_number = words.value_number;
    answer.value_text = words.value_text;
    if (parts.value) { answer.sealed = *parts.value; }
    if (!parts.question) { return; }
    answer.question_sealed = *parts.question;
    answer.prompt.clear();
    answer.options.clear();
    answer.lowest_label.clear();
    answer.highest_label.clear();
}

/// What an answer was before it was amended is sealed as the answer is.
bool is_sealed(const Amendment& amendment, const WholeSession& session) {
    constexpr std::string_view prefix = "answer.";
    if (!amendment.was || !amendment.field.starts_with(prefix)) { return false; }
    std::int64_t position = 0;
    std::from_chars(amendment.field.data() + prefix.size(), amendment.field.data() + amendment.field.size(),
                    position);
    const auto answer = std::find_if(session.answers.begin(), session.answers.end(),
                                     [&](const WholeAnswer& one) { return one.position == position; });
    return answer == session.answers.end() || value_is_sealed(answer->kind, answer->is_private);
}

} // namespace

void seal_words(Sealer& sealer, WholeSession& session) {
    Details& details = session.details;
    std::optional<std::vector<std::string>> own_words;
    if (!details.settings.empty()) {
        const auto blob = sealer.take_settings(session.id, details.settings);
        own_words = sealer.own_words(session.id);
        sealer.forget(session.id); // of a million practices
        if (blob) { details.settings_sealed = *blob; }
    }
    for (WholeAnswer& answer : session.answers) { seal_answer(sealer, session.id, answer, own_words); }
    for (KeptDraft& draft : details.drafts) {
        if (!draft.sealed.empty()) { continue; }
        draft.sealed = sealer.seal(draft_place(session.id, draft.question), draft.words);
        draft.words.clear();
    }
    for (Amendment& amendment : details.amendments) {
        if (!is_sealed(amendment, session)) { continue; }
        amendment.sealed = sealer.seal(amendment_place(session.id, amendment.position), *amendment.was);
        amendment.was.reset();
    }
}

} // namespace kindly
