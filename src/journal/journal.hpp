// SPDX-License-Identifier: MIT
// The practice log: records a practice while it runs, each call one durable transaction, and answers
// questions about earlier ones. Owns the database file and the lock of the practice that it records; the
// schema is schema.hpp's. Must not know: sessions and their events, guides, clocks (times are arguments), how
// anything is shown.
#pragma once

#include "base/secret.hpp"
#include "exercise/answer.hpp"
#include "journal/entry.hpp"
#include "journal/filter.hpp"
#include "journal/record.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kindly {

/// Every member may throw Failure (environment), which says what failed on which file and what to do. After
/// that nothing of the call is in the log, and the same call may be tried again later. A change has reached
/// the disk when its call returns. Those with which a practice begins (keep_text, begin, try_writing) are
/// written by then, so that whatever is in the way has been noticed; they reach the disk with the next
/// change, before anything that was answered can.
class Journal {
public:
    /// Makes the folder (0700), the database (0600) and its tables where they are missing, and brings an
    /// older schema up to date. Refuses a newer one, another program's database and a damaged file, and
    /// leaves those untouched.
    [[nodiscard]] static Journal open_for_writing(const std::filesystem::path& file);
    /// Changes nothing and makes nothing, so that it works in a read-only home too. No log yet: an empty one.
    [[nodiscard]] static Journal open_for_reading(const std::filesystem::path& file);
    /// The same for a log that open_for_reading() refuses because it has lost its end: for LogStream, which
    /// gives what is left. Other questions may fail, or be answered from a part.
    [[nodiscard]] static Journal open_damaged(const std::filesystem::path& file);

    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal(); ///< gives the lock of a practice that has not ended free

    // Recording. All need open_for_writing.

    /// Kept once by its digest; bytes that are there already are never replaced.
    void keep_text(const TextToKeep& text);
    /// From here on the practice is in the log, and this journal holds its lock. Until it is finished it
    /// stands there as interrupted by a crash at the last change, which is what it will be if nothing more is
    /// heard of it. The texts named by their digests must have been kept.
    void begin(const SessionStart& start);
    /// Throws where nothing could be written just now; otherwise nothing has changed.
    void try_writing();
    enum class Waiting { some_seconds, hardly };
    /// How long writes wait for another program that holds the log; some seconds, unless this is said.
    void wait_for_others(Waiting waiting);
    void record(const std::string& id, const Changes& changes);
    /// The last changes and how it ended (the words of Entry), at changes.at; frees the lock.
    void finish(const std::string& id, const Changes& changes, const std::string& status,
                const std::string& stop_reason);
    /// Practices whose program is gone are settled as interrupted; one that still runs elsewhere is left
    /// alone. Call it once after opening. Returns how many.
    int settle_abandoned(Moment now);

    // Reading. A practice that is still running is not yet an entry.

    /// Oldest first.
    [[nodiscard]] std::vector<Entry> entries(const Filter& filter) const;
    /// The entry with this id, or all whose id begins so (at most 20, oldest first); ids ignore case.
    [[nodiscard]] std::vector<Entry> find(const std::string& id_or_prefix) const;
    /// In the order answered; empty if there is no such practice.
    [[nodiscard]] std::vector<AnswerEntry> answers(const std::string& id) const;
    /// The exercise, fragment or translation with this digest.
    [[nodiscard]] std::optional<KeptText> text(const std::string& digest) const;
    [[nodiscard]] bool empty() const;

    // What earlier practices give to the next one. Trials give nothing.

    /// The latest answer to every question of these exercises: for `of` in conditions and recall.
    [[nodiscard]] EarlierAnswers earlier_answers(const std::set<std::string>& exercises) const;
    /// By pick id, the variants seen in this exercise's practices, latest last: ExpandRequest::seen.
    [[nodiscard]] std::map<std::string, std::vector<std::size_t>>
    picks_seen(const std::string& exercise) const;
    /// By name; without those that are sealed, unless open_words() was given the passphrase.
    [[nodiscard]] std::map<std::string, std::string> kept_words() const;

    struct Last {
        std::string exercise;
        Moment started_at;
        std::string status;
    };
    /// The latest practice of each exercise, the latest one first. Quick however long the log is.
    [[nodiscard]] std::vector<Last> latest_by_exercise() const;
    /// Completed or closed early, counted up to `most`.
    [[nodiscard]] int times_done(const std::string& exercise, int most) const;
    [[nodiscard]] int times_done(Intensity intensity, int most) const;

    struct LastCheckIn {
        std::optional<int> value; ///< none: numb
        Moment answered_at;
    };
    /// About distress, in any exercise; skipped ones do not count.
    [[nodiscard]] std::optional<LastCheckIn> last_check_in() const;

    /// Words in this log are sealed, and this journal has not been given the passphrase.
    [[nodiscard]] bool words_are_sealed() const;
    /// From here on, sealed words are read as if they were not. False: it is another passphrase.
    bool open_words(const Secret& passphrase) const;

    /// For the other questions and changes of this layer, each in a file of its own.
    class Store;
    [[nodiscard]] Store& store() const { return *store_; }

private:
    explicit Journal(std::unique_ptr<Store> store);
    std::unique_ptr<Store> store_;
};

} // namespace kindly
