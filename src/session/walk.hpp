// SPDX-License-Identifier: MIT
// The inside of Session: where the walk stands and what it waits for. Times here are on the session clock,
// which stands still while paused. Split over walk.cpp (flow and time), walk_present.cpp (showing a step),
// walk_inputs.cpp (what a person does), walk_safety.cpp (check-ins, offers, grounding, endings),
// walk_keep.cpp (words to keep or set aside) and walk_return.cpp (going on where a practice broke off).
#pragma once

#include "session/session.hpp"

#include <set>

namespace kindly {

class Session::Walk {
public:
    Walk(std::shared_ptr<const Plan> plan, SessionOptions options);
    Outcome advance(const Input& input, Milliseconds now);
    [[nodiscard]] bool ended() const { return prompt_ == Prompt::ended; }
    [[nodiscard]] const std::vector<std::string>& suggestions() const { return suggestions_; }

private:
    /// What the person sees and what may be answered.
    enum class Prompt {
        none, ///< before Begin, and between steps
        warning,
        consent,
        step, ///< a text, silence or breathing
        question,
        check_in,
        interlude, ///< a line of the program's own between two steps
        offer,
        keep,
        ended,
    };
    /// Where "go on" leads, while something else is on.
    struct Position {
        std::size_t at = 0;
        std::optional<Milliseconds> left; ///< of a silence or breathing that was interrupted, at pace 1
        std::vector<std::size_t> history;
        std::optional<std::size_t> section; ///< the one that was on
    };
    enum class AfterGrounding { ask_to_go_on, ask_to_close, close };

    // walk.cpp
    void run_until(Milliseconds time);
    void settle();
    void enter(std::size_t at);
    void finish_step(StepEnd how);
    void note_step_end(StepEnd how);
    void begin_main();
    [[nodiscard]] bool in_closing() const;
    /// In the closing, or on a detour or at an offer that leads back to it.
    [[nodiscard]] bool closing_is_on() const;
    [[nodiscard]] Milliseconds paced(Milliseconds length) const;
    void emit(decltype(Event::what) what) { events_.push_back({time_, std::move(what)}); }
    void refuse(const char* why);
    void take_input(const Input& input);
    void freeze(Milliseconds host_time);
    void thaw(Milliseconds host_time);

    // walk_present.cpp
    /// Shows the instruction; false when there is nothing to wait for and the walk goes on.
    bool present(std::size_t at, std::optional<Milliseconds> left);
    void wait_for(Milliseconds length, bool waits);
    /// In full, or the one line of those who know it.
    [[nodiscard]] std::string warning() const;
    void show_warning();
    bool show(const Line& line);
    bool show(const Silence& silence, std::optional<Milliseconds> left);
    bool show(const Breathing& breathing, std::optional<Milliseconds> left);
    bool show(const Question& question);
    bool show(const CheckInQuestion& check_in);
    bool show(const Recollection& recall);
    [[nodiscard]] std::string recalled(const Recollection& recall) const;
    [[nodiscard]] std::string shown_answer(const Recollection& recall, const std::string& id,
                                           const AnswerValue& value) const;
    [[nodiscard]] std::string option_text(const Recollection& recall, const std::string& id,
                                          const std::string& option) const;

    // walk_inputs.cpp
    void take(const input::Begin&);
    void take(const input::Tick&) {}
    void take(const input::Answer& answer);
    void take(const input::Continue&);
    void take(const input::Skip&);
    void take(const input::Back&);
    void take(const input::Pause&);
    void take(const input::Resume&);
    void take(const input::Ground&);
    void take(const input::Close&);
    void take(const input::Stop&);
    void take(const input::Support&) { emit(event::SupportShown{}); }
    void take(const input::Pace& pace);
    void take(const input::Draft&) {} // the practice command keeps drafts; the walk is not changed by them
    void take(const input::EndOfInput&);
    void take(const input::Suspend&) {} // handled before time is counted
    void take(const input::Interrupt&);
    void answer_question(const Question& question, const AnswerValue& value);
    void answer_check_in(const CheckInQuestion& check_in, const AnswerValue& value);
    void answer_consent(const AnswerValue& value);
    [[nodiscard]] const char* takes_a_yes() const;
    void leave_question(const Question& question);
    /// Shown again after `back`, with an answer that stands until it is changed.
    [[nodiscard]] bool read_again(const std::string& id) const;
    [[nodiscard]] Milliseconds guided_length() const;

    // walk_keep.cpp
    void ask_to_keep();
    void go_on_with_next_words();
    void answer_keep(const AnswerValue& value);
    void ask_until(Question question);
    void answer_until(const AnswerValue& value);
    void settle_keep(const std::string& choice, const std::string& until);

    // walk_return.cpp
    void take_over(const Checkpoint& checkpoint);
    [[nodiscard]] std::size_t place_of(const Checkpoint::Given& given) const;
    void ask_how_it_is();
    void leave_own_check_in();
    [[nodiscard]] const CheckInQuestion& present_check_in() const;

    // walk_safety.cpp
    /// `back`: where going on leads.
    void look_at_rating(const CheckInQuestion& check_in, const AnswerValue& value, Position back);
    void leave_check_in(const CheckInQuestion& check_in);
    void offer(OfferReason reason, std::vector<std::string> choices, const char* default_choice);
    void choose(const std::string& choice);
    void start_grounding(AfterGrounding after);
    void name_support();
    void end_grounding();
    void leave_grounding();
    void remember_position();
    void go_on();
    void ask_for_yes();
    void ask_for_yes_again();
    void go_to_closing();
    void offer_to_stop();
    void finish();
    void end(Status status);
    [[nodiscard]] bool rated_high() const;

    [[nodiscard]] const Instruction& instruction() const { return plan_->instructions[at_]; }
    [[nodiscard]] Intensity intensity() const { return plan_->exercise->safety.intensity; }
    [[nodiscard]] int offer_at() const;
    [[nodiscard]] int stop_at() const;

    std::shared_ptr<const Plan> plan_;
    SessionOptions options_;
    std::vector<Event> events_;

    // Time.
    Milliseconds zero_{};     ///< the caller's clock when the session clock is 0, pauses so far included
    Milliseconds last_now_{}; ///< the caller's clock at the last input
    std::optional<Milliseconds> frozen_since_; ///< paused, on the caller's clock
    Milliseconds time_{};                      ///< session clock of what is happening now
    Milliseconds paused_{};                    ///< in all
    std::optional<Milliseconds> practice_began_;
    std::optional<Milliseconds> deadline_;
    std::optional<Milliseconds> next_bell_;
    Milliseconds step_began_{};

    // Place.
    Prompt prompt_ = Prompt::none;
    std::size_t at_ = 0;
    std::optional<std::size_t> next_; ///< where to go when settling
    std::optional<Milliseconds> next_left_;
    std::optional<std::size_t> section_shown_;
    std::vector<std::size_t> history_; ///< steps visited in this section, the present one last
    std::optional<Position> position_; ///< set while a detour or an offer is on
    bool grounding_ = false;
    bool grounding_for_numb_ = false;
    bool was_numb_ = false;      ///< at some check-in
    bool support_named_ = false; ///< since the last rating
    AfterGrounding after_grounding_ = AfterGrounding::ask_to_go_on;

    // What was said.
    Answers answers_;
    std::map<std::string, std::size_t> answered_at_;   ///< the instruction that each answer was given at
    std::map<std::string, const Question*> questions_; ///< as asked, by id
    std::vector<std::string> keepable_;                ///< ids of texts that may be kept
    bool rated_ = false;                               ///< a check-in has come, answered or not
    bool agreed_ = false;                              ///< to a strong exercise, in so many words
    bool asks_again_ = false; ///< before a strong exercise goes on behind its first check-in
    std::optional<int> lowest_rating_;
    std::optional<int> last_rating_; ///< of the last check-in; none when it was skipped or numb
    std::vector<std::string> choices_;
    std::string default_choice_;
    OfferReason offer_reason_ = OfferReason::distress;
    std::vector<std::string> to_keep_; ///< ids still to ask about, last first
    std::optional<Question> until_;    ///< being asked: until when words are to be set aside
    std::vector<std::string> suggestions_;

    std::size_t first_ = 0; ///< the instruction that it begins with
    /// The program's own, before a hard practice goes on: set until it is answered or grounding takes its
    /// place.
    std::optional<CheckInQuestion> own_check_in_;

    bool nobody_ = false;          ///< input has ended
    bool grounding_named_ = false; ///< after a skipped check-in, once
    std::optional<std::size_t> after_interlude_;
    bool closed_early_ = false;
    StopReason close_reason_ = StopReason::none;
    Status status_ = Status::completed;
    std::optional<Milliseconds> practice_ended_;
};

} // namespace kindly
