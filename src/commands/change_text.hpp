// SPDX-License-Identifier: MIT
// What was put right in an entry, as a person reads it: names of fields, values, "it was this, it is that".
// From plain values; knows no journal.
#pragma once

#include <optional>
#include <string>

namespace kindly {

/// "minutes", "began", "answer 3". Empty for what follows from another field and needs no line of its own.
[[nodiscard]] std::string field_in_words(const std::string& field);

/// "10 minutes", "2026-11-20 19:30"; "not there" for a missing value. Harmless.
[[nodiscard]] std::string value_in_words(const std::string& field, const std::optional<std::string>& value);

/// "minutes: was 5 minutes, is 10 minutes"
[[nodiscard]] std::string change_in_words(const std::string& field, const std::optional<std::string>& was,
                                          const std::optional<std::string>& is);

} // namespace kindly
