// SPDX-License-Identifier: MIT
// The characters that people write, or their word processors make, where JSON wants its own marks: which mark
// was meant, and how to name what stands there. Knows nothing of grammar.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kindly {

/// One character as JSON would take it.
struct Mark {
    /// The ASCII mark that it is or stands for: one of {}[],: or " ; ' ' for a space; any other ASCII
    /// character is itself; '\0' for what stands for nothing.
    char meaning = '\0';
    std::size_t bytes = 1;
    bool foreign = false; ///< not the mark itself: a curly quote, a full-width comma, a non-breaking space
};

/// `at` must be inside the text.
[[nodiscard]] Mark mark_at(std::string_view text, std::size_t at);

/// White space, of JSON or foreign.
[[nodiscard]] inline bool is_blank(const Mark& mark) {
    return mark.meaning == ' ' || mark.meaning == '\t' || mark.meaning == '\n' || mark.meaning == '\r';
}

/// "This is a curly quote (“). JSON needs the straight one (")": for a foreign mark.
[[nodiscard]] std::string foreign_mark_message(std::string_view text, std::size_t at);

} // namespace kindly
