// SPDX-License-Identifier: MIT
// `kindly support --edit`: the person's own contacts, one by one, at a terminal. Each change is kept at once.
#pragma once

#include "base/exit_code.hpp"

namespace kindly {

class Context;

/// Throws Failure: usage, where nobody can be asked; invalid_file, where contacts.json has errors (they are
/// shown); environment.
[[nodiscard]] ExitCode edit_contacts(Context& context);

} // namespace kindly
