// SPDX-License-Identifier: MIT
#include "journal/streaming.hpp"

#include "base/translate.hpp"
#include "journal/kept_marks.hpp"
#include "journal/practice_lock.hpp"
#include "journal/practice_stream.hpp"
#include "journal/rows.hpp"
#include "journal/streaming_source.hpp"

#include <set>
#include <unordered_set>

#include <fmt/format.h>

namespace kindly {

class LogStream::Parts {
    Filter filter_;
    bool everything_;
    std::unordered_set<std::int64_t> abandoned_;
    StreamingSource source_; // before the statements: it must outlive them

public:
    Parts(const Journal& journal, const Filter& filter, Depth depth)
        : filter_(filter), everything_(depth == Depth::everything), source_(open(journal)),
          sealer_(journal.store().sealer()) {
        if (source_.handle() == nullptr) { return; }
        answers_.sql =
            everything_
                ? "SELECT session, position, step, kind, measure, prompt, value_number, value_text, skipped,"
                  " private, words_deleted, withheld, sealed, answered_at, answered_offset,"
                  " question_sealed, question, about,"
                  " options, lowest, highest, lowest_label, highest_label, value_revision"
                  " FROM answer WHERE session >= :session ORDER BY session, position"
                : "SELECT session, position, step, kind, measure, prompt, value_number, value_text, skipped,"
                  " private, words_deleted, withheld, sealed, answered_at, answered_offset,"
                  " question_sealed FROM answer WHERE session >= :session ORDER BY session, position";
        guarded([&] {
            practices_ = std::make_unique<PracticeStream>(source_.handle(), filter_, everything_,
                                                          std::move(abandoned_));
        });
    }

    [[nodiscard]] std::int64_t given() const { return practices_ ? practices_->given() : 0; }

    bool next(PracticeRow& row) {
        if (source_.handle() == nullptr) { return false; }
        incomplete_ = false;
        return guarded([&] {
            const bool found = practices_->next(row);
            damage_.practices = practices_->unreadable();
            damage_.at_most = practices_->at_most();
            damage_.unknown = practices_->unknown();
            if (!found) { return false; }
            session_ = row.number;
            open(row);
            if (everything_) { note_digest(row.digest); }
            return true;
        });
    }

    struct Part {
        /// From a practice's number on, in the order of the key; the number comes first.
        const char* sql;
        std::unique_ptr<PartRows> rows{};
        std::int64_t at = -1; ///< the practice whose rows are being given
    };

    /// `take(row)` where there is another row of this kind that belongs to the current practice.
    template <class Take>
    bool next_of(Part& part, const Take& take_row) {
        if (source_.handle() == nullptr) { return false; }
        return guarded([&] {
            try {
                if (!part.rows) { part.rows = std::make_unique<PartRows>(source_.handle(), part.sql); }
                if (part.at != session_) {
                    part.at = session_;
                    part.rows->begin(session_);
                }
                if (!part.rows->next()) { return false; }
                take_row(part.rows->row());
                return true;
            } catch (const SQLite::Exception& error) {
                if (!is_damage(error)) { throw; }
                part.rows.reset();
                if (!std::exchange(incomplete_, true)) { damage_.answers_of++; }
                return false;
            }
        });
    }

    /// Rows of a statement of its own; `prepare` makes it when it is first asked for.
    template <class Prepare, class Take>
    bool next_alone(std::unique_ptr<Rows>& rows, const Prepare& prepare, const Take& take_row) {
        if (source_.handle() == nullptr) { return false; }
        return guarded([&] {
            try {
                if (!rows) { rows = prepare(); }
                if (!rows->step()) { return false; }
                take_row(*rows);
                return true;
            } catch (const SQLite::Exception& error) {
                if (!is_damage(error)) { throw; }
                damage_.other = true;
                return false;
            }
        });
    }

    bool next_deletion(std::unique_ptr<Rows>& rows, const char* select, DeletionRow& row) {
        const auto prepare = [&] {
            auto made = since(select, "coalesce(changed_at, deleted_at)", " ORDER BY deleted_at, id");
            made->bind(":marks", kept_mark_pattern);
            return made;
        };
        return next_alone(rows, prepare, [&](const Rows& from) { row = {from.text(0), from.moment(1)}; });
    }

    std::unique_ptr<Rows> since(const std::string& select, const char* time, const char* order) {
        const std::string sql =
            select + (filter_.changed_since ? std::string(" WHERE ") + time + " >= :since" : std::string()) +
            order;
        auto rows = std::make_unique<Rows>(source_.handle(), sql);
        if (filter_.changed_since) { rows->bind(":since", *filter_.changed_since); }
        return rows;
    }

    bool next_text(TextRow& row) {
        if (source_.handle() == nullptr) { return false; }
        return guarded([&] {
            while (!digests_.empty()) {
                const std::string digest = digests_.extract(digests_.begin()).value();
                try {
                    if (!texts_) {
                        texts_ = std::make_unique<Rows>(source_.handle(),
                                                        "SELECT kind, digest, id, version, language, bytes"
                                                        " FROM exercise_text WHERE digest = :digest");
                    }
                    texts_->reset();
                    texts_->bind(":digest", digest);
                    if (!texts_->step()) { continue; }
                    row = {texts_->text(0), texts_->text(1), texts_->text(2),
                           texts_->text(3), texts_->text(4), texts_->bytes(5)};
                    return true;
                } catch (const SQLite::Exception& error) {
                    if (!is_damage(error)) { throw; }
                    damage_.other = true;
                }
            }
            return false;
        });
    }

    void note_digest(std::string_view digest) {
        if (digest.empty() || digest == last_digest_) { return; }
        last_digest_ = digest;
        digests_.insert(last_digest_);
    }

    void finish() const {
        if (!source_.changed()) { return; }
        throw Failure(ExitCode::environment,
                      fmt::format(fmt::runtime(_("The practice log {} was changed while it was being read")),
                                  source_.file().string()),
                      _("What was written may not be whole. Try again."));
    }

    // With the passphrase, rows say what was sealed as if it were not.

    void open(PracticeRow& row) {
        if (!sealer_.has_key()) { return; }
        id_ = row.id;
        if (row.settings_sealed.empty()) { return; }
        if (auto settings = sealer_.opened_settings(id_, row.settings_sealed)) {
            settings_ = std::move(*settings);
            row.settings = settings_;
            row.settings_sealed = {};
        }
    }
    void open(AnswerRow& row) {
        if (!sealer_.has_key() || (row.sealed.empty() && row.question_sealed.empty())) { return; }
        words_ = {};
        const auto if_any = [](std::string_view blob) {
            return blob.empty() ? std::nullopt : std::optional(blob);
        };
        const auto found =
            sealer_.open(id_, row.position, words_, if_any(row.sealed), if_any(row.question_sealed));
        if (!row.sealed.empty() && found.value == Opened::opened) {
            row.value_number = words_.value_number;
            row.value_text = words_.value_text;
            row.sealed = {};
        }
        if (!row.question_sealed.empty() && found.question == Opened::opened) {
            row.prompt = words_.prompt;
            row.options = words_.options;
            row.lowest_label = words_.lowest_label;
            row.highest_label = words_.highest_label;
            row.question_sealed = {};
        }
    }
    void open(AmendmentRow& row) {
        if (row.sealed.empty() ||
            sealer_.open_was(id_, row.position, row.field, row.sealed, text_) != Opened::opened) {
            return;
        }
        row.was = text_;
        row.sealed = {};
    }
    void open(DraftRow& row) { open(draft_place(id_, std::string(row.question)), row.sealed, row.words); }
    void open(KeptRow& row) { open(kept_place(std::string(row.name)), row.sealed, row.words); }
    void open(const SealPlace& place, std::string_view& sealed, std::string_view& words) {
        if (sealed.empty() || sealer_.open(place, sealed, text_) != Opened::opened) { return; }
        words = text_;
        sealed = {};
    }

    Part answers_{nullptr};
    Part steps_{"SELECT session, path, kind, began_ms, ended_ms, how"
                " FROM step WHERE session >= :session ORDER BY session, position"};
    Part safety_{
        "SELECT session, at_ms, reason, check_in, value, numb, offer_grounding_at, stop_at, offered, chosen"
        " FROM safety WHERE session >= :session ORDER BY session, position"};
    Part picks_{"SELECT session, pick, variant FROM pick WHERE session >= :session ORDER BY session, pick"};
    Part fragments_{
        "SELECT session, digest FROM fragment WHERE session >= :session ORDER BY session, digest"};
    Part amendments_{"SELECT session, revision, amended_at, amended_offset, field, was, sealed, position,"
                     " withheld"
                     " FROM amendment WHERE session >= :session ORDER BY session, position"};
    Part drafts_{"SELECT session, question, words, sealed, saved_at, saved_offset"
                 " FROM draft WHERE session >= :session ORDER BY session, question"};
    Part letters_{"SELECT session, question, ready_on, set_aside_at, set_aside_offset, opened_at,"
                  " opened_offset FROM letter WHERE session >= :session ORDER BY session, question"};
    std::unique_ptr<Rows> deletions_, kept_marks_, kept_;
    Damage damage_;
    bool incomplete_ = false;
    [[nodiscard]] bool everything() const { return everything_; }

private:
    Journal::Store& open(const Journal& journal) {
        // Before the picture is taken: a practice that ends in an orderly way meanwhile is then seen as
        // ended.
        abandoned_ = journal.store().read([&](SQLite::Database& database) {
            std::unordered_set<std::int64_t> abandoned;
            SQLite::Statement running(database, "SELECT number, id FROM session WHERE running = 1");
            while (running.executeStep()) {
                if (!PracticeLock::is_held(journal.store().file(), running.getColumn(1).getString())) {
                    abandoned.insert(running.getColumn(0).getInt64());
                }
            }
            return abandoned;
        });
        return journal.store();
    }

    template <class Work>
    auto guarded(const Work& work) -> decltype(work()) {
        try {
            return work();
        } catch (const SQLite::Exception& error) { throw source_.failure(error); }
    }

    const Sealer& sealer_;
    std::string id_;       ///< of the current practice, where there is a key
    std::string settings_; // what was opened: the rows are views of it
    std::string text_;
    AnswerWords words_;
    std::unique_ptr<PracticeStream> practices_;
    std::unique_ptr<Rows> texts_;
    std::int64_t session_ = -1;
    std::set<std::string> digests_;
    std::string last_digest_;
};

LogStream::LogStream(const Journal& journal, const Filter& filter, Depth depth)
    : parts_(std::make_unique<Parts>(journal, filter, depth)) {}
LogStream::~LogStream() = default;

bool LogStream::next(PracticeRow& row) { return parts_->next(row); }

bool LogStream::next(AnswerRow& row) {
    return parts_->next_of(parts_->answers_, [&](const Rows& from) {
        int column = 1;
        row.position = from.number(column++);
        for (auto* value : {&row.step, &row.kind, &row.measure, &row.prompt}) {
            *value = from.text(column++);
        }
        row.value_number = from.real_if_any(column++);
        row.value_text = from.text_if_any(column++);
        for (bool* value : {&row.skipped, &row.is_private, &row.words_deleted, &row.withheld}) {
            *value = from.number(column++) != 0;
        }
        row.sealed = from.bytes(column++);
        row.answered_at = from.moment(column);
        column += 2;
        row.question_sealed = from.bytes(column++);
        if (!parts_->everything()) { return parts_->open(row); }
        for (auto* value : {&row.question, &row.about, &row.options}) { *value = from.text(column++); }
        row.lowest = from.number_if_any(column++);
        row.highest = from.number_if_any(column++);
        row.lowest_label = from.text(column++);
        row.highest_label = from.text(column++);
        row.value_revision = from.number_if_any(column++);
        parts_->open(row);
    });
}

bool LogStream::next(StepRow& row) {
    return parts_->next_of(parts_->steps_, [&](const Rows& from) {
        row = {from.text(1), from.text(2), from.text(5), from.number(3), from.number(4)};
    });
}

bool LogStream::next(SafetyRow& row) {
    return parts_->next_of(parts_->safety_, [&](const Rows& from) {
        row = {from.number(1),        from.text(2),        from.text(3),
               from.number_if_any(4), from.number(5) != 0, from.number_if_any(6),
               from.number_if_any(7), from.text(8),        from.text(9)};
    });
}

bool LogStream::next(PickRow& row) {
    return parts_->next_of(parts_->picks_, [&](const Rows& from) { row = {from.text(1), from.number(2)}; });
}

bool LogStream::next(FragmentRow& row) {
    return parts_->next_of(parts_->fragments_, [&](const Rows& from) {
        row = {from.text(1)};
        parts_->note_digest(row.digest);
    });
}

bool LogStream::next(AmendmentRow& row) {
    return parts_->next_of(parts_->amendments_, [&](const Rows& from) {
        row = {from.number(7),      from.number(1), from.moment(2),     from.text(4),
               from.text_if_any(5), from.bytes(6),  from.number(8) != 0};
        parts_->open(row);
    });
}

bool LogStream::next(DraftRow& row) {
    return parts_->next_of(parts_->drafts_, [&](const Rows& from) {
        row = {from.text(1), from.text(2), from.bytes(3), from.moment(4)};
        parts_->open(row);
    });
}

bool LogStream::next(LetterRow& row) {
    return parts_->next_of(parts_->letters_, [&](const Rows& from) {
        row = {from.text(1), from.text(2), from.moment(3), from.moment_if_any(5)};
    });
}

bool LogStream::incomplete() const { return parts_->incomplete_; }

bool LogStream::next(DeletionRow& row) {
    return parts_->next_deletion(parts_->deletions_,
                                 "SELECT id, deleted_at, deleted_offset FROM"
                                 " (SELECT * FROM deletion WHERE id NOT GLOB :marks)",
                                 row);
}

bool LogStream::next_of_kept(DeletionRow& row) {
    return parts_->next_deletion(parts_->kept_marks_,
                                 "SELECT id, deleted_at, deleted_offset FROM"
                                 " (SELECT * FROM deletion WHERE id GLOB :marks)",
                                 row);
}

bool LogStream::next(TextRow& row) { return parts_->next_text(row); }

bool LogStream::next(KeptRow& row) {
    const auto prepare = [&] {
        return parts_->since(
            "SELECT name, words, sealed, (SELECT id FROM session WHERE number = kept.session),"
            " kept_at, kept_offset FROM kept",
            "kept_at", " ORDER BY name");
    };
    return parts_->next_alone(parts_->kept_, prepare, [&](const Rows& from) {
        row = {from.text(0), from.text(1), from.bytes(2), from.text(3), from.moment(4)};
        parts_->open(row);
    });
}

std::int64_t LogStream::given() const { return parts_->given(); }

const Damage& LogStream::damage() const { return parts_->damage_; }

void LogStream::finish() { parts_->finish(); }

} // namespace kindly
