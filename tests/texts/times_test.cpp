// SPDX-License-Identifier: MIT
// Whoever has the brief's short, usual or long minutes for an exercise gets a whole exercise in that time.
// The table is the brief's: a new exercise brings its row.
#include "exercise/fitting.hpp"
#include "exercise/settings.hpp"
#include "texts/library.hpp"
#include "texts/minutes.hpp"

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;

namespace {

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
    for (const auto& [id, minutes] : minutes_of_exercises()) { listed.push_back(id); }
    EXPECT_THAT(ids, testing::UnorderedElementsAreArray(listed));
}

TEST(Times, EachExerciseFitsItsMinutes) {
    for (const LibraryFile* file : library().exercises()) {
        const auto minutes = minutes_of_exercises().find(file->id);
        if (minutes == minutes_of_exercises().end()) { continue; } // the test above says so
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
        const auto minutes = minutes_of_exercises().find(file->id);
        if (minutes == minutes_of_exercises().end()) { continue; }
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
