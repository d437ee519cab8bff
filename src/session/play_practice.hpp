// SPDX-License-Identifier: MIT
// One practice by one kind of person, for play.hpp. Nobody else includes this.
#pragma once

#include "session/play.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kindly {

/// Small, quick and the same everywhere (Steele, Lea and Flood's SplitMix64).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t value = (state_ += 0x9E3779B97F4A7C15ULL);
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
        return value ^ (value >> 31U);
    }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    bool one_in(std::size_t count) { return below(count) == 0; }

private:
    std::uint64_t state_;
};

/// What the person is asked at the moment.
enum class Asked { nothing, question, check_in, offer, consent, keep };

class Practice {
public:
    Practice(const PlayRequest& request, std::uint64_t seed, bool write_down);

    /// What did not hold; empty if everything did.
    std::string run();
    /// The same, where the program itself gives out: that is found too, and told.
    std::string run_to_the_end();

    [[nodiscard]] Persona persona() const { return persona_; }
    [[nodiscard]] Status status() const { return status_; }
    [[nodiscard]] std::vector<std::string>& transcript() { return transcript_; }
    [[nodiscard]] std::vector<Event>& events() { return events_; } ///< where they are written down
    [[nodiscard]] const std::vector<std::string>& suggestions() const { return session_.suggestions(); }
    [[nodiscard]] const std::vector<std::size_t>& shown() const { return shown_; }
    [[nodiscard]] const Plan& plan() const { return *played_.plan; }

private:
    static const PlayedPlan& choose(const PlayRequest& request, Chance& chance) {
        return request.plans[chance.below(request.plans.size())];
    }

    void give(const Input& input);
    void look_at(const Event& event);
    void act();
    void respond();
    void answer_question();
    void answer_offer();
    void answer_check_in();
    bool try_to_ground();
    void go_back();
    const std::optional<AnswerValue>* given_for(const std::string& id);
    /// Whether an answer was given beforehand; it has been handed on then.
    bool answer_as_given(const std::string& id);
    [[nodiscard]] AnswerValue some_answer(const Question& question);
    [[nodiscard]] std::string broken_bounds() const;
    [[nodiscard]] bool replays_alike() const;

    Chance chance_;
    Persona persona_;
    const PlayedPlan& played_;
    const GivenAnswers& given_;
    std::map<std::string, std::size_t> given_so_far_;
    bool write_down_;
    Session session_;
    Milliseconds now_{};
    std::optional<Milliseconds> wake_at_;

    Asked asked_ = Asked::nothing;
    Question question_;
    CheckInQuestion check_in_;
    std::vector<std::string> choices_;
    double rating_ = 0;

    std::size_t steps_ = 0;
    std::size_t acts_at_ = 0; ///< the step at which the persona does what it is here for
    bool acted_ = false;
    bool in_grounding_ = false;
    bool agreed_ = false;        ///< a yes was given where one is asked for
    bool began_unasked_ = false; ///< a main section came before that
    int groundings_ = 0;
    bool passed_closing_ = false;
    int endings_ = 0;
    Status status_ = Status::completed;
    Milliseconds practised_{};
    Milliseconds apart_{}; ///< spent on what guided time does not count
    bool time_went_back_ = false;
    Milliseconds last_at_{};
    std::uint64_t print_ = 0;
    std::vector<std::pair<Milliseconds, Input>> inputs_;
    std::vector<std::string> transcript_;
    std::vector<Event> events_;
    std::vector<std::size_t> shown_;
};

} // namespace kindly
