// SPDX-License-Identifier: MIT
// A line that a person wrote, with marks under the places that a message is about. Counts columns as a
// terminal shows them. Knows nothing of messages or colours.
#pragma once

#include "base/source_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kindly {

struct Mark {
    Span span; ///< what of it lies on later lines is not marked
    char sign = '^';
};

struct MarkedLine {
    std::size_t number = 1; ///< counts from 1
    std::string text;  ///< tabs as one space, without control characters; cut at "..." where it is very long
    std::string marks; ///< to be shown below the text; where marks overlap, the later one of the list stays
};

/// The line on which the first mark begins; the others must begin there too.
[[nodiscard]] MarkedLine marked_line(const SourceText& source, const std::vector<Mark>& marks);

/// Both begin on one line, and near enough to each other to be shown in one piece.
[[nodiscard]] bool on_one_line(const SourceText& source, Span first, Span second);

} // namespace kindly
