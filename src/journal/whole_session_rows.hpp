// SPDX-License-Identifier: MIT
// A WholeSession as rows of the log's tables: reading it, and writing it in place of what stands there.
// Internal to the journal; knows no rules of merging.
#pragma once

#include "journal/sealing.hpp"
#include "journal/store.hpp"
#include "journal/whole_session.hpp"

#include <optional>

namespace kindly {

struct StoredSession {
    std::int64_t number = 0; ///< of its row
    bool running = false;
    WholeSession session;
};

/// Inside Store::read() or write().
[[nodiscard]] std::optional<StoredSession> load_session(Journal::Store& store, const std::string& id);

/// Seals what is not sealed yet of the words that are to be. While sealer.on().
void seal_words(Sealer& sealer, WholeSession& session);

/// As a new row, or in place of row `number`, whose kept words stay. Inside Store::write().
void save_session(Journal::Store& store, const WholeSession& session, std::optional<std::int64_t> number,
                  std::int64_t changed_at);

} // namespace kindly
