// SPDX-License-Identifier: MIT
// Showing one step: which event, and for how long.
#include "base/translate.hpp"
#include "exercise/limits.hpp"
#include "session/walk.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace kindly {

namespace {

std::string number_text(double number) {
    return number == std::floor(number) ? fmt::format("{:.0f}", number) : fmt::format("{}", number);
}

} // namespace

void Session::Walk::wait_for(Milliseconds length, bool waits) {
    if (waits) {
        deadline_.reset();
    } else {
        deadline_ = time_ + length;
    }
}

std::string Session::Walk::warning() const {
    if (options_.brief_warning && intensity() == Intensity::gentle) {
        return _("You know this one. Leave out what you like, or stop, at any time.");
    }
    return plan_->warning;
}

void Session::Walk::show_warning() {
    prompt_ = Prompt::warning;
    const bool waits = (options_.enter_waits || options_.untimed) && !nobody_;
    emit(event::Warning{warning(), intensity(), waits});
    wait_for(paced(reading_time(warning())), waits);
}

bool Session::Walk::present(std::size_t at, std::optional<Milliseconds> left) {
    const auto& what = plan_->instructions[at].what;
    if (const auto* line = std::get_if<Line>(&what)) { return show(*line); }
    if (const auto* silence = std::get_if<Silence>(&what)) { return show(*silence, left); }
    if (const auto* breathing = std::get_if<Breathing>(&what)) { return show(*breathing, left); }
    if (const auto* question = std::get_if<Question>(&what)) { return show(*question); }
    if (const auto* check_in = std::get_if<CheckInQuestion>(&what)) { return show(*check_in); }
    if (const auto* recall = std::get_if<Recollection>(&what)) { return show(*recall); }
    return false;
}

bool Session::Walk::show(const Line& line) {
    const bool waits = (options_.untimed || (line.wait_for_enter && options_.enter_waits)) && !nobody_;
    emit(event::Said{line.text, waits});
    if (line.support) { emit(event::SupportShown{true}); }
    if (!line.suggest.empty() &&
        std::find(suggestions_.begin(), suggestions_.end(), line.suggest) == suggestions_.end()) {
        suggestions_.push_back(line.suggest);
    }
    prompt_ = Prompt::step;
    wait_for(paced(reading_time(line.text)), waits);
    return true;
}

bool Session::Walk::show(const Silence& silence, std::optional<Milliseconds> left) {
    const Milliseconds length = paced(left.value_or(silence.length));
    if (silence.open_ended ? nobody_ : length <= Milliseconds{}) { return false; }
    const bool waits = (options_.untimed || silence.open_ended) && !nobody_;
    emit(event::SilenceBegan{length, silence.text, waits, plan_->keeps_time});
    if (silence.bell_at_start && !left) { emit(event::Bell{}); }
    if (silence.bell_every > Milliseconds{}) {
        // The bells keep their distance from the silence's own beginning.
        const Milliseconds gone = left ? silence.length - *left : Milliseconds{};
        next_bell_ = time_ + paced(silence.bell_every - gone % silence.bell_every);
    }
    prompt_ = Prompt::step;
    wait_for(length, waits);
    return true;
}

bool Session::Walk::show(const Breathing& breathing, std::optional<Milliseconds> left) {
    // A breath that was interrupted begins again: half a breath can't be followed.
    const auto round = std::max<std::int64_t>(1, breathing.round().count());
    const int rounds = left ? static_cast<int>((left->count() + round - 1) / round) : breathing.rounds;
    if (rounds <= 0) { return false; }
    emit(event::BreathingBegan{breathing.in, breathing.hold, breathing.out, breathing.rest, rounds,
                               breathing.text});
    prompt_ = Prompt::step;
    wait_for(breathing.round() * rounds, false);
    return true;
}

bool Session::Walk::show(const Question& question) {
    questions_[question.id] = &question;
    emit(event::Asked{question,
                      read_again(question.id) ? std::optional(answers_.at(question.id)) : std::nullopt});
    if (auto draft = options_.drafts.extract(question.id);
        !draft.empty() && question.answer == Ask::Answer::text) {
        emit(event::Restored{question.id, std::move(draft.mapped())});
    }
    prompt_ = Prompt::question;
    if (nobody_) { leave_question(question); }
    return true;
}

bool Session::Walk::show(const CheckInQuestion& check_in) {
    emit(event::CheckInAsked{check_in, read_again(check_in.id) ? std::optional(answers_.at(check_in.id))
                                                               : std::nullopt});
    prompt_ = Prompt::check_in;
    if (nobody_) { leave_check_in(check_in); }
    return true;
}

bool Session::Walk::show(const Recollection& recall) {
    const std::string value = recalled(recall);
    const std::string& text = value.empty() ? recall.otherwise : recall.text;
    if (value.empty() && text.empty()) { return false; }
    const bool waits = (options_.untimed || (recall.wait_for_enter && options_.enter_waits)) && !nobody_;
    emit(event::Recalled{text, value, waits});
    prompt_ = Prompt::step;
    wait_for(paced(reading_time(text)), waits);
    return true;
}

std::string Session::Walk::recalled(const Recollection& recall) const {
    if (!recall.kept.empty()) {
        const auto found = options_.kept.find(recall.kept);
        return found == options_.kept.end() ? std::string() : found->second;
    }
    std::string all;
    for (const auto& id : recall.answers) {
        std::string one;
        if (!recall.of.empty()) {
            const auto found = options_.earlier.find({recall.of, id});
            if (found != options_.earlier.end()) { one = shown_answer(recall, id, found->second); }
        } else if (const auto found = answers_.find(id); found != answers_.end()) {
            one = shown_answer(recall, id, found->second);
        }
        if (one.empty()) { continue; }
        if (!all.empty()) { all += '\n'; }
        all += one;
    }
    return all;
}

/// A choice in the words of its option, as they were when it was chosen. A text is no option, and stays.
std::string Session::Walk::option_text(const Recollection& recall, const std::string& id,
                                       const std::string& option) const {
    if (!recall.of.empty()) {
        const auto then = options_.earlier_options.find({recall.of, id});
        if (then == options_.earlier_options.end()) { return option; }
        const auto text = then->second.find(option);
        return text == then->second.end() || text->second.empty() ? option : text->second;
    }
    if (const auto asked = questions_.find(id); asked != questions_.end()) {
        for (const auto& one : asked->second->options) {
            if (one.id == option) { return one.text; }
        }
    }
    return option;
}

/// An answer as its giver would say it.
std::string Session::Walk::shown_answer(const Recollection& recall, const std::string& id,
                                        const AnswerValue& value) const {
    if (const auto* yes = std::get_if<bool>(&value)) { return *yes ? _("yes") : _("no"); }
    if (const auto* number = std::get_if<double>(&value)) { return number_text(*number); }
    if (const auto* words = std::get_if<std::string>(&value)) { return option_text(recall, id, *words); }
    if (const auto* several = std::get_if<std::vector<std::string>>(&value)) {
        std::string all;
        for (const auto& one : *several) {
            if (!all.empty()) { all += '\n'; }
            all += option_text(recall, id, one);
        }
        return all;
    }
    return _("numb or far away");
}

} // namespace kindly
