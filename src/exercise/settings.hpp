// SPDX-License-Identifier: MIT
// Settings of an exercise: defaults, then the person's own, then this run's, each checked against its bounds.
#pragma once

#include "exercise/answer.hpp"
#include "exercise/exercise.hpp"

#include <map>
#include <string>
#include <vector>

namespace kindly {

[[nodiscard]] Settings default_settings(const Exercise& exercise);

/// Puts one value, as a person writes it ("3", "1m30s", "soft"), in place of the present one. The message
/// says what is wrong, and nothing is changed, when there is no such setting (with the nearest), or the value
/// is not of its type or outside its bounds. Empty when all is well.
[[nodiscard]] std::string set_setting(const Exercise& exercise, Settings& settings, const std::string& name,
                                      const std::string& value);

} // namespace kindly
