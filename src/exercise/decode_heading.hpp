// SPDX-License-Identifier: MIT
// What every file of ours begins with: format, version, language, and a group around it all. Shared by the
// readers of exercises, fragments (reader.hpp) and translations; knows nothing of what comes after.
#pragma once

#include "exercise/decode.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace kindly {

/// "2.1": two whole numbers; nothing else.
[[nodiscard]] std::optional<std::pair<int, int>> read_two_numbers(std::string_view written);

/// The whole file as one group of entries, or nothing, where it is none, or newer than this program (K009:
/// its other keys may be unknown too, so nothing else is said). What is wrong stands in `reading`.
[[nodiscard]] const Written* outermost(Reading& reading, const Document& document, const Shape& shape);

[[nodiscard]] std::string read_format(Entries& entries);
/// The version under a key: two numbers.
[[nodiscard]] std::string read_version(Entries& entries, std::string_view key = "version");
[[nodiscard]] std::string read_language(Entries& entries);

/// A language tag in the way of BCP 47: "en", "de-x-sie", "zh-Hant".
[[nodiscard]] bool is_language_tag(std::string_view text);

} // namespace kindly
