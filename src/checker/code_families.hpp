// SPDX-License-Identifier: MIT
// The table of codes (codes.hpp) in parts: one function and one source file a family, each sorted by number.
// Nobody but codes.cpp includes this.
#pragma once

#include "checker/codes.hpp"

#include <vector>

namespace kindly {

[[nodiscard]] std::vector<Code> codes_of_the_file();     ///< J
[[nodiscard]] std::vector<Code> codes_of_keys();         ///< K
[[nodiscard]] std::vector<Code> codes_of_order();        ///< R
[[nodiscard]] std::vector<Code> codes_of_answers();      ///< A
[[nodiscard]] std::vector<Code> codes_of_time();         ///< T
[[nodiscard]] std::vector<Code> codes_of_safety();       ///< S
[[nodiscard]] std::vector<Code> codes_of_language();     ///< L
[[nodiscard]] std::vector<Code> codes_of_translations(); ///< X
[[nodiscard]] std::vector<Code> codes_of_about();        ///< M
[[nodiscard]] std::vector<Code> codes_of_versions();     ///< V
[[nodiscard]] std::vector<Code> codes_of_programmes();   ///< P
[[nodiscard]] std::vector<Code> codes_of_homework();     ///< H

} // namespace kindly
