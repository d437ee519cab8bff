// SPDX-License-Identifier: MIT
// What is sealed, that it comes back as it was, and that nothing can be swapped unnoticed.
#include "base/failure.hpp"
#include "journal/adding.hpp"
#include "journal/amending.hpp"
#include "journal/deleting.hpp"
#include "journal/drafts.hpp"
#include "journal/resuming.hpp"
#include "journal/sealed_world.hpp"
#include "journal/store.hpp"
#include "journal/story.hpp"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

void lock(const std::filesystem::path& file) {
    Journal journal = Journal::open_for_writing(file);
    lock_words(journal, secret(the_passphrase), quick());
    ASSERT_TRUE(finish_locking(journal));
}

void unlock(const std::filesystem::path& file) {
    Journal journal = Journal::open_for_writing(file);
    ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
    unlock_words(journal);
}

AnswerEntry answer_to(const Journal& journal, const std::string& question, int number = 1) {
    for (auto& entry : journal.answers(id_of(number))) {
        if (entry.question == question) { return entry; }
    }
    throw std::runtime_error("no answer to " + question);
}

TEST(Sealing, TheWordsAreInTheFilesBefore) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    EXPECT_EQ(found_in(folder.path()).size(), all_words.size()); // or looking for them would prove nothing
}

TEST(Sealing, LeavesNoWordInAnyFile) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    lock(folder.journal());
    EXPECT_THAT(found_in(folder.path()), IsEmpty());
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM answer WHERE sealed IS NOT NULL"), "4");
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM answer WHERE question_sealed IS NOT NULL"),
              "1");
    EXPECT_EQ(ask_sql(folder.journal(), "PRAGMA integrity_check"), "ok");
}

TEST(Sealing, KeepsRatingsAndWhatIsNotPrivateVisible) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    lock(folder.journal());
    const Journal journal = Journal::open_for_reading(folder.journal());
    EXPECT_TRUE(journal.words_are_sealed());
    EXPECT_EQ(answer_to(journal, "count").value_number, 3.0);
    EXPECT_EQ(answer_to(journal, "kind_after").value_number, 6.0);
    EXPECT_EQ(answer_to(journal, "open").value_text, "fine");
    EXPECT_EQ(answer_to(journal, "called").value_number, 2.0);
    EXPECT_FALSE(answer_to(journal, "rest").sealed) << "a question left out has nothing to seal";
    EXPECT_EQ(answer_to(journal, "line").prompt, "What about line?");
    for (const char* question : {"line", "secret", "signs", "safe"}) {
        const AnswerEntry entry = answer_to(journal, question);
        EXPECT_TRUE(entry.sealed) << question;
        EXPECT_FALSE(entry.seal_broken) << question;
        EXPECT_FALSE(entry.value_number || entry.value_text) << question;
    }
    const AnswerEntry shown = answer_to(journal, "called");
    EXPECT_TRUE(shown.question_sealed);
    EXPECT_EQ(shown.prompt + shown.lowest_label, "");
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT was FROM amendment WHERE position = 2"), "4");
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT was FROM amendment WHERE position = 3"), "60");
}

TEST(Sealing, ThePassphraseOpensEverything) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    lock(folder.journal());
    const Journal journal = Journal::open_for_reading(folder.journal());
    EXPECT_THAT(journal.kept_words(), IsEmpty());
    EXPECT_THAT(
        journal.earlier_answers({"kind-pause"}),
        Not(testing::Contains(testing::Key(std::pair<std::string, std::string>("kind-pause", "line")))));
    EXPECT_FALSE(journal.open_words(secret("another passphrase")));
    EXPECT_TRUE(answer_to(journal, "line").sealed);
    ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
    EXPECT_FALSE(journal.words_are_sealed());
    EXPECT_EQ(answer_to(journal, "line").value_text, "a walk by the river");
    EXPECT_EQ(answer_to(journal, "secret").value_number, 12.5);
    EXPECT_EQ(answer_to(journal, "signs").value_text, "tight;critic");
    EXPECT_EQ(answer_to(journal, "safe").value_text, "no");
    const AnswerEntry shown = answer_to(journal, "called");
    EXPECT_EQ(shown.prompt, "How kind is this to dear old friend?");
    EXPECT_EQ(shown.options.at(0).second, "as dear old friend says");
    EXPECT_EQ(shown.lowest_label, "not dear old friend");
    EXPECT_EQ(journal.kept_words().at("closing_plan"), "name five blue things");
    EXPECT_EQ(std::get<std::string>(journal.earlier_answers({"kind-pause"}).at({"kind-pause", "line"})),
              "a walk by the river");
    EXPECT_THAT(journal.store().sealer().settings(id_of(1)).value_or(""), HasSubstr("dear old friend"));
}

TEST(Sealing, UnlockingGivesTheSameLogByteForByte) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    const std::string before = everything(folder.journal());
    lock(folder.journal());
    EXPECT_NE(everything(folder.journal()), before);
    unlock(folder.journal());
    EXPECT_EQ(everything(folder.journal()), before);
    EXPECT_FALSE(Journal::open_for_reading(folder.journal()).words_are_sealed());
}

TEST(Sealing, OddTextsComeBackByteForByte) {
    const TemporaryFolder folder;
    const std::vector<std::string> texts{"",
                                         "4:text",
                                         "1:",
                                         "a\nb\tc",
                                         "caf\xC3\xA9 \xF0\x9F\x8C\xB1",
                                         "\xFF\xFE",
                                         "{\"a\": 1}",
                                         std::string(4095, 'x'),
                                         std::string(70000, 'y')};
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        SessionStart start = practice(1);
        start.settings["name"] = std::string("1:");
        journal.begin(start);
        Changes changes;
        changes.at = at(60);
        for (const auto& text : texts) {
            changes.answers.push_back(answer("line", "text", text));
            changes.answers.back().prompt = "About " + text;
            changes.kept.push_back({"kept " + text, text});
        }
        journal.finish(id_of(1), changes, "completed", "");
    }
    const std::string before = everything(folder.journal());
    lock(folder.journal());
    {
        const Journal journal = Journal::open_for_reading(folder.journal());
        ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
        const auto answers = journal.answers(id_of(1));
        for (std::size_t index = 0; index < texts.size(); ++index) {
            EXPECT_EQ(answers.at(index).value_text, texts[index]);
            EXPECT_EQ(journal.kept_words().at("kept " + texts[index]), texts[index]);
        }
    }
    unlock(folder.journal());
    EXPECT_EQ(everything(folder.journal()), before);
}

/// A log that is locked and open, for what needs nothing written.
struct Open {
    Open() : journal(Journal::open_for_writing(folder.journal())) {
        lock_words(journal, secret(the_passphrase), quick());
        journal.open_words(secret(the_passphrase));
    }
    TemporaryFolder folder;
    Journal journal;
};

RC_GTEST_PROP(Sealing, AnyAnswerComesBackAsItWas, ()) {
    static const Open open;
    Sealer& sealer = open.journal.store().sealer();
    AnswerWords words;
    words.kind = *rc::gen::element<std::string>("text", "number", "choice", "scale", "check_in");
    words.is_private = *rc::gen::arbitrary<bool>();
    words.prompt = *rc::gen::arbitrary<std::string>();
    words.lowest_label = *rc::gen::arbitrary<std::string>();
    if (*rc::gen::arbitrary<bool>()) { words.value_text = *rc::gen::arbitrary<std::string>(); }
    if (*rc::gen::arbitrary<bool>()) { words.value_number = *rc::gen::arbitrary<double>(); }
    RC_PRE(!words.value_number || std::isfinite(*words.value_number));
    const std::vector<std::string> own{*rc::gen::nonEmpty(rc::gen::arbitrary<std::string>())};
    const AnswerWords before = words;
    Sealer::Parts parts;
    open.journal.store().write([&] { parts = sealer.take(id_of(1), 7, words, own); });

    const bool any = before.value_text || before.value_number;
    const bool hidden =
        before.kind == "text" || (before.is_private && before.kind != "scale" && before.kind != "check_in");
    RC_ASSERT(parts.value.has_value() == (any && hidden));
    if (hidden) { RC_ASSERT(!words.value_text && !words.value_number); }
    const bool shows = before.prompt.find(own[0]) != std::string::npos ||
                       before.lowest_label.find(own[0]) != std::string::npos;
    RC_ASSERT(parts.question.has_value() == shows);

    AnswerWords elsewhere = words;
    const auto wrong = sealer.open(id_of(1), 8, elsewhere, parts.value, parts.question);
    RC_ASSERT((wrong.value == Opened::broken) == parts.value.has_value());
    RC_ASSERT((wrong.question == Opened::broken) == parts.question.has_value());
    (void)sealer.open(id_of(1), 7, words, parts.value, parts.question);
    RC_ASSERT(words.prompt == before.prompt);
    RC_ASSERT(words.lowest_label == before.lowest_label);
    RC_ASSERT(words.value_text == before.value_text);
    RC_ASSERT(words.value_number == before.value_number);
}

RC_GTEST_PROP(Sealing, ABlobWithAnyByteChangedIsNoticed, ()) {
    static const Open open;
    Sealer& sealer = open.journal.store().sealer();
    std::string blob;
    open.journal.store().write([&] { blob = sealer.seal(kept_place("phrase"), "ringing my sister"); });
    const auto where = *rc::gen::inRange<std::size_t>(0, blob.size());
    blob[where] = static_cast<char>(blob[where] ^ *rc::gen::inRange(1, 256));
    std::string words = "as before";
    RC_ASSERT(sealer.open(kept_place("phrase"), blob, words) == Opened::broken);
    RC_ASSERT(words == "as before");
}

TEST(Sealing, WhatIsWrittenWhileLockedIsSealedAtOnce) {
    const TemporaryFolder folder;
    { Journal journal = Journal::open_for_writing(folder.journal()); }
    lock(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    journal.begin(with_settings(1));
    journal.record(id_of(1), answers_of_each_kind());
    EXPECT_THAT(found_in(folder.path()), IsEmpty()); // the write-ahead log is among the files
    Changes last;
    last.at = at(90);
    last.forgotten = {"line"};
    journal.finish(id_of(1), last, "completed", "");
    EXPECT_THAT(found_in(folder.path()), IsEmpty());
    ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
    EXPECT_TRUE(answer_to(journal, "line").words_deleted);
    EXPECT_FALSE(answer_to(journal, "line").value_text);
    EXPECT_EQ(answer_to(journal, "line").prompt, "What about line?");
    EXPECT_EQ(answer_to(journal, "secret").value_number, 12.5);
    EXPECT_EQ(answer_to(journal, "called").prompt, "How kind is this to dear old friend?");
    EXPECT_EQ(journal.kept_words().at("phrase"), "ringing my sister");
}

TEST(Sealing, WhereOwnWordsAreNotKnownAQuestionIsSealedWhole) {
    const TemporaryFolder folder;
    { Journal journal = Journal::open_for_writing(folder.journal()); }
    lock(folder.journal());
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        journal.begin(with_settings(1));
    }
    run_sql(folder.journal(), "UPDATE session SET running = 1");
    Journal later = Journal::open_for_writing(folder.journal()); // took it up; the settings are sealed
    later.record(id_of(1), answers_of_each_kind());
    EXPECT_THAT(found_in(folder.path()), IsEmpty());
    EXPECT_TRUE(answer_to(later, "count").question_sealed);
    ASSERT_TRUE(later.open_words(secret(the_passphrase)));
    EXPECT_EQ(answer_to(later, "count").prompt, "What about count?");
}

TEST(Sealing, WhatIsWrittenAfterUnlockingIsPlain) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    lock(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    journal.begin(practice(3));
    journal.finish(id_of(3), written("before", 60), "completed", "");
    ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
    unlock_words(journal);
    journal.begin(practice(4));
    journal.finish(id_of(4), written("a plain line", 60), "completed", "");
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(*) FROM answer WHERE sealed IS NOT NULL"), "0");
    EXPECT_EQ(answer_to(Journal::open_for_reading(folder.journal()), "line", 4).value_text, "a plain line");
}

TEST(Sealing, TheClosingPlanCanBeLeftOpenAndStaysSo) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    LockRequest request = quick();
    request.leave_plan_open = true;
    lock_words(journal, secret(the_passphrase), request);
    const std::map<std::string, std::string> plan{{"closing_plan", "name five blue things"}};
    EXPECT_EQ(journal.kept_words(), plan);
    EXPECT_TRUE(plan_is_left_open(journal));
    journal.begin(practice(3));
    Changes changes;
    changes.at = at(60);
    changes.kept = {{"closing_plan", "a newer plan"}, {"phrase", "a newer phrase"}};
    journal.finish(id_of(3), changes, "completed", "");
    const std::map<std::string, std::string> newer{{"closing_plan", "a newer plan"}};
    EXPECT_EQ(journal.kept_words(), newer);
    EXPECT_THAT(found_in(folder.path(), {"a newer phrase"}), IsEmpty());
}

TEST(Sealing, BlobsThatWereSwappedOrCutAreNoticed) {
    for (const char* harm :
         {"UPDATE answer SET sealed = (SELECT sealed FROM answer WHERE position = 2) WHERE session = 1 AND "
          "position = 1",
          "UPDATE answer SET sealed = substr(sealed, 1, length(sealed) - 1) WHERE session = 1 AND position = "
          "1",
          "UPDATE answer SET sealed = x'' WHERE session = 1 AND position = 1",
          "UPDATE answer SET sealed = x'00' WHERE session = 1 AND position = 1",
          "UPDATE answer SET sealed = (SELECT sealed FROM kept WHERE name = 'phrase') WHERE session = 1 AND "
          "position = 1",
          "UPDATE answer SET sealed = (SELECT sealed FROM draft) WHERE session = 1 AND position = 1",
          "UPDATE answer SET sealed = (SELECT sealed FROM amendment WHERE position = 1) WHERE session = 1 "
          "AND position = 1",
          "UPDATE answer SET sealed = zeroblob(length(sealed)) WHERE session = 1 AND position = 1"}) {
        const TemporaryFolder folder;
        write_log(folder.journal());
        lock(folder.journal());
        run_sql(folder.journal(), harm);
        const std::string before = everything(folder.journal());
        Journal journal = Journal::open_for_writing(folder.journal());
        ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
        const AnswerEntry broken = answer_to(journal, "line");
        EXPECT_TRUE(broken.sealed && broken.seal_broken) << harm;
        EXPECT_FALSE(broken.value_text) << harm;
        EXPECT_EQ(answer_to(journal, "secret").value_number, 12.5) << harm;
        const std::string said = failure_of([&] { unlock_words(journal); });
        EXPECT_THAT(said, HasSubstr(id_of(1))) << harm;
        EXPECT_THAT(said, HasSubstr("Nothing was changed")) << harm;
        EXPECT_EQ(everything(folder.journal()), before) << harm;
    }
}

TEST(Sealing, DamageInOtherWordsIsNamedToo) {
    for (const char* harm :
         {"UPDATE kept SET sealed = x'00' WHERE name = 'phrase'", "UPDATE draft SET sealed = x'00'",
          "UPDATE amendment SET sealed = x'00' WHERE position = 1",
          "UPDATE session SET settings_sealed = x'00' WHERE number = 1",
          "UPDATE answer SET question_sealed = x'00' WHERE question_sealed IS NOT NULL"}) {
        const TemporaryFolder folder;
        write_log(folder.journal());
        lock(folder.journal());
        run_sql(folder.journal(), harm);
        Journal journal = Journal::open_for_writing(folder.journal());
        ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
        EXPECT_THAT(failure_of([&] { unlock_words(journal); }), HasSubstr("damaged")) << harm;
        EXPECT_EQ(answer_to(journal, "line").value_text, "a walk by the river") << harm;
    }
}

TEST(Sealing, AValueCanBeCarriedIntoItsAmendmentWithoutTheKey) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    lock(folder.journal());
    run_sql(
        folder.journal(),
        "INSERT INTO amendment (session, position, revision, amended_at, amended_offset, field,"
        " sealed) SELECT 1, 5, 4, 1, 0, 'answer.1', sealed FROM answer WHERE session = 1 AND position = 1");
    unlock(folder.journal());
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT was FROM amendment WHERE position = 5"),
              "a walk by the river");
}

TEST(Sealing, DraftsAreSealedAsTheyAreSavedAndComeBack) {
    const TemporaryFolder folder;
    { Journal journal = Journal::open_for_writing(folder.journal()); }
    lock(folder.journal());
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        journal.begin(with_settings(1));
        Changes changes;
        changes.at = at(60);
        changes.drafts = {{"line", "half a sentence"}};
        journal.record(id_of(1), changes);
    }
    EXPECT_THAT(found_in(folder.path()), IsEmpty());
    Journal journal = Journal::open_for_writing(folder.journal());
    journal.settle_abandoned(at(120));
    const auto closed = latest_interrupted(journal, "", PracticeSource::timed);
    ASSERT_TRUE(closed);
    EXPECT_FALSE(closed->settings);
    EXPECT_THAT(closed->drafts, IsEmpty());
    ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
    const auto open = latest_interrupted(journal, "", PracticeSource::timed);
    ASSERT_TRUE(open && open->settings);
    EXPECT_THAT(*open->settings,
                testing::Contains(std::pair<std::string, std::string>("warm_name", "dear old friend")));
    const std::map<std::string, std::string> drafts{{"line", "half a sentence"}};
    EXPECT_EQ(open->drafts, drafts);
}

TEST(Sealing, AnEntryCanBeAmendedWithoutThePassphrase) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    lock(folder.journal());
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        const Entry entry = journal.find(id_of(1)).at(0);
        Corrections corrections;
        corrections.answers[1] = "said in another way";
        const auto wanted = changes(entry, journal.answers(entry.id), corrections);
        ASSERT_EQ(wanted.size(), 1U);
        EXPECT_TRUE(wanted[0].was_sealed);
        amend(journal, entry, wanted, corrections, at(600));
        const auto history = amendments_of(journal, entry.id);
        EXPECT_TRUE(history.back().sealed);
        EXPECT_FALSE(history.back().was);
    }
    EXPECT_THAT(found_in(folder.path(), {"said in another way"}), IsEmpty());
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
        EXPECT_EQ(answer_to(journal, "line").value_text, "said in another way");
        const auto history = amendments_of(journal, id_of(1));
        EXPECT_FALSE(history.back().sealed);
        EXPECT_EQ(history.back().was, "a walk by the river");
        EXPECT_EQ(history.front().was, "the first version");
    }
    unlock(folder.journal());
    EXPECT_EQ(amendments_of(Journal::open_for_reading(folder.journal()), id_of(1)).back().was,
              "a walk by the river");
}

TEST(Sealing, AmendingWithThePassphraseSealsBoth) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    lock(folder.journal());
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
        const Entry entry = journal.find(id_of(1)).at(0);
        Corrections corrections;
        corrections.answers[1] = "said in another way";
        amend(journal, entry, changes(entry, journal.answers(entry.id), corrections), corrections, at(600));
    }
    EXPECT_THAT(found_in(folder.path()), IsEmpty());
    EXPECT_THAT(found_in(folder.path(), {"said in another way"}), IsEmpty());
    unlock(folder.journal());
    const Journal journal = Journal::open_for_reading(folder.journal());
    EXPECT_EQ(answer_to(journal, "line").value_text, "said in another way");
    EXPECT_EQ(amendments_of(journal, id_of(1)).back().was, "a walk by the river");
}

TEST(Sealing, ANoteOnAPracticeElsewhereIsSealed) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    lock(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    DoneElsewhere elsewhere;
    elsewhere.about = practice(7);
    elsewhere.practised = Milliseconds(60000);
    elsewhere.note = "under the old tree";
    elsewhere.note_prompt = "A note";
    elsewhere.recorded_at = at(900);
    add_done_elsewhere(journal, elsewhere);
    EXPECT_THAT(found_in(folder.path(), {"under the old tree"}), IsEmpty());
    EXPECT_TRUE(journal.answers(id_of(7)).at(0).sealed);
    ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
    EXPECT_EQ(journal.answers(id_of(7)).at(0).value_text, "under the old tree");
}

TEST(Sealing, WordsAreDeletedWithoutThePassphrase) {
    const TemporaryFolder folder;
    write_log(folder.journal());
    lock(folder.journal());
    Journal journal = Journal::open_for_writing(folder.journal());
    WordsToDelete what;
    what.all_words = true;
    EXPECT_GT(delete_words(journal, id_of(1), what, at(900)).answers, 0);
    ASSERT_TRUE(journal.open_words(secret(the_passphrase)));
    const AnswerEntry line = answer_to(journal, "line");
    EXPECT_TRUE(line.words_deleted);
    EXPECT_FALSE(line.sealed || line.value_text);
    const AnswerEntry shown = answer_to(journal, "called");
    EXPECT_FALSE(shown.question_sealed);
    EXPECT_EQ(shown.prompt, "...");
    EXPECT_FALSE(journal.store().sealer().settings(id_of(1)).value_or("").find("friend") !=
                 std::string::npos);
    unlock_words(journal);
    EXPECT_THAT(found_in(folder.path(), {"a walk by the river", "the first version", "dear old friend"}),
                IsEmpty());
}

TEST(Sealing, LengthsTellLittle) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    lock_words(journal, secret(the_passphrase), quick());
    journal.begin(practice(1));
    Changes changes = written("no", 30);
    changes.append(written("I never told anybody about it, and today I wrote it down.", 60));
    journal.finish(id_of(1), changes, "completed", "");
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(DISTINCT length(sealed)) FROM answer"), "1");
    EXPECT_EQ(ask_sql(folder.journal(), "SELECT count(DISTINCT sealed) FROM answer"), "2");
}

TEST(Sealing, TheSameAccentTypedInAnotherWayIsTheSamePassphrase) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    lock_words(journal, secret("caf\xC3\xA9 au lait"), quick());
    EXPECT_TRUE(journal.open_words(secret("cafe\xCC\x81 au lait")));
    EXPECT_FALSE(journal.open_words(secret("cafe au lait")));
    EXPECT_FALSE(journal.open_words(secret("")));
}

} // namespace
} // namespace kindly::test
