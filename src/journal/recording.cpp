// SPDX-License-Identifier: MIT
// Journal's writing half: what a practice leaves while it goes on, and when it ends.
#include "base/text.hpp"
#include "base/translate.hpp"
#include "journal/drafts.hpp"
#include "journal/schema.hpp"
#include "journal/store.hpp"

#include <tuple>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t stored(bool value) { return value ? 1 : 0; }

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// By name, so that a statement and what goes into it can be read side by side.
class Binding {
public:
    explicit Binding(SQLite::Statement& statement) : statement_(statement) {}

    Binding& text(const char* name, const std::string& value) {
        statement_.bind(name, value);
        return *this;
    }
    /// An empty text is a missing value.
    Binding& text_if_any(const char* name, const std::string& value) {
        if (!value.empty()) { statement_.bind(name, value); }
        return *this;
    }
    Binding& bytes_if_any(const char* name, const std::optional<std::string>& value) {
        if (value) { statement_.bind(name, value->data(), static_cast<int>(value->size())); }
        return *this;
    }
    Binding& number(const char* name, std::int64_t value) {
        statement_.bind(name, value);
        return *this;
    }
    Binding& real(const char* name, std::optional<double> value) {
        if (value) { statement_.bind(name, *value); }
        return *this;
    }
    Binding& number_if_any(const char* name, std::optional<int> value) {
        if (value) { statement_.bind(name, *value); }
        return *this;
    }
    Binding& time(const char* name, const char* offset, Moment value) {
        return number(name, value.unix_ms).number(offset, value.utc_offset_seconds);
    }
    void run() {
        statement_.exec();
        statement_.reset();
    }

private:
    SQLite::Statement& statement_;
};

std::string options_text(const AnswerRecord& answer) {
    if (answer.options.empty()) { return {}; }
    Json json = Json::array();
    for (const auto& [id, text] : answer.options) {
        json.push_back(Json::object({{"id", id}, {"text", text}}));
    }
    return text_of(json);
}

constexpr const char* insert_session = R"sql(
INSERT INTO session (id, exercise, exercise_version, title, language, components, started_at, started_offset, ended_at,
    ended_offset, day, status, stop_reason, planned_ms, practised_ms, paused_ms, groundings, skipped, homework, source,
    participant, recorded_at, recorded_offset, kindly_version, changed_at, running, intensity, digest, settings,
    settings_sealed, plan, seed)
VALUES (:id, :exercise, :exercise_version, :title, :language, :components, :at, :offset, :at, :offset, :day,
    'interrupted', 'crash', :planned_ms, 0, 0, 0, 0, :homework, :source, :participant, :at, :offset, :kindly_version,
    :at, 1, :intensity, :digest, :settings, :settings_sealed, :plan, :seed))sql";

constexpr const char* insert_pick = R"sql(
INSERT INTO pick (session, pick, variant)
SELECT number, :pick, :variant FROM session WHERE id = :id
ON CONFLICT (session, pick) DO UPDATE SET variant = excluded.variant)sql";

constexpr const char* insert_fragment = R"sql(
INSERT INTO fragment (session, digest) SELECT number, :digest FROM session WHERE id = :id
ON CONFLICT DO NOTHING)sql";

constexpr const char* update_session = R"sql(
UPDATE session SET ended_at = :at, ended_offset = :offset, changed_at = :at, practised_ms = :practised_ms,
    paused_ms = :paused_ms, distress_before = :distress_before, distress_after = :distress_after,
    kindness_before = :kindness_before, kindness_after = :kindness_after, backdraft = :backdraft,
    groundings = :groundings, skipped = :skipped, last_section = :last_section, grounded = :grounded,
    closing_reason = :closing_reason
WHERE id = :id AND running = 1)sql";

constexpr const char* end_session = R"sql(
UPDATE session SET status = :status, stop_reason = :stop_reason, running = 0 WHERE id = :id)sql";

constexpr const char* insert_answer = R"sql(
INSERT INTO answer (session, position, step, question, kind, about, measure, prompt, options, lowest, highest,
    lowest_label, highest_label, value_number, value_text, sealed, question_sealed, skipped, private, answered_at,
    answered_offset)
SELECT number, :position, :step, :question, :kind, :about, :measure, :prompt, :options, :lowest, :highest,
    :lowest_label, :highest_label, :value_number, :value_text, :sealed, :question_sealed, :skipped, :private, :at, :offset
FROM session WHERE id = :id)sql";

constexpr const char* next_position = R"sql(
SELECT coalesce(max(position), 0) + 1 FROM answer WHERE session = (SELECT number FROM session WHERE id = ?))sql";

constexpr const char* insert_step = R"sql(
INSERT INTO step (session, position, path, kind, began_ms, ended_ms, how)
SELECT number, (SELECT coalesce(max(position), 0) + 1 FROM step WHERE session = number), :path, :kind, :began_ms,
    :ended_ms, :how
FROM session WHERE id = :id)sql";

constexpr const char* insert_safety = R"sql(
INSERT INTO safety (session, position, at_ms, reason, check_in, value, numb, offer_grounding_at, stop_at, offered, chosen)
SELECT number, (SELECT coalesce(max(position), 0) + 1 FROM safety WHERE session = number), :at_ms, :reason, :check_in,
    :value, :numb, :offer_grounding_at, :stop_at, :offered, :chosen
FROM session WHERE id = :id)sql";

constexpr const char* insert_kept = R"sql(
INSERT INTO kept (name, words, sealed, session, kept_at, kept_offset)
SELECT :name, :words, :sealed, number, :at, :offset FROM session WHERE id = :id AND source <> 'trial'
ON CONFLICT (name) DO UPDATE SET words = excluded.words, sealed = excluded.sealed, session = excluded.session,
    kept_at = excluded.kept_at, kept_offset = excluded.kept_offset)sql";

constexpr const char* insert_letter = R"sql(
INSERT INTO letter (session, question, ready_on, set_aside_at, set_aside_offset)
SELECT number, :question, :ready_on, :at, :offset FROM session WHERE id = :id AND source <> 'trial'
ON CONFLICT (session, question) DO UPDATE SET ready_on = excluded.ready_on,
    set_aside_at = excluded.set_aside_at, set_aside_offset = excluded.set_aside_offset, opened_at = NULL,
    opened_offset = NULL)sql";

constexpr const char* forget_answer = R"sql(
UPDATE answer SET value_text = NULL, sealed = NULL, words_deleted = 1
WHERE question = :question AND (value_text IS NOT NULL OR sealed IS NOT NULL) AND session = (SELECT number FROM session WHERE id = :id))sql";

} // namespace

void Journal::keep_text(const TextToKeep& text) {
    static constexpr std::array kinds{"exercise", "fragment", "translation"};
    // Nearly always it is there already.
    const bool there = store_->read([&](SQLite::Database& database) {
        SQLite::Statement statement(database, "SELECT 1 FROM exercise_text WHERE digest = ?");
        statement.bind(1, text.digest);
        return statement.executeStep();
    });
    if (there) { return; }
    store_->write(Store::Reach::system, [&] {
        auto& statement = store_->statement(
            "INSERT INTO exercise_text (digest, kind, id, version, language, bytes)"
            " VALUES (:digest, :kind, :id, :version, :language, :bytes) ON CONFLICT (digest) DO NOTHING");
        statement.bind(":bytes", text.bytes.empty() ? "" : text.bytes.data(),
                       static_cast<int>(text.bytes.size()));
        Binding(statement)
            .text(":digest", text.digest)
            .text(":kind", kinds.at(static_cast<std::size_t>(text.kind)))
            .text(":id", text.id)
            .text(":version", text.version)
            .text(":language", text.language)
            .run();
    });
}

void Journal::try_writing() {
    // The same number again: a real write, which changes nothing.
    const std::string same = "PRAGMA user_version = " + std::to_string(schema::version);
    store_->write(Store::Reach::system, [&] { store_->change(same); });
}

void Journal::wait_for_others(Waiting waiting) { store_->wait_for_others(waiting); }

void Journal::begin(const SessionStart& start) {
    // Before the row: whoever sees the row must find the lock held.
    if (!store_->locks.contains(start.id)) {
        store_->locks.emplace(start.id, PracticeLock::take(store_->file(), start.id));
    }
    store_->write(Store::Reach::system, [&] {
        std::string settings = settings_text(start.settings);
        const auto settings_sealed = store_->sealer().take_settings(start.id, settings);
        Binding session(store_->statement(insert_session));
        if (start.planned) { session.number(":planned_ms", start.planned->count()); }
        session.text(":id", start.id)
            .text(":exercise", start.exercise)
            .text(":exercise_version", start.exercise_version)
            .text(":title", start.title)
            .text(":language", start.language)
            .text(":components", joined(start.components, ";"))
            .time(":at", ":offset", start.started_at)
            .text(":day", start.day)
            .text_if_any(":homework", start.homework)
            .text(":source", word(start.source))
            .text_if_any(":participant", start.participant)
            .text(":kindly_version", start.kindly_version)
            .text(":intensity", word(start.intensity))
            .text_if_any(":digest", start.digest)
            .text_if_any(":settings", settings)
            .bytes_if_any(":settings_sealed", settings_sealed)
            .text(":plan", plan_text(start))
            .number(":seed", static_cast<std::int64_t>(start.seed))
            .run();
        for (const auto& pick : start.picks) {
            Binding(store_->statement(insert_pick))
                .text(":id", start.id)
                .text(":pick", pick.id)
                .number(":variant", static_cast<std::int64_t>(pick.variant))
                .run();
        }
        for (const auto& digest : start.fragments) {
            Binding(store_->statement(insert_fragment)).text(":id", start.id).text(":digest", digest).run();
        }
    });
}

void Journal::Store::put(const std::string& id, const Changes& changes) {
    const Figures& figures = changes.figures;
    auto& update = statement(update_session);
    Binding(update)
        .time(":at", ":offset", changes.at)
        .number(":practised_ms", figures.practised.count())
        .number(":paused_ms", figures.paused.count())
        .number_if_any(":distress_before", figures.distress_before)
        .number_if_any(":distress_after", figures.distress_after)
        .number_if_any(":kindness_before", figures.kindness_before)
        .number_if_any(":kindness_after", figures.kindness_after)
        .text_if_any(":backdraft", figures.backdraft)
        .number(":groundings", figures.groundings)
        .number(":skipped", figures.skipped)
        .text_if_any(":last_section", figures.last_section)
        .number(":grounded", stored(figures.grounded))
        .text_if_any(":closing_reason", figures.closing_reason)
        .text(":id", id)
        .run();
    if (database_->getChanges() == 0) {
        throw Failure(ExitCode::environment,
                      _("This practice is no longer in the practice log: another program has taken it out"));
    }
    for (const auto& answer : changes.answers) {
        auto& next = statement(next_position);
        next.bind(1, id);
        next.executeStep();
        const std::int64_t position = next.getColumn(0).getInt64();
        AnswerWords words;
        words.kind = answer.kind;
        words.is_private = answer.is_private;
        words.prompt = answer.prompt;
        words.options = options_text(answer);
        words.lowest_label = answer.lowest_label;
        words.highest_label = answer.highest_label;
        if (answer.value) { std::tie(words.value_number, words.value_text) = columns_of(*answer.value); }
        Sealer::Parts sealed;
        if (sealer_.on()) { sealed = sealer_.take(id, position, words, sealer_.own_words(id)); }
        Binding row(statement(insert_answer));
        if (words.value_text) { row.text(":value_text", *words.value_text); }
        row.text(":id", id)
            .number(":position", position)
            .real(":value_number", words.value_number)
            .bytes_if_any(":sealed", sealed.value)
            .bytes_if_any(":question_sealed", sealed.question)
            .text(":step", answer.path)
            .text(":question", answer.question)
            .text(":kind", answer.kind)
            .text_if_any(":about", answer.about)
            .text_if_any(":measure", answer.measure)
            .text(":prompt", words.prompt)
            .text_if_any(":options", words.options)
            .number_if_any(":lowest", answer.lowest)
            .number_if_any(":highest", answer.highest)
            .text_if_any(":lowest_label", words.lowest_label)
            .text_if_any(":highest_label", words.highest_label)
            .number(":skipped", stored(!answer.value))
            .number(":private", stored(answer.is_private))
            .time(":at", ":offset", answer.answered_at)
            .run();
    }
    for (const auto& draft : changes.drafts) { save_draft(*this, id, draft, changes.at); }
    for (const auto& step : changes.steps) {
        Binding(statement(insert_step))
            .text(":id", id)
            .text(":path", step.path)
            .text(":kind", step.kind)
            .number(":began_ms", step.began.count())
            .number(":ended_ms", step.ended.count())
            .text(":how", step.how)
            .run();
    }
    for (const auto& noticed : changes.safety) {
        Binding(statement(insert_safety))
            .text(":id", id)
            .number(":at_ms", noticed.at.count())
            .text(":reason", noticed.reason)
            .text_if_any(":check_in", noticed.check_in)
            .number_if_any(":value", noticed.value)
            .number(":numb", stored(noticed.numb))
            .number_if_any(":offer_grounding_at", noticed.offer_grounding_at)
            .number_if_any(":stop_at", noticed.stop_at)
            .text(":offered", joined(noticed.offered, ";"))
            .text_if_any(":chosen", noticed.chosen)
            .run();
    }
    for (const auto& words : changes.kept) {
        const bool seal = sealer_.on() && !sealer_.leaves_open(words.name);
        Binding(statement(insert_kept))
            .text(":id", id)
            .text(":name", words.name)
            .text(":words", seal ? std::string() : words.text)
            .bytes_if_any(":sealed", seal ? std::optional(sealer_.seal(kept_place(words.name), words.text))
                                          : std::nullopt)
            .time(":at", ":offset", changes.at)
            .run();
    }
    for (const auto& letter : changes.letters) {
        Binding(statement(insert_letter))
            .text(":id", id)
            .text(":question", letter.question)
            .text(":ready_on", letter.ready_on)
            .time(":at", ":offset", changes.at)
            .run();
    }
    for (const auto& question : changes.forgotten) {
        Binding(statement(forget_answer)).text(":id", id).text(":question", question).run();
        words_forgotten = true;
    }
}

void Journal::record(const std::string& id, const Changes& changes) {
    store_->write([&] { store_->put(id, changes); });
}

void Journal::finish(const std::string& id, const Changes& changes, const std::string& status,
                     const std::string& stop_reason) {
    store_->write([&] {
        store_->put(id, changes);
        Binding(store_->statement(end_session))
            .text(":id", id)
            .text(":status", status)
            .text_if_any(":stop_reason", stop_reason)
            .run();
    });
    store_->locks.erase(id);
    if (store_->words_forgotten) { store_->empty_write_ahead_log(); }
}

int Journal::settle_abandoned(Moment now) {
    // Usually there is none, and looking costs no write.
    const auto running = store_->running();
    if (running.empty()) { return 0; }
    int settled = 0;
    store_->write([&] {
        settled = 0;
        for (const auto& id : running) {
            // Free while we hold the write lock: had it ended in an orderly way, it would not be running any
            // more.
            if (PracticeLock::is_held(store_->file(), id)) { continue; }
            auto& statement = store_->statement(
                "UPDATE session SET running = 0, changed_at = :at WHERE id = :id AND running = 1");
            Binding(statement).number(":at", now.unix_ms).text(":id", id).run();
            settled += store_->changed_rows();
        }
    });
    if (!store_->is_copy()) {
        for (const auto& id : running) { PracticeLock::remove_abandoned(store_->file(), id); }
    }
    return settled;
}

} // namespace kindly
