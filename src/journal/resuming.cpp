// SPDX-License-Identifier: MIT
#include "journal/resuming.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"
#include "exercise/sitting.hpp"
#include "journal/drafts.hpp"
#include "journal/store.hpp"
#include "journal/value_revision.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::json;

std::optional<int> int_if_any(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt());
}

std::optional<Milliseconds> length_if_any(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(Milliseconds(column.getInt64()));
}

/// Numbers without a fraction, texts as they are: what set_setting() takes.
std::optional<std::vector<std::pair<std::string, std::string>>> settings_in(const std::string& stored) {
    const Json json = Json::parse(stored, nullptr, false);
    if (!json.is_object()) { return std::nullopt; }
    std::vector<std::pair<std::string, std::string>> settings;
    for (const auto& [name, value] : json.items()) {
        settings.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
    }
    return settings;
}

void read_plan(const std::string& stored, Interrupted& found) {
    const Json json = Json::parse(stored, nullptr, false);
    if (!json.is_object()) { return; }
    if (const auto budget = json.find("budget_ms"); budget != json.end() && budget->is_number_integer()) {
        found.budget = Milliseconds(budget->get<std::int64_t>());
    }
    if (const auto listening = json.find("listening"); listening != json.end() && listening->is_boolean()) {
        found.listening = listening->get<bool>();
    }
    if (const auto dropped = json.find("dropped"); dropped != json.end() && dropped->is_array()) {
        for (const auto& section : *dropped) {
            if (section.is_string()) { found.dropped.push_back(section.get<std::string>()); }
        }
    }
}

constexpr const char* newest_interrupted = R"sql(
SELECT id, running FROM session WHERE status = 'interrupted' AND source = :source
    AND (exercise <> :sitting OR :exercise IS NOT NULL) AND (:exercise IS NULL OR exercise = :exercise)
ORDER BY ended_at DESC, number DESC)sql";

constexpr const char* any_later = R"sql(
SELECT 1 FROM session WHERE exercise = :exercise AND source = :source AND started_at >= :left_at LIMIT 1)sql";

constexpr const char* its_columns = R"sql(
SELECT planned_ms, settings, settings_sealed, plan, seed, practised_ms, paused_ms, distress_before, distress_after,
    kindness_before, kindness_after, backdraft, groundings, skipped, last_section, grounded, closing_reason,
    max(coalesce((SELECT max(ended_ms) FROM step WHERE session = number), 0),
        coalesce((SELECT max(at_ms) FROM safety WHERE session = number), 0), coalesce(practised_ms, 0))
FROM session WHERE id = ?)sql";

constexpr const char* set_running = R"sql(
UPDATE session SET running = 1, status = 'interrupted', stop_reason = 'crash', revision = revision + 1,
    changed_at = :at
WHERE id = :id AND running = 0 AND status = 'interrupted' AND revision = :revision)sql";

void read_columns(SQLite::Database& database, const Sealer& sealer, Interrupted& found) {
    SQLite::Statement row(database, its_columns);
    row.bind(1, found.entry.id);
    if (!row.executeStep()) { return; }
    int index = 0;
    const auto next = [&] { return row.getColumn(index++); };
    found.planned = length_if_any(next());
    const std::string settings = next().getString();
    if (const auto sealed = next(); sealed.isNull()) {
        found.settings = settings_in(settings);
    } else if (const auto opened = sealer.opened_settings(found.entry.id, sealed.getString())) {
        found.settings = settings_in(*opened);
    }
    read_plan(next().getString(), found);
    found.seed = static_cast<std::uint64_t>(next().getInt64());
    Figures& figures = found.figures;
    figures.practised = Milliseconds(next().getInt64());
    figures.paused = Milliseconds(next().getInt64());
    figures.distress_before = int_if_any(next());
    figures.distress_after = int_if_any(next());
    figures.kindness_before = int_if_any(next());
    figures.kindness_after = int_if_any(next());
    figures.backdraft = next().getString();
    figures.groundings = next().getInt();
    figures.skipped = next().getInt();
    figures.last_section = next().getString();
    figures.grounded = next().getInt() != 0;
    figures.closing_reason = next().getString();
    found.clock = Milliseconds(next().getInt64());
}

void read_picks(SQLite::Database& database, Interrupted& found) {
    SQLite::Statement picks(database, "SELECT pick, variant FROM pick"
                                      " WHERE session = (SELECT number FROM session WHERE id = ?)");
    picks.bind(1, found.entry.id);
    while (picks.executeStep()) {
        found.picks.push_back(
            {picks.getColumn(0).getString(), static_cast<std::size_t>(picks.getColumn(1).getInt64())});
    }
    SQLite::Statement fragments(database,
                                "SELECT digest FROM fragment"
                                " WHERE session = (SELECT number FROM session WHERE id = ?) ORDER BY digest");
    fragments.bind(1, found.entry.id);
    while (fragments.executeStep()) { found.fragments.push_back(fragments.getColumn(0).getString()); }
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; !text.empty() && begin <= text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

void read_steps(SQLite::Database& database, Interrupted& found) {
    SQLite::Statement steps(database, "SELECT path, kind, began_ms, ended_ms, how FROM step"
                                      " WHERE session = (SELECT number FROM session WHERE id = ?)"
                                      " ORDER BY position");
    steps.bind(1, found.entry.id);
    while (steps.executeStep()) {
        int index = 0;
        const auto next = [&] { return steps.getColumn(index++); };
        StepRecord step;
        step.path = next().getString();
        step.kind = next().getString();
        step.began = Milliseconds(next().getInt64());
        step.ended = Milliseconds(next().getInt64());
        step.how = next().getString();
        found.steps.push_back(std::move(step));
    }
    SQLite::Statement safety(database,
                             "SELECT at_ms, reason, check_in, value, numb, offer_grounding_at, stop_at,"
                             " offered, chosen FROM safety"
                             " WHERE session = (SELECT number FROM session WHERE id = ?)"
                             " ORDER BY position");
    safety.bind(1, found.entry.id);
    while (safety.executeStep()) {
        int index = 0;
        const auto next = [&] { return safety.getColumn(index++); };
        SafetyRecord record;
        record.at = Milliseconds(next().getInt64());
        record.reason = next().getString();
        record.check_in = next().getString();
        record.value = int_if_any(next());
        record.numb = next().getInt() != 0;
        record.offer_grounding_at = int_if_any(next());
        record.stop_at = int_if_any(next());
        record.offered = split(next().getString());
        record.chosen = next().getString();
        found.safety.push_back(std::move(record));
    }
}

std::optional<AnswerValue> value_of(const AnswerEntry& answer) {
    if (answer.skipped || answer.words_deleted) { return std::nullopt; }
    if (answer.value_number) { return *answer.value_number; }
    if (!answer.value_text) { return std::nullopt; }
    if (answer.kind == "check_in") { return Numb(); }
    if (answer.kind == "yes_no") { return *answer.value_text == "yes"; }
    if (answer.kind == "choices") { return split(*answer.value_text); }
    return *answer.value_text;
}

} // namespace

std::optional<Interrupted> latest_interrupted(const Journal& journal, const std::string& exercise,
                                              PracticeSource source) {
    const std::string id = journal.store().read([&](SQLite::Database& database) -> std::string {
        SQLite::Statement newest(database, newest_interrupted);
        newest.bind(":source", word(source));
        newest.bind(":sitting", sitting_id);
        if (!exercise.empty()) { newest.bind(":exercise", exercise); }
        while (newest.executeStep()) {
            std::string candidate = newest.getColumn(0).getString();
            const bool running = newest.getColumn(1).getInt() != 0;
            if (!running || !PracticeLock::is_held(journal.store().file(), candidate)) { return candidate; }
        }
        return {};
    });
    if (id.empty()) { return std::nullopt; }
    const auto entries = journal.find(id);
    if (entries.size() != 1) { return std::nullopt; }
    Interrupted found;
    found.entry = entries.front();
    const Entry entry = found.entry;
    journal.store().read([&](SQLite::Database& database) {
        found = {}; // it may be asked again
        found.entry = entry;
        read_columns(database, journal.store().sealer(), found);
        read_picks(database, found);
        read_steps(database, found);
        SQLite::Statement later(database, any_later);
        later.bind(":exercise", found.entry.exercise);
        later.bind(":source", found.entry.source);
        later.bind(":left_at", found.left_at().unix_ms);
        found.begun_again = later.executeStep();
        return true;
    });
    found.answers = journal.answers(id);
    found.drafts = drafts_of(journal, id);
    return found;
}

void take_up(Journal& journal, const Interrupted& interrupted, Moment now) {
    Journal::Store& store = journal.store();
    const std::string& id = interrupted.entry.id;
    // Before the row, as at the beginning of a practice: whoever sees it running must find the lock held.
    store.locks.emplace(id, PracticeLock::take(store.file(), id));
    bool ours = false;
    try {
        store.write([&] {
            SQLite::Statement& statement = store.statement(set_running);
            statement.bind(":id", id);
            statement.bind(":revision", interrupted.entry.revision);
            statement.bind(":at", now.unix_ms);
            statement.exec();
            ours = store.changed_rows() == 1;
            statement.reset();
            if (ours) { keep_value_revisions(store, id, interrupted.entry.revision); }
        });
    } catch (const Failure&) {
        store.locks.erase(id);
        throw;
    }
    if (ours) { return; }
    store.locks.erase(id);
    throw Failure(ExitCode::environment,
                  _("This practice has been taken up, changed or ended by another program meanwhile"),
                  _("\"kindly log\" shows what has become of it."));
}

Answers latest_answers(const std::vector<AnswerEntry>& answers) {
    Answers latest;
    for (const auto& answer : answers) {
        if (auto value = value_of(answer)) {
            latest[answer.question] = std::move(*value);
        } else {
            latest.erase(answer.question);
        }
    }
    return latest;
}

} // namespace kindly
