// SPDX-License-Identifier: MIT
#include "journal/whole_session_rows.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// Columns one after the other, in the order of the SELECT.
class Row {
public:
    explicit Row(SQLite::Statement& statement) : statement_(statement) {}

    std::string text() { return next().getString(); }
    std::int64_t number() { return next().getInt64(); }
    bool flag() { return next().getInt() != 0; }
    std::optional<std::int64_t> number_if_any() {
        const auto column = next();
        return column.isNull() ? std::nullopt : std::optional(column.getInt64());
    }
    std::optional<double> real_if_any() {
        const auto column = next();
        return column.isNull() ? std::nullopt : std::optional(column.getDouble());
    }
    std::optional<std::string> text_if_any() {
        const auto column = next();
        return column.isNull() ? std::nullopt : std::optional(column.getString());
    }
    Moment moment() {
        const std::int64_t at = number();
        return {at, static_cast<int>(number())};
    }
    std::optional<Moment> moment_if_any() {
        const auto at = number_if_any();
        const auto offset = number_if_any();
        return at ? std::optional(Moment{*at, static_cast<int>(offset.value_or(0))}) : std::nullopt;
    }

private:
    SQLite::Column next() { return statement_.getColumn(index_++); }
    SQLite::Statement& statement_;
    int index_ = 0;
};

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; !text.empty() && begin <= text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

template <class Take>
void each(Journal::Store& store, const char* sql, std::int64_t number, const Take& take) {
    auto& statement = store.statement(sql);
    statement.bind(1, number);
    while (statement.executeStep()) { take(Row(statement)); }
    statement.reset();
}

void load_answers(Journal::Store& store, std::int64_t number, WholeSession& session) {
    each(store,
         "SELECT position, step, kind, measure, prompt, skipped, private, answered_at, answered_offset,"
         " value_number, value_text, withheld, value_revision, sealed, question, about, options, lowest,"
         " highest, lowest_label, highest_label, words_deleted, question_sealed"
         " FROM answer WHERE session = ? ORDER BY position",
         number, [&](Row row) {
             WholeAnswer& answer = session.answers.emplace_back();
             answer.position = row.number();
             answer.step = row.text();
             answer.kind = row.text();
             answer.measure = row.text();
             answer.prompt = row.text();
             answer.skipped = row.flag();
             answer.is_private = row.flag();
             answer.answered_at = row.moment();
             answer.value_number = row.real_if_any();
             answer.value_text = row.text_if_any();
             const bool withheld = row.flag();
             const auto revision = row.number_if_any();
             answer.value_revision = withheld ? 0 : revision.value_or(session.revision);
             answer.sealed = row.text();
             answer.question = row.text();
             answer.about = row.text();
             answer.options = row.text();
             answer.lowest = row.number_if_any();
             answer.highest = row.number_if_any();
             answer.lowest_label = row.text();
             answer.highest_label = row.text();
             answer.words_deleted = row.flag();
             answer.question_sealed = row.text();
         });
}

void load_details(Journal::Store& store, std::int64_t number, Details& details) {
    each(store, "SELECT digest FROM fragment WHERE session = ? ORDER BY digest", number,
         [&](Row row) { details.fragments.push_back(row.text()); });
    each(store, "SELECT pick, variant FROM pick WHERE session = ? ORDER BY pick", number, [&](Row row) {
        std::string pick = row.text();
        details.picks.push_back({std::move(pick), static_cast<std::size_t>(row.number())});
    });
    each(store, "SELECT path, kind, began_ms, ended_ms, how FROM step WHERE session = ? ORDER BY position",
         number, [&](Row row) {
             StepRecord& step = details.steps.emplace_back();
             step.path = row.text();
             step.kind = row.text();
             step.began = Milliseconds(row.number());
             step.ended = Milliseconds(row.number());
             step.how = row.text();
         });
    each(store,
         "SELECT at_ms, reason, check_in, value, numb, offer_grounding_at, stop_at, offered, chosen"
         " FROM safety WHERE session = ? ORDER BY position",
         number, [&](Row row) {
             const auto small = [&]() -> std::optional<int> {
                 const auto value = row.number_if_any();
                 return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
             };
             SafetyRecord& noticed = details.safety.emplace_back();
             noticed.at = Milliseconds(row.number());
             noticed.reason = row.text();
             noticed.check_in = row.text();
             noticed.value = small();
             noticed.numb = row.flag();
             noticed.offer_grounding_at = small();
             noticed.stop_at = small();
             noticed.offered = split(row.text());
             noticed.chosen = row.text();
         });
    each(store,
         "SELECT position, revision, amended_at, amended_offset, field, was, sealed, withheld"
         " FROM amendment WHERE session = ? ORDER BY position",
         number, [&](Row row) {
             Amendment& amendment = details.amendments.emplace_back();
             amendment.position = row.number();
             amendment.revision = row.number();
             amendment.amended_at = row.moment();
             amendment.field = row.text();
             amendment.was = row.text_if_any();
             amendment.sealed = row.text();
             amendment.withheld = row.flag();
         });
    each(store,
         "SELECT question, words, sealed, saved_at, saved_offset FROM draft WHERE session = ? ORDER BY "
         "question",
         number, [&](Row row) {
             KeptDraft& draft = details.drafts.emplace_back();
             draft.question = row.text();
             draft.words = row.text();
             draft.sealed = row.text();
             draft.saved_at = row.moment();
         });
    each(store,
         "SELECT question, ready_on, set_aside_at, set_aside_offset, opened_at, opened_offset FROM letter"
         " WHERE session = ? ORDER BY question",
         number, [&](Row row) {
             KeptLetter& letter = details.letters.emplace_back();
             letter.question = row.text();
             letter.ready_on = row.text();
             letter.set_aside_at = row.moment();
             letter.opened_at = row.moment_if_any();
         });
}

} // namespace

std::optional<StoredSession> load_session(Journal::Store& store, const std::string& id) {
    auto& statement = store.statement(
        "SELECT number, running, id, revision, exercise, exercise_version, title, language, components,"
        " started_at, started_offset, ended_at, ended_offset, day, status, stop_reason, planned_ms,"
        " practised_ms, paused_ms, skipped, homework, source, participant, recorded_at, recorded_offset,"
        " amended_at, amended_offset, kindly_version, ratings_revision, distress_before, distress_after,"
        " kindness_before, kindness_after, groundings, backdraft, details_revision, digest, intensity,"
        " settings, settings_sealed, plan, last_section, seed FROM session WHERE id = ?");
    statement.bind(1, id);
    if (!statement.executeStep()) { return std::nullopt; }
    StoredSession stored;
    WholeSession& session = stored.session;
    Row row(statement);
    stored.number = row.number();
    stored.running = row.flag();
    session.id = row.text();
    session.revision = row.number();
    session.exercise = row.text();
    session.exercise_version = row.text();
    session.title = row.text();
    session.language = row.text();
    session.components = row.text();
    session.started_at = row.moment();
    session.ended_at = row.moment_if_any();
    session.day = row.text();
    session.status = row.text();
    session.stop_reason = row.text();
    session.planned_ms = row.number_if_any();
    session.practised_ms = row.number_if_any();
    session.paused_ms = row.number_if_any();
    session.skipped = row.number_if_any();
    session.homework = row.text();
    session.source = row.text();
    session.participant = row.text();
    session.recorded_at = row.moment();
    session.amended_at = row.moment_if_any();
    session.kindly_version = row.text();
    session.ratings_revision = row.number_if_any().value_or(session.revision);
    session.ratings.distress_before = row.number_if_any();
    session.ratings.distress_after = row.number_if_any();
    session.ratings.kindness_before = row.number_if_any();
    session.ratings.kindness_after = row.number_if_any();
    session.ratings.groundings = row.number_if_any();
    session.ratings.backdraft = row.text();
    session.details_revision = row.number_if_any().value_or(session.revision);
    session.details.digest = row.text();
    session.details.intensity = row.text();
    session.details.settings = row.text();
    session.details.settings_sealed = row.text();
    session.details.plan = row.text();
    session.details.last_section = row.text();
    session.details.seed = row.number_if_any();
    statement.reset();
    load_answers(store, stored.number, session);
    load_details(store, stored.number, session.details);
    return stored;
}

} // namespace kindly
