// SPDX-License-Identifier: MIT
// The programmes that we ship: nothing to mend in any, and what each has to be for the people in it.
#include "checker/programme_check.hpp"
#include "exercise/programmes.hpp"
#include "exercise/reading.hpp"

#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

const Catalogue& catalogue() {
    static const Catalogue one({std::string(KINDLY_SOURCE_DIR) + "/exercises"});
    return one;
}

const OpenedExercise* find(const std::string& id) {
    static std::map<std::string, OpenedExercise> known;
    const auto ids = catalogue().ids();
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) { return nullptr; }
    if (!known.contains(id)) { known[id] = catalogue().open(id, std::nullopt); }
    return &known[id];
}

const std::map<std::string, std::shared_ptr<const Programme>>& shipped() {
    static const auto all = [] {
        std::map<std::string, std::shared_ptr<const Programme>> read;
        const ProgrammeListing listing = Programmes(catalogue().folders()).list();
        EXPECT_THAT(listing.broken, IsEmpty());
        for (const OpenedProgramme& opened : listing.programmes) {
            read[opened.programme->id] = opened.programme;
        }
        return read;
    }();
    return all;
}

bool is_strong(const std::string& id) {
    const OpenedExercise* found = find(id);
    return found != nullptr && found->exercise != nullptr &&
           found->exercise->safety.intensity == Intensity::strong;
}

TEST(ShippedProgrammes, AreTheFive) {
    std::vector<std::string> ids;
    for (const auto& [id, programme] : shipped()) { ids.push_back(id); }
    EXPECT_THAT(
        ids, testing::ElementsAre("anxious-week", "clinicians", "eight-weeks", "self-criticism", "starter"));
}

TEST(ShippedProgrammes, HaveNothingToMend) {
    for (const auto& [id, programme] : shipped()) {
        Diagnostics found =
            check_programme(*programme, {"2026-11-22", find, [] { return catalogue().ids(); }});
        std::erase_if(found, [](const Diagnostic& one) { return one.severity == Severity::advice; });
        EXPECT_THAT(test::lines(found), IsEmpty()) << id;
    }
}

TEST(ShippedProgrammes, AskEachWeekWhatWasHarder) {
    for (const auto& [id, programme] : shipped()) {
        std::set<int> asked;
        for (const ProgrammeItem& item : programme->items) {
            if (item.exercise == "weekly" && !item.optional) { asked.insert(Programme::week_of(item.day)); }
        }
        EXPECT_EQ(asked.size(), static_cast<std::size_t>(programme->week_count())) << id;
    }
}

TEST(ShippedProgrammes, LeaveEveryDayOpenToLessAndToRest) {
    for (const auto& [id, programme] : shipped()) {
        EXPECT_THAT(programme->about.homework, AllOf(HasSubstr("look"), HasSubstr("feet"),
                                                     testing::AnyOf(HasSubstr("rest"), HasSubstr("free"))))
            << id;
    }
}

TEST(ShippedProgrammes, SayWhatTheyCannotDo) {
    EXPECT_THAT(shipped().at("clinicians")->about.caution,
                AllOf(HasSubstr("workload"), HasSubstr("supervis")));
    EXPECT_EQ(shipped().at("clinicians")->about.audience, Audience::clinicians);
    EXPECT_THAT(shipped().at("anxious-week")->about.caution, HasSubstr("not a treatment"));
    EXPECT_THAT(shipped().at("self-criticism")->about.caution, HasSubstr("therapist"));
}

TEST(ShippedProgrammes, KeepWhatIsStrongWhereItBelongs) {
    for (const auto& [id, programme] : shipped()) {
        for (const ProgrammeItem& item : programme->items) {
            const auto choices = item.choices();
            if (std::none_of(choices.begin(), choices.end(), is_strong)) { continue; }
            EXPECT_TRUE(id == "eight-weeks" || id == "self-criticism") << id;
            EXPECT_TRUE(id == "eight-weeks" || item.locked_until_agreed) << id << " day " << item.day;
        }
    }
    ASSERT_TRUE(is_strong("three-chairs")); // else this has looked at nothing
}

} // namespace
} // namespace kindly
