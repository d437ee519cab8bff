// SPDX-License-Identifier: MIT
// Every row that holds words, sealed or opened: the tables' side of locking.hpp. All of it inside
// Store::write(), but holds_sealed_words(). Internal to the journal.
#pragma once

#include "journal/locking.hpp"

namespace kindly {

[[nodiscard]] bool holds_sealed_words(Journal::Store& store);
/// With the key that the table seal holds.
void seal_all_rows(Journal::Store& store, const LockProgress& progress);
/// With the sealer's key. Throws Failure naming the practices where something is damaged.
void open_all_rows(Journal::Store& store, const LockProgress& progress);

} // namespace kindly
