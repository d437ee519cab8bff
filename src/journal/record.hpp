// SPDX-License-Identifier: MIT
// What a running practice hands to the practice log: plain values, with every time as an argument. Owns what
// of a question may be kept at all. Knows no database and nothing of sessions' events.
#pragma once

#include "base/moment.hpp"
#include "exercise/answer.hpp"
#include "exercise/plan.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kindly {

/// Timed by this program; written down afterwards; tried out (--instant). Trials feed nothing.
enum class PracticeSource { timed, entered_later, trial };
[[nodiscard]] const char* word(PracticeSource value); ///< "timed", "entered_later", "trial"

/// The exact bytes of an exercise, a fragment or a translation.
struct TextToKeep {
    enum class Kind { exercise, fragment, translation };
    Kind kind = Kind::exercise;
    std::string digest; ///< SHA-256, 64 hexadecimal digits
    std::string id, version, language;
    std::string_view bytes;
};

struct SessionStart {
    std::string id; ///< a UUIDv7: make_uuid7()
    std::string exercise, exercise_version, title, language;
    std::string digest; ///< of the exercise, kept by keep_text(); empty if unknown
    /// Digests of what else it was made of, kept likewise: what `use` inserted, and translations.
    std::vector<std::string> fragments;
    Intensity intensity = Intensity::gentle;
    std::vector<std::string> components; ///< words of the format, in order, each once
    Moment started_at;
    std::string day; ///< local_day(started_at, day_starts)
    std::optional<Milliseconds> planned;
    PracticeSource source = PracticeSource::timed;
    std::string homework, participant; ///< empty for none
    std::string kindly_version;
    Settings settings;
    std::optional<Milliseconds> budget; ///< --minutes
    bool listening = false;             ///< --listen
    double factor = 0;
    std::vector<std::string> dropped;
    std::uint64_t seed = 0;
    std::vector<PickMade> picks;
};

/// Everything that a plan tells: exercise, components of the sections kept, planned time, settings, fitting,
/// picks. Still to fill in: id, digest, fragments, started_at, day, source, homework, participant,
/// kindly_version, budget.
[[nodiscard]] SessionStart start_of(const Plan& plan);

/// As they are kept, JSON: {"name": value}; {"budget_ms", "factor", "dropped"}, and "listening" where it is
/// true.
[[nodiscard]] std::string settings_text(const Settings& settings);
[[nodiscard]] std::string plan_text(const SessionStart& start);

/// An answer, or a skipped question, with the question as it was shown. Answering again makes another record.
struct AnswerRecord {
    std::string path;     ///< of the step
    std::string question; ///< its id
    std::string kind;     ///< "scale", "choice" ..., "check_in"
    std::string about;    ///< of a check-in: "distress", "backdraft"
    std::string measure;  ///< empty for none; check-ins have distress_0_10
    std::string prompt;
    std::vector<std::pair<std::string, std::string>> options; ///< id, text
    std::optional<int> lowest, highest;
    std::string lowest_label, highest_label;
    bool is_private = false;
    std::optional<AnswerValue> value; ///< nothing: skipped
    Moment answered_at;
};

/// value_number and value_text of the export contract.
[[nodiscard]] std::pair<std::optional<double>, std::optional<std::string>>
columns_of(const AnswerValue& value);

struct StepRecord {
    std::string path, kind;
    Milliseconds began{}, ended{}; ///< session clock
    std::string how;               ///< "time", "enter", "answered", "skipped", "grounded", "stopped", "back"
    bool operator==(const StepRecord&) const = default;
};

/// What was noticed and offered for safety, and what the person chose.
struct SafetyRecord {
    Milliseconds at{};
    std::string reason;   ///< "distress", "rise", "numb", "stop", "resume"; "check_in": below every threshold
    std::string check_in; ///< id; empty if the person asked to stop
    std::optional<int> value;
    bool numb = false;
    std::optional<int> offer_grounding_at, stop_at; ///< thresholds in force
    std::vector<std::string> offered;
    std::string chosen; ///< empty: nothing yet
    bool operator==(const SafetyRecord&) const = default;
};

/// Words that the person wants to keep under a name beyond this practice; a later one takes its place.
struct WordsToKeep {
    std::string name, text;
};

/// The words of an answer, set aside until a day.
struct LetterToKeep {
    std::string question; ///< its id
    std::string ready_on; ///< YYYY-MM-DD
};

/// The columns that a practice's events add up to so far.
struct Figures {
    Milliseconds practised{}, paused{};
    std::optional<int> distress_before, distress_after, kindness_before, kindness_after;
    std::string backdraft; ///< empty, "none", "noticed", "grounded"
    int groundings = 0;
    int skipped = 0;
    std::string last_section;   ///< where it would be taken up again
    bool grounded = false;      ///< a grounding is on, or is the latest thing that there was
    std::string closing_reason; ///< it went to the closing early, and why; else empty
};

/// What has been typed at a question so far.
struct Draft {
    std::string question;
    std::string words; ///< empty: there is none any more
};

/// What has happened since the last record; written in one transaction.
struct Changes {
    Moment at; ///< now: the practice lasted at least until here
    Figures figures;
    std::vector<AnswerRecord> answers;
    std::vector<StepRecord> steps;
    std::vector<SafetyRecord> safety;
    std::vector<WordsToKeep> kept;
    std::vector<LetterToKeep> letters;
    std::vector<Draft> drafts;
    std::vector<std::string> forgotten; ///< ids of questions whose words the person had deleted

    /// A question with `recorded` false leaves nothing. `value`: nothing if it was skipped.
    void add_answer(const Question& question, const std::string& path, std::optional<AnswerValue> value,
                    Moment answered_at);
    void add_answer(const CheckInQuestion& question, const std::string& path,
                    std::optional<AnswerValue> value, Moment answered_at);
    /// Adds what came later.
    void append(Changes later);
};

} // namespace kindly
