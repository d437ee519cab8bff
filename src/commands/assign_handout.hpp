// SPDX-License-Identifier: MIT
// A page for the client, to print or to send along with an assignment: why, how to install kindly, three
// steps, and each exercise on paper. Writes no file.
#pragma once

#include "homework/assignment.hpp"

#include <string>

namespace kindly {

class Context;

/// HTML. `file`: the name of the assignment's file.
[[nodiscard]] std::string make_handout(Context& context, const Assignment& assignment,
                                       const std::string& file);

} // namespace kindly
