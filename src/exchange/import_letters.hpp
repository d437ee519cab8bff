// SPDX-License-Identifier: MIT
// Letters (words set aside until a day) of a practice, from a line of an export. Knows no log.
#pragma once

#include "exchange/line_fields.hpp"
#include "journal/whole_session.hpp"

namespace kindly {

/// `more`: the group of that name; without "letters" there are none. Throws WrongLine.
void read_letters(LineFields& more, Details& details);

} // namespace kindly
