// SPDX-License-Identifier: MIT
// After the closing: words that the person may keep, delete, or set aside until a day.
#include "base/day_ahead.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "session/walk.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr const char* another_day = "another_day";

struct TimeAhead {
    const char* id;
    const char* words;
    const char* ahead; ///< as read_day_ahead() takes it
};

constexpr std::array spans{
    TimeAhead{"week", N_("In a week"), "in 1 week"},
    TimeAhead{"month", N_("In a month"), "in 1 month"},
    TimeAhead{"three_months", N_("In three months"), "in 3 months"},
    TimeAhead{"year", N_("In a year"), "in 1 year"},
};

Question ask_when() {
    Question question;
    question.id = "until";
    question.text = _("When would you like to have them back?");
    question.answer = Ask::Answer::choice;
    for (const TimeAhead& span : spans) { question.options.push_back({span.id, _(span.words), nowhere}); }
    question.options.push_back({another_day, _("On another day, which you write"), nowhere});
    question.optional = true;
    question.recorded = false;
    return question;
}

Question ask_day() {
    constexpr std::size_t longest = 1000; // several attempts: see last_line()
    Question question;
    question.id = "until_day";
    question.text = std::string(_("On which day?")) + " " + ways_to_write_a_day_ahead();
    question.answer = Ask::Answer::text;
    question.longest = longest;
    question.optional = true;
    question.recorded = false;
    return question;
}

/// Where a day could not be read, a guide may go on with the text that is there: the latest line is meant.
std::string last_line(const std::string& text) {
    const std::string_view words = trimmed(text);
    const std::size_t line_end = words.rfind('\n');
    return std::string(trimmed(words.substr(line_end == std::string_view::npos ? 0 : line_end + 1)));
}

} // namespace

void Session::Walk::go_on_with_next_words() {
    until_.reset();
    to_keep_.pop_back();
    ask_to_keep();
}

void Session::Walk::ask_to_keep() {
    if (to_keep_.empty() || nobody_) { return end(status_); }
    prompt_ = Prompt::keep;
    deadline_.reset();
    const Question& question = *questions_.at(to_keep_.back());
    choices_ = {choice::keep, choice::remove};
    if (question.ask_to_keep && !options_.today.empty()) { // without a day nothing can be set aside
        choices_.emplace_back(choice::later);
    }
    emit(event::KeepAsked{to_keep_.back(), choices_, question.keep_as,
                          std::get<std::string>(answers_.at(to_keep_.back()))});
}

void Session::Walk::answer_keep(const AnswerValue& value) {
    if (until_) { return answer_until(value); }
    const auto* choice = std::get_if<std::string>(&value);
    if (choice == nullptr || std::find(choices_.begin(), choices_.end(), *choice) == choices_.end()) {
        return refuse(_("That is not one of the choices here."));
    }
    emit(event::Answered{to_keep_.back(), *choice, {}, std::nullopt, std::nullopt});
    if (*choice == choice::later) { return ask_until(ask_when()); }
    settle_keep(*choice, {});
}

void Session::Walk::ask_until(Question question) {
    until_ = std::move(question);
    emit(event::Asked{*until_, std::nullopt});
}

void Session::Walk::answer_until(const AnswerValue& value) {
    const auto* written = std::get_if<std::string>(&value);
    if (written == nullptr) { return refuse(_("That is not one of the choices here.")); }
    std::string ahead = last_line(*written);
    if (until_->answer == Ask::Answer::choice) {
        if (*written == another_day) {
            emit(event::Answered{until_->id, value, {}, *until_, std::nullopt});
            return ask_until(ask_day());
        }
        const auto span = std::find_if(spans.begin(), spans.end(),
                                       [&](const TimeAhead& one) { return *written == one.id; });
        if (span == spans.end()) { return refuse(_("That is not one of the choices here.")); }
        ahead = span->ahead;
    }
    const DayAheadRead read = read_day_ahead(ahead, options_.today);
    if (read.day.empty()) { return refuse((read.problem + ". " + ways_to_write_a_day_ahead()).c_str()); }
    emit(event::Answered{until_->id, value, {}, *until_, std::nullopt});
    emit(event::Said{
        fmt::format(fmt::runtime(_("They are set aside until {}. \"kindly letters\" has them.")), read.day),
        false});
    settle_keep(choice::later, read.day);
}

void Session::Walk::settle_keep(const std::string& choice, const std::string& until) {
    const std::string& id = to_keep_.back();
    emit(event::Kept{id, choice, questions_.at(id)->keep_as, std::get<std::string>(answers_.at(id)), until});
    go_on_with_next_words();
}

} // namespace kindly
