// SPDX-License-Identifier: MIT
// Family T: found, and just not.
#include "checker/small_exercises.hpp"

using namespace kindly::tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::string one(const std::string& steps, const std::string& intensity = "gentle") {
    return exercise_around(section("one", steps), intensity);
}

std::string promising(const std::string& time, std::string json) {
    return json.insert(json.find(R"("safety")"), R"("about": { "promised": ")" + time + R"(" }, )");
}

std::string pause(const std::string& keys) { return R"({ "kind": "pause", )" + keys + " }"; }

const std::string seventeen_words =
    "Whatever comes may come and whatever goes may go and you can simply sit here for now.";

} // namespace

TEST(ProofsT002, KeepsWhatItPromises) {
    const std::string two_minutes = one(pause(R"("for": "96s")")); // with reading and closing
    EXPECT_THAT(messages(promising("2m", two_minutes), "T002"), IsEmpty());
    EXPECT_THAT(messages(promising("5m", two_minutes), "T002"),
                ElementsAre(HasSubstr("It promises 5 minutes; this takes between")));
    EXPECT_THAT(more_of(promising("5m", two_minutes), "T002"), HasSubstr(R"(| "promised": "2m)"));
    EXPECT_THAT(messages(promising("1m", two_minutes), "T002"), testing::SizeIs(1));
    EXPECT_THAT(messages(two_minutes, "T002"), IsEmpty());
}

TEST(ProofsT002, AtMostThreeQuartersOfAnHour) {
    std::string long_ones;
    for (int time = 0; time < 4; ++time) { long_ones += pause(R"("for": "11m", "text": "Quiet.")") + ", "; }
    EXPECT_THAT(messages(one(long_ones + say()), "T002"), IsEmpty());
    EXPECT_THAT(messages(one(long_ones + pause(R"("for": "2m")")), "T002"),
                ElementsAre(HasSubstr("Few people can stay with an exercise for longer than 45 minutes")));
}

TEST(ProofsT003, SilenceAlone) {
    EXPECT_THAT(messages(one(pause(R"("for": "3m")")), "T003"), IsEmpty());
    EXPECT_THAT(messages(one(pause(R"("for": "3m1s")")), "T003"),
                ElementsAre(HasSubstr("3 minutes 1 second of silence with nothing on the screen")));
    EXPECT_THAT(messages(one(pause(R"("for": "61s")"), "moderate"), "T003"),
                ElementsAre(HasSubstr("about every minute")));
    EXPECT_THAT(messages(one(pause(R"("for": "60s")"), "moderate"), "T003"), IsEmpty());
    EXPECT_THAT(messages(one(pause(R"("for": "46s")"), "strong"), "T003"), testing::SizeIs(1));
    EXPECT_THAT(messages(one(pause(R"("for": "30s", "longest": "4m")")), "T003"), testing::SizeIs(1))
        << "it can be stretched that far";
    EXPECT_THAT(
        messages(one(pause(R"("for": "4m", "text": "Four quiet minutes. You can leave at any time.")")),
                 "T003"),
        IsEmpty());
    const std::string waiting = one(pause(R"("for": { "parameter": "silence" })"));
    const auto up_to = [&](const char* highest) {
        return with_settings(waiting, std::string(R"("silence": { "type": "duration", "label": "Silence",
            "default": "30s", "lowest": "10s", "highest": ")") +
                                          highest + R"(" })");
    };
    EXPECT_THAT(messages(up_to("3m"), "T003"), IsEmpty());
    EXPECT_THAT(messages(up_to("4m"), "T003"),
                ElementsAre(HasSubstr("With \"silence\" at its highest, 4 minutes")));
}

/// Nothing stretches or shrinks in a closing, so nobody meets its longest silence, or its shortest.
TEST(ProofsT003, OnlyWhatSomebodyMeets) {
    std::string closing = one(say());
    const std::string there = R"({ "kind": "pause", "for": "20s" } ] } ] })";
    const auto with = [&](const std::string& keys) {
        return std::string(closing).replace(closing.find(there), there.size(), pause(keys) + " ] } ] }");
    };
    EXPECT_THAT(messages(with(R"("for": "20s", "longest": "4m")"), "T003"), IsEmpty());
    EXPECT_THAT(messages(with(R"("for": "4m")"), "T003"), testing::SizeIs(1));
    EXPECT_THAT(
        messages(with(R"("for": "20s", "shortest": "1s", "text": ")" + seventeen_words + "\""), "T006"),
        IsEmpty());
    EXPECT_THAT(messages(with(R"("for": "2s", "text": ")" + seventeen_words + "\""), "T006"),
                testing::SizeIs(1));
}

/// Seven words take 3.8 seconds to read, the closing 22.6: all three times are the same, and are told as the
/// same.
TEST(Report, TellsOneTimeInOneWay) {
    const auto checked = check(one(say("Rest here as long as that suits.")));
    ASSERT_TRUE(checked.times);
    const std::string told =
        kindly::written_duration(std::chrono::ceil<std::chrono::seconds>(checked.times->shortest.guided));
    ASSERT_NE(checked.times->shortest.guided % std::chrono::seconds(1), kindly::Milliseconds(0));
    ASSERT_EQ(checked.times->shortest.guided, checked.times->longest.guided);
    EXPECT_THAT(kindly::report(*checked.times),
                testing::StartsWith("guided time " + told + " - " + told + " - " + told + " ("));
}

TEST(ProofsT005, FitsIntoFiveMinutes) {
    EXPECT_THAT(messages(one(pause(R"("for": "5m", "text": "Quiet.")")), "T005"),
                ElementsAre(HasSubstr("so clients with 5 minutes will not be offered it")));
    EXPECT_THAT(messages(one(pause(R"("for": "5m", "shortest": "1m", "text": "Quiet.")")), "T005"),
                IsEmpty());
    EXPECT_THAT(messages(one(pause(R"("for": "2m")")), "T005"),
                ElementsAre(HasSubstr("nothing here can become shorter or longer")));
    EXPECT_THAT(messages(one(pause(R"("for": "2m", "longest": "3m")")), "T005"), IsEmpty());
    EXPECT_THAT(
        messages(exercise_around(section("one", say()) + ", " +
                                     section("two", pause(R"("for": "2m")"), R"("priority": "extra", )"),
                                 "gentle"),
                 "T005"),
        IsEmpty());
    EXPECT_THAT(messages(one(say()), "T005"), IsEmpty()) << "short as it is";
}

TEST(ProofsT006, CanBeRead) {
    const std::string text = R"(, "text": ")" + seventeen_words + '"'; // 1 s and 17 words: 7.8 s
    EXPECT_THAT(messages(one(pause(R"("for": "8s")" + text)), "T006"), IsEmpty());
    EXPECT_THAT(messages(one(pause(R"("for": "7s")" + text)), "T006"),
                ElementsAre("17 words in a 7s pause. Reading takes about 8s"));
    EXPECT_THAT(messages(one(pause(R"("for": "30s", "shortest": "5s")" + text)), "T006"),
                ElementsAre("17 words in a pause that can become as short as 5s. Reading takes about 8s"));
    EXPECT_THAT(
        messages(one(R"({ "kind": "breathe", "in": "3s", "out": "4s", "rounds": 1)" + text + " }"), "T006"),
        ElementsAre("17 words during 7s of breathing. Reading takes about 8s"));
    EXPECT_THAT(
        messages(one(R"({ "kind": "breathe", "in": "3s", "out": "4s", "rounds": 2)" + text + " }"), "T006"),
        IsEmpty());
}
