// SPDX-License-Identifier: MIT
#include "exercise/left_over.hpp"

#include "base/translate.hpp"

#include <fmt/format.h>

namespace kindly {

std::string time_left_over(Milliseconds left) {
    return fmt::format(
        fmt::runtime(_("There is time left over: {}. You can rest here in quiet, or go on to the close.")),
        duration_in_words(left));
}

} // namespace kindly
