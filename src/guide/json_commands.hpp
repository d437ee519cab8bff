// SPDX-License-Identifier: MIT
// Lines of the event stream's input ({"do": ...}, kindly-events(5)) as inputs of a session. Strict: what is
// not understood as a whole is refused as a whole, with the reason.
#pragma once

#include "session/input.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace kindly {

struct RefusedCommand {
    std::string why; ///< one sentence
};

/// `at_check_in`: "numb" and "n" are then the answer "numb or far away"; elsewhere they are words.
[[nodiscard]] std::variant<Input, RefusedCommand> read_command(std::string_view line, bool at_check_in);

} // namespace kindly
