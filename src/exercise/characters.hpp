// SPDX-License-Identifier: MIT
// Characters that nobody can see, in any text of a file (L003). Knows nothing of what the text is for.
#pragma once

#include "exercise/findings.hpp"

namespace kindly {

/// L003, once a text. True if it was said.
bool check_characters(const Written& text, Findings& findings);

} // namespace kindly
