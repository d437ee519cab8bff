// SPDX-License-Identifier: MIT
// Locking and unlocking when something comes between: kills, a full disk, other programs, a lost key.
#include "base/failure.hpp"
#include "journal/sealed_world.hpp"
#include "journal/store.hpp"

#include <csignal>
#include <sys/resource.h>

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

void add_practices(const std::filesystem::path& file, int from, int until) {
    Journal journal = Journal::open_for_writing(file);
    for (int number = from; number <= until; ++number) {
        journal.begin(practice(number));
        journal.finish(id_of(number), written(fmt::format("line of practice {}", number), number),
                       "completed", "");
    }
}

TEST(Locking, KilledAnywhereItIsDoneOrNotDone) {
    constexpr int practices = 12;
    for (int killed_at = 0; killed_at <= practices; ++killed_at) {
        const TemporaryFolder folder;
        write_log(folder.journal());
        add_practices(folder.journal(), 3, practices);
        const std::string before = everything(folder.journal());
        const auto how = in_process([&] {
            Journal journal = Journal::open_for_writing(folder.journal());
            LockRequest request = quick();
            request.progress = [&](std::int64_t done, std::int64_t) {
                if (done == killed_at) { ::raise(SIGKILL); }
            };
            lock_words(journal, secret(the_passphrase), request);
            ::raise(SIGKILL); // all is sealed, and copies from before are left
            return std::string();
        });
        ASSERT_EQ(how, "killed by 9");
        Journal journal = Journal::open_for_writing(folder.journal());
        if (killed_at < practices) {
            EXPECT_EQ(everything(folder.journal()), before);
            EXPECT_EQ(seal_state(journal), SealState::none);
            lock_words(journal, secret(the_passphrase), quick());
        }
        EXPECT_EQ(seal_state(journal), SealState::unfinished);
        ASSERT_TRUE(finish_locking(journal));
        EXPECT_EQ(seal_state(journal), SealState::locked);
        EXPECT_THAT(found_in(folder.path()), IsEmpty());
        ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
        unlock_words(journal);
        EXPECT_EQ(everything(folder.journal()), before);
    }
}

TEST(Locking, KilledWhileUnlockingAllIsStillSealed) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        lock_words(journal, secret(the_passphrase), quick());
        ASSERT_TRUE(finish_locking(journal));
    }
    const std::string before = everything(folder.journal());
    const auto how = in_process([&] {
        Journal journal = Journal::open_for_writing(folder.journal());
        if (!journal.open_words(secret(the_passphrase))) { return std::string("wrong"); }
        unlock_words(journal, [](std::int64_t done, std::int64_t) {
            if (done == 1) { ::raise(SIGKILL); }
        });
        return std::string("not killed");
    });
    ASSERT_EQ(how, "killed by 9");
    EXPECT_EQ(everything(folder.journal()), before);
    EXPECT_THAT(found_in(folder.path()), IsEmpty());
}

TEST(Locking, WithoutRoomNothingIsChanged) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    add_practices(folder.journal(), 3, 200);
    const std::string before = everything(folder.journal());
    const auto said = in_process([&] {
        Journal journal = Journal::open_for_writing(folder.journal());
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        limit.rlim_cur = 100000;
        ::setrlimit(RLIMIT_FSIZE, &limit);
        return failure_of([&] { lock_words(journal, secret(the_passphrase), quick()); });
    });
    EXPECT_THAT(said, HasSubstr("There is no room left"));
    EXPECT_EQ(everything(folder.journal()), before);
}

TEST(Locking, AnotherProgramThatReadsIsWaitedForAndSaid) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    {
        SQLite::Database reader(folder.journal().string(), SQLite::OPEN_READONLY);
        const SQLite::Transaction reading(reader);
        SQLite::Statement look(reader, "SELECT count(*) FROM answer");
        ASSERT_TRUE(look.executeStep());
        lock_words(journal, secret(the_passphrase), quick());
        EXPECT_FALSE(finish_locking(journal));
        EXPECT_EQ(seal_state(journal), SealState::unfinished);
    }
    EXPECT_TRUE(finish_locking(journal));
    EXPECT_EQ(seal_state(journal), SealState::locked);
    EXPECT_THAT(found_in(folder.path()), IsEmpty());
}

TEST(Locking, IsRefusedWhileAPracticeIsGoingOn) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    Journal practising = Journal::open_for_writing(folder.journal());
    practising.begin(practice(3));
    const std::string before = everything(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    EXPECT_THAT(failure_of([&] { lock_words(journal, secret(the_passphrase), quick()); }),
                HasSubstr("A practice is going on"));
    EXPECT_EQ(everything(folder.journal()), before);
}

TEST(Locking, APracticeThatBeganWithoutItIsSealedFromThereOn) {
    const TemporaryFolder folder;
    Journal practising = Journal::open_for_writing(folder.journal()); // open before the log was locked
    Journal journal = Journal::open_for_writing(folder.journal());
    lock_words(journal, secret(the_passphrase), quick());
    practising.begin(with_settings(1));
    practising.finish(id_of(1), answers_of_each_kind(), "completed", "");
    EXPECT_THAT(found_in(folder.path()), IsEmpty());
}

TEST(Locking, TwiceIsRefused) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    lock_words(journal, secret(the_passphrase), quick());
    const std::string before = everything(folder.journal());
    EXPECT_THAT(failure_of([&] { lock_words(journal, secret("another one"), quick()); }),
                HasSubstr("sealed already"));
    EXPECT_EQ(everything(folder.journal()), before);
}

TEST(Locking, WithoutItsKeyNothingIsOverwritten) {
    for (const char* loss :
         {"DELETE FROM seal", "UPDATE seal SET wrapped_key = x'00'", "UPDATE seal SET salt = x''",
          "UPDATE seal SET memory = 9223372036854775807", "UPDATE seal SET operations = 0"}) {
        const TemporaryFolder folder;
        write_log(folder.journal());
        Journal journal = Journal::open_for_writing(folder.journal());
        lock_words(journal, secret(the_passphrase), quick());
        run_sql(folder.journal(), loss);
        const std::string before = everything(folder.journal());
        EXPECT_EQ(seal_state(journal), SealState::key_missing) << loss;
        EXPECT_NE(failure_of([&] { lock_words(journal, secret("another one"), quick()); }), "") << loss;
        EXPECT_EQ(everything(folder.journal()), before) << loss;
        EXPECT_TRUE(journal.answers(id_of(1)).at(0).sealed) << loss;
    }
}

TEST(Locking, ADamagedKeyIsNotOpened) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    lock_words(journal, secret(the_passphrase), quick());
    run_sql(folder.journal(), "UPDATE seal SET nonce = zeroblob(length(nonce))");
    EXPECT_FALSE(journal.open_words(secret(the_passphrase)));
}

TEST(Locking, ThePassphraseCanBeChanged) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    lock_words(journal, secret(the_passphrase), quick());
    ASSERT_TRUE(finish_locking(journal));
    ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
    const std::string blob = ask_sql(folder.journal(), "SELECT hex(sealed) FROM answer WHERE position = 1");
    EXPECT_TRUE(change_passphrase(journal, secret("a new passphrase"), Effort::least));
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT hex(sealed) FROM answer WHERE position = 1"), blob);
    const Journal again = Journal::open_for_reading(folder.journal());
    EXPECT_FALSE(again.open_words(secret(the_passphrase)));
    ASSERT_TRUE(again.open_words(secret("a new passphrase")));
    EXPECT_EQ(again.answers(id_of(1)).at(0).value_text, "a walk by the river");
}

TEST(Locking, AKeyOfAnEarlierLockIsNotPutBack) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    lock_words(journal, secret(the_passphrase), quick());
    ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
    {
        Journal other = Journal::open_for_writing(folder.journal());
        ASSERT_TRUE(other.open_words(secret(the_passphrase)));
        unlock_words(other);
        lock_words(other, secret("another one"), quick());
    }
    const std::string before = everything(folder.journal());
    EXPECT_THAT(failure_of([&] { (void)change_passphrase(journal, secret("a third one"), Effort::least); }),
                HasSubstr("meanwhile"));
    EXPECT_THAT(failure_of([&] { unlock_words(journal); }), HasSubstr("damaged"));
    EXPECT_EQ(everything(folder.journal()), before);
}

} // namespace
} // namespace kindly::test
