// SPDX-License-Identifier: MIT
// When the log cannot be written: what is said, and that nothing recorded before is lost.
#include "journal/world.hpp"

#include <filesystem>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>

namespace kindly::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr std::int64_t day = 86400;

/// Writes practices until it fails, frees room, and goes on: the failure's words.
std::string fill_up(const fs::path& file, const std::function<void()>& make_room) {
    Journal journal = Journal::open_for_writing(file);
    record_whole(journal, 1);
    journal.begin(practice(2));
    std::string said;
    int answers = 0;
    const Changes changes = written(std::string(2000, 'x'), 2 * day);
    while (said.empty() && answers < 1000) {
        said = failure_of([&] { journal.record(id_of(2), changes); });
        answers += said.empty() ? 1 : 0;
    }
    if (journal.answers(id_of(2)).size() != static_cast<std::size_t>(answers)) {
        return "an answer was lost";
    }
    make_room();
    journal.record(id_of(2), changes); // the same call again
    Changes last;
    last.at = at(2 * day + 60);
    journal.finish(id_of(2), last, "completed", "");
    if (journal.answers(id_of(2)).size() != static_cast<std::size_t>(answers) + 1) {
        return "not written again";
    }
    if (journal.entries({}).size() != 2) { return "a practice was lost"; }
    return said;
}

TEST(Failing, ALimitOnFilesIsSaidAndSurvived) {
    const TemporaryFolder folder;
    const auto said = in_process([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        rlimit tight = limit;
        tight.rlim_cur = 400000;
        ::setrlimit(RLIMIT_FSIZE, &tight);
        return fill_up(folder.journal(), [&] { ::setrlimit(RLIMIT_FSIZE, &limit); });
    });
    EXPECT_THAT(said,
                HasSubstr("There is no room left to write the practice log " + folder.journal().string()));
    EXPECT_THAT(said, HasSubstr("recorded before is safe"));
    EXPECT_EQ(ask_sql(folder.journal(), "PRAGMA integrity_check"), "ok");
}

TEST(Failing, AFullDiskIsSaidAndSurvived) {
    const TemporaryFolder folder;
    const auto said = in_process([&]() -> std::string {
        const fs::path disk = folder.path() / "disk";
        fs::create_directory(disk);
        if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("kindly", disk.c_str(), "tmpfs", 0, "size=640k") != 0) {
            return "no disk of our own";
        }
        write_bytes(disk / "filler", std::string(150000, 'x'));
        return fill_up(disk / "home" / "practice.db", [&] { fs::remove(disk / "filler"); });
    });
    if (said == "no disk of our own") { GTEST_SKIP() << "needs the right to mount a small disk"; }
    EXPECT_THAT(said, HasSubstr("There is no room left to write the practice log"));
}

TEST(Failing, AFullDiskIsSaidBeforeTheFirstPractice) {
    const TemporaryFolder folder;
    const auto said = in_process([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit nothing{0, 0};
        ::setrlimit(RLIMIT_FSIZE, &nothing);
        return failure_of([&] {
            Journal journal = Journal::open_for_writing(folder.journal());
            journal.begin(practice(1));
        });
    });
    EXPECT_THAT(said, HasSubstr("no room left"));
}

TEST(Failing, AReadOnlyFolderIsSaid) {
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms(0555));
    const auto open = [&] { return failure_of([&] { (void)Journal::open_for_writing(folder.journal()); }); };
    EXPECT_THAT(as_nobody(open), HasSubstr("Permission denied"));
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Failing, AReadOnlyHomeWithALogIsSaidAndTheLogLeftAlone) {
    const TemporaryFolder folder;
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        record_whole(journal, 1);
    }
    fs::permissions(folder.path(), fs::perms(0755));
    fs::permissions(folder.journal().parent_path(), fs::perms(0555));
    const auto open = [&] { return failure_of([&] { (void)Journal::open_for_writing(folder.journal()); }); };
    for (const auto mode : {0444, 0666}) { // the file, or only its folder
        fs::permissions(folder.journal(), fs::perms(mode));
        const std::string before = state_of(folder.path());
        const auto said = as_nobody(open);
        EXPECT_THAT(said, HasSubstr("cannot be written: "));
        EXPECT_THAT(said, HasSubstr("Permission denied"));
        EXPECT_THAT(said, HasSubstr("--data-dir"));
        EXPECT_EQ(state_of(folder.path()), before);
    }
}

TEST(Failing, ALogThatAnotherProgramHoldsIsSaid) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    record_whole(journal, 1);
    SQLite::Database other(folder.journal().string(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    EXPECT_THAT(failure_of([&] { journal.begin(practice(2)); }), HasSubstr("held by another program"));
    // Reading goes on meanwhile, and writing afterwards.
    EXPECT_EQ(Journal::open_for_reading(folder.journal()).entries({}).size(), 1U);
    other.exec("ROLLBACK");
    record_whole(journal, 2);
    EXPECT_EQ(journal.entries({}).size(), 2U);
}

} // namespace
} // namespace kindly::test
