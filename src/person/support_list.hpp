// SPDX-License-Identifier: MIT
// Help lines by country, written down with their date. From general knowledge, not checked by calling:
// whoever shows them says so. No country is ever inferred; the person may have named theirs in me.json.
#pragma once

#include "base/moment.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kindly {

struct SupportLine {
    const char* code;    ///< ISO 3166 where there is one: "GB"; "EU", ""
    const char* country; ///< in English, marked for translation
    const char* name;    ///< as the line calls itself
    const char* how;     ///< marked for translation
    const char* offers;  ///< marked for translation; what most of them do is usual_offer
};

/// What a line offers that does not say otherwise; marked for translation.
extern const char* const usual_offer;

/// When the list was written down: "2026-11".
[[nodiscard]] std::string support_listed();

/// All of them; those of `country` (a name or a code, as the person wrote it; may be empty) first.
[[nodiscard]] std::vector<SupportLine> support_lines(const std::string& country);

/// How many of them are of this country: so many stand first.
[[nodiscard]] std::size_t support_lines_of(const std::string& country);
/// Of no single country, and of use in this one: the list on the web; in the European Union, its emergency
/// number.
[[nodiscard]] bool belongs_beside(const SupportLine& line, const std::string& country);

/// More than 180 days after the list was written down.
[[nodiscard]] bool support_list_is_old(Moment now);

} // namespace kindly
