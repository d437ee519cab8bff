// SPDX-License-Identifier: MIT
// Everything that a session says. Guides show these; the event stream (kindly-events(5)) is their
// serialisation; the journal keeps them. Texts are as the exercise's author wrote them: a guide makes them
// harmless before a terminal.
#pragma once

#include "exercise/plan.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kindly {

enum class Status { completed, closed_early, stopped, interrupted };
enum class StopReason { none, person, distress, unanswered, signal, crash };
enum class OfferReason { distress, rise, numb, stop, resume };
/// How a step ended.
enum class StepEnd { time, enter, answered, skipped, grounded, stopped, back };

[[nodiscard]] const char* word(Status value);
[[nodiscard]] const char* word(StopReason value); ///< "" for none
[[nodiscard]] const char* word(OfferReason value);
[[nodiscard]] const char* word(StepEnd value);

/// The ids of what can be chosen at an offer.
namespace choice {
inline constexpr const char* ground = "ground";
inline constexpr const char* go_on = "go_on";
inline constexpr const char* close = "close";
inline constexpr const char* stop = "stop";
// Before a practice, where one broke off.
inline constexpr const char* begin_again = "begin_again";
inline constexpr const char* leave = "leave";
// At a keep event.
inline constexpr const char* keep = "keep";
inline constexpr const char* remove = "delete";
inline constexpr const char* later = "later";
} // namespace choice

} // namespace kindly

namespace kindly::event {

struct Started {
    std::string session, exercise, version, language, title;
    Milliseconds planned{};
    std::uint64_t seed = 0;
    bool resumed = false; ///< it goes on with a practice that broke off; `planned` is the time of the whole
    /// Digest of the translation; empty where the exercise is shown as it was written.
    std::string translation = {};
};
struct PlanShown {
    double factor = 0;
    std::vector<std::string> dropped;
};
struct Warning {
    std::string text;
    Intensity intensity = Intensity::gentle;
    bool waits = false; ///< until the person goes on; else for its reading time
};
struct Consent {
    std::string text;
    std::vector<std::string> unmet;
    bool begun = false; ///< asked in the middle: a no leads to the closing. For guides, not in the stream
};
struct SectionBegan {
    std::string id, title;
    std::optional<Component> component;
    Role role = Role::main;
    std::optional<Purpose> purpose;
    /// Of a closing that was gone to early: why. For the journal alone.
    StopReason early = StopReason::none;
};
struct Said {
    std::string text;
    bool waits = false;
};
struct SilenceBegan {
    Milliseconds length{}; ///< what is left of it
    std::string text;
    bool waits = false; ///< untimed, or open-ended: until the person goes on
    bool quiet = false; ///< of a quiet sit: the time is told only to whoever asks for it
};
struct BreathingBegan {
    Milliseconds in{}, hold{}, out{}, rest{};
    int rounds = 1; ///< left
    std::string text;
};
struct Bell {};
struct Asked {
    Question question;
    std::optional<AnswerValue> present; ///< shown again after `back`: the answer so far
};
struct CheckInAsked {
    CheckInQuestion question;
    std::optional<AnswerValue> present;
};
struct Recalled {
    std::string text;
    std::string value; ///< empty: there is nothing to show, and `text` says so
    bool waits = false;
};
struct Offered {
    OfferReason reason = OfferReason::distress;
    std::vector<std::string> choices;
    std::string default_choice;
};
struct SupportShown {
    bool offered = false; ///< by a text of the exercise: whoever wants to see it asks for it
};
struct Answered {
    std::string id;
    AnswerValue value;
    std::string path;
    /// The question as shown: what the journal keeps. Exactly one of the two for questions and check-ins;
    /// neither for answers to offers, consent and keep.
    std::optional<Question> question;
    std::optional<CheckInQuestion> check_in;
};
struct Skipped {
    std::string id; ///< of the question, else the step's path
    std::string path;
    std::optional<Question> question;
    std::optional<CheckInQuestion> check_in;
};
struct GroundingPhase {
    bool begin = true;
};
struct Paused {};
struct Resumed {};
struct Suspended {};
struct Restored {
    std::string id, draft;
};
struct KeepAsked {
    std::string id;
    std::vector<std::string> choices;
    std::string keep_as;   ///< the name that the words would be kept under; empty for none
    std::string text = {}; ///< the words themselves; for guides, not in the stream
};
struct Problem {
    std::string message;
};
struct Refused {
    std::string why;
};
struct Ended {
    Status status = Status::completed;
    StopReason reason = StopReason::none;
    Milliseconds practised{}, paused{};
};

// For the journal alone, not part of the event stream.
struct StepEnded {
    std::string path;
    std::string kind; ///< the format's word
    Milliseconds began{};
    StepEnd how = StepEnd::time;
    std::size_t instruction = 0; ///< its place in the plan
};
/// Words are to be kept under a name, deleted, or set aside until a day.
struct Kept {
    std::string id;
    std::string choice;
    std::string keep_as;
    std::string text;
    std::string until; ///< YYYY-MM-DD; only of `later`
};

} // namespace kindly::event

namespace kindly {

struct Event {
    Milliseconds at{}; ///< session clock: stands still while paused
    std::variant<event::Started, event::PlanShown, event::Warning, event::Consent, event::SectionBegan,
                 event::Said, event::SilenceBegan, event::BreathingBegan, event::Bell, event::Asked,
                 event::CheckInAsked, event::Recalled, event::Offered, event::SupportShown, event::Answered,
                 event::Skipped, event::GroundingPhase, event::Paused, event::Resumed, event::Suspended,
                 event::Restored, event::KeepAsked, event::Problem, event::Refused, event::Ended,
                 event::StepEnded, event::Kept>
        what;
};

} // namespace kindly
