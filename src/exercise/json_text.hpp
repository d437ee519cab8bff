// SPDX-License-Identifier: MIT
// From bytes to Written: family J of the diagnostics. Uses nlohmann's SAX parser for the grammar and a scan
// of the bytes for what it can't tell (real places, curly quotes, comments, commas, encodings).
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/exercise.hpp"
#include "exercise/json_scan.hpp"

#include <memory>

namespace kindly {

struct ParsedText {
    std::shared_ptr<const Document> document; ///< null when the text is not JSON at all
    Diagnostics diagnostics;
};

/// Never throws for what is in the bytes; time and memory grow linearly with their number, whatever the
/// nesting.
/// `parts`: for a text that was put together from an original and its translation. `remarks`: nowhere, in a
/// file that has no "note".
[[nodiscard]] ParsedText parse_written(std::shared_ptr<const SourceText> source,
                                       std::shared_ptr<const PutTogether> parts = nullptr,
                                       Remarks remarks = Remarks::in_notes);

} // namespace kindly
