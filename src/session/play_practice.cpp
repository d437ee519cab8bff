// SPDX-License-Identifier: MIT
#include "session/play_practice.hpp"

#include "base/overloaded.hpp"
#include "base/translate.hpp"
#include "exercise/limits.hpp"
#include "session/transcript.hpp"

#include <algorithm>
#include <exception>

#include <fmt/format.h>

namespace kindly {

namespace {

SessionOptions nobody_at_a_terminal() {
    SessionOptions options;
    options.id = "play";
    return options;
}

} // namespace

Practice::Practice(const PlayRequest& request, std::uint64_t seed, bool write_down)
    : chance_(seed),
      persona_(request.persona.value_or(all_personas()[Chance(seed).below(all_personas().size())])),
      played_(choose(request, chance_)), given_(request.answers), write_down_(write_down),
      session_(played_.plan, nobody_at_a_terminal()) {
    constexpr std::size_t a_long_way = 40;
    acts_at_ = chance_.below(a_long_way);
    if (persona_ == Persona::grounds && chance_.one_in(4)) { acts_at_ = 0; } // before anything has begun
}

void Practice::give(const Input& input) {
    inputs_.emplace_back(now_, input);
    Session::Outcome outcome = session_.advance(input, now_);
    wake_at_ = outcome.wake_at;
    for (const auto& event : outcome.events) { look_at(event); }
}

void Practice::look_at(const Event& event) {
    time_went_back_ = time_went_back_ || event.at < last_at_;
    last_at_ = event.at;
    print_ = fingerprint(event, print_);
    if (write_down_) {
        if (std::string line = as_line(event); !line.empty()) { transcript_.push_back(std::move(line)); }
        events_.push_back(event);
    }
    std::visit(Overloaded{[&](const event::Asked& asked) {
                              asked_ = Asked::question;
                              question_ = asked.question;
                          },
                          [&](const event::CheckInAsked& asked) {
                              asked_ = Asked::check_in;
                              check_in_ = asked.question;
                          },
                          [&](const event::Offered& offered) {
                              asked_ = Asked::offer;
                              choices_ = offered.choices;
                          },
                          [&](const event::Consent&) { asked_ = Asked::consent; },
                          [&](const event::KeepAsked& keep) {
                              asked_ = Asked::keep;
                              choices_ = keep.choices;
                          },
                          [&](const event::SectionBegan& section) {
                              asked_ = Asked::nothing;
                              began_unasked_ = began_unasked_ || (section.role == Role::main && !agreed_);
                              passed_closing_ = passed_closing_ || section.role == Role::closing;
                          },
                          [&](const event::GroundingPhase& phase) {
                              asked_ = Asked::nothing;
                              in_grounding_ = phase.begin;
                              groundings_ += phase.begin ? 1 : 0;
                          },
                          [&](const event::Said&) { asked_ = Asked::nothing; },
                          [&](const event::SilenceBegan&) { asked_ = Asked::nothing; },
                          [&](const event::BreathingBegan&) { asked_ = Asked::nothing; },
                          [&](const event::Recalled&) { asked_ = Asked::nothing; },
                          [&](const event::Answered&) { asked_ = Asked::nothing; },
                          [&](const event::Skipped&) { asked_ = Asked::nothing; },
                          [&](const event::Ended& ended) {
                              ++endings_;
                              status_ = ended.status;
                              practised_ = ended.practised;
                          },
                          [&](const event::StepEnded& step) { shown_.push_back(step.instruction); },
                          [](const auto&) {}},
               event.what);
}

AnswerValue Practice::some_answer(const Question& question) {
    switch (question.answer) {
    case Ask::Answer::choice: return question.options[chance_.below(question.options.size())].id;
    case Ask::Answer::choices: {
        std::vector<std::string> chosen;
        for (const auto& option : question.options) {
            if (chance_.one_in(2)) { chosen.push_back(option.id); }
        }
        if (chosen.empty()) { chosen.push_back(question.options.front().id); }
        return chosen;
    }
    case Ask::Answer::yes_no: return chance_.one_in(2);
    case Ask::Answer::scale:
    case Ask::Answer::number: {
        // Any number may stand there, and either of the two alone.
        constexpr long long some = limits::highest_rating;
        const long long usual = question.highest ? std::min<long long>(0, *question.highest - some) : 0;
        const long long lowest = question.lowest ? *question.lowest : usual;
        const long long highest = question.highest ? *question.highest : lowest + some;
        if (persona_ == Persona::always_ten) { return static_cast<double>(highest); }
        return static_cast<double>(lowest) +
               static_cast<double>(chance_.below(static_cast<std::size_t>(highest - lowest) + 1));
    }
    case Ask::Answer::text: break;
    }
    return std::string(_("A few words of my own.")).substr(0, std::max<std::size_t>(1, question.longest));
}

/// The next of them, then the last one again.
const std::optional<AnswerValue>* Practice::given_for(const std::string& id) {
    const auto found = given_.find(id);
    if (found == given_.end()) { return nullptr; }
    const auto& values = found->second;
    return &values[std::min(given_so_far_[id]++, values.size() - 1)];
}

bool Practice::answer_as_given(const std::string& id) {
    const auto* value = given_for(id);
    if (value == nullptr) { return false; }
    if (*value) {
        give(input::Answer{**value});
    } else {
        give(input::Skip{});
    }
    return true;
}

void Practice::answer_question() {
    const Milliseconds takes = question_.expect.value_or(limits::answering);
    if (!question_.expect) { apart_ += takes; }
    now_ += takes;
    if (answer_as_given(question_.id)) { return; }
    const bool beyond_reach = !question_.measure.empty() || question_.answer == Ask::Answer::text;
    if (persona_ == Persona::numb && beyond_reach) { return give(input::Skip{}); }
    if (persona_ == Persona::skips || (persona_ != Persona::calm && chance_.one_in(6))) {
        give(input::Skip{});
    } else {
        give(input::Answer{some_answer(question_)});
    }
}

void Practice::answer_check_in() {
    apart_ += limits::answering;
    now_ += limits::answering;
    if (answer_as_given(check_in_.id)) { return; }
    switch (persona_) {
    case Persona::calm: give(input::Answer{0.0}); return;
    case Persona::skips: give(input::Skip{}); return;
    case Persona::always_ten: give(input::Answer{static_cast<double>(limits::highest_rating)}); return;
    case Persona::numb: give(input::Answer{Numb{}}); return;
    case Persona::rising:
        rating_ = std::min<double>(rating_ + 2, limits::highest_rating);
        give(input::Answer{rating_});
        return;
    default: break;
    }
    if (persona_ == Persona::grounds && chance_.one_in(8)) {
        give(input::Skip{});
    } else if (chance_.one_in(8)) {
        give(input::Answer{Numb{}});
    } else {
        give(input::Answer{static_cast<double>(chance_.below(limits::highest_rating + 1))});
    }
}

void Practice::answer_offer() {
    if (const auto* wanted = given_for(at_offers); wanted != nullptr) {
        const auto* choice = *wanted ? std::get_if<std::string>(&**wanted) : nullptr;
        const bool offered =
            choice != nullptr && std::find(choices_.begin(), choices_.end(), *choice) != choices_.end();
        if (offered) {
            give(input::Answer{*choice});
        } else {
            give(input::Continue{});
        }
        return;
    }
    if (persona_ == Persona::skips || persona_ == Persona::numb) {
        give(input::Continue{});
    } else {
        give(input::Answer{choices_[chance_.below(choices_.size())]});
    }
}

void Practice::respond() {
    switch (asked_) {
    case Asked::question: answer_question(); return;
    case Asked::check_in: answer_check_in(); return;
    case Asked::offer: answer_offer(); return;
    case Asked::consent:
        agreed_ = true;
        give(input::Answer{true});
        return;
    case Asked::keep: give(input::Answer{choices_[chance_.below(choices_.size())]}); return;
    case Asked::nothing: give(input::Continue{}); return;
    }
}

/// Grounding is one key away from everywhere; false where it was not.
bool Practice::try_to_ground() {
    if (in_grounding_ || asked_ == Asked::keep) { return true; }
    const int before = groundings_;
    give(input::Ground{});
    return groundings_ > before;
}

/// Once or several times: what was answered, left out or skipped there is met again.
void Practice::go_back() {
    do { give(input::Back{}); } while (!session_.ended() && chance_.one_in(2));
}

/// What this persona is here for, once, at a chance moment.
void Practice::act() {
    acted_ = true;
    switch (persona_) {
    case Persona::stops:
        give(chance_.one_in(3) ? Input(input::Close{}) : Input(input::Stop{}));
        if (!session_.ended() && chance_.one_in(2)) { give(input::Stop{}); }
        return;
    case Persona::falls_silent: give(input::EndOfInput{}); return;
    default: return;
    }
}

std::string Practice::broken_bounds() const {
    const bool comparable = persona_ == Persona::calm && status_ == Status::completed && groundings_ == 0;
    if (!comparable) { return {}; }
    const Milliseconds guided = practised_ - apart_;
    if (guided >= played_.shortest && guided <= played_.longest) { return {}; }
    return fmt::format(fmt::runtime(_("it took {} of guided time, but {} to {} were computed")),
                       written_duration(guided), written_duration(played_.shortest),
                       written_duration(played_.longest));
}

bool Practice::replays_alike() const {
    Session again(played_.plan, nobody_at_a_terminal());
    std::uint64_t print = 0;
    for (const auto& [time, input] : inputs_) {
        for (const auto& event : again.advance(input, time).events) { print = fingerprint(event, print); }
    }
    return print == print_;
}

std::string Practice::run() {
    constexpr std::size_t more_than_any = 100000;
    give(input::Begin{});
    for (; !session_.ended() && steps_ < more_than_any; ++steps_) {
        const bool acts = persona_ == Persona::stops || persona_ == Persona::falls_silent;
        if (acts && !acted_ && steps_ >= acts_at_) {
            act();
        } else if (persona_ == Persona::grounds && steps_ >= acts_at_) {
            if (steps_ > 0 && chance_.one_in(3)) {
                go_back();
            } else if (in_grounding_ && chance_.one_in(4)) {
                give(input::Stop{}); // also where nothing has begun yet
            } else if (!try_to_ground()) {
                return _("grounding was asked for, and did not begin");
            }
            acts_at_ = steps_ + 1 + chance_.below(in_grounding_ ? 4 : 20);
        } else if (wake_at_) {
            now_ = std::max(now_, *wake_at_);
            if (persona_ == Persona::skips && chance_.one_in(2)) {
                give(input::Skip{});
            } else {
                give(input::Tick{});
            }
        } else {
            respond();
        }
    }
    if (!session_.ended()) { return _("it did not come to an end"); }
    if (endings_ != 1) { return _("it ended more than once"); }
    if (time_went_back_) { return _("time went back"); }
    const bool strong = played_.plan->exercise->safety.intensity == Intensity::strong;
    if (strong && began_unasked_) { return _("a strong exercise began without a yes"); }
    const bool went_through = status_ == Status::completed || status_ == Status::closed_early;
    if (went_through && !passed_closing_) { return _("it ended without passing the closing"); }
    if (std::string broken = broken_bounds(); !broken.empty()) { return broken; }
    if (!replays_alike()) { return _("the same answers at the same times gave another practice"); }
    return {};
}

std::string Practice::run_to_the_end() {
    try {
        return run();
    } catch (const std::exception& problem) { // a mistake in the program: whoever plays is to see where
        return fmt::format(fmt::runtime(_("the program made a mistake and could not go on: {}")),
                           problem.what());
    }
}

} // namespace kindly
