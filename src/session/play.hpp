// SPDX-License-Identifier: MIT
// Whole practices on a virtual clock, by people of several kinds, with the real engine: what must hold for
// every practice is looked at in each (exercise format 1, section 13). The same seed plays the same practice.
// Prints nothing and knows no checker; what a plan's times are bounded by is handed in.
#pragma once

#include "session/session.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

enum class Persona {
    calm,         ///< answers everything, with low ratings
    rising,       ///< each rating higher than the one before; chooses anything at offers
    skips,        ///< skips everything
    stops,        ///< stops or closes anywhere
    falls_silent, ///< input ends anywhere
    always_ten,   ///< rates everything with the highest number
    grounds,      ///< asks for grounding anywhere, also within silences; goes back now and then
    numb,         ///< numb or far away at every check-in; leaves ratings and writing out
};
[[nodiscard]] const std::vector<Persona>& all_personas();
[[nodiscard]] const char* in_words(Persona persona); ///< "calm", "rising distress", ...
[[nodiscard]] const char* word(Persona persona);     ///< on a command line: "calm", "rising", ...

/// What somebody is known to answer, by question: in turn, then the last one again; nothing leaves it out.
/// Under the name `at_offers`, the choice that is taken wherever it is offered.
using GivenAnswers = std::map<std::string, std::vector<std::optional<AnswerValue>>>;
inline constexpr const char* at_offers = "offer";

struct PlayedPlan {
    std::shared_ptr<const Plan> plan;
    /// Guided time of whole practices, as computed: what is played must lie within.
    Milliseconds shortest{}, longest{};
};

struct PlayRequest {
    std::vector<PlayedPlan> plans; ///< each practice takes one of them; not empty
    std::uint64_t practices = 0;
    std::uint64_t seed = 0;              ///< of the first practice; the next one has the next seed
    std::optional<Persona> persona = {}; ///< else all of them, by chance
    GivenAnswers answers = {};           ///< before what the persona would say; they fit their questions
};

/// A practice in which something did not hold.
struct Counterexample {
    std::uint64_t seed = 0; ///< one practice with this seed plays it again
    Persona persona = Persona::calm;
    std::string broken; ///< what did not hold, in a sentence
    std::vector<std::string> transcript;
};

struct Played {
    std::uint64_t practices = 0;
    std::map<Status, std::uint64_t> endings;
    std::map<const Written*, std::uint64_t> met;  ///< practices' steps, by where they are written
    std::optional<Counterexample> counterexample; ///< the first; nothing was played after it
};

/// `go_on` is asked now and then, with the number of practices so far; false ends the play.
[[nodiscard]] Played play(const PlayRequest& request, const std::function<bool(std::uint64_t)>& go_on);

/// One practice: what was shown, what was answered.
struct Transcript {
    Persona persona = Persona::calm;
    std::vector<std::string> lines; ///< in words
    std::vector<Event> events;
    std::vector<std::string> suggestions; ///< exercises
    std::string broken;                   ///< what did not hold; empty if everything did
};
[[nodiscard]] Transcript transcript_of(const PlayRequest& request, std::uint64_t seed);

} // namespace kindly
