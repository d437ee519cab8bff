// SPDX-License-Identifier: MIT
// From a file to an assignment, or to the plan that one is made of: families J and K, all findings at once,
// those of the exercises in it too. What needs the library, or the date, is assignment_check.hpp's.
#pragma once

#include "base/diagnostic.hpp"
#include "homework/assignment.hpp"

#include <memory>
#include <string_view>

namespace kindly {

struct ReadAssignment {
    /// Null when there are errors: an assignment is never half-used.
    std::shared_ptr<const Assignment> assignment;
    Diagnostics diagnostics;
};

/// With id, date and digests.
[[nodiscard]] ReadAssignment read_assignment(std::shared_ptr<const SourceText> source);
/// Without them: what `assign --plan` takes.
[[nodiscard]] ReadAssignment read_plan(std::shared_ptr<const SourceText> source);

/// By the words in it, wherever they stand, or by its outermost keys.
[[nodiscard]] bool looks_like_assignment(std::string_view bytes);
[[nodiscard]] bool looks_like_plan(std::string_view bytes);

/// The text of one value of a file as a file of its own: all that is not in it is blank, so that every place
/// keeps its line and column.
[[nodiscard]] std::shared_ptr<const SourceText> blanked_around(const SourceText& source, Span span);

} // namespace kindly
