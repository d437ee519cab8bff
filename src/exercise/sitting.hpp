// SPDX-License-Identifier: MIT
// The exercise behind `kindly sit`: a silence with bells, made from its lengths, which then runs, is recorded
// and is read back as any other. Owns what is said in it; knows nothing of files, logs or terminals.
#pragma once

#include "exercise/exercise.hpp"
#include "exercise/plan.hpp"

#include <memory>
#include <optional>
#include <string>

namespace kindly {

/// The name that the log knows it by.
inline constexpr const char* sitting_id = "sit";

inline constexpr Milliseconds longest_sit = std::chrono::hours(3);
inline constexpr Milliseconds longest_preparation = std::chrono::minutes(10);
inline constexpr Milliseconds shortest_between_bells = std::chrono::seconds(10); ///< a bell rings that long

struct Sitting {
    std::optional<Milliseconds> length; ///< up to longest_sit; none: until the person ends it
    Milliseconds prepare{};             ///< before the first bell, up to longest_preparation; zero for none
    Milliseconds bell_every{};          ///< from shortest_between_bells; zero for none
};

/// It as a file, in the exercise format: what the log keeps. The format knows neither silences as long as
/// these nor ones without an end: they stand there as several, and as a line that waits.
[[nodiscard]] std::string sitting_text(const Sitting& sitting);

/// It as it is practised: one silence, whatever its length. Its document is sitting_text().
[[nodiscard]] std::shared_ptr<const Exercise> sitting_exercise(const Sitting& sitting);

/// Once the exercise has become a plan: the silence has its end, or none, and nothing changes its length.
void keep_time(Plan& plan, const Sitting& sitting);

} // namespace kindly
