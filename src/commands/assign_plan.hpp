// SPDX-License-Identifier: MIT
// The plan of an assignment: from a file, from exercises or a programme named on the command line, from the
// report that it answers, and from what is asked on the terminal. Writes no file.
#pragma once

#include "homework/assignment.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

class Context;

struct AssignOptions {
    std::vector<std::string> exercises;
    std::string plan, programme, reply_to;
    std::string how_often, from, until, share;
    int minutes = 0;
    std::string output, handout;
};

struct GatheredPlan {
    std::string text; ///< JSON
    std::shared_ptr<const Assignment> plan;
    std::string reply_to; ///< id of the report
    bool talked = false;  ///< some of it was asked for
};

/// Nothing: the person left. Throws Failure: usage where something is missing and nobody can be asked,
/// invalid_file for a plan with errors, which are shown.
[[nodiscard]] std::optional<GatheredPlan> gather_plan(Context& context, const AssignOptions& options);

/// Writes what was answered into a file of its own, and says so, so that nobody has to answer everything
/// again.
void keep_answers(Context& context, const std::string& text);

} // namespace kindly
