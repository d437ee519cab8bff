// SPDX-License-Identifier: MIT
// What a person does, at every prompt.
#include "base/text.hpp"
#include "base/translate.hpp"
#include "base/words_taken_in.hpp"
#include "exercise/canonical.hpp"
#include "exercise/limits.hpp"
#include "session/walk.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kindly {

void Session::Walk::take(const input::Begin&) {
    if (prompt_ != Prompt::none || practice_began_) { return refuse(_("This practice has begun already.")); }
    const Exercise& exercise = *plan_->exercise;
    emit(event::Started{options_.id, exercise.id, exercise.version, exercise.language, exercise.title,
                        plan_->guided, plan_->seed, options_.checkpoint.has_value(),
                        exercise.document == nullptr ? std::string()
                                                     : translation_digest_of(*exercise.document)});
    emit(event::PlanShown{plan_->factor, plan_->dropped});
    if (options_.checkpoint) { take_over(*options_.checkpoint); }
    if (options_.quiet_start) {
        agreed_ = true; // whoever starts it so has asked for exactly this
        return begin_main();
    }
    show_warning();
}

void Session::Walk::take(const input::Answer& answer) {
    thaw(last_now_);
    switch (prompt_) {
    case Prompt::question: return answer_question(std::get<Question>(instruction().what), answer.value);
    case Prompt::check_in: return answer_check_in(present_check_in(), answer.value);
    case Prompt::consent: return answer_consent(answer.value);
    case Prompt::keep: return answer_keep(answer.value);
    case Prompt::offer: {
        const auto* choice = std::get_if<std::string>(&answer.value);
        if (choice == nullptr || std::find(choices_.begin(), choices_.end(), *choice) == choices_.end()) {
            return refuse(_("That is not one of the choices here."));
        }
        return choose(*choice);
    }
    default: return refuse(_("Nothing is being asked just now."));
    }
}

void Session::Walk::take(const input::Continue&) {
    if (frozen_since_) { return thaw(last_now_); }
    switch (prompt_) {
    case Prompt::warning:
    case Prompt::step:
    case Prompt::interlude: return finish_step(StepEnd::enter);
    case Prompt::offer: return choose(default_choice_);
    case Prompt::keep: return go_on_with_next_words(); // these stay in the log as they are
    case Prompt::consent: return refuse(takes_a_yes());
    case Prompt::question: {
        const auto& question = std::get<Question>(instruction().what);
        if (read_again(question.id)) { return leave_question(question); } // the answer stands
        return refuse(_("This waits for an answer. You can also skip it."));
    }
    case Prompt::check_in: {
        const CheckInQuestion& check_in = present_check_in();
        if (!own_check_in_ && read_again(check_in.id)) { return leave_check_in(check_in); }
        return refuse(_("This waits for an answer. You can also skip it."));
    }
    default: return;
    }
}

const char* Session::Walk::takes_a_yes() const {
    return agreed_ ? _("This goes on only with a yes. No leads to the closing, and you can also stop here.")
                   : _("This one begins only with a yes. You can also stop here.");
}

void Session::Walk::take(const input::Skip&) {
    thaw(last_now_);
    switch (prompt_) {
    case Prompt::step:
        emit(event::Skipped{instruction().path, instruction().path, std::nullopt, std::nullopt});
        return finish_step(StepEnd::skipped);
    case Prompt::interlude:
    case Prompt::warning: return finish_step(StepEnd::skipped);
    case Prompt::question: return leave_question(std::get<Question>(instruction().what));
    case Prompt::check_in: return leave_check_in(present_check_in());
    case Prompt::offer: return choose(default_choice_);
    case Prompt::keep: return go_on_with_next_words();
    case Prompt::consent: return refuse(takes_a_yes());
    default: return;
    }
}

void Session::Walk::take(const input::Back&) {
    thaw(last_now_);
    const bool at_a_step =
        prompt_ == Prompt::step || prompt_ == Prompt::question || prompt_ == Prompt::check_in;
    if (!at_a_step) { return refuse(_("There is nothing to go back to here.")); }
    if (history_.size() < 2) { return refuse(_("This is the beginning of this part.")); }
    if (prompt_ == Prompt::step) { finish_step(StepEnd::back); }
    prompt_ = Prompt::none;
    history_.pop_back();
    next_ = history_.back();
    history_.pop_back(); // entering it puts it there again
}

void Session::Walk::take(const input::Pause&) {
    if (frozen_since_) { return refuse(_("This is paused already.")); }
    if (nobody_) { return refuse(_("Nobody is there who could go on later.")); }
    freeze(last_now_);
    emit(event::Paused{});
}

void Session::Walk::take(const input::Resume&) {
    if (!frozen_since_) { return refuse(_("This is not paused.")); }
    thaw(last_now_);
}

void Session::Walk::take(const input::Ground&) {
    thaw(last_now_);
    if (grounding_ && prompt_ != Prompt::offer) {
        return refuse(_("This is the grounding. Stay as long as you like."));
    }
    if (prompt_ == Prompt::keep) {
        return refuse(_("The practice has ended. \"kindly ground\" is there at any time."));
    }
    if (prompt_ == Prompt::consent && agreed_) { // in the middle: going on will need that yes again
        asks_again_ = true;
        return start_grounding(AfterGrounding::close);
    }
    if (prompt_ == Prompt::warning || prompt_ == Prompt::consent) {
        // Grounding is there before anything else has begun; going on then begins the practice.
        practice_began_ = practice_began_.value_or(time_);
        position_ = Position{first_, std::nullopt, {}, std::nullopt};
        return start_grounding(intensity() == Intensity::strong ? AfterGrounding::close
                                                                : AfterGrounding::ask_to_go_on);
    }
    if (prompt_ == Prompt::offer) { return start_grounding(after_grounding_); }
    remember_position();
    start_grounding(AfterGrounding::ask_to_go_on);
}

void Session::Walk::take(const input::Close&) {
    thaw(last_now_);
    if (!practice_began_) { return end(Status::stopped); }
    if (prompt_ == Prompt::keep || in_closing()) { return refuse(_("This is the closing already.")); }
    if (closing_is_on()) { // where the grounding leads back to
        if (prompt_ == Prompt::step) { finish_step(StepEnd::stopped); }
        prompt_ = Prompt::none;
        return go_on();
    }
    go_to_closing();
}

void Session::Walk::take(const input::Stop&) {
    thaw(last_now_);
    if (prompt_ == Prompt::keep) { return end(status_); }
    const bool second = prompt_ == Prompt::offer && offer_reason_ == OfferReason::stop;
    const bool before_all = prompt_ == Prompt::warning || (prompt_ == Prompt::consent && !practice_began_);
    if (second || before_all || in_closing()) { return end(Status::stopped); }
    if (prompt_ == Prompt::consent && agreed_) { asks_again_ = true; } // who goes on is asked again
    offer_to_stop();
}

void Session::Walk::take(const input::Pace& pace) {
    if (!(pace.speed >= limits::slowest_pace && pace.speed <= limits::fastest_pace)) {
        return refuse(_("The pace can be from 0.25 (slow) to 4 (fast)."));
    }
    if (plan_->keeps_time) { return refuse(_("This keeps the time that it was given.")); }
    const bool breathing = prompt_ == Prompt::step && std::holds_alternative<Breathing>(instruction().what);
    const Milliseconds now = time_;
    const double change = options_.pace / pace.speed;
    auto moved = [&](Milliseconds moment) {
        return now + Milliseconds(std::llround(static_cast<double>((moment - now).count()) * change));
    };
    if (!breathing && !grounding_ && !in_closing()) {
        if (deadline_) { deadline_ = moved(*deadline_); }
        if (next_bell_) { next_bell_ = moved(*next_bell_); }
    }
    options_.pace = pace.speed;
}

void Session::Walk::take(const input::EndOfInput&) {
    if (nobody_) { return; }
    nobody_ = true;
    thaw(last_now_);
    if (intensity() == Intensity::strong && !practice_began_) {
        close_reason_ = StopReason::unanswered;
        return end(Status::stopped);
    }
    switch (prompt_) {
    case Prompt::warning: deadline_ = deadline_.value_or(time_ + paced(reading_time(warning()))); return;
    case Prompt::step:
    case Prompt::interlude: // it could have waited for ever
        deadline_ = deadline_.value_or(
            time_ + (prompt_ == Prompt::step ? paced(guided_length()) : limits::answering));
        return;
    case Prompt::question: return leave_question(std::get<Question>(instruction().what));
    case Prompt::check_in: return leave_check_in(present_check_in());
    case Prompt::offer: return choose(offer_reason_ == OfferReason::stop ? choice::stop : default_choice_);
    case Prompt::keep: return end(status_);
    case Prompt::consent: close_reason_ = StopReason::unanswered; return go_to_closing();
    default: return;
    }
}

void Session::Walk::take(const input::Interrupt&) {
    thaw(last_now_);
    if (prompt_ == Prompt::keep) { return end(status_); } // the practice itself was over
    close_reason_ = StopReason::signal;
    end(Status::interrupted);
}

Milliseconds Session::Walk::guided_length() const {
    if (const auto* line = std::get_if<Line>(&instruction().what)) { return reading_time(line->text); }
    if (const auto* recall = std::get_if<Recollection>(&instruction().what)) {
        return reading_time(recall->text);
    }
    if (const auto* silence = std::get_if<Silence>(&instruction().what)) { return silence->length; }
    return {};
}

namespace {

/// The answer as it is kept, or why it does not fit.
struct Fitting {
    std::optional<AnswerValue> value;
    const char* why = "";
};

Fitting fitted_number(const Question& question, double number) {
    if (!std::isfinite(number)) { return {std::nullopt, N_("This needs a number.")}; }
    if (question.answer == Ask::Answer::scale && number != std::floor(number)) {
        return {std::nullopt, N_("This needs a whole number.")};
    }
    if ((question.lowest && number < *question.lowest) || (question.highest && number > *question.highest)) {
        return {std::nullopt, N_("That number is outside the scale.")};
    }
    return {number, ""};
}

Fitting fitted_text(const Question& question, const std::string& words) {
    const std::string taken_in = words_taken_in(words);
    if (trimmed(harmless(taken_in)).empty()) { // nothing that could be seen
        return {std::nullopt, N_("There are no words here. To leave this out, skip it.")};
    }
    if (grapheme_count(taken_in) > question.longest) {
        return {std::nullopt, N_("That is longer than this question can hold.")};
    }
    return {taken_in, ""};
}

Fitting fitted(const Question& question, const AnswerValue& value) {
    auto is_option = [&](const std::string& id) {
        return std::any_of(question.options.begin(), question.options.end(),
                           [&](const ChoiceOption& option) { return option.id == id; });
    };
    switch (question.answer) {
    case Ask::Answer::choice:
        if (const auto* id = std::get_if<std::string>(&value); id != nullptr && is_option(*id)) {
            return {value, ""};
        }
        return {std::nullopt, N_("That is not one of the choices here.")};
    case Ask::Answer::choices: {
        std::vector<std::string> chosen;
        if (const auto* one = std::get_if<std::string>(&value)) {
            chosen.push_back(*one);
        } else if (const auto* several = std::get_if<std::vector<std::string>>(&value)) {
            chosen = *several;
        }
        if (chosen.empty() || !std::all_of(chosen.begin(), chosen.end(), is_option)) {
            return {std::nullopt, N_("These are not choices here.")};
        }
        std::vector<std::string> in_order; // as the question lists them, each once
        for (const auto& option : question.options) {
            if (std::find(chosen.begin(), chosen.end(), option.id) != chosen.end()) {
                in_order.push_back(option.id);
            }
        }
        return {in_order, ""};
    }
    case Ask::Answer::scale:
    case Ask::Answer::number:
        if (const auto* number = std::get_if<double>(&value)) { return fitted_number(question, *number); }
        return {std::nullopt, N_("This needs a number.")};
    case Ask::Answer::yes_no:
        if (std::holds_alternative<bool>(value)) { return {value, ""}; }
        return {std::nullopt, N_("This needs a yes or a no.")};
    case Ask::Answer::text:
        if (const auto* words = std::get_if<std::string>(&value)) { return fitted_text(question, *words); }
        return {std::nullopt, N_("This needs words.")};
    }
    return {std::nullopt, ""};
}

} // namespace

void Session::Walk::answer_question(const Question& question, const AnswerValue& value) {
    const Fitting fitting = fitted(question, value);
    if (!fitting.value) { return refuse(_(fitting.why)); }
    answers_[question.id] = *fitting.value;
    answered_at_[question.id] = at_;
    if ((question.ask_to_keep || !question.keep_as.empty()) && question.answer == Ask::Answer::text &&
        std::find(keepable_.begin(), keepable_.end(), question.id) == keepable_.end()) {
        keepable_.push_back(question.id);
    }
    emit(event::Answered{question.id, *fitting.value, instruction().path, question, std::nullopt});
    note_step_end(StepEnd::answered);
    prompt_ = Prompt::none;
    next_ = at_ + 1;
    if (const auto* chosen = std::get_if<std::string>(&*fitting.value);
        chosen != nullptr && question.answer == Ask::Answer::choice) {
        for (const auto& option : question.options) {
            if (option.id == *chosen && option.jump != nowhere) { next_ = option.jump; }
        }
    }
}

bool Session::Walk::read_again(const std::string& id) const {
    const auto answered = answered_at_.find(id);
    return answered != answered_at_.end() && answered->second == at_;
}

/// Skipped; or, when it was read again with `back`, left as it was answered.
void Session::Walk::leave_question(const Question& question) {
    prompt_ = Prompt::none;
    next_ = at_ + 1;
    if (const auto answered = answers_.find(question.id); read_again(question.id)) {
        note_step_end(StepEnd::enter);
        if (const auto* chosen = std::get_if<std::string>(&answered->second); chosen != nullptr) {
            for (const auto& option : question.options) {
                if (option.id == *chosen && option.jump != nowhere) { next_ = option.jump; }
            }
        }
        return;
    }
    answers_.erase(question.id);
    answered_at_.erase(question.id);
    emit(event::Skipped{question.id, instruction().path, question, std::nullopt});
    note_step_end(StepEnd::skipped);
    if (instruction().repeat_end != nowhere) { next_ = instruction().repeat_end; }
}

void Session::Walk::answer_check_in(const CheckInQuestion& check_in, const AnswerValue& value) {
    AnswerValue kept = value;
    if (const auto* number = std::get_if<double>(&value)) {
        if (*number != std::floor(*number) || *number < limits::lowest_rating ||
            *number > limits::highest_rating) {
            return refuse(_("This needs a whole number from 0 to 10, or n for numb or far away."));
        }
    } else if (const auto* word = std::get_if<std::string>(&value);
               word != nullptr && (*word == "numb" || *word == "n")) {
        kept = Numb{};
    } else if (!std::holds_alternative<Numb>(value)) {
        return refuse(_("This needs a whole number from 0 to 10, or n for numb or far away."));
    }
    if (own_check_in_) { // the program's own: no step of the exercise
        const CheckInQuestion own = *own_check_in_;
        own_check_in_.reset();
        emit(event::Answered{own.id, kept, own.id, std::nullopt, own});
        return look_at_rating(own, kept, Position{first_, std::nullopt, {}, std::nullopt});
    }
    answers_[check_in.id] = kept;
    answered_at_[check_in.id] = at_;
    emit(event::Answered{check_in.id, kept, instruction().path, std::nullopt, check_in});
    note_step_end(StepEnd::answered);
    look_at_rating(check_in, kept, Position{at_ + 1, std::nullopt, history_, section_shown_});
}

void Session::Walk::answer_consent(const AnswerValue& value) {
    const auto* yes = std::get_if<bool>(&value);
    const auto* word = std::get_if<std::string>(&value);
    if ((yes != nullptr && *yes) || (word != nullptr && lowered_ascii(trimmed(*word)) == "yes")) {
        prompt_ = Prompt::none;
        return std::exchange(agreed_, true) ? go_on() : begin_main();
    }
    if (practice_began_) { return go_to_closing(); } // it had begun: it ends as others do
    end(Status::stopped);
}

} // namespace kindly
