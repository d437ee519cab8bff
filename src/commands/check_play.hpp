// SPDX-License-Identifier: MIT
// `kindly check --play N`: whole practices of one exercise by people of several kinds, and what came of them.
#pragma once

#include "commands/check_files.hpp"

#include <cstdint>

namespace kindly {

class Context;

/// False where something did not hold; it has been told then, with how to play it again.
[[nodiscard]] bool play_and_tell(Context& context, const CheckedFile& file, std::uint64_t practices,
                                 std::uint64_t seed);

} // namespace kindly
