// SPDX-License-Identifier: MIT
// The keys that an assignment and a plan for one may have, for the reader; the schema and kindly-homework(5)
// describe the same ones. Internal to homework/.
#pragma once

#include "exercise/decode.hpp"

namespace kindly {

/// A plan has neither id, date nor digests.
enum class AssignmentSort { assignment, plan };

[[nodiscard]] const Shape& assignment_shape(AssignmentSort sort);
[[nodiscard]] const Shape& assignment_item_shape(AssignmentSort sort);
[[nodiscard]] const Shape& assignment_plan_shape();

} // namespace kindly
