// SPDX-License-Identifier: MIT
// Settings can be a person's own words (a name, a phrase), and questions are kept as they were shown. What is
// shown of such a question is as private as what was written. Knows no database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// The texts among a session's settings (its column `settings`, JSON); option ids are among them too, because
/// the log does not tell them apart, durations are not. Empty for what is not JSON.
[[nodiscard]] std::vector<std::string> own_words_in(std::string_view settings);

/// Whether a prompt or an option as shown holds one of them.
[[nodiscard]] bool holds_any(std::string_view shown, const std::vector<std::string>& own_words);

} // namespace kindly
