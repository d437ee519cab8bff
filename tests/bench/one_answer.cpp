// SPDX-License-Identifier: MIT
// one_answer FOLDER [ANSWERS]: how long one durable answer takes. Journal::record with one written answer,
// and in turns with it an INSERT and COMMIT of the same values into a table by itself, on an open connection
// in WAL with synchronous FULL. Prints the medians and their ratio.
#include "base/failure.hpp"
#include "journal/journal.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

namespace kindly {

namespace {

using Clock = std::chrono::steady_clock;
using Times = std::vector<std::int64_t>;

constexpr std::int64_t begun_ms = 1795334400000; // 2026-11-22
const char* const id = "01a1ee8a-56b0-7000-8000-000000000001";
const std::string words(120, 'w');
const std::string prompt = "Is there anything that you would like to write down?";

Changes one_answer(int number) {
    Changes changes;
    changes.at = {begun_ms + number, 0};
    AnswerRecord answer;
    answer.path = "main/words";
    answer.question = "words";
    answer.kind = "text";
    answer.prompt = prompt;
    answer.is_private = true;
    answer.value = words;
    answer.answered_at = changes.at;
    changes.answers.push_back(std::move(answer));
    return changes;
}

std::int64_t median(Times times) {
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

template <class Work>
std::int64_t nanoseconds(const Work& work) {
    const auto began = Clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - began).count();
}

int run(const std::filesystem::path& folder, int answers) {
    Journal journal = Journal::open_for_writing(folder / "practice.db");
    SessionStart start;
    start.id = id;
    start.exercise = start.title = "kind-pause";
    start.exercise_version = "1.0";
    start.language = "en";
    start.started_at = {begun_ms, 0};
    start.day = "2026-11-22";
    start.kindly_version = "0.1.0";
    journal.begin(start);

    SQLite::Database plain((folder / "plain.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    plain.exec("PRAGMA journal_mode = WAL");
    plain.exec("PRAGMA synchronous = FULL");
    plain.exec("CREATE TABLE answer (session INTEGER, position INTEGER, step TEXT, question TEXT, kind TEXT, "
               "prompt TEXT, value_text TEXT, skipped INTEGER, private INTEGER, answered_at INTEGER, "
               "answered_offset INTEGER, PRIMARY KEY (session, position)) STRICT, WITHOUT ROWID");
    SQLite::Statement insert(
        plain, "INSERT INTO answer VALUES (1, ?, 'main/words', 'words', 'text', ?, ?, 0, 1, ?, 0)");

    Times ours;
    Times theirs;
    for (int number = 1; number <= answers; ++number) {
        const Changes changes = one_answer(number);
        const auto record = [&] { ours.push_back(nanoseconds([&] { journal.record(id, changes); })); };
        const auto insert_alone = [&] {
            theirs.push_back(nanoseconds([&] {
                SQLite::Transaction transaction(plain);
                insert.bind(1, number);
                insert.bind(2, prompt);
                insert.bind(3, words);
                insert.bind(4, begun_ms + number);
                insert.exec();
                insert.reset();
                transaction.commit();
            }));
        };
        // Whoever comes second may find the processor taken: in turns.
        if (number % 2 == 0) {
            record();
            insert_alone();
        } else {
            insert_alone();
            record();
        }
    }
    fmt::print("{} {}\n", median(ours), median(theirs));
    return 0;
}

} // namespace

} // namespace kindly

int main(int count, char** arguments) {
    constexpr int usual = 500;
    const int answers = count > 2 ? std::atoi(arguments[2]) : usual;
    if (count < 2 || count > 3 || answers < 1) {
        fmt::print(stderr, "usage: one_answer FOLDER [ANSWERS]\n");
        return 2;
    }
    try {
        return kindly::run(arguments[1], answers);
    } catch (const kindly::Failure& failure) {
        fmt::print(stderr, "one_answer: {}\n", failure.what());
        return 1;
    }
}
