// SPDX-License-Identifier: MIT
// Locking a whole practice log and unlocking it: each is one transaction, so that it is done or not done,
// however it ends. What of a row is sealed is sealing.hpp's. Must not know: terminals, where a passphrase
// comes from.
#pragma once

#include "journal/journal.hpp"
#include "journal/seal_box.hpp"

#include <cstdint>
#include <functional>

namespace kindly {

enum class SealState {
    none,
    unfinished, ///< words are sealed, but copies from before may be left: finish_locking()
    locked,
    key_missing ///< there are sealed words, and the key to them is gone or damaged
};
/// Looks through the log for sealed words where there is no key: not for every start.
[[nodiscard]] SealState seal_state(const Journal& journal);

/// Practices looked at so far, of so many. What it throws ends the work, and nothing is changed.
using LockProgress = std::function<void(std::int64_t done, std::int64_t of)>;

struct LockRequest {
    bool leave_plan_open = false;
    Effort effort = Effort::usual;
    LockProgress progress;
};

/// Seals all words there are, and from here on all that are written. Then finish_locking(). Throws Failure
/// (environment), with nothing changed, while a practice is running and where the log is locked already or
/// its key is missing.
void lock_words(Journal& journal, const Secret& passphrase, const LockRequest& request = {});

/// Removes what older copies of the words are left in the database and its write-ahead log. False: another
/// program has the log open, or it cannot be written just now, so that they may still be there; it can be
/// called again. Needs no passphrase.
[[nodiscard]] bool finish_locking(Journal& journal);

/// Opens all words and removes the key. open_words() first. Throws Failure (environment), with nothing
/// changed, while a practice is running, and where some of them are damaged.
void unlock_words(Journal& journal, const LockProgress& progress = {});

/// The same words under another passphrase. open_words() first. False as finish_locking(): the old passphrase
/// may still open a copy of the key.
[[nodiscard]] bool change_passphrase(Journal& journal, const Secret& passphrase,
                                     Effort effort = Effort::usual);

/// Whether the closing plan stays readable for `ground` (true where nothing is sealed), or is sealed with the
/// rest.
[[nodiscard]] bool plan_is_left_open(const Journal& journal);

} // namespace kindly
