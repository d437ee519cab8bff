// SPDX-License-Identifier: MIT
// One practice as the page lists it: when, what, how it ended, ratings, and the answers that leave at this
// level. Knows no HTML.
#pragma once

#include "exchange/holding_back.hpp"
#include "render/log_page.hpp"

namespace kindly {

/// The practice that `log` gave last, with its answers; what does not leave is counted in `holding_back`.
[[nodiscard]] PagePractice page_practice(LogStream& log, PracticeRow& row, HoldingBack& holding_back);

} // namespace kindly
