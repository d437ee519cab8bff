// SPDX-License-Identifier: MIT
// How long a plan takes: guided time (reading, silences, breathing, and what questions expect) along every
// path that answers can lead to, at pace 1. Grounding is not counted; check-ins and questions without
// `expect` are counted apart. Sources: exercise format 1, sections 7 and 14.
#pragma once

#include "exercise/plan.hpp"

#include <vector>

namespace kindly {

/// How much of the elastic parts is used.
enum class Stretch { shortest, fitted, usual, longest };

/// One instruction on the way. What is recalled depends on whether there is anything to show.
struct Passed {
    std::size_t instruction = 0;
    bool nothing_to_show = false;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads the defaulted comparison
    auto operator<=>(const Passed&) const = default;
};
using Path = std::vector<Passed>;

/// Guided time of one instruction; zero for check-ins and questions without `expect`.
[[nodiscard]] Milliseconds guided_time(const Instruction& instruction, bool nothing_to_show, Stretch stretch);

/// The walks through the main sections and the closing that answers (skips included) can lead to. Branches
/// and jumps are not listed. Different answers that lead the same way give one path.
struct Walks {
    std::vector<Path> paths;
    /// False where the questions that steer have too many combinations of answers: then `paths` holds the
    /// longest and the shortest way through the graph, which need not be feasible, and times are bounds ("at
    /// most").
    bool exact = true;
};
[[nodiscard]] Walks walk_all(const Plan& plan);

struct PathTime {
    Milliseconds guided{};
    int questions = 0; ///< without `expect`
    int check_ins = 0;
};
[[nodiscard]] PathTime path_time(const Plan& plan, const Path& path, Stretch stretch);

/// The longest of all paths.
[[nodiscard]] PathTime longest_path(const Plan& plan, const Walks& walks, Stretch stretch);
/// The shortest of all paths.
[[nodiscard]] PathTime shortest_path(const Plan& plan, const Walks& walks, Stretch stretch);

} // namespace kindly
