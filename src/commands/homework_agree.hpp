// SPDX-License-Identifier: MIT
// Agreeing to an assignment: it is shown, the plan and the sharing can be changed, and what was agreed to is
// recorded.
#pragma once

#include "base/exit_code.hpp"
#include "homework/assignment.hpp"

#include <memory>
#include <string>

namespace kindly {

class Context;

struct AgreeOptions {
    std::string file;
    bool agree = false;
    std::string share; ///< empty: "counts"
    std::string plan;  ///< file; may be empty
    bool json = false;
};

/// The assignment in this file, checked; what is wrong with it is shown and Failure (invalid_file) thrown.
[[nodiscard]] std::shared_ptr<const Assignment> open_assignment(Context& context, const std::string& file);
/// What stands in the file, without reading more than its bytes.
[[nodiscard]] bool holds_assignment(const std::string& file);
[[nodiscard]] bool holds_plan(const std::string& file);

[[nodiscard]] ExitCode agree_to_assignment(Context& context, const AgreeOptions& options);

} // namespace kindly
