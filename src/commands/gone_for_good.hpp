// SPDX-License-Identifier: MIT
// After something was deleted from the log: out of its files too, and what is said of that. Knows nothing of
// what it was.
#pragma once

#include "journal/journal.hpp"

namespace kindly {

class Context;

/// Says that nothing of it is left, or, with `kept_stays`, nothing but words kept under a name. Throws
/// Failure (environment) where old pages may still hold it: the same command later finishes that.
void make_it_gone(Context& context, Journal& journal, bool kept_stays = false);

} // namespace kindly
