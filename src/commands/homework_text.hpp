// SPDX-License-Identifier: MIT
// Homework for people and for scripts: what is set, what is for today, what comes next; an assignment as it
// is shown before somebody agrees to it. Makes texts and JSON of plain values; asks nobody, changes nothing.
#pragma once

#include "exercise/catalogue.hpp"
#include "homework/begun.hpp"
#include "homework/due.hpp"

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

/// One that was begun, whole lines. `waiting`: what is due or next, of all of them.
[[nodiscard]] std::string homework_text(const Begun& begun, const std::vector<Waiting>& waiting,
                                        std::size_t columns);

/// The stable shape of `homework --json`.
[[nodiscard]] nlohmann::ordered_json as_json(const Begun& begun, const std::vector<Waiting>& waiting,
                                             const Catalogue& catalogue);

/// Everything that somebody should know before agreeing.
[[nodiscard]] std::string assignment_text(const Assignment& assignment, const Catalogue& catalogue,
                                          std::size_t columns);
/// "After breakfast, in the kitchen. If I am tired: the easier one." Empty for no plan.
[[nodiscard]] std::string plan_in_words(const AssignmentPlan& plan);
/// What somebody should know of a strong exercise before agreeing to it: whole sentences.
[[nodiscard]] const char* strong_in_words();
/// "counts: what was ...": what a report holds at this level, to stand inside a sentence.
[[nodiscard]] std::string share_in_words(const std::string& share);

} // namespace kindly
