// SPDX-License-Identifier: MIT
// The figures of the log as sections of the page: sentences, tables, plots with the same figures beside them.
// Knows no HTML.
#pragma once

#include "journal/share.hpp"
#include "journal/statistics.hpp"
#include "render/log_page.hpp"

#include <vector>

namespace kindly {

/// Of at least one practice. Sections about ratings only where these leave.
[[nodiscard]] std::vector<PageSection> figure_sections(const Statistics& statistics, Share share);

} // namespace kindly
