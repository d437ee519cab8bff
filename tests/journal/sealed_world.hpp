// SPDX-License-Identifier: MIT
// What the tests of sealed words share: a log with words in every place that can hold some, and looking for
// them in every file.
#pragma once

#include "journal/locking.hpp"
#include "journal/sealing.hpp"
#include "journal/world.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace kindly::test {

inline Secret secret(std::string words) { return Secret::taken_from(words); }
inline const char* const the_passphrase = "correct horse battery";

inline LockRequest quick() {
    LockRequest request;
    request.effort = Effort::least;
    return request;
}

/// Words that stand in a log of written_log(), each in another place.
inline const std::vector<std::string> all_words{
    "a walk by the river", "name five blue things", "half a sentence", "the first version",
    "dear old friend",     "ringing my sister",     "visitors came",
};

inline AnswerRecord answer(const std::string& question, const std::string& kind,
                           std::optional<AnswerValue> value, bool is_private = false) {
    AnswerRecord record;
    record.path = "main." + question;
    record.question = question;
    record.kind = kind;
    record.prompt = "What about " + question + "?";
    record.value = std::move(value);
    record.is_private = is_private;
    record.answered_at = at(30);
    return record;
}

/// An answer of each kind, words kept, and settings with words that a question shows.
inline Changes answers_of_each_kind() {
    Changes changes;
    changes.at = at(40);
    changes.answers = {answer("line", "text", std::string("a walk by the river")),
                       answer("secret", "number", 12.5, true),
                       answer("count", "number", 3.0),
                       answer("signs", "choices", std::vector<std::string>{"tight", "critic"}, true),
                       answer("open", "choice", std::string("fine")),
                       answer("kind_after", "scale", 6.0, true),
                       answer("safe", "yes_no", false, true),
                       answer("rest", "text", std::nullopt, true),
                       answer("called", "scale", 2.0)};
    AnswerRecord& shown = changes.answers.back();
    shown.prompt = "How kind is this to dear old friend?";
    shown.options = {{"a", "as dear old friend says"}, {"b", "not"}};
    shown.lowest_label = "not dear old friend";
    changes.kept = {{"closing_plan", "name five blue things"}, {"phrase", "ringing my sister"}};
    return changes;
}

inline SessionStart with_settings(int number) {
    SessionStart start = practice(number);
    start.settings = {{"warm_name", std::string("dear old friend")}, {"rounds", 3}};
    return start;
}

/// Words everywhere, in plain sight.
inline void write_log(const std::filesystem::path& file) {
    {
        Journal journal = Journal::open_for_writing(file);
        journal.begin(with_settings(1));
        journal.finish(id_of(1), answers_of_each_kind(), "completed", "");
        record_whole(journal, 2);
    }
    run_sql(file,
            "INSERT INTO draft (session, question, words, saved_at, saved_offset)"
            " VALUES (1, 'line', 'half a sentence', 1, 0);"
            "INSERT INTO amendment (session, position, revision, amended_at, amended_offset, field, was)"
            " VALUES (1, 1, 2, 1, 0, 'answer.1', 'the first version'), (1, 2, 2, 1, 0, 'answer.3', '4'),"
            " (1, 3, 3, 1, 0, 'practised_seconds', '60'), (1, 4, 3, 1, 0, 'answer.1', NULL);"
            "INSERT INTO homework (number, id, kind, title, digest, file, begun_at, begun_offset, begun_day)"
            " VALUES (1, 'starter', 'programme', 'Days', '', x'7B7D', 1, 0, '2026-11-20');"
            "INSERT INTO homework_note (homework, position, kind, item, day, words, noted_at, noted_offset)"
            " VALUES (1, 1, 'skipped', 1, '2026-11-20', 'visitors came', 1, 0),"
            " (1, 2, 'skipped', 2, '2026-11-21', '', 1, 0)");
}

/// Which of the words stand in which file of the folder, as plain bytes.
inline std::vector<std::string> found_in(const std::filesystem::path& folder,
                                         const std::vector<std::string>& words = all_words) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) { continue; }
        const std::string bytes = bytes_of(entry.path());
        for (const auto& word : words) {
            if (bytes.find(word) != std::string::npos) {
                found.push_back(word + " in " + entry.path().filename().string());
            }
        }
    }
    return found;
}

/// Every row of every table, as SQL writes it.
inline std::string everything(const std::filesystem::path& file) {
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    std::string text;
    SQLite::Statement tables(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    while (tables.executeStep()) {
        const std::string table = tables.getColumn(0).getString();
        text += table + "\n";
        SQLite::Statement columns(database, "SELECT 'quote(' || name || ')' FROM pragma_table_info(?)");
        columns.bind(1, table);
        std::string list;
        while (columns.executeStep()) {
            list += (list.empty() ? "" : " || ', ' || ") + columns.getColumn(0).getString();
        }
        SQLite::Statement rows(database, "SELECT " + list + " FROM " + table + " ORDER BY 1");
        while (rows.executeStep()) { text += "  " + rows.getColumn(0).getString() + "\n"; }
    }
    return text;
}

} // namespace kindly::test
