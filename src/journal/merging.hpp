// SPDX-License-Identifier: MIT
// Taking in what another log holds: practices, marks of deletion, exercises, kept words, each by its rule
// (kindly(1), import). Everything in one transaction. Knows no files and no format.
#pragma once

#include "journal/journal.hpp"
#include "journal/whole_session.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kindly {

struct IncomingKept {
    std::string name;
    std::optional<std::string> words; ///< nothing: withheld there
    std::string session;              ///< id; empty: unknown
    Moment kept_at;
};

struct MergeCounts {
    std::size_t added = 0;          ///< practices that were not here
    std::size_t updated = 0;        ///< brought up to date, or filled in
    std::size_t unchanged = 0;      ///< already here
    std::size_t deleted = 0;        ///< taken out, because they were deleted there
    std::size_t deleted_before = 0; ///< left out, because they were deleted here
    std::size_t running = 0;        ///< left alone, because they are going on here
    std::size_t texts_added = 0;    ///< exercises, fragments and translations
    std::size_t kept_updated = 0;   ///< kept words, new or newer
    std::size_t kept_left_out = 0;  ///< kept words that are not here, of practices that were deleted here
    std::size_t kept_deleted = 0;   ///< kept words taken out, because they were deleted there
    std::size_t kept_deleted_before = 0; ///< kept words left out, because they were deleted here
    std::size_t other_changes = 0;       ///< marks of deletion alone, and where kept words come from
    [[nodiscard]] bool changed() const {
        return added + updated + deleted + texts_added + kept_updated + kept_deleted + other_changes > 0;
    }
    [[nodiscard]] bool any_deleted() const { return deleted + kept_deleted > 0; }
    bool operator==(const MergeCounts&) const = default;
};

/// One merge under way. What is there already is not written again.
class Merging {
public:
    Merging(Journal::Store& store, Moment now) : store_(store), now_(now) {}

    void take(const WholeSession& session);
    /// Of a practice, or of kept words (kept_marks.hpp).
    void take_deletion(const std::string& id, Moment deleted_at);
    /// The digest must be that of the bytes.
    void take(const TextToKeep& text);
    void take(const IncomingKept& kept);
    /// After the last of them: texts that had to wait for a practice that uses them.
    void finish();
    [[nodiscard]] const MergeCounts& counts() const { return counts_; }

private:
    struct WaitingText {
        TextToKeep text;
        std::string bytes;
    };
    [[nodiscard]] bool was_deleted(const std::string& id);
    [[nodiscard]] bool is_used(const std::string& digest);
    void put(const TextToKeep& text);
    void take_kept_mark(const std::string& mark, Moment deleted_at);
    [[nodiscard]] std::string kept_name_of(const std::string& mark);
    void save(const WholeSession& session, std::optional<std::int64_t> number);

    Journal::Store& store_;
    Moment now_;
    MergeCounts counts_;
    std::set<std::string> texts_of_deleted_;
    std::vector<WaitingText> waiting_;
    std::size_t waiting_bytes_ = 0;
    std::optional<std::map<std::string, std::string>> names_by_mark_; ///< of kept words here, once needed
};

/// Runs `work` in one transaction, which holds only if `work` returns true. Where MergeCounts::any_deleted(),
/// remove_traces() (deleting.hpp) is still to be called. `now`: when all this came in. May throw Failure, and
/// then nothing has changed.
MergeCounts merge(Journal& journal, Moment now, const std::function<bool(Merging&)>& work);

} // namespace kindly
