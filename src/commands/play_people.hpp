// SPDX-License-Identifier: MIT
// Who plays in `kindly check --play` and `--transcript`: the options, and what they mean for one exercise.
// Knows nothing of what is printed.
#pragma once

#include "exercise/fitting.hpp"
#include "session/play.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace kindly {

class Command;

struct PlayOptions {
    std::uint64_t practices = 0; ///< 0: not given
    std::uint64_t seed = 1;
    bool transcript = false;
    std::string persona;              ///< empty: all of them, by chance; of a single transcript: calm
    std::vector<std::string> answers; ///< "words=feel_false"
    std::vector<std::string> without; ///< what is avoided
    int minutes = 0;

    [[nodiscard]] bool plays() const { return practices > 0 || transcript; }
};

void add_play_options(const Command& command, PlayOptions& options);

/// Throws Failure (usage) for options that say something about a play where nothing is played.
void refuse_without_play(const PlayOptions& options);

[[nodiscard]] std::optional<Persona> persona_of(const PlayOptions& options);
[[nodiscard]] std::set<Avoidable> avoided_by(const PlayOptions& options);
[[nodiscard]] std::optional<Milliseconds> time_of(const PlayOptions& options);

/// Throws Failure (usage) for a question that the exercise does not ask, or an answer that does not fit it.
[[nodiscard]] GivenAnswers answers_of(const PlayOptions& options, const Exercise& exercise,
                                      const FragmentFinder& find_fragment);

} // namespace kindly
