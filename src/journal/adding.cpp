// SPDX-License-Identifier: MIT
#include "journal/adding.hpp"

#include "base/text.hpp"
#include "journal/store.hpp"

namespace kindly {

namespace {

// What nobody measured is missing: plan, pauses, groundings, skipped.
constexpr const char* insert_session = R"sql(
INSERT INTO session (id, exercise, exercise_version, title, language, components, started_at, started_offset, ended_at,
    ended_offset, day, status, stop_reason, practised_ms, distress_before, distress_after, kindness_before,
    kindness_after, homework, source, participant, recorded_at, recorded_offset, kindly_version, changed_at, intensity,
    digest)
VALUES (:id, :exercise, :exercise_version, :title, :language, :components, :at, :offset, :ended, :offset, :day, :status,
    CASE :status WHEN 'stopped' THEN 'person' END, :practised, :distress_before, :distress_after, :kindness_before,
    :kindness_after, nullif(:homework, ''), 'entered_later', nullif(:participant, ''), :recorded, :recorded_offset,
    :version, :recorded, :intensity, nullif(:digest, '')))sql";

constexpr const char* insert_note = R"sql(
INSERT INTO answer (session, position, step, question, kind, prompt, value_text, sealed, skipped, private,
    answered_at, answered_offset)
SELECT number, 1, :question, :question, 'text', :prompt, :words, :sealed, 0, 1, :at, :offset FROM session WHERE id = :id)sql";

} // namespace

void add_done_elsewhere(Journal& journal, const DoneElsewhere& practice) {
    auto& store = journal.store();
    store.write([&] {
        const SessionStart& about = practice.about;
        auto& session = store.statement(insert_session);
        const auto rating = [&](const char* name, std::optional<int> value) {
            if (value) { session.bind(name, *value); }
        };
        session.bind(":id", about.id);
        session.bind(":exercise", about.exercise);
        session.bind(":exercise_version", about.exercise_version);
        session.bind(":title", about.title);
        session.bind(":language", about.language);
        session.bind(":components", joined(about.components, ";"));
        session.bind(":at", about.started_at.unix_ms);
        session.bind(":offset", about.started_at.utc_offset_seconds);
        session.bind(":ended",
                     about.started_at.unix_ms + static_cast<std::int64_t>(practice.practised.count()));
        session.bind(":day", about.day);
        session.bind(":status", practice.status);
        session.bind(":practised", static_cast<std::int64_t>(practice.practised.count()));
        rating(":distress_before", practice.distress_before);
        rating(":distress_after", practice.distress_after);
        rating(":kindness_before", practice.kindness_before);
        rating(":kindness_after", practice.kindness_after);
        session.bind(":homework", about.homework);
        session.bind(":participant", about.participant);
        session.bind(":recorded", practice.recorded_at.unix_ms);
        session.bind(":recorded_offset", practice.recorded_at.utc_offset_seconds);
        session.bind(":version", about.kindly_version);
        session.bind(":intensity", word(about.intensity));
        session.bind(":digest", about.digest);
        session.exec();
        if (practice.note.empty()) { return; }
        AnswerWords words;
        words.kind = "text";
        words.is_private = true;
        words.prompt = practice.note_prompt;
        words.value_text = practice.note;
        // There are no settings, and so no words of the person's own in the question.
        const auto parts = store.sealer().take(about.id, 1, words, std::vector<std::string>());
        auto& note = store.statement(insert_note);
        note.bind(":id", about.id);
        note.bind(":question", note_question);
        note.bind(":prompt", practice.note_prompt);
        if (words.value_text) { note.bind(":words", *words.value_text); }
        if (parts.value) { note.bind(":sealed", parts.value->data(), static_cast<int>(parts.value->size())); }
        note.bind(":at", practice.recorded_at.unix_ms);
        note.bind(":offset", practice.recorded_at.utc_offset_seconds);
        note.exec();
    });
}

} // namespace kindly
