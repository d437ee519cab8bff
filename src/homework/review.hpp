// SPDX-License-Identifier: MIT
// A report for the one who reads it: the client's question first, then obstacles and harm, then numbers.
// Plain sections, for a terminal and for a page alike. Knows no log, no options, no output.
#pragma once

#include "homework/report.hpp"
#include "render/log_page.hpp"
#include "render/single_case.hpp"

#include <string>
#include <vector>

namespace kindly {

struct Reviewed {
    std::string title;  ///< of the assignment
    std::string period; ///< for whom, from when to when, at which level
    std::vector<PageSection> sections;
    /// Distress of the practices that were rated both before and after; only where what is measured is the
    /// same.
    struct Plot {
        std::string heading;
        std::vector<RatedPractice> practices;
    };
    std::vector<Plot> plots;
};

/// `since`: YYYY-MM-DD; practices and what was left out before it are not told again. Empty: all.
[[nodiscard]] Reviewed review(const Report& report, const std::string& since);

} // namespace kindly
