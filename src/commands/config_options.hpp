// SPDX-License-Identifier: MIT
// Which options of the command line may stand in the configuration file. One table, by their names; an option
// that is not in it may. Knows no file.
#pragma once

#include <string>

namespace kindly {

/// Why an option (without its dashes) may not stand in the file, in a sentence; empty if it may.
/// `at_the_top`: not below a command's name, so that it would go for every command that has it.
[[nodiscard]] std::string why_not_in_config(const std::string& option, bool at_the_top);

} // namespace kindly
