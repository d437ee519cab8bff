// SPDX-License-Identifier: MIT
// Programmes: read with everything that is wrong at once, and found in folders.
#include "exercise/programme.hpp"

#include "base/failure.hpp"
#include "exercise/programme_reader.hpp"
#include "exercise/programmes.hpp"
#include "exercise/reading.hpp"
#include "exercise/shown_texts.hpp"

#include <filesystem>
#include <unistd.h>

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace kindly {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string programme_text(const std::string& items, const std::string& id = "days",
                           const std::string& more = {}) {
    return R"({ "format": "1.0", "id": ")" + id +
           R"(", "version": "1.0", "language": "en", "title": "Some days",)" + "\n" + more +
           "\"items\": [\n" + items + "\n] }\n";
}

ReadProgramme read(const std::string& items, const std::string& more = {}) {
    return read_programme(test::source(programme_text(items, "days", more)));
}

std::vector<std::string> found(const std::string& items, const std::string& more = {}) {
    const ReadProgramme result = read(items, more);
    EXPECT_EQ(result.programme == nullptr, has_errors(result.diagnostics));
    return test::lines(result.diagnostics);
}

TEST(Programme, IsReadWithAllThatAnItemCanSay) {
    const ReadProgramme result = read(
        R"({ "day": 1, "exercise": "feet", "minutes": 5, "text": "Begin where you stand." },
           { "day": 2, "until": 6, "times": 3, "exercise": "kind-letter", "or": ["companion"],
             "substitute": "look", "optional": true, "locked_until_agreed": true, "note": "x" },
           { "day": 3, "exercise": "goodwill", "settings": { "rounds": 3, "warm_name": "dear", "rest": "30s" } },
           { "day": 8, "review": "What helped?" })",
        R"("weeks": [ { "week": 1, "title": "Ground", "text": "Slowly." } ],)");
    ASSERT_NE(result.programme, nullptr) << testing::PrintToString(test::lines(result.diagnostics));
    const Programme& days = *result.programme;
    EXPECT_EQ(days.title, "Some days");
    ASSERT_THAT(days.items, SizeIs(4));
    EXPECT_EQ(days.items[0].last_day(), 1);
    EXPECT_EQ(days.items[0].practices(), 1);
    EXPECT_EQ(days.items[0].minutes, 5);
    EXPECT_FALSE(days.items[0].optional);
    EXPECT_EQ(days.items[1].last_day(), 6);
    EXPECT_EQ(days.items[1].practices(), 3);
    EXPECT_THAT(days.items[1].choices(), ElementsAre("kind-letter", "companion"));
    EXPECT_EQ(days.items[1].substitute, "look");
    EXPECT_TRUE(days.items[1].optional);
    EXPECT_TRUE(days.items[1].locked_until_agreed);
    ASSERT_THAT(days.items[2].settings, SizeIs(3));
    EXPECT_EQ(days.items[2].settings[0].value, "3");
    EXPECT_EQ(days.items[2].settings[2].value, "30s");
    EXPECT_THAT(days.items[3].choices(), IsEmpty());
    EXPECT_EQ(days.items[3].review, "What helped?");
    EXPECT_EQ(days.days(), 8);
    EXPECT_EQ(days.week_count(), 2);
    ASSERT_NE(days.week(1), nullptr);
    EXPECT_EQ(days.week(1)->title, "Ground");
    EXPECT_EQ(days.week(2), nullptr);
    EXPECT_THAT(exercises_of(days), ElementsAre("companion", "feet", "goodwill", "kind-letter", "look"));
}

TEST(Programme, CountsEveryDayWhereItDoesNotSayHowOften) {
    const ReadProgramme result = read(R"({ "day": 3, "until": 7, "exercise": "after-session" })");
    ASSERT_NE(result.programme, nullptr);
    EXPECT_EQ(result.programme->items[0].practices(), 5);
    EXPECT_EQ(Programme::week_of(7), 1);
    EXPECT_EQ(Programme::week_of(8), 2);
}

TEST(Programme, SaysWhatIsWrongWithAnItem) {
    EXPECT_THAT(found(R"({ "exercise": "feet" })"),
                ElementsAre("f:3:1: error K002: This item has no \"day\""));
    EXPECT_THAT(found(R"({ "day": 1 })"), ElementsAre("f:3:1: error K002: This item has no \"exercise\""));
    EXPECT_THAT(found(R"({ "day": 1, "exercize": "feet" })"),
                ElementsAre("f:3:13: error K001: An item has no \"exercize\". Did you mean \"exercise\"?"));
    EXPECT_THAT(found(R"({ "day": 1, "exercise": "Feet first" })"),
                ElementsAre("f:3:25: error K007: \"Feet first\" cannot be the name of an exercise. Use small "
                            "letters, digits, - and _: \"feet-first\""));
    EXPECT_THAT(found(R"({ "day": 0, "exercise": "feet" })"),
                ElementsAre("f:3:10: error K006: \"day\" (0) can be 1 to 366"));
    EXPECT_THAT(found(R"({ "day": "1", "exercise": "feet" })"),
                ElementsAre("f:3:10: error K003: \"day\" should be a number like 1, without quotes"));
    EXPECT_THAT(found(R"({ "day": 1, "exercise": "feet", "minutes": 90 })"),
                ElementsAre("f:3:44: error K006: \"minutes\" (90) can be 1 to 60"));
    EXPECT_THAT(found(R"({ "day": 1, "exercise": "feet", "times": 3 })"),
                ElementsAre("f:3:1: error K002: This item has no \"until\""));
    EXPECT_THAT(found(R"({ "day": 1, "exercise": "feet", "or": [] })"),
                ElementsAre("f:3:39: error K006: \"or\" is empty. Name another exercise, or leave it out"));
    EXPECT_THAT(found(R"({ "day": 1, "exercise": "feet", "or": ["look", "feet"] })"),
                ElementsAre("f:3:48: error K010: \"feet\" is named twice in this item"));
    EXPECT_THAT(
        found(R"({ "day": 1, "review": "How was it?", "minutes": 5 })"),
        ElementsAre("f:3:38: error K008: \"minutes\" belongs to an item with an \"exercise\"; this one "
                    "only looks back"));
    EXPECT_THAT(found(R"({ "day": 1, "exercise": "feet", "or": ["look"], "settings": { "rounds": 2 } })"),
                ElementsAre("f:3:49: error K008: \"settings\" belong to one exercise, and this item leaves a "
                            "choice"));
    EXPECT_THAT(
        found(R"({ "day": 1, "exercise": "feet", "settings": { "rounds": true } })"),
        ElementsAre("f:3:57: error K003: \"rounds\" should be a number like 3, or a text like \"...\""));
    EXPECT_THAT(found("5"), ElementsAre("f:3:1: error K003: An item should be a group like { \"day\": 1, "
                                        "\"exercise\": \"feet\" }"));
    EXPECT_THAT(found(""), ElementsAre(HasSubstr("K006: \"items\" is empty")));
}

TEST(Programme, SaysEverythingAtOnce) {
    EXPECT_THAT(found(R"({ "day": 1, "exercise": "feet", "minuts": 5 },
{ "day": 2, "exercise": 7 },
{ "day": 400, "exercise": "look" })",
                      R"("weeks": [ { "week": 1 }, { "week": 1 } ],)"),
                ElementsAre(HasSubstr("K010: Week 1 stands here twice (first on line 2)"),
                            HasSubstr("Did you mean \"minutes\"?"), HasSubstr("K003: \"exercise\""),
                            HasSubstr("K006: \"day\" (400)")));
}

TEST(Programme, ExplainsWhatBelongsToExercises) {
    EXPECT_THAT(found(R"({ "day": 1, "exercise": "feet" })", R"("sections": [],)"),
                ElementsAre(HasSubstr("K008: \"sections\" belongs to exercises; a programme names them under "
                                      "\"items\"")));
    EXPECT_THAT(test::codes(read_programme(test::source(R"({ "format": "2.0", "items": [] })")).diagnostics),
                ElementsAre("K009"));
    EXPECT_THAT(test::codes(read_programme(test::source("{ \"items\": [ } ]")).diagnostics),
                ElementsAre("J001"));
}

TEST(Programme, NamesItsSentencesByDays) {
    const ReadProgramme result = read(
        R"({ "day": 1, "exercise": "feet", "text": "One." }, { "day": 1, "exercise": "feet", "text": "Again." },
           { "day": 7, "review": "What helped?", "text": "Two." })",
        R"("about": { "summary": "Days." }, "weeks": [ { "week": 1, "title": "Ground", "text": "Slowly." } ],)");
    ASSERT_NE(result.programme, nullptr);
    std::vector<std::string> names;
    for (const ShownText& text : shown_texts(*result.programme)) {
        names.push_back(text.name + ": " + text.text());
    }
    EXPECT_THAT(names,
                ElementsAre("title: Some days", "about/summary: Days.", "week_1/title: Ground",
                            "week_1/text: Slowly.", "day_1/feet/text: One.", "day_1/feet/text-2: Again.",
                            "day_7/text: Two.", "day_7/review: What helped?"));
    for (const ShownText& text : shown_texts(*result.programme, TextNames::left_out)) {
        EXPECT_EQ(text.name, "");
    }
}

TEST(Programme, IsToldFromOtherFiles) {
    EXPECT_TRUE(looks_like_programme(programme_text("")));
    EXPECT_FALSE(looks_like_programme(test::Sample().text()));
    EXPECT_FALSE(looks_like_programme(R"({ "translates": "days", "texts": {}, "note": "items" })"));
    EXPECT_FALSE(looks_like_programme(""));
}

class ProgrammesTest : public testing::Test {
protected:
    ProgrammesTest() : root_(fs::temp_directory_path() / fmt::format("kindly-programmes-{}", ::getpid())) {
        fs::remove_all(root_);
        fs::create_directories(root_);
    }
    ~ProgrammesTest() override { fs::remove_all(root_); }

    void put(const std::string& name, const std::string& text) const {
        fs::create_directories((root_ / name).parent_path());
        std::ofstream(root_ / name) << text;
    }
    [[nodiscard]] Programmes programmes() const {
        return Programmes({root_ / "first", root_ / "missing", root_ / "second"});
    }
    [[nodiscard]] std::string refused(const std::string& name) const {
        try {
            return "opened: " + programmes().open(name).file.string();
        } catch (const Failure& failure) {
            EXPECT_EQ(failure.code(), ExitCode::not_found);
            return failure.what();
        }
    }

    const std::string item_ = R"({ "day": 1, "exercise": "feet" })";
    fs::path root_;
};

TEST_F(ProgrammesTest, AreFoundByIdFirstFolderFirst) {
    put("first/programmes/a.json", programme_text(item_, "a"));
    put("second/programmes/a.json", programme_text(item_, "a"));
    put("second/programmes/b.json", programme_text(item_, "b"));
    put("second/programmes/b.de.json", R"({ "translates": "b" })");
    put("second/c.json", programme_text(item_, "c")); // not where programmes are
    EXPECT_EQ(programmes().open("a").file, root_ / "first/programmes/a.json");
    EXPECT_EQ(programmes().open("b").programme->id, "b");
    EXPECT_TRUE(programmes().has("b"));
    EXPECT_FALSE(programmes().has("c"));
    EXPECT_FALSE(programmes().has("../second/programmes/b"));
    EXPECT_THAT(programmes().ids(), ElementsAre("a", "b"));
    const ProgrammeListing listing = programmes().list();
    ASSERT_THAT(listing.programmes, SizeIs(2));
    EXPECT_EQ(listing.programmes[0].file, root_ / "first/programmes/a.json");
    EXPECT_THAT(listing.broken, IsEmpty());
}

TEST_F(ProgrammesTest, AreFoundByPath) {
    put("mine.json", programme_text(item_, "another"));
    put("exercise.json", test::Sample().text());
    const std::string path = (root_ / "mine.json").string();
    EXPECT_EQ(programmes().open(path).programme->id, "another");
    EXPECT_TRUE(programmes().has(path));
    EXPECT_FALSE(programmes().has((root_ / "exercise.json").string()));
    EXPECT_FALSE(programmes().has((root_ / "none.json").string()));
    EXPECT_FALSE(programmes().has(root_.string()));
    EXPECT_EQ(refused((root_ / "none.json").string()), "There is no file " + (root_ / "none.json").string());
}

TEST_F(ProgrammesTest, SayWhatWasMeant) {
    put("first/programmes/starter.json", programme_text(item_, "starter"));
    EXPECT_EQ(refused("startr"), "There is no programme \"startr\". Did you mean \"starter\"?");
    EXPECT_EQ(refused("zzz"), "There is no programme \"zzz\"");
    EXPECT_EQ(refused("../x"), "There is no file ../x");
    EXPECT_EQ(refused(""), "There is no programme \"\"");
}

TEST_F(ProgrammesTest, ABrokenOneHidesNoOther) {
    put("first/programmes/a.json", "{");
    put("second/programmes/a.json", programme_text(item_, "a"));
    put("second/programmes/b.json", programme_text(item_, "other"));
    put("second/programmes/c.json", programme_text(item_, "c"));
    fs::create_symlink(root_ / "nowhere", root_ / "second/programmes/d.json");
    const ProgrammeListing listing = programmes().list();
    ASSERT_THAT(listing.programmes, SizeIs(1));
    EXPECT_EQ(listing.programmes[0].programme->id, "c");
    ASSERT_THAT(listing.broken, SizeIs(3));
    EXPECT_THAT(listing.broken[0].problem, HasSubstr("J001"));
    EXPECT_THAT(listing.broken[1].problem,
                HasSubstr("K011: \"id\" is \"other\", but the file's name says \"b\""));
    EXPECT_EQ(programmes().open("b").programme, nullptr);
    EXPECT_THAT(listing.broken[2].problem, testing::Not(IsEmpty()));
    EXPECT_THAT(listing.broken[2].diagnostics, IsEmpty());
}

} // namespace
} // namespace kindly
