// SPDX-License-Identifier: MIT
// Sealed words, row by row: what of a practice is sealed, how it stands in the database, and how it is read
// again. Locking and unlocking a whole log is locking.hpp's, the cryptography seal_box.hpp's. Knows no SQL of
// the rows themselves: whoever writes or reads words asks here.
//
// WRITING words, inside Store::write(): `store.sealer().on()` tells whether words are sealed now.
// - Answers: `AnswerWords words{...}; auto parts = sealer.take(id, position, words, sealer.own_words(id));`
//   What is left in `words` goes into the plain columns (a missing prompt is ''), parts.value and
//   parts.question into answer.sealed and answer.question_sealed (blobs; NULL for nothing). So answer.sealed
//   IS NOT NULL says: there is a value, and it is sealed. Most questions are not sealed.
// - Settings: `auto blob = sealer.take_settings(id, settings);` into session.settings (NULL where it is
//   now empty) and session.settings_sealed. Before the answers, with sealing on or off: it learns the
//   person's own words for own_words(id).
// - Other words: `sealer.seal(place, words)` gives the blob while on(); the plain column gets '' or NULL.
//   Places: draft_place(), kept_place() (unless leaves_open(name)), amendment_place(), homework_place().
// A blob is bound to its place and cannot be carried elsewhere, but for an answer's value into its amendment.
//
// READING words: read the blob too, then one of the open(); without the key nothing is filled in, and the
// words count as withheld. The key comes by Journal::open_words().
#pragma once

#include "base/secret.hpp"
#include "journal/entry.hpp"
#include "journal/journal.hpp"
#include "journal/seal_box.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

/// Where words belong. It is sealed with them, so that no blob can stand in another's place unnoticed.
struct SealPlace {
    std::string table; ///< "answer", "question", "settings", "draft", "kept", "amendment", "homework"
    std::string session;
    std::string key; ///< position, question or name
};

[[nodiscard]] SealPlace draft_place(const std::string& session, const std::string& question);
[[nodiscard]] SealPlace kept_place(const std::string& name);
[[nodiscard]] SealPlace amendment_place(const std::string& session, std::int64_t position);
[[nodiscard]] SealPlace homework_place(std::int64_t homework, std::int64_t position);

enum class Opened {
    opened,
    closed, ///< there is no key: nobody has given the passphrase
    broken  ///< damaged, or sealed for another place, or to another key
};

/// The columns of an answer that can hold words.
struct AnswerWords {
    std::string kind;
    bool is_private = false;
    std::string prompt;
    std::string options; ///< JSON, as stored; empty: none
    std::string lowest_label, highest_label;
    std::optional<double> value_number;
    std::optional<std::string> value_text;
};

/// Texts, and whatever is private but scales and check-ins: those are ratings, which stay visible.
[[nodiscard]] bool value_is_sealed(std::string_view kind, bool is_private);

class Sealer {
public:
    explicit Sealer(Journal::Store& store) : store_(store) {}

    /// Whether words are to be sealed as they are written. Inside Store::write() only: another program may
    /// lock the log between two writes.
    [[nodiscard]] bool on();

    /// While on().
    [[nodiscard]] std::string seal(const SealPlace& place, std::string_view words);
    /// `words` is left alone unless the answer is `opened`.
    [[nodiscard]] Opened open(const SealPlace& place, std::string_view blob, std::string& words) const;

    struct Parts {
        std::optional<std::string> value;    ///< answer.sealed
        std::optional<std::string> question; ///< answer.question_sealed
    };
    /// Takes out of `words` what is to be sealed; nothing while off. `own_words`: of the settings; nothing if
    /// they are not known, and then whatever was shown may hold some.
    [[nodiscard]] Parts take(const std::string& session, std::int64_t position, AnswerWords& words,
                             const std::optional<std::vector<std::string>>& own_words);
    struct Found {
        Opened value = Opened::opened; ///< or nothing was sealed
        Opened question = Opened::opened;
    };
    /// Fills in what could be opened.
    [[nodiscard]] Found open(const std::string& session, std::int64_t position, AnswerWords& words,
                             const std::optional<std::string_view>& value,
                             const std::optional<std::string_view>& question) const;
    /// The same; marks the rest with AnswerEntry::sealed, question_sealed, seal_broken.
    void open(const std::string& session, AnswerEntry& entry, const std::optional<std::string>& value,
              const std::optional<std::string>& question) const;

    /// Of an amendment: sealed at amendment_place(), or the value's blob carried over from its answer.
    [[nodiscard]] Opened open_was(const std::string& session, std::int64_t position, std::string_view field,
                                  std::string_view blob, std::string& was) const;

    /// Settings (JSON) with words among them are sealed as a whole, and `settings` is then empty.
    [[nodiscard]] std::optional<std::string> take_settings(const std::string& session, std::string& settings);
    /// The settings of a practice, wherever they stand; nothing while they are sealed and there is no key.
    [[nodiscard]] std::optional<std::string> settings(const std::string& session);
    /// The words among them; nothing if that cannot be known.
    [[nodiscard]] std::optional<std::vector<std::string>> own_words(const std::string& session);

    // For Store and locking.hpp.

    void forget(const std::string& session) { own_words_.erase(session); }
    void begin_write() { looked_ = false; } ///< what on() knows is of an earlier moment
    void use_key(std::string public_key, Secret key);
    [[nodiscard]] bool has_key() const { return !key_.empty(); }
    /// The key in use, under another passphrase.
    [[nodiscard]] WrappedKey wrapped_again(const Secret& passphrase, Effort effort) const {
        return wrap_again(key_of_, key_, passphrase, effort);
    }
    /// Settings that were sealed, as they were; nothing if they cannot be opened.
    [[nodiscard]] std::optional<std::string> opened_settings(const std::string& session,
                                                             std::string_view blob) const;
    /// Whether the closing plan is kept unsealed, as the person wished. While on().
    [[nodiscard]] bool leaves_open(const std::string& kept_name);

private:
    void look();
    Opened open_value(const std::string& session, std::int64_t position, std::string_view blob,
                      AnswerWords& words) const;

    Journal::Store& store_;
    bool looked_ = false;
    bool on_ = false;
    bool plan_left_open_ = false;
    std::string public_key_; ///< to seal to
    std::string key_of_;     ///< the public half of key_
    Secret key_;
    std::map<std::string, std::vector<std::string>> own_words_;
};

/// The row of table seal.
struct SealRow {
    std::string state; ///< "locking", "locked"
    WrappedKey key;
    bool plan_left_open = false;
};
[[nodiscard]] std::optional<SealRow> seal_row(Journal::Store& store);

} // namespace kindly
