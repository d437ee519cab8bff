// SPDX-License-Identifier: MIT
// The canonical form of an exercise, for digests that do not change with layout or remarks: RFC 8785 (JSON
// Canonicalization Scheme) after removing "note" and "$schema".
#pragma once

#include "exercise/exercise.hpp"
#include "exercise/written.hpp"

#include <string>
#include <string_view>

namespace kindly {

/// A text as JSON writes it, with its quotes.
[[nodiscard]] std::string json_string(std::string_view text);

[[nodiscard]] std::string canonical_form(const Written& root);

/// SHA-256 of the canonical form, in hexadecimal.
[[nodiscard]] std::string canonical_digest(const Written& root);

/// Of the exercise or fragment as it was written: the same in every language.
[[nodiscard]] std::string digest_of(const Document& document);
/// Of its translation; empty where it is shown as it was written.
[[nodiscard]] std::string translation_digest_of(const Document& document);

} // namespace kindly
