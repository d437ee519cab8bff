// SPDX-License-Identifier: MIT
// Practices whose program is gone, and those that still run: killed, left alone, settled.
#include "journal/practice_lock.hpp"
#include "journal/world.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::int64_t day = 86400;

std::vector<std::string> locks_in(const fs::path& folder) {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".lock") { found.push_back(entry.path().filename().string()); }
    }
    return found;
}

TEST(Lock, IsHeldUntilItsOwnerGoes) {
    const TemporaryFolder folder;
    const fs::path journal = folder.path() / "practice.db";
    EXPECT_FALSE(PracticeLock::is_held(journal, id_of(1)));
    {
        const PracticeLock lock = PracticeLock::take(journal, id_of(1));
        EXPECT_TRUE(PracticeLock::is_held(journal, id_of(1)));
        EXPECT_FALSE(PracticeLock::is_held(journal, id_of(2)));
        PracticeLock::remove_abandoned(journal, id_of(1)); // not abandoned
        EXPECT_EQ(locks_in(folder.path()).size(), 1U);
    }
    EXPECT_FALSE(PracticeLock::is_held(journal, id_of(1)));
    EXPECT_THAT(locks_in(folder.path()), IsEmpty());
}

TEST(Lock, IsTakenOnce) {
    const TemporaryFolder folder;
    const fs::path journal = folder.path() / "practice.db";
    const PracticeLock lock = PracticeLock::take(journal, id_of(1));
    EXPECT_THAT(failure_of([&] { (void)PracticeLock::take(journal, id_of(1)); }),
                HasSubstr("another terminal"));
}

TEST(Lock, NeverLeavesItsFolder) {
    const TemporaryFolder folder;
    const fs::path journal = folder.path() / "inner" / "practice.db";
    EXPECT_NE(failure_of([&] { (void)PracticeLock::take(journal, "/../../x"); }), "");
    EXPECT_FALSE(PracticeLock::is_held(journal, "../x"));
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

/// Begins practice 1, answers, says so, and waits to be told or killed.
std::string practise_until_told(const fs::path& file, Process& self) {
    Journal journal = Journal::open_for_writing(file);
    journal.begin(practice(1));
    Changes changes = rated(6, day + 40);
    changes.figures.distress_before = 6;
    changes.figures.last_section = "notice";
    journal.record(id_of(1), changes);
    self.tell();
    if (!self.hear()) { return "left alone"; }
    Changes last;
    last.at = at(day + 90);
    journal.finish(id_of(1), last, "completed", "");
    return "finished";
}

TEST(Abandoned, AKilledPracticeIsInterruptedWithItsAnswers) {
    const TemporaryFolder folder;
    Process other([&](Process& self) { return practise_until_told(folder.journal(), self); });
    ASSERT_TRUE(other.hear());
    other.kill();
    EXPECT_EQ(other.result(), "killed by 9");

    const auto expect_the_truth = [&](const Journal& journal) {
        const auto entries = journal.entries({});
        ASSERT_EQ(entries.size(), 1U);
        EXPECT_EQ(entries[0].status, "interrupted");
        EXPECT_EQ(entries[0].stop_reason, "crash");
        EXPECT_EQ(entries[0].ended_at, at(day + 40));
        EXPECT_EQ(entries[0].practised_seconds, 40);
        EXPECT_EQ(entries[0].distress_before, 6);
        EXPECT_EQ(entries[0].last_section, "notice");
        const auto answers = journal.answers(id_of(1));
        ASSERT_EQ(answers.size(), 1U);
        EXPECT_EQ(answers[0].value_number, 6);
    };
    // A reader sees it without writing anything to the log.
    const std::string before = bytes_of(folder.journal());
    const std::string log_before = bytes_of(folder.journal().string() + "-wal");
    expect_the_truth(Journal::open_for_reading(folder.journal()));
    EXPECT_EQ(bytes_of(folder.journal()), before);
    EXPECT_EQ(bytes_of(folder.journal().string() + "-wal"), log_before);
    EXPECT_EQ(locks_in(folder.journal().parent_path()).size(), 1U);

    Journal journal = Journal::open_for_writing(folder.journal());
    expect_the_truth(journal);
    EXPECT_EQ(journal.settle_abandoned(at(2 * day)), 1);
    expect_the_truth(journal);
    EXPECT_EQ(journal.settle_abandoned(at(2 * day)), 0);
    EXPECT_THAT(locks_in(folder.journal().parent_path()), IsEmpty());
    // Only now does it feed the next practice.
    EXPECT_EQ(journal.earlier_answers({"kind-pause"}).size(), 1U);
}

TEST(Abandoned, APracticeInAnotherTerminalIsLeftAlone) {
    const TemporaryFolder folder;
    Process other([&](Process& self) { return practise_until_told(folder.journal(), self); });
    ASSERT_TRUE(other.hear());
    Journal journal = Journal::open_for_writing(folder.journal());
    EXPECT_EQ(journal.settle_abandoned(at(2 * day)), 0);
    EXPECT_THAT(journal.entries({}), IsEmpty());
    EXPECT_THAT(journal.find(id_of(1)), IsEmpty());
    EXPECT_THAT(Journal::open_for_reading(folder.journal()).entries({}), IsEmpty());
    record_whole(journal, 2);
    EXPECT_EQ(journal.entries({}).size(), 1U);
    other.tell();
    EXPECT_EQ(other.result(), "finished");
    EXPECT_EQ(journal.settle_abandoned(at(2 * day)), 0);
    const auto found = journal.find(id_of(1));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].status, "completed");
    EXPECT_EQ(found[0].stop_reason, "");
    EXPECT_THAT(locks_in(folder.journal().parent_path()), IsEmpty());
}

TEST(Abandoned, AJournalThatIsClosedWithoutAnEndLeavesAnInterruptedPractice) {
    const TemporaryFolder folder;
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        journal.begin(practice(1));
    }
    const auto entries = Journal::open_for_reading(folder.journal()).entries({});
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].status, "interrupted");
    EXPECT_EQ(entries[0].ended_at, entries[0].started_at);
    EXPECT_EQ(entries[0].practised_seconds, 0);
}

TEST(Abandoned, ManyKillsLoseNoAnswer) {
    const TemporaryFolder folder;
    constexpr int kills = 12;
    for (int number = 1; number <= kills; ++number) {
        Process other([&](Process& self) -> std::string {
            Journal journal = Journal::open_for_writing(folder.journal());
            journal.settle_abandoned(at(number * day));
            journal.begin(practice(number));
            for (int answer = 0;; ++answer) {
                journal.record(id_of(number), rated(answer % 11, number * day + answer));
                self.tell(); // the answer is safe: now it may be killed
            }
        });
        int safe = 0;
        while (safe < number && other.hear()) { ++safe; }
        other.kill();
        while (other.hear()) { ++safe; } // what it had told before it died
        EXPECT_EQ(other.result(), "killed by 9");
        const Journal journal = Journal::open_for_reading(folder.journal());
        EXPECT_GE(journal.answers(id_of(number)).size(), static_cast<std::size_t>(safe));
        EXPECT_EQ(journal.entries({}).size(), static_cast<std::size_t>(number));
    }
    EXPECT_EQ(ask_sql(folder.journal(), "PRAGMA integrity_check"), "ok");
}

TEST(Together, ManyProgramsWriteAtOnceFromTheFirstMoment) {
    const TemporaryFolder folder;
    constexpr int programs = 6;
    constexpr int practices = 12;
    std::vector<std::unique_ptr<Process>> others;
    for (int program = 0; program < programs; ++program) {
        others.push_back(std::make_unique<Process>([&folder, program](Process& self) -> std::string {
            (void)self.hear(); // all begin together, with no log yet
            for (int number = 0; number < practices; ++number) {
                Journal journal = Journal::open_for_writing(folder.journal());
                journal.settle_abandoned(at());
                record_whole(journal, 1 + program * practices + number);
            }
            return "done";
        }));
    }
    for (const auto& other : others) { other->tell(); }
    for (const auto& other : others) { EXPECT_EQ(other->result(), "done"); }
    const auto entries = Journal::open_for_reading(folder.journal()).entries({});
    EXPECT_EQ(entries.size(), static_cast<std::size_t>(programs * practices));
    for (const auto& entry : entries) { EXPECT_EQ(entry.status, "completed") << entry.id; }
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM answer"), std::to_string(programs * practices));
    EXPECT_THAT(locks_in(folder.journal().parent_path()), IsEmpty());
}

/// As fast as they can, with nothing between two practices: seconds from KINDLY_SECONDS, 5 without it.
TEST(Together, EightProgramsForAWhileLoseNothingAndNoneStarves) {
    const TemporaryFolder folder;
    constexpr int programs = 8;
    constexpr int most = 100'000; // practices of one program: days of the first four digits of years
    const char* asked = std::getenv("KINDLY_SECONDS");
    const std::chrono::seconds length(asked != nullptr ? std::stoi(asked) : 5);
    { const Journal journal = Journal::open_for_writing(folder.journal()); }
    const auto until = std::chrono::steady_clock::now() + length;
    std::vector<std::unique_ptr<Process>> others;
    for (int program = 0; program < programs; ++program) {
        others.push_back(std::make_unique<Process>([&folder, program, until](Process& self) -> std::string {
            (void)self.hear();
            Journal journal = Journal::open_for_writing(folder.journal());
            int done = 0;
            std::chrono::milliseconds longest{};
            while (std::chrono::steady_clock::now() < until && done < most) {
                const auto began = std::chrono::steady_clock::now();
                record_whole(journal, 1 + program * most + done++);
                longest = std::max(longest, std::chrono::duration_cast<std::chrono::milliseconds>(
                                                std::chrono::steady_clock::now() - began));
            }
            return fmt::format("{} {}", done, longest.count());
        }));
    }
    for (const auto& other : others) { other->tell(); }
    std::size_t all = 0;
    for (const auto& other : others) {
        const std::string told = other->result(); // a failure to write would be told instead
        const std::size_t done = std::strtoul(told.c_str(), nullptr, 10);
        EXPECT_GT(done, 0U) << "starved: " << told;
        all += done;
    }
    const auto entries = Journal::open_for_reading(folder.journal()).entries({});
    EXPECT_EQ(entries.size(), all);
    EXPECT_TRUE(std::all_of(entries.begin(), entries.end(),
                            [](const Entry& entry) { return entry.status == "completed"; }));
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM answer"), std::to_string(all));
    EXPECT_EQ(ask_sql(folder.journal(), "PRAGMA integrity_check"), "ok");
}

} // namespace
} // namespace kindly::test
