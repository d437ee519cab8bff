// SPDX-License-Identifier: MIT
// From a file to a report: families J and K, all findings at once. Knows no assignment and no log.
#pragma once

#include "base/diagnostic.hpp"
#include "homework/report.hpp"

#include <memory>
#include <string_view>

namespace kindly {

struct ReadReport {
    std::shared_ptr<const Report> report; ///< null when there are errors
    Diagnostics diagnostics;
};

[[nodiscard]] ReadReport read_report(std::shared_ptr<const SourceText> source);

/// By the words in it.
[[nodiscard]] bool looks_like_report(std::string_view bytes);

} // namespace kindly
