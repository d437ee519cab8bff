// SPDX-License-Identifier: MIT
// Family P: programmes with their exercises at hand. The exact words of each message stand in
// tests/cases/check/P*.
#include "checker/codes.hpp"
#include "checker/programme_check.hpp"
#include "exercise/programme_reader.hpp"
#include "exercise/reading.hpp"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A world with exercises of every intensity, and one that cannot be read.
class Exercises {
public:
    Exercises() {
        for (const char* id : {"feet", "look", "open-close", "hand"}) { add(id, "gentle"); }
        for (const char* id : {"friend", "goodwill", "kind-pause"}) { add(id, "moderate"); }
        for (const char* id : {"soften", "mend"}) { add(id, "strong"); }
        all_["broken"].file = "broken.json";
    }

    [[nodiscard]] Diagnostics check(const Programme& programme) const {
        return check_programme(programme, {"2026-11-22",
                                           [&](const std::string& id) {
                                               const auto found = all_.find(id);
                                               return found == all_.end() ? nullptr : &found->second;
                                           },
                                           [&] {
                                               std::vector<std::string> ids;
                                               for (const auto& [id, opened] : all_) { ids.push_back(id); }
                                               return ids;
                                           }});
    }

private:
    void add(const std::string& id, const std::string& intensity) {
        test::Sample sample;
        sample.heading = R"("format": "1.0", "id": ")" + id +
                         R"(", "version": "1.0", "language": "en", "title": "Sample",)";
        sample.safety = R"("safety": { "intensity": ")" + intensity +
                        R"(", "before": "You can stop.", "backdraft": "Old pain.",
                           "distress": { "offer_grounding_at": 5, "stop_at": 8 } },)";
        OpenedExercise opened;
        opened.exercise = sample.read().exercise;
        EXPECT_NE(opened.exercise, nullptr) << testing::PrintToString(test::lines(sample.read().diagnostics));
        opened.find_fragment = [](const std::string&, int) { return nullptr; };
        all_[id] = opened;
    }

    std::map<std::string, OpenedExercise> all_;
};

Diagnostics check(const std::string& items, const std::string& id = "days") {
    static const Exercises exercises;
    const ReadProgramme read =
        read_programme(test::source(R"({ "format": "1.0", "id": ")" + id +
                                    R"(", "version": "1.0", "language": "en", "title": "Days",
"about": { "license": "CC-BY-4.0", "reviewed": { "by": "a colleague", "on": "2026-10-01" } }, "items": [)" +
                                    items + "] }"));
    EXPECT_NE(read.programme, nullptr) << testing::PrintToString(test::lines(read.diagnostics)) << items;
    return read.programme == nullptr ? read.diagnostics : exercises.check(*read.programme);
}

std::vector<std::string> messages(const std::string& items) {
    std::vector<std::string> all;
    for (const Diagnostic& one : check(items)) { all.push_back(one.code + " " + one.message); }
    return all;
}

/// Four days that a strong exercise may follow on day 5.
const std::string before_strong =
    R"({ "day": 1, "exercise": "feet" }, { "day": 2, "exercise": "open-close" },
       { "day": 3, "exercise": "look" }, { "day": 4, "exercise": "hand" },)";

std::string strong(int day, const std::string& id = "soften", const std::string& more = {}) {
    return R"({ "day": )" + std::to_string(day) + R"(, "exercise": ")" + id +
           R"(", "optional": true, "substitute": "look")" + more + " }";
}

TEST(ProgrammeCheck, ExamplesOfTheCodesGiveTheirCodeAndAreCuredOfIt) {
    for (const char* code : {"P001", "P002", "P003", "P004"}) {
        std::vector<std::string> found;
        for (const Diagnostic& one : check(find_code(code)->bad)) { found.push_back(one.code); }
        EXPECT_THAT(found, Contains(code));
        EXPECT_THAT(found, testing::Each(code));
        EXPECT_THAT(messages(find_code(code)->good), IsEmpty()) << code;
    }
}

TEST(ProgrammeCheck, LooksAtEveryExerciseThatIsNamed) {
    EXPECT_THAT(messages(R"({ "day": 1, "exercise": "fet", "or": ["lok"], "substitute": "hnd" })"),
                ElementsAre(HasSubstr("Did you mean \"feet\"?"), HasSubstr("Did you mean \"look\"?"),
                            HasSubstr("Did you mean \"hand\"?")));
    EXPECT_THAT(messages(R"({ "day": 1, "exercise": "broken" })"),
                ElementsAre("P001 \"broken\" cannot be used: it has mistakes of its own"));
}

TEST(ProgrammeCheck, AnExerciseHasTheNameAlready) {
    EXPECT_THAT(test::lines(check(R"({ "day": 1, "exercise": "feet" })", "look")),
                ElementsAre(HasSubstr("K010: \"look\" is already the name of an exercise")));
}

TEST(ProgrammeCheck, SettingsMayBeAllThatTheExerciseTakes) {
    EXPECT_THAT(messages(R"({ "day": 1, "exercise": "feet", "settings": { "rounds": 4 } })"), IsEmpty());
    EXPECT_THAT(messages(R"({ "day": 1, "exercise": "feet", "settings": { "rounds": 5, "round": 1 } })"),
                ElementsAre("P004 \"rounds\" cannot be higher than 4",
                            "P004 \"feet\" has no setting \"round\". Did you mean \"rounds\"?"));
}

TEST(ProgrammeCheck, AStrongOneIsAllowedWhereEverythingIsThere) {
    EXPECT_THAT(messages(before_strong + strong(5)), IsEmpty());
    EXPECT_THAT(messages(before_strong + strong(5) + "," + strong(7, "mend")), IsEmpty());
    // The choice of one is enough to ask for all of it.
    EXPECT_THAT(messages(R"({ "day": 1, "exercise": "look", "or": ["mend"] })").size(), 4U);
}

TEST(ProgrammeCheck, CountsOnlyWhatIsCertainToHaveBeenDone) {
    const std::string closing = R"({ "day": 1, "exercise": "open-close" },)";
    const auto with = [&](const std::string& items) { return messages(closing + items + strong(8)); };
    EXPECT_THAT(with(R"({ "day": 1, "until": 3, "exercise": "feet" },)"), IsEmpty());
    EXPECT_THAT(with(R"({ "day": 1, "until": 7, "times": 3, "exercise": "feet" },)"), IsEmpty());
    const auto lacking = [](const std::string& count) {
        return ElementsAre(HasSubstr("there " + count + "; a strong one needs 3"));
    };
    EXPECT_THAT(with(R"({ "day": 1, "until": 9, "times": 4, "exercise": "feet" },)"),
                lacking("are 2 gentle practices"));
    EXPECT_THAT(with(R"({ "day": 1, "until": 3, "exercise": "feet", "or": ["friend"] },)"),
                lacking("are 0 gentle practices"));
    EXPECT_THAT(with(R"({ "day": 1, "until": 3, "exercise": "feet", "optional": true },)"),
                lacking("are 0 gentle practices"));
    EXPECT_THAT(with(R"({ "day": 1, "until": 3, "exercise": "feet", "locked_until_agreed": true },)"),
                lacking("are 0 gentle practices"));
    EXPECT_THAT(with(R"({ "day": 1, "until": 3, "exercise": "feet", "review": "And how was it?" },)"),
                lacking("are 0 gentle practices"));
    EXPECT_THAT(with(R"({ "day": 1, "until": 3, "exercise": "goodwill" },)"),
                lacking("are 0 gentle practices"));
    EXPECT_THAT(with(R"({ "day": 7, "exercise": "feet" }, { "day": 8, "until": 9, "exercise": "look" },)"),
                lacking("is 1 gentle practice"));
}

TEST(ProgrammeCheck, TheWayToCloseComesFirstAndCannotBeMissed) {
    const std::string gentle = R"({ "day": 1, "until": 4, "exercise": "feet" },)";
    const auto says = [&](const std::string& item) { return messages(gentle + item + strong(5)); };
    const auto missing = ElementsAre(HasSubstr("\"open-close\" does not come before it"));
    EXPECT_THAT(says(""), missing);
    EXPECT_THAT(says(R"({ "day": 4, "exercise": "open-close" },)"), IsEmpty());
    EXPECT_THAT(says(R"({ "day": 5, "exercise": "open-close" },)"), missing);
    EXPECT_THAT(says(R"({ "day": 4, "exercise": "open-close", "optional": true },)"), missing);
    EXPECT_THAT(says(R"({ "day": 4, "exercise": "open-close", "or": ["look"] },)"), missing);
}

TEST(ProgrammeCheck, StrongOnesHaveADayBetweenThem) {
    const auto next_to = [](const std::string& items) {
        std::vector<std::string> found;
        for (const std::string& one : messages(before_strong + items)) {
            if (one.find("stands next to") != std::string::npos ||
                one.find("in a row") != std::string::npos) {
                found.push_back(one);
            }
        }
        return found;
    };
    EXPECT_THAT(next_to(strong(5) + "," + strong(6, "mend")),
                ElementsAre("P003 \"mend\" (day 6) stands next to \"soften\" (day 5)"));
    EXPECT_THAT(next_to(strong(5) + "," + strong(5, "mend")).size(), 1U);
    EXPECT_THAT(next_to(strong(5, "soften", R"(, "until": 7, "times": 1)") + "," + strong(8, "mend")).size(),
                1U);
    EXPECT_THAT(next_to(strong(5, "soften", R"(, "until": 7, "times": 1)") + "," + strong(9, "mend")),
                IsEmpty());
    EXPECT_THAT(next_to(strong(5, "soften", R"(, "until": 6)")).size(), 1U);
}

/// Whatever the days: two strong ones are refused exactly when they could be done on neighbouring days.
RC_GTEST_PROP(ProgrammeCheckProperty, NeighboursAreFoundForAnyDays, ()) {
    const int first = *rc::gen::inRange(5, 15);
    const int first_days = *rc::gen::inRange(1, 4);
    const int second = *rc::gen::inRange(first, first + 8);
    const int second_days = *rc::gen::inRange(1, 4);
    const auto item = [](int day, int days, const char* id) {
        return strong(day, id,
                      days == 1 ? "" : R"(, "times": 1, "until": )" + std::to_string(day + days - 1));
    };
    bool neighbours = false;
    for (int one = first; one < first + first_days; ++one) {
        for (int other = second; other < second + second_days; ++other) {
            neighbours = neighbours || std::abs(one - other) <= 1;
        }
    }
    const auto found =
        messages(before_strong + item(first, first_days, "soften") + "," + item(second, second_days, "mend"));
    RC_ASSERT(found.empty() != neighbours);
}

TEST(ProgrammeCheck, DaysAreJudgedAsTheyAreLived) {
    EXPECT_THAT(messages(R"({ "day": 1, "exercise": "feet" }, { "day": 1, "exercise": "look" },
                            { "day": 5, "until": 9, "exercise": "feet" }, { "day": 9, "review": "And?" })"),
                IsEmpty());
    EXPECT_THAT(
        messages(R"({ "day": 1, "until": 2, "times": 3, "exercise": "feet" }, { "day": 9, "until": 3,
                            "exercise": "look" }, { "day": 3, "exercise": "hand" })"),
        ElementsAre("P002 3 times do not fit into days 1 to 2", "P002 \"until\" (3) is before \"day\" (9)"));
}

TEST(ProgrammeCheck, ItsWordsAreLookedAtLikeThoseOfAnExercise) {
    const auto found =
        messages(R"({ "day": 1, "exercise": "feet", "text": "You must push through, this will heal you." })");
    EXPECT_THAT(found, Contains(HasSubstr("S007")));
    EXPECT_THAT(found, Contains(HasSubstr("S012")));
}

} // namespace
} // namespace kindly
