// SPDX-License-Identifier: MIT
// The tables of keys of the eleven step kinds, and the other words that people use for them.
// Knows how steps are written, not what they mean.
#pragma once

#include "exercise/decode.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// In the order in which they are told to people.
[[nodiscard]] const std::vector<std::string>& step_kinds();

/// Null for a word that is no kind.
[[nodiscard]] const Shape* step_shape(std::string_view kind);

/// The kind for another word: "wait" means pause; empty if there is none.
[[nodiscard]] std::string kind_meant_by(std::string_view word);

/// "rounds" belongs to "breathe", but this is a "pause": empty if no kind has the key.
[[nodiscard]] std::string belongs_to_other_kind(std::string_view key, std::string_view kind);

} // namespace kindly
