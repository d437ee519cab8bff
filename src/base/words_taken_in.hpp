// SPDX-License-Identifier: MIT
// What becomes of words before they are kept: valid UTF-8 without control characters. Unlike harmless(),
// nothing else that the person wrote is touched.
#pragma once

#include <string>
#include <string_view>

namespace kindly {

/// Newlines and tabs stay; other control characters (C0, DEL, C1) go; invalid bytes become U+FFFD.
[[nodiscard]] std::string words_taken_in(std::string_view text);

} // namespace kindly
