// SPDX-License-Identifier: MIT
// The exercise of a quiet sit as the other commands know exercises: opened, with its grounding from the
// library, or with the program's own where there is no library. Knows nothing of options.
#pragma once

#include "exercise/catalogue.hpp"
#include "exercise/sitting.hpp"

namespace kindly {

class Context;

[[nodiscard]] OpenedExercise open_sitting(Context& context, const Sitting& sitting);

} // namespace kindly
