// SPDX-License-Identifier: MIT
// The whole log as a stream: in order, one picture, and around what is damaged.
#include "journal/streaming.hpp"

#include "journal/world.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
namespace fs = std::filesystem;

constexpr std::int64_t day = 86400;

std::vector<std::string> rest_of(LogStream& log) {
    std::vector<std::string> ids;
    for (PracticeRow row; log.next(row);) { ids.emplace_back(row.id); }
    return ids;
}

std::vector<std::string> streamed(const Journal& journal, const Filter& filter = {}) {
    LogStream log(journal, filter, LogStream::Depth::contract);
    auto ids = rest_of(log);
    log.finish();
    EXPECT_EQ(log.given(), static_cast<std::int64_t>(ids.size()));
    EXPECT_FALSE(log.damage().any());
    return ids;
}

std::vector<std::string> listed(const Journal& journal, const Filter& filter = {}) {
    std::vector<std::string> ids;
    for (const auto& entry : journal.entries(filter)) { ids.push_back(entry.id); }
    return ids;
}

/// Names, bytes and times of the files; SQLite's own two come and go.
std::string files_of(const fs::path& folder) {
    const std::string all = state_of(folder);
    return all.substr(all.find('\n') + 1); // the first line is the folder that holds them
}

class Streaming : public testing::Test {
protected:
    [[nodiscard]] Journal reading() const { return Journal::open_for_reading(folder_.journal()); }
    TemporaryFolder folder_;
};

TEST_F(Streaming, NoLogIsAnEmptyOne) {
    const Journal journal = reading();
    LogStream log(journal, {}, LogStream::Depth::everything);
    EXPECT_THAT(rest_of(log), IsEmpty());
    AnswerRow answer;
    DeletionRow deletion;
    TextRow text;
    KeptRow kept;
    EXPECT_FALSE(log.next(answer) || log.next(deletion) || log.next(text) || log.next(kept));
    log.finish();
    EXPECT_FALSE(fs::exists(folder_.journal()));
}

RC_GTEST_PROP(StreamingProperty, GivesWhatTheLogLists, ()) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    auto numbers = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(1, 40));
    numbers.resize(std::min<std::size_t>(numbers.size(), 6));
    for (const int number : numbers) {
        SessionStart start =
            practice(number, *rc::gen::element(PracticeSource::timed, PracticeSource::trial));
        start.exercise = *rc::gen::element<std::string>("kind-pause", "look");
        start.homework = *rc::gen::element<std::string>("", "h1", "h2");
        start.components = *rc::gen::element<std::vector<std::string>>(
            std::vector<std::string>{"kindness"}, std::vector<std::string>{"mindfulness", "kindness"});
        journal.begin(start);
        Changes last;
        last.at = at(number * day + 60);
        if (!*rc::gen::weightedElement<bool>({{5, false}, {1, true}})) { // the others are still running
            journal.finish(start.id, last, *rc::gen::element<std::string>("completed", "closed_early"), "");
        }
    }
    for (int round = 0; round < 8; round++) {
        Filter filter;
        filter.exercise = *rc::gen::element<std::string>("", "", "kind-pause");
        filter.homework = *rc::gen::element<std::string>("", "", "h1");
        filter.component = *rc::gen::element<std::string>("", "mindfulness");
        filter.status = *rc::gen::element<std::string>("", "completed");
        filter.trials = *rc::gen::arbitrary<bool>();
        filter.limit = *rc::gen::inRange<std::size_t>(0, 4);
        filter.from_day = *rc::gen::element<std::string>("", "2026-11-25", "2026-12-10");
        filter.until_day = *rc::gen::element<std::string>("", "2026-11-30", "2026-12-20");
        if (*rc::gen::arbitrary<bool>()) {
            filter.changed_since = at(*rc::gen::inRange(0, 40) * day).unix_ms;
        }
        RC_ASSERT(streamed(journal, filter) == listed(journal, filter));
    }
}

TEST_F(Streaming, GivesEveryPracticeItsOwnAnswers) {
    Journal journal = Journal::open_for_writing(folder_.journal());
    // Recorded out of order; some have none, the last has several.
    for (const int number : {5, 1, 4, 2, 3, 6}) {
        journal.begin(practice(number));
        const int answers = number % 2 == 0 ? number : 0;
        for (int answer = 0; answer < answers; answer++) {
            journal.record(id_of(number), rated(number, number * day + answer));
        }
        Changes last;
        last.at = at(number * day + 60);
        journal.finish(id_of(number), last, "completed", "");
    }
    LogStream log(journal, {}, LogStream::Depth::contract);
    std::vector<std::string> found;
    for (PracticeRow row; log.next(row);) {
        if (row.id == id_of(4)) { continue; } // a reader may leave answers unread
        found.emplace_back(row.id);
        std::string values;
        for (AnswerRow answer; log.next(answer);) {
            values += fmt::format("{}:{} ", answer.position, *answer.value_number);
        }
        found.push_back(values);
    }
    EXPECT_THAT(found, ElementsAre(id_of(1), "", id_of(2), "1:2 2:2 ", id_of(3), "", id_of(5), "", id_of(6),
                                   "1:6 2:6 3:6 4:6 5:6 6:6 "));
}

TEST_F(Streaming, IsOnePictureWhileAPracticeRecords) {
    {
        Journal journal = Journal::open_for_writing(folder_.journal());
        for (int number = 1; number <= 3; number++) { record_whole(journal, number, 5); }
    }
    const Journal journal = reading();
    LogStream log(journal, {}, LogStream::Depth::contract);
    PracticeRow row;
    ASSERT_TRUE(log.next(row));
    {
        Journal other = Journal::open_for_writing(folder_.journal());
        record_whole(other, 4, 9);
        run_sql(folder_.journal(),
                "UPDATE answer SET value_number = 9; UPDATE session SET distress_before = 9;"
                "DELETE FROM session WHERE number = 2");
    } // closing brings the log and what was written beside it together
    run_sql(folder_.journal(), "PRAGMA wal_checkpoint(TRUNCATE)");
    std::vector<std::string> found;
    do {
        AnswerRow answer;
        ASSERT_TRUE(log.next(answer));
        found.push_back(fmt::format("{} {}", row.id, *answer.value_number));
    } while (log.next(row));
    log.finish();
    EXPECT_THAT(found, ElementsAre(id_of(1) + " 5", id_of(2) + " 5", id_of(3) + " 5"));
    EXPECT_THAT(streamed(reading()), ElementsAre(id_of(1), id_of(3), id_of(4)));
}

TEST_F(Streaming, LeavesTheFolderAsItWas) {
    {
        Journal journal = Journal::open_for_writing(folder_.journal());
        record_whole(journal, 1);
    }
    const std::string before = files_of(folder_.path());
    EXPECT_NE(before, "");
    EXPECT_THAT(streamed(reading()), ElementsAre(id_of(1)));
    EXPECT_EQ(files_of(folder_.path()), before);
}

TEST_F(Streaming, ReadsWhereNothingMayBeWritten) {
    {
        Journal journal = Journal::open_for_writing(folder_.journal());
        record_whole(journal, 1);
    }
    fs::permissions(folder_.path(), fs::perms::owner_all | fs::perms::others_exec);
    fs::permissions(folder_.journal().parent_path(), fs::perms::others_read | fs::perms::others_exec);
    fs::permissions(folder_.journal(), fs::perms::others_read);
    const std::string found = as_nobody([&] {
        const auto ids = streamed(reading());
        return ids.size() == 1 ? ids.front() : fmt::format("{} practices", ids.size());
    });
    EXPECT_EQ(found, id_of(1));
}

TEST_F(Streaming, AnAbandonedPracticeIsAmongThem) {
    Process gone([&](Process& other) {
        Journal journal = Journal::open_for_writing(folder_.journal());
        journal.begin(practice(1));
        other.tell();
        (void)other.hear();
        return std::string();
    });
    ASSERT_TRUE(gone.hear());
    EXPECT_THAT(streamed(reading()), IsEmpty());
    gone.kill();
    (void)gone.result();
    EXPECT_THAT(streamed(reading()), ElementsAre(id_of(1)));
}

/// A log of a few hundred pages, and where its tables lie.
class DamagedLog : public Streaming {
protected:
    static constexpr int practices = 400;
    static constexpr std::size_t page = 4096;

    void SetUp() override {
        {
            Journal journal = Journal::open_for_writing(folder_.journal());
            record_whole(journal, 1);
        }
        const std::string copies = fmt::format(
            "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {}) INSERT INTO session"
            " (id, exercise, exercise_version, title, language, started_at, started_offset, day, status, "
            "source,"
            " recorded_at, recorded_offset, kindly_version, changed_at, settings)"
            " SELECT printf('id-%05d', i), exercise, exercise_version, title, language, started_at + i * "
            "1000,"
            " started_offset, day, status, source, recorded_at, recorded_offset, kindly_version, changed_at,"
            " printf('{{\"filler\":\"%.900c\"}}', 'x') FROM n, session WHERE number = 1;"
            "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {}) INSERT INTO answer"
            " (session, position, step, question, kind, prompt, value_text, skipped, private, answered_at,"
            " answered_offset) SELECT i, 1, 's', 'q', 'text', 'p', printf('%.900c', 'y'), 0, 0, 0, 0 FROM n",
            practices, practices);
        run_sql(folder_.journal(), copies.c_str());
        run_sql(folder_.journal(), "PRAGMA wal_checkpoint(TRUNCATE)");
        std::error_code none;
        fs::remove(folder_.journal().string() + "-wal", none);
        fs::remove(folder_.journal().string() + "-shm", none);
    }

    /// Pages that hold rows of this table or index, in the order of their keys.
    [[nodiscard]] std::vector<std::size_t> leaves(const std::string& name) const {
        std::vector<std::size_t> pages;
        const std::string sql = fmt::format("SELECT group_concat(pageno) FROM (SELECT pageno FROM dbstat"
                                            " WHERE name = '{}' AND pagetype = 'leaf' ORDER BY path)",
                                            name);
        for (const char letter : ask_sql(folder_.journal(), sql.c_str()) + ",") {
            if (pages.empty()) { pages.push_back(0); }
            if (letter == ',') {
                pages.push_back(0);
            } else {
                pages.back() = pages.back() * 10 + static_cast<std::size_t>(letter - '0');
            }
        }
        pages.pop_back();
        return pages;
    }
    /// As a disk loses them: full of zeros.
    void lose(std::size_t number) {
        std::string bytes = bytes_of(folder_.journal());
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>((number - 1) * page), page, '\0');
        write_bytes(folder_.journal(), bytes);
    }
};

TEST_F(DamagedLog, WhatIsWholeIsGivenAndTheRestCounted) {
    const auto pages = leaves("session");
    ASSERT_GT(pages.size(), 20U);
    lose(pages[3]);
    lose(pages[pages.size() / 2]);
    lose(pages.back());
    const std::string before = files_of(folder_.path());
    std::vector<std::string> ids;
    {
        const Journal journal = reading();
        LogStream log(journal, {}, LogStream::Depth::contract);
        ids = rest_of(log);
        EXPECT_GT(log.damage().practices, 2);
        EXPECT_FALSE(log.damage().at_most);
        EXPECT_EQ(log.given() + log.damage().practices, practices);
        EXPECT_EQ(ids.size(), static_cast<std::size_t>(log.given()));
    }
    EXPECT_TRUE(std::is_sorted(ids.begin() + 1, ids.end())); // the first has an id of another kind
    EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
    EXPECT_EQ(files_of(folder_.path()), before);
}

TEST_F(DamagedLog, AlsoWhereTheOrderIsLost) {
    const auto index = leaves("session_started");
    ASSERT_GT(index.size(), 1U);
    lose(index[index.size() / 2]);
    const auto pages = leaves("session");
    lose(pages[pages.size() / 3]);
    const Journal journal = reading();
    LogStream log(journal, {}, LogStream::Depth::contract);
    auto ids = rest_of(log);
    EXPECT_GT(log.damage().practices, 1);
    EXPECT_TRUE(log.damage().at_most);
    EXPECT_EQ(log.given() + log.damage().practices, practices);
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end()) << "one was given twice";
}

TEST_F(DamagedLog, AFileThatLostItsEndIsReadAsFarAsItGoes) {
    const auto pages = leaves("session");
    const std::size_t left = pages[pages.size() / 2];
    fs::resize_file(folder_.journal(), left * page);
    const std::string before = files_of(folder_.path());
    EXPECT_NE(failure_of([&] { (void)reading(); }), "");
    {
        const Journal journal = Journal::open_damaged(folder_.journal());
        LogStream log(journal, {}, LogStream::Depth::contract);
        const auto ids = rest_of(log);
        EXPECT_GT(ids.size(), 10U);
        EXPECT_LT(ids.size(), static_cast<std::size_t>(practices));
        EXPECT_TRUE(log.damage().any());
    }
    EXPECT_EQ(files_of(folder_.path()), before);
}

TEST_F(DamagedLog, AnswersThatAreLostAreTold) {
    const auto pages = leaves("answer");
    ASSERT_GT(pages.size(), 20U);
    lose(pages[5]);
    const Journal journal = reading();
    LogStream log(journal, {}, LogStream::Depth::contract);
    std::int64_t with_answers = 0;
    std::int64_t incomplete = 0;
    for (PracticeRow row; log.next(row);) {
        AnswerRow answer;
        const bool any = log.next(answer);
        while (any && log.next(answer)) {}
        with_answers += any ? 1 : 0;
        incomplete += log.incomplete() ? 1 : 0;
    }
    EXPECT_EQ(log.given(), practices);
    EXPECT_EQ(log.damage().practices, 0);
    EXPECT_GT(incomplete, 0);
    EXPECT_LT(incomplete, 20);
    EXPECT_EQ(log.damage().answers_of, incomplete);
    // Of the one before the gap, nobody knows whether it had more.
    EXPECT_EQ(with_answers + incomplete, practices + 1);
}

} // namespace
} // namespace kindly::test
