// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "journal/whole_session_rows.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// Places one after the other, in the order of the statement. An empty text given to if_any is NULL.
class Places {
public:
    explicit Places(SQLite::Statement& statement) : statement_(statement) {}

    Places& text(const std::string& value) {
        statement_.bind(++index_, value);
        return *this;
    }
    Places& text_if_any(const std::string& value) {
        ++index_;
        if (!value.empty()) { statement_.bind(index_, value); }
        return *this;
    }
    Places& blob_if_any(const std::string& value) {
        ++index_;
        if (!value.empty()) { statement_.bind(index_, value.data(), static_cast<int>(value.size())); }
        return *this;
    }
    Places& number(std::int64_t value) {
        statement_.bind(++index_, value);
        return *this;
    }
    Places& flag(bool value) { return number(value ? 1 : 0); }
    template <class Value>
    Places& if_any(const std::optional<Value>& value) {
        ++index_;
        if (value) { statement_.bind(index_, *value); }
        return *this;
    }
    Places& time(const Moment& value) { return number(value.unix_ms).number(value.utc_offset_seconds); }
    Places& time_if_any(const std::optional<Moment>& value) {
        if (value) { return time(*value); }
        index_ += 2;
        return *this;
    }
    /// A revision is written down only where it is not the session's.
    Places& revision(std::int64_t value, std::int64_t session) {
        ++index_;
        if (value != session) { statement_.bind(index_, value); }
        return *this;
    }
    void run() {
        statement_.exec();
        statement_.reset();
    }

private:
    SQLite::Statement& statement_;
    int index_ = 0;
};

constexpr const char* insert_session =
    "INSERT INTO session (id, revision, exercise, exercise_version, title, language, components, started_at,"
    " started_offset, ended_at, ended_offset, day, status, stop_reason, planned_ms, practised_ms, paused_ms,"
    " skipped, homework, source, participant, recorded_at, recorded_offset, amended_at, amended_offset,"
    " kindly_version, ratings_revision, distress_before, distress_after, kindness_before, kindness_after,"
    " groundings, backdraft, details_revision, digest, intensity, settings, settings_sealed, plan,"
    " last_section, seed, shared_at, changed_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
    " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr const char* update_session =
    "UPDATE session SET (id, revision, exercise, exercise_version, title, language, components, started_at,"
    " started_offset, ended_at, ended_offset, day, status, stop_reason, planned_ms, practised_ms, paused_ms,"
    " skipped, homework, source, participant, recorded_at, recorded_offset, amended_at, amended_offset,"
    " kindly_version, ratings_revision, distress_before, distress_after, kindness_before, kindness_after,"
    " groundings, backdraft, details_revision, digest, intensity, settings, settings_sealed, plan,"
    " last_section, seed, shared_at, changed_at)"
    " = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
    " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE number = ?";

/// The level of what is here; empty if it is all.
std::string shared_at(const WholeSession& session) {
    if (session.ratings_revision == 0) { return "counts"; }
    const bool all_came = std::all_of(session.answers.begin(), session.answers.end(),
                                      [](const WholeAnswer& answer) { return answer.value_revision > 0; });
    return all_came && session.details_revision > 0 ? "" : "ratings";
}

void put_session(SQLite::Statement& statement, const WholeSession& session, std::int64_t changed_at,
                 std::optional<std::int64_t> number) {
    const RatedFigures& ratings = session.ratings;
    const Details& details = session.details;
    Places row(statement);
    row.text(session.id)
        .number(session.revision)
        .text(session.exercise)
        .text(session.exercise_version)
        .text(session.title)
        .text(session.language)
        .text(session.components)
        .time(session.started_at)
        .time_if_any(session.ended_at)
        .text(session.day)
        .text(session.status)
        .text_if_any(session.stop_reason)
        .if_any(session.planned_ms)
        .if_any(session.practised_ms)
        .if_any(session.paused_ms)
        .if_any(session.skipped)
        .text_if_any(session.homework)
        .text(session.source)
        .text_if_any(session.participant)
        .time(session.recorded_at)
        .time_if_any(session.amended_at)
        .text(session.kindly_version)
        .revision(session.ratings_revision, session.revision)
        .if_any(ratings.distress_before)
        .if_any(ratings.distress_after)
        .if_any(ratings.kindness_before)
        .if_any(ratings.kindness_after)
        .if_any(ratings.groundings)
        .text_if_any(ratings.backdraft)
        .revision(session.details_revision, session.revision)
        .text_if_any(details.digest)
        .text_if_any(details.intensity)
        .text_if_any(details.settings)
        .blob_if_any(details.settings_sealed)
        .text_if_any(details.plan)
        .text_if_any(details.last_section)
        .if_any(details.seed)
        .text_if_any(shared_at(session))
        .number(changed_at);
    if (number) { row.number(*number); }
    row.run();
}

void put_answers(Journal::Store& store, std::int64_t number, const WholeSession& session) {
    for (const WholeAnswer& answer : session.answers) {
        Places(
            store.statement(
                "INSERT INTO answer (session, position, step, kind, measure, prompt, skipped, private,"
                " answered_at, answered_offset, value_number, value_text, withheld, value_revision, sealed,"
                " question, about, options, lowest, highest, lowest_label, highest_label, words_deleted,"
                " question_sealed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
            .number(number)
            .number(answer.position)
            .text(answer.step)
            .text(answer.kind)
            .text_if_any(answer.measure)
            .text(answer.prompt)
            .flag(answer.skipped)
            .flag(answer.is_private)
            .time(answer.answered_at)
            .if_any(answer.value_number)
            .if_any(answer.value_text)
            .flag(answer.value_revision == 0)
            .revision(answer.value_revision, session.revision)
            .blob_if_any(answer.sealed)
            .text(answer.question)
            .text_if_any(answer.about)
            .text_if_any(answer.options)
            .if_any(answer.lowest)
            .if_any(answer.highest)
            .text_if_any(answer.lowest_label)
            .text_if_any(answer.highest_label)
            .flag(answer.words_deleted)
            .blob_if_any(answer.question_sealed)
            .run();
    }
}

void put_details(Journal::Store& store, std::int64_t number, const Details& details) {
    for (const auto& digest : details.fragments) {
        Places(store.statement("INSERT INTO fragment (session, digest) VALUES (?, ?)"))
            .number(number)
            .text(digest)
            .run();
    }
    for (const auto& pick : details.picks) {
        Places(store.statement("INSERT INTO pick (session, pick, variant) VALUES (?, ?, ?)"))
            .number(number)
            .text(pick.id)
            .number(static_cast<std::int64_t>(pick.variant))
            .run();
    }
    std::int64_t position = 0;
    for (const auto& step : details.steps) {
        Places(store.statement("INSERT INTO step (session, position, path, kind, began_ms, ended_ms, how)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?)"))
            .number(number)
            .number(++position)
            .text(step.path)
            .text(step.kind)
            .number(step.began.count())
            .number(step.ended.count())
            .text(step.how)
            .run();
    }
    position = 0;
    for (const auto& noticed : details.safety) {
        Places(store.statement("INSERT INTO safety (session, position, at_ms, reason, check_in, value, numb,"
                               " offer_grounding_at, stop_at, offered, chosen)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
            .number(number)
            .number(++position)
            .number(noticed.at.count())
            .text(noticed.reason)
            .text_if_any(noticed.check_in)
            .if_any(noticed.value)
            .flag(noticed.numb)
            .if_any(noticed.offer_grounding_at)
            .if_any(noticed.stop_at)
            .text(kindly::joined(noticed.offered, ";"))
            .text_if_any(noticed.chosen)
            .run();
    }
    for (const auto& amendment : details.amendments) {
        Places(store.statement(
                   "INSERT INTO amendment (session, position, revision, amended_at, amended_offset, field,"
                   " was, sealed, withheld) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"))
            .number(number)
            .number(amendment.position)
            .number(amendment.revision)
            .time(amendment.amended_at)
            .text(amendment.field)
            .if_any(amendment.was)
            .blob_if_any(amendment.sealed)
            .flag(amendment.withheld)
            .run();
    }
    for (const auto& draft : details.drafts) {
        Places(store.statement("INSERT INTO draft (session, question, words, sealed, saved_at, saved_offset)"
                               " VALUES (?, ?, ?, ?, ?, ?)"))
            .number(number)
            .text(draft.question)
            .text(draft.words)
            .blob_if_any(draft.sealed)
            .time(draft.saved_at)
            .run();
    }
    for (const auto& letter : details.letters) {
        Places(store.statement("INSERT INTO letter (session, question, ready_on, set_aside_at,"
                               " set_aside_offset, opened_at, opened_offset) VALUES (?, ?, ?, ?, ?, ?, ?)"))
            .number(number)
            .text(letter.question)
            .text(letter.ready_on)
            .time(letter.set_aside_at)
            .time_if_any(letter.opened_at)
            .run();
    }
}

} // namespace

void save_session(Journal::Store& store, const WholeSession& session, std::optional<std::int64_t> number,
                  std::int64_t changed_at) {
    put_session(store.statement(number ? update_session : insert_session), session, changed_at, number);
    if (number) {
        for (const char* sql :
             {"DELETE FROM answer WHERE session = ?", "DELETE FROM step WHERE session = ?",
              "DELETE FROM safety WHERE session = ?", "DELETE FROM pick WHERE session = ?",
              "DELETE FROM fragment WHERE session = ?", "DELETE FROM amendment WHERE session = ?",
              "DELETE FROM draft WHERE session = ?", "DELETE FROM letter WHERE session = ?"}) {
            Places(store.statement(sql)).number(*number).run();
        }
    } else {
        auto& found = store.statement("SELECT number FROM session WHERE id = ?");
        found.bind(1, session.id);
        found.executeStep();
        number = found.getColumn(0).getInt64();
        found.reset();
    }
    put_answers(store, *number, session);
    put_details(store, *number, session.details);
}

} // namespace kindly
