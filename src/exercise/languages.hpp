// SPDX-License-Identifier: MIT
// Language tags (BCP 47): which language stands in for which. Knows no files and no environment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// What is asked for, and what may stand in for it, the nearest first: "de-AT", "de". A private way of
/// speaking
/// ("de-x-sie": formal German) is a language of its own: nobody who asked for one is given the other.
[[nodiscard]] std::vector<std::string> languages_for(const std::string& tag);

/// "de" for "de-AT" and "de-x-sie".
[[nodiscard]] std::string primary_language(std::string_view tag);

/// Texts in both can stand in one practice: "en" and "en-GB"; but neither "en" and "de", nor "de" and
/// "de-x-sie".
[[nodiscard]] bool read_as_one(std::string_view one, std::string_view other);

} // namespace kindly
