// SPDX-License-Identifier: MIT
// Walks through bytes that should be JSON and says what is wrong in an author's words, with the place where
// the mistake was made rather than where a strict reader would notice it (J001 to J003, J005, J007). What can
// be mended beyond doubt is mended in a copy of equal length, so that reading goes on. Builds nothing; see
// json_text.hpp.
#pragma once

#include "base/diagnostic.hpp"

#include <memory>
#include <string>

namespace kindly {

/// Where a remark may stand, in a file of this sort; JSON itself has no comments.
enum class Remarks { in_notes, none };

struct ScannedText {
    std::string mended;    ///< as long as the source; correct JSON where `complete`
    bool complete = false; ///< the whole text could be followed
    Diagnostics diagnostics;
};

/// The source must be valid UTF-8. One pass; keeps at most limits::nesting open brackets.
[[nodiscard]] ScannedText scan_json(const std::shared_ptr<const SourceText>& source,
                                    Remarks remarks = Remarks::in_notes);

} // namespace kindly
