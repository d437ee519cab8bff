// SPDX-License-Identifier: MIT
// An exercise made ready for one practice: fragments inserted, variants picked, things avoided left out,
// settings filled in, repeats written out. A flat list of instructions in which every jump goes forward, so
// that a walk through it always ends. Made by expand.hpp, timed by guided_time.hpp, walked by session/.
#pragma once

#include "exercise/answer.hpp"
#include "exercise/exercise.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace kindly {

inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

struct ChoiceOption {
    std::string id;
    std::string text;
    std::size_t jump = nowhere; ///< the instruction that this answer leads to
};

/// A text to read.
struct Line {
    std::string text;
    bool wait_for_enter = false;
    bool support = false;
    std::string suggest;
};

struct Silence {
    Milliseconds length{}; ///< as fitted
    Milliseconds shortest{}, usual{}, longest{};
    std::string text;
    bool bell_at_start = false;
    bool bell_at_end = false;
    Milliseconds bell_every{}; ///< zero for none
    bool open_ended = false;   ///< until the person goes on, or nobody is left who could; its length is zero
};

struct Breathing {
    Milliseconds in{}, hold{}, out{}, rest{};
    int rounds = 1; ///< as fitted
    int fewest = 1, usual = 1, most = 1;
    std::string text;
    [[nodiscard]] Milliseconds round() const { return in + hold + out + rest; }
};

struct Question {
    std::string id;
    std::string text;
    Ask::Answer answer = Ask::Answer::text;
    std::vector<ChoiceOption> options;
    std::optional<int> lowest, highest;
    std::string lowest_label, highest_label;
    std::string measure;
    bool is_private = false;
    bool optional = false;
    bool recorded = true;
    std::optional<Milliseconds> expect;
    std::size_t longest = 0; ///< characters of a text
    bool ask_to_keep = false;
    std::string keep_as;
};

struct CheckInQuestion {
    std::string id;
    std::string text;
    CheckIn::About about = CheckIn::About::distress;
};

struct Recollection {
    std::vector<std::string> answers;
    std::string kept;
    std::string of;
    std::string text;
    std::string otherwise;
    bool wait_for_enter = true;
};

/// Goes on with the next instruction where the condition holds, to `otherwise` where it does not.
struct Branch {
    Condition when;
    std::size_t otherwise = nowhere;
};

struct Jump {
    std::size_t target = nowhere;
};

/// Stands for a pick whose variant is open: only in plans made for timing and checking, never in one that is
/// walked.
struct Fork {
    std::string pick; ///< wherever it stands again, as in each round of a repeat, the same variant is taken
    std::vector<std::size_t> targets;
};

struct Instruction {
    std::size_t section = 0;
    std::string path; ///< "notice/where", "notice/3": stable while the exercise's text is
    std::variant<Line, Silence, Breathing, Question, CheckInQuestion, Recollection, Branch, Jump, Fork> what;
    std::size_t repeat_end = nowhere; ///< inside a repeat: where a skipped question leads
    const Written* written = nullptr; ///< the step, in the exercise's own file also for a fragment's steps
};

/// Whether an instruction is a step that a person meets, not a branch or jump.
[[nodiscard]] bool is_step(const Instruction& instruction);

struct PlannedSection {
    std::string id;
    std::string title;
    Role role = Role::main;
    std::optional<Component> component;
    std::optional<Purpose> purpose;
    std::size_t begin = 0, end = 0; ///< instructions [begin, end)
    Priority priority = Priority::core;
};

/// Which variant a pick took: kept in the log, because a replay must not depend on a random generator.
struct PickMade {
    std::string id;
    std::size_t variant = 0;
    bool operator==(const PickMade&) const = default;
};

struct Plan {
    std::shared_ptr<const Exercise> exercise;
    Settings settings;
    std::uint64_t seed = 0;
    std::vector<PickMade> picks;
    /// Main sections in order, then the closing, then the grounding.
    std::vector<PlannedSection> sections;
    std::vector<Instruction> instructions;
    std::size_t closing = 0;   ///< index into sections
    std::size_t grounding = 0; ///< index into sections
    std::string warning;       ///< safety.before, filled in
    std::string backdraft;     ///< safety.backdraft, filled in
    bool listening = false;    ///< asks nothing
    /// A quiet sit: its silences keep their length at any pace, and nobody is told the time unasked.
    bool keeps_time = false;
    // Fitting (fitting.hpp).
    double factor = 0;                ///< -1 everything elastic at its shortest, 0 as usual, 1 at its longest
    std::vector<std::string> dropped; ///< sections left out
    Milliseconds guided{};            ///< planned guided time on the longest feasible path
};

[[nodiscard]] Milliseconds reading_time(std::string_view text);

} // namespace kindly
