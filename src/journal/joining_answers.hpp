// SPDX-License-Identifier: MIT
// Which answers of two accounts of one practice are the same, and where each of them stands once the two are
// one. Two machines can go on from one copy: both then have an answer 5, and these are two answers. Knows
// nothing of what was answered.
#pragma once

#include "journal/whole_session.hpp"

#include <set>
#include <string>

namespace kindly {

/// The same answer then has one position in both accounts, and no position is that of two answers; the
/// history of answers goes with them. Positions stay as they are where they agree; else all are in the order
/// of time. What is sealed is bound to its position: an account with sealed words keeps all of its own, and
/// the others make room. At most one of the two may hold sealed words; what comes in never does.
void align_answers(WholeSession& later, WholeSession& earlier);

/// The questions with answers that only `account` has. After align_answers().
[[nodiscard]] std::set<std::string> questions_answered_only_in(const WholeSession& account,
                                                               const WholeSession& other);

} // namespace kindly
