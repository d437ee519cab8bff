// SPDX-License-Identifier: MIT
// Lengths of time: as exercises write them ("1m30s"), as people read them ("about 4 minutes").
// Knows nothing of clocks or dates.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kindly {

using Milliseconds = std::chrono::milliseconds;

/// Reads "45s", "2m" or "1m30s": whole numbers, minutes before seconds, nothing else. Seconds after minutes
/// are at most 59. Empty when it is written in any other way.
std::optional<Milliseconds> read_duration(std::string_view written);

/// The right spelling for what was probably meant ("30 sec", "1:30", "PT2M", "90"), if that can be told.
/// A bare number is ambiguous and gives nothing.
std::optional<std::string> right_spelling_of_duration(std::string_view written);

/// As an exercise writes it: "1m30s". Rounded to whole seconds.
std::string written_duration(Milliseconds duration);

/// In words, exact to the second: "1 minute 30 seconds".
std::string duration_in_words(Milliseconds duration);

/// In words, as a person estimates: "about 4 minutes", "less than a minute".
std::string about_duration(Milliseconds duration);

} // namespace kindly
