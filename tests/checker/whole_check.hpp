// SPDX-License-Identifier: MIT
// Checks exercises written in a test, with the shipped fragments.
#pragma once

#include "checker/checker.hpp"
#include "support/exercises.hpp"

#include <string>
#include <vector>

namespace kindly::tests {

inline Checked check(const std::shared_ptr<const Exercise>& exercise) {
    return check_exercise(exercise, {"2026-11-22", shipped_fragments(),
                                     [] { return std::vector<std::string>{"grounding/senses"}; }});
}

inline Checked check(const std::string& json) { return check(exercise_from(json)); }

/// The stable first lines of all findings with this code; of all findings without one.
inline std::vector<std::string> first_lines(const Checked& checked, const std::string& code = {}) {
    std::vector<std::string> lines;
    for (const auto& finding : checked.diagnostics) {
        if (code.empty() || finding.code == code) { lines.push_back(first_line(finding)); }
    }
    return lines;
}

} // namespace kindly::tests
