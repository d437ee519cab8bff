// SPDX-License-Identifier: MIT
// The practices of a log in order, for streaming.cpp: which ones a filter means, where the newest so many
// begin, and the ways around damage. Internal to the journal; knows nothing of what belongs to a practice.
#pragma once

#include "journal/rows.hpp"
#include "journal/streaming.hpp"
#include "journal/streaming_source.hpp"

#include <compare>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>

namespace kindly {

/// Bytes of the file that can't be read or make no sense; all else (no memory, no rights) is no damage.
[[nodiscard]] bool is_damage(const SQLite::Exception& error);

/// Throws SQLite::Exception, but not for damage.
class PracticeStream {
public:
    /// `abandoned`: numbers of the practices that have not ended, but are gone on with by nobody.
    PracticeStream(sqlite3* database, const Filter& filter, bool everything,
                   std::unordered_set<std::int64_t> abandoned);

    [[nodiscard]] bool next(PracticeRow& row);
    [[nodiscard]] std::int64_t given() const { return given_; }
    [[nodiscard]] std::int64_t unreadable() const { return unreadable_; }
    /// What is unreadable could not be told apart from what had been deleted.
    [[nodiscard]] bool at_most() const { return at_most_; }
    /// Nobody knows how many there were.
    [[nodiscard]] bool unknown() const { return unknown_; }

private:
    enum class Way { in_order, by_key, by_number, finished };
    struct Key {
        std::int64_t started_at = std::numeric_limits<std::int64_t>::min();
        std::int64_t number = 0;
        auto operator<=>(const Key&) const = default;
    };

    [[nodiscard]] std::string columns() const;
    [[nodiscard]] const char* index() const;
    [[nodiscard]] std::string range() const;
    void bind_all(Rows& rows) const;
    void find_first();
    [[nodiscard]] static bool is_further(std::optional<Key>& seen, const Rows& row, int started_at,
                                         int number);
    const Rows* next_found();
    const Rows* next_by_key();
    const Rows* next_by_number();
    const Rows* fetch(std::int64_t number);
    void find_highest_number();

    sqlite3* database_;
    Filter filter_;
    bool everything_;
    std::unordered_set<std::int64_t> abandoned_;
    Way way_ = Way::in_order;
    std::unique_ptr<Rows> in_order_, keys_, one_;
    std::optional<Key> first_; ///< the oldest within the limit
    std::optional<Key> seen_, seen_by_key_;
    Key last_;           ///< given last
    Key before_numbers_; ///< up to here they were given before the index broke
    std::int64_t number_ = 0, highest_ = 0;
    std::int64_t given_ = 0, unreadable_ = 0;
    std::int64_t unreadable_in_a_row_ = 0;
    bool at_most_ = false, unknown_ = false;
};

} // namespace kindly
