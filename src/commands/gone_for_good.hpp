// SPDX-License-Identifier: MIT
// After something was deleted from the log: out of its files too, and what is said of that. Knows nothing of
// what it was.
#pragma once

#include "base/failure.hpp"
#include "journal/journal.hpp"

namespace kindly {

class Context;

/// Where old pages may still be in the log's files, takes them out and says so; where that cannot be, says
/// nothing.
void finish_earlier_deletions(Context& context);

/// Says that nothing of it is left, or, with `kept_stays`, nothing but words kept under a name. Throws
/// Failure (environment) where old pages may still hold it: the same command later finishes that.
void make_it_gone(Context& context, Journal& journal, bool kept_stays = false);

/// Runs `look`, and where it finds nothing (Failure, not_found), takes what an earlier deletion may have left
/// in the log's files out of them before it goes on: this may be the same command, once more.
template <class Look>
auto found_or_gone(Context& context, const Look& look) -> decltype(look()) {
    try {
        return look();
    } catch (const Failure& failure) {
        if (failure.code() == ExitCode::not_found) { finish_earlier_deletions(context); }
        throw;
    }
}

} // namespace kindly
