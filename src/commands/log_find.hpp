// SPDX-License-Identifier: MIT
// `kindly log --find`: practices that hold certain words. The words are asked for, or read from standard
// input; they never stand in arguments, which others on the machine can read.
#pragma once

#include "base/exit_code.hpp"
#include "journal/journal.hpp"

namespace kindly {

class Context;

ExitCode find_in_log(Context& context, const Journal& journal, const Filter& filter, bool json);

} // namespace kindly
