// SPDX-License-Identifier: MIT
// What another log tells, and taking it into this one.
#pragma once

#include "journal/merging.hpp"
#include "journal/world.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace kindly::test {

struct Log {
    std::vector<WholeSession> sessions;
    std::vector<std::pair<std::string, Moment>> deletions;
    std::vector<IncomingKept> kept;
};

inline MergeCounts take(const std::filesystem::path& file, const Log& log, bool holds = true) {
    Journal journal = Journal::open_for_writing(file);
    return merge(journal, at(900000), [&](Merging& merging) {
        for (const auto& session : log.sessions) { merging.take(session); }
        for (const auto& [id, deleted_at] : log.deletions) { merging.take_deletion(id, deleted_at); }
        for (const auto& kept : log.kept) { merging.take(kept); }
        return holds;
    });
}

} // namespace kindly::test
