// SPDX-License-Identifier: MIT
// Whoever has the brief's short, usual or long minutes for an exercise gets a whole exercise in that time.
// The table is the brief's: a new exercise brings its row.
#include "exercise/fitting.hpp"
#include "exercise/settings.hpp"
#include "texts/library.hpp"

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;

namespace {

struct Minutes {
    int brief, usual, generous;
};

const std::map<std::string, Minutes>& table() {
    static const std::map<std::string, Minutes> minutes{
        // Steadying
        {"feet", {2, 5, 7}},
        {"look", {1, 3, 6}},
        {"hand", {1, 4, 6}},
        {"rhythm", {2, 6, 10}},
        {"friendly-breath", {3, 6, 12}},
        {"savour", {3, 8, 15}},
        {"ordinary", {2, 4, 7}},
        {"open-close", {3, 7, 9}},
        {"systems", {2, 6, 8}},
        {"calm-place", {3, 6, 10}},
        // Core
        {"kind-pause", {3, 5, 9}}, // the brief says 2; its note says why not
        {"friend", {3, 6, 10}},
        {"own-words", {3, 8, 12}},
        {"goodwill", {3, 8, 15}},
        {"kind-scan", {4, 9, 15}},
        {"share-breath", {3, 7, 12}},
        {"wise-self", {4, 9, 14}},
        {"coach", {3, 8, 12}},
        {"matters", {4, 9, 14}},
        {"firm-kindness", {3, 7, 11}},
        {"mask", {3, 7, 12}},
        {"two-truths", {4, 9, 13}},
        {"steady-carer", {2, 6, 10}},
        {"after-session", {2, 6, 8}},
        // Strong
        {"soften", {3, 8, 12}},
        {"companion", {4, 9, 14}},
        {"kind-letter", {4, 12, 15}},
        {"three-chairs", {5, 10, 15}},
        {"unmet", {4, 10, 15}},
        {"mend", {4, 10, 14}},
    };
    return minutes;
}

/// How far the usual length may be from the brief's, and how much of the longest time may be left over.
constexpr double near_the_usual = 0.25;
constexpr double left_over = 0.1;

double in_minutes(Milliseconds time) { return std::chrono::duration<double, std::ratio<60>>(time).count(); }

std::shared_ptr<Plan> fitted(const LibraryFile& file, int minutes) {
    ExpandRequest request;
    request.settings = default_settings(*file.exercise);
    return fit(file.exercise, library().fragments(), request, std::chrono::minutes(minutes)).plan;
}

} // namespace

TEST(Times, TheTableIsWhatThereIs) {
    std::vector<std::string> ids;
    for (const LibraryFile* file : library().exercises()) { ids.push_back(file->id); }
    std::vector<std::string> listed;
    for (const auto& [id, minutes] : table()) { listed.push_back(id); }
    EXPECT_THAT(ids, testing::UnorderedElementsAreArray(listed));
}

TEST(Times, EachExerciseFitsItsMinutes) {
    for (const LibraryFile* file : library().exercises()) {
        const auto minutes = table().find(file->id);
        if (minutes == table().end()) { continue; } // the test above says so
        for (const int asked : {minutes->second.brief, minutes->second.usual, minutes->second.generous}) {
            const auto plan = fitted(*file, asked);
            EXPECT_NE(plan, nullptr) << file->name << " does not fit " << asked << " minutes";
            if (plan == nullptr) { continue; }
            EXPECT_LE(in_minutes(plan->guided), asked) << file->name;
        }
    }
}

TEST(Times, TheyAreNearTheBrief) {
    for (const LibraryFile* file : library().exercises()) {
        const auto minutes = table().find(file->id);
        if (minutes == table().end()) { continue; }
        ExpandRequest request;
        request.settings = default_settings(*file->exercise);
        const TimeRange times = time_range(file->exercise, library().fragments(), request);
        const double usual = minutes->second.usual;
        EXPECT_NEAR(in_minutes(times.usual.guided), usual, usual * near_the_usual) << file->name;
        EXPECT_GE(in_minutes(times.longest.guided), minutes->second.generous * (1 - left_over)) << file->name;
    }
}

TEST(Times, LessThanTheShortestDoesNotFit) {
    for (const LibraryFile* file : library().exercises()) {
        if (file->id != "kind-letter") { continue; }
        EXPECT_EQ(fitted(*file, 1), nullptr);
    }
}
