// SPDX-License-Identifier: MIT
// Sentences with gaps. Must not know what stands in them.
#pragma once

#include <string>

#include <fmt/format.h>

namespace kindly {

/// Fills the {} of a sentence that is already in the person's language. Throws fmt::format_error where it has
/// more gaps than there are values.
template <class... Values>
[[nodiscard]] std::string filled(const char* sentence, const Values&... values) {
    return fmt::format(fmt::runtime(sentence), values...);
}

} // namespace kindly
