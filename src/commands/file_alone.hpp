// SPDX-License-Identifier: MIT
// `kindly FILE`: what is meant where a file stands in the place of a command. Looks into the file for what it
// is; does nothing with it.
#pragma once

#include <string>
#include <vector>

namespace kindly {

class Context;

/// The command for this file: "practice", "homework add", "review" or "import", in words. What is not there
/// or cannot be read is left to "practice", which says so. Throws Failure for a folder, and for a file that
/// is nothing to begin with, saying what it is and what can be done with it.
[[nodiscard]] std::vector<std::string> command_for_file(Context& context, const std::string& name);

/// Whether a file by this name is one of kindly's, as far as its first bytes tell: JSON, or an export.
[[nodiscard]] bool may_be_ours(const std::string& name);

} // namespace kindly
