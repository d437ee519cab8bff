// SPDX-License-Identifier: MIT
// One whole practice on paper, as somebody would have met it: to be read slowly, alone or in supervision. The
// sentences of the program are those of the plain guide. At most 80 columns of plain text; knows nothing of
// how it was played.
#pragma once

#include "exercise/plan.hpp"
#include "session/play.hpp"

#include <string>

namespace kindly {

/// `who`: "seed 1, as it may be met by: calm, without touch".
[[nodiscard]] std::string transcript_on_paper(const Transcript& transcript, const Plan& plan,
                                              const std::string& who);

} // namespace kindly
