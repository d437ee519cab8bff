// SPDX-License-Identifier: MIT
// What happens in a plan, in words and as JSON: its sections, its questions, its settings. Part of `kindly
// show`. Knows no output and no person.
#pragma once

#include "exercise/plan.hpp"

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

/// One line a section: "Arrive (arriving): 2 texts, 1 check-in".
[[nodiscard]] std::vector<std::string> outline_in_words(const Plan& plan);
/// Each question once, with how it is answered.
[[nodiscard]] std::vector<std::string> questions_in_words(const Plan& plan);
[[nodiscard]] std::vector<std::string> settings_in_words(const Exercise& exercise, const Settings& settings);

[[nodiscard]] nlohmann::ordered_json outline_as_json(const Plan& plan);
[[nodiscard]] nlohmann::ordered_json questions_as_json(const Plan& plan);
[[nodiscard]] nlohmann::ordered_json settings_as_json(const Exercise& exercise, const Settings& settings);

} // namespace kindly
