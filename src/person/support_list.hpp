// SPDX-License-Identifier: MIT
// Help lines by country, written down with their date. From general knowledge (content brief, section 1), not
// checked by calling: whoever shows them says so. No country is ever inferred; the person may have named
// theirs in me.json.
#pragma once

#include "base/moment.hpp"

#include <string>
#include <vector>

namespace kindly {

struct SupportLine {
    const char* code;    ///< ISO 3166 where there is one: "GB"; "EU", ""
    const char* country; ///< in English, marked for translation
    const char* name;    ///< as the line calls itself
    const char* how;     ///< marked for translation
};

/// When the list was written down.
inline constexpr const char* support_listed = "2026-11";

/// All of them; those of `country` (a name or a code, as the person wrote it; may be empty) first.
[[nodiscard]] std::vector<SupportLine> support_lines(const std::string& country);

/// More than 180 days after the list was written down.
[[nodiscard]] bool support_list_is_old(Moment now);

} // namespace kindly
