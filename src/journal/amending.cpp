// SPDX-License-Identifier: MIT
#include "journal/amending.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "journal/deleting.hpp"
#include "journal/store.hpp"
#include "journal/value_revision.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::string_view answer_field = "answer.";
constexpr std::int64_t ms_in_second = 1000;

std::optional<std::string> if_any(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

template <class Number>
std::optional<std::string> if_any(const std::optional<Number>& number) {
    return number ? std::optional(fmt::format("{}", *number)) : std::nullopt;
}

bool seen_by_kindly(const Entry& entry) { return entry.source != "entered_later"; }

class Collected {
public:
    void add(const std::string& field, std::optional<std::string> was, std::optional<std::string> is) {
        if (was != is) { changes.push_back({field, std::move(was), std::move(is), std::nullopt, false}); }
    }
    void add(const std::string& field, const std::optional<Moment>& was, Moment is) {
        if (was && was->unix_ms == is.unix_ms && was->utc_offset_seconds == is.utc_offset_seconds) { return; }
        changes.push_back(
            {field, was ? std::optional(to_rfc3339(*was)) : std::nullopt, to_rfc3339(is), is, false});
    }
    std::vector<FieldChange> changes;
};

void add_times(Collected& collected, const Entry& entry, const Corrections& corrections) {
    if (!corrections.started_at && !corrections.practised) { return; }
    const Moment began = corrections.started_at.value_or(entry.started_at);
    const std::int64_t practised = corrections.practised ? corrections.practised->count()
                                                         : entry.practised_seconds.value_or(0) * ms_in_second;
    const bool same_length =
        !corrections.practised || practised / ms_in_second == entry.practised_seconds.value_or(-1);
    std::int64_t end = began.unix_ms + practised + entry.paused_seconds.value_or(0) * ms_in_second;
    if (entry.ended_at && (seen_by_kindly(entry) || same_length)) {
        // It was there for so long; only a longer practice needs more.
        const std::int64_t lasted = entry.ended_at->unix_ms - entry.started_at.unix_ms;
        end = same_length ? began.unix_ms + lasted : std::max(end, began.unix_ms + lasted);
    }
    if (corrections.started_at) {
        collected.add("started_at", entry.started_at, began);
        collected.add("day", if_any(entry.day), if_any(corrections.day));
    }
    collected.add("ended_at", entry.ended_at, Moment{end, began.utc_offset_seconds});
    if (!same_length) {
        collected.add("practised_seconds", if_any(entry.practised_seconds),
                      fmt::format("{}", practised / ms_in_second));
    }
}

void add_exercise(Collected& collected, const Entry& entry, const SessionStart& exercise) {
    if (exercise.exercise == entry.exercise) { return; }
    if (seen_by_kindly(entry)) {
        throw Failure(
            ExitCode::usage,
            _("kindly itself walked through this practice, so which exercise it was stays as it is"),
            _("Of a practice that was entered later, the exercise can be changed."));
    }
    collected.add("exercise", if_any(entry.exercise), if_any(exercise.exercise));
    collected.add("exercise_version", if_any(entry.exercise_version), if_any(exercise.exercise_version));
    collected.add("title", if_any(entry.title), if_any(exercise.title));
    collected.add("language", if_any(entry.language), if_any(exercise.language));
    collected.add("components", if_any(joined(entry.components, ";")),
                  if_any(joined(exercise.components, ";")));
}

void add_status(Collected& collected, const Entry& entry, const std::string& status) {
    if (status == entry.status) { return; }
    if (seen_by_kindly(entry)) {
        throw Failure(ExitCode::usage, _("kindly itself saw how this practice ended, so that stays as it is"),
                      _("Of a practice that was entered later, it can be changed."));
    }
    collected.add("status", if_any(entry.status), if_any(status));
    collected.add("stop_reason", if_any(entry.stop_reason),
                  status == "stopped" ? std::optional<std::string>("person") : std::nullopt);
}

/// The answer that a rating's column was taken from, if it is there.
const AnswerEntry* answer_of(const std::vector<AnswerEntry>& answers, const std::string& column, int value) {
    const bool distress = column.starts_with("distress");
    const bool before = column.ends_with("before");
    const AnswerEntry* found = nullptr;
    for (const auto& answer : answers) {
        const bool fits = distress ? answer.kind == "check_in" : answer.measure == "kindness_0_10";
        if (!fits || !answer.value_number || *answer.value_number != value) { continue; }
        found = &answer;
        if (before) { break; }
    }
    return found;
}

void add_rating(Collected& collected, const Entry& entry, const std::vector<AnswerEntry>& answers,
                const std::string& column, const std::optional<int>& is) {
    const std::map<std::string, std::optional<int>> present{{"distress_before", entry.distress_before},
                                                            {"distress_after", entry.distress_after},
                                                            {"kindness_before", entry.kindness_before},
                                                            {"kindness_after", entry.kindness_after}};
    const auto& was = present.at(column);
    if (was == is) { return; }
    collected.add(column, if_any(was), if_any(is));
    if (!was) { return; }
    if (const AnswerEntry* answer = answer_of(answers, column, *was)) {
        collected.add(std::string(answer_field) + std::to_string(answer->position), if_any(was), if_any(is));
    }
}

void add_answer(Collected& collected, const std::vector<AnswerEntry>& answers, std::int64_t position,
                const std::string& words) {
    const auto answer = std::find_if(answers.begin(), answers.end(),
                                     [&](const AnswerEntry& one) { return one.position == position; });
    if (answer == answers.end()) {
        throw Failure(ExitCode::usage,
                      fmt::format(fmt::runtime(_("This practice has no answer {}")), position),
                      _("\"kindly log show\" shows its answers with their numbers."));
    }
    if (answer->kind != "text") {
        throw Failure(ExitCode::usage, fmt::format(fmt::runtime(_("Answer {} is not a text")), position),
                      _("Texts can be written anew. Ratings have options of their own, such as "
                        "--distress-before."));
    }
    const std::string field = std::string(answer_field) + std::to_string(position);
    if (answer->sealed) {
        collected.changes.push_back({field, std::nullopt, words, std::nullopt, true});
    } else {
        collected.add(field, answer->value_text, words);
    }
}

/// How an answer is kept.
struct Kept {
    std::int64_t position = 0;
    AnswerWords words; ///< its kind, and whether it is private
    std::optional<std::string> sealed;
};

Kept kept_answer(Journal::Store& store, const std::string& id, const std::string& field) {
    Kept kept;
    std::from_chars(field.data() + answer_field.size(), field.data() + field.size(), kept.position);
    auto& row =
        store.statement("SELECT kind, private, sealed FROM answer"
                        " WHERE session = (SELECT number FROM session WHERE id = ?) AND position = ?");
    row.bind(1, id);
    row.bind(2, kept.position);
    if (row.executeStep()) {
        kept.words.kind = row.getColumn(0).getString();
        kept.words.is_private = row.getColumn(1).getInt() != 0;
        if (!row.isColumnNull(2)) { kept.sealed = row.getColumn(2).getString(); }
    }
    row.reset();
    return kept;
}

void bind_bytes(SQLite::Statement& statement, const char* name, const std::optional<std::string>& bytes) {
    if (bytes) { statement.bind(name, bytes->data(), static_cast<int>(bytes->size())); }
}

/// The changes of one answer. Words go in here: this is where they are sealed. They belong to the latest
/// revision then (NULL), whichever one the value here was of.
void change_answer(Journal::Store& store, const std::string& id, const FieldChange& change) {
    const Kept kept = kept_answer(store, id, change.field);
    AnswerWords words = kept.words;
    if (words.kind == "text") { words.value_text = change.is; }
    const auto parts = store.sealer().take(id, kept.position, words, std::vector<std::string>());
    auto& update = store.statement(
        "UPDATE answer SET value_text = :text,"
        " value_number = CASE kind WHEN 'text' THEN NULL ELSE CAST(:is AS REAL) END,"
        " sealed = :sealed, withheld = 0, value_revision = NULL, words_deleted = 0, skipped = :skipped"
        " WHERE session = (SELECT number FROM session WHERE id = :id) AND position = :position");
    if (words.value_text) { update.bind(":text", *words.value_text); }
    if (change.is && words.kind != "text") { update.bind(":is", *change.is); }
    bind_bytes(update, ":sealed", parts.value);
    update.bind(":skipped", change.is ? 0 : 1);
    update.bind(":id", id);
    update.bind(":position", kept.position);
    update.exec();
}

struct Column {
    std::string_view field;
    const char* sql; ///< ?1: what it is; ?2: the practice's id; ?3: of a time, its offset
};

constexpr std::array columns{
    Column{"started_at", "UPDATE session SET started_at = ?1, started_offset = ?3 WHERE id = ?2"},
    Column{"ended_at", "UPDATE session SET ended_at = ?1, ended_offset = ?3 WHERE id = ?2"},
    Column{"day", "UPDATE session SET day = ?1 WHERE id = ?2"},
    Column{"practised_seconds", "UPDATE session SET practised_ms = CAST(?1 AS INTEGER) * 1000 WHERE id = ?2"},
    Column{"exercise", "UPDATE session SET exercise = ?1 WHERE id = ?2"},
    Column{"exercise_version", "UPDATE session SET exercise_version = ?1 WHERE id = ?2"},
    Column{"title", "UPDATE session SET title = ?1 WHERE id = ?2"},
    Column{"language", "UPDATE session SET language = ?1 WHERE id = ?2"},
    Column{"components", "UPDATE session SET components = coalesce(?1, '') WHERE id = ?2"},
    Column{"status", "UPDATE session SET status = ?1 WHERE id = ?2"},
    Column{"stop_reason", "UPDATE session SET stop_reason = ?1 WHERE id = ?2"},
    Column{"distress_before",
           "UPDATE session SET distress_before = CAST(?1 AS INTEGER), ratings_revision = NULL WHERE id = ?2"},
    Column{"distress_after",
           "UPDATE session SET distress_after = CAST(?1 AS INTEGER), ratings_revision = NULL WHERE id = ?2"},
    Column{"kindness_before",
           "UPDATE session SET kindness_before = CAST(?1 AS INTEGER), ratings_revision = NULL WHERE id = ?2"},
    Column{"kindness_after",
           "UPDATE session SET kindness_after = CAST(?1 AS INTEGER), ratings_revision = NULL WHERE id = ?2"},
};

void change_column(Journal::Store& store, const std::string& id, const FieldChange& change) {
    const auto* const column = std::find_if(columns.begin(), columns.end(),
                                            [&](const Column& one) { return one.field == change.field; });
    auto& update = store.statement(column->sql);
    if (change.moment) {
        update.bind(1, change.moment->unix_ms);
        update.bind(3, change.moment->utc_offset_seconds);
    } else if (change.is) {
        update.bind(1, *change.is);
    }
    update.bind(2, id);
    update.exec();
}

/// What it was. Words go in here: this is where they are sealed; what is sealed already moves as it is.
void keep_history(Journal::Store& store, const std::string& id, const FieldChange& change, Moment now) {
    auto& next = store.statement("SELECT coalesce(max(position), 0) + 1 FROM amendment"
                                 " WHERE session = (SELECT number FROM session WHERE id = ?)");
    next.bind(1, id);
    next.executeStep();
    const std::int64_t position = next.getColumn(0).getInt64();
    next.reset();
    std::optional<std::string> was = change.was;
    std::optional<std::string> sealed;
    if (change.field.starts_with(answer_field)) {
        const Kept kept = kept_answer(store, id, change.field);
        if (kept.sealed) {
            sealed = kept.sealed;
            was.reset();
        } else if (was && store.sealer().on() && value_is_sealed(kept.words.kind, kept.words.is_private)) {
            sealed = store.sealer().seal(amendment_place(id, position), *was);
            was.reset();
        }
    }
    auto& insert = store.statement(
        "INSERT INTO amendment (session, position, revision, amended_at, amended_offset, field, was, sealed)"
        " SELECT number, :position, revision, :at, :offset, :field, :was, :sealed FROM session WHERE id = "
        ":id");
    insert.bind(":position", position);
    insert.bind(":at", now.unix_ms);
    insert.bind(":offset", now.utc_offset_seconds);
    insert.bind(":field", change.field);
    if (was) { insert.bind(":was", *was); }
    bind_bytes(insert, ":sealed", sealed);
    insert.bind(":id", id);
    insert.exec();
}

} // namespace

std::vector<FieldChange> changes(const Entry& entry, const std::vector<AnswerEntry>& answers,
                                 const Corrections& corrections) {
    Collected collected;
    if (corrections.exercise) { add_exercise(collected, entry, *corrections.exercise); }
    add_times(collected, entry, corrections);
    if (corrections.status) { add_status(collected, entry, *corrections.status); }
    for (const auto& [column, is] : corrections.ratings) {
        add_rating(collected, entry, answers, column, is);
    }
    for (const auto& [position, words] : corrections.answers) {
        add_answer(collected, answers, position, words);
    }
    return collected.changes;
}

void amend(Journal& journal, const Entry& entry, const std::vector<FieldChange>& changes,
           const Corrections& corrections, Moment now) {
    auto& store = journal.store();
    store.write([&] {
        auto& revision = store.statement("UPDATE session SET revision = revision + 1, amended_at = ?1, "
                                         "amended_offset = ?2, changed_at = ?1"
                                         " WHERE id = ?3 AND revision = ?4 AND running = 0");
        revision.bind(1, now.unix_ms);
        revision.bind(2, now.utc_offset_seconds);
        revision.bind(3, entry.id);
        revision.bind(4, entry.revision);
        revision.exec();
        if (store.changed_rows() == 0) {
            throw Failure(ExitCode::environment,
                          _("This practice has been changed by another program meanwhile"),
                          _("Nothing was changed here. Look at it again, then try once more."));
        }
        keep_value_revisions(store, entry.id, entry.revision);
        for (const auto& change : changes) {
            keep_history(store, entry.id, change, now);
            if (change.field.starts_with(answer_field)) {
                change_answer(store, entry.id, change);
            } else {
                change_column(store, entry.id, change);
            }
        }
        if (corrections.exercise && corrections.exercise->exercise != entry.exercise) {
            // Details of another exercise, which may still come from elsewhere, would no longer be true.
            auto& about = store.statement("UPDATE session SET digest = nullif(?1, ''), intensity = ?2,"
                                          " details_revision = NULL WHERE id = ?3");
            about.bind(1, corrections.exercise->digest);
            about.bind(2, word(corrections.exercise->intensity));
            about.bind(3, entry.id);
            about.exec();
            drop_unused_texts(store, {entry.digest});
        }
    });
}

} // namespace kindly
