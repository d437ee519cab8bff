// SPDX-License-Identifier: MIT
// The exercise of a quiet sit: what the log keeps of it can be read as any exercise, and what is practised
// has the lengths that were asked for.
#include "exercise/sitting.hpp"

#include "exercise/canonical.hpp"
#include "support/exercises.hpp"

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

std::shared_ptr<Plan> sitting_plan(const Sitting& sitting) {
    auto plan = plan_of(sitting_exercise(sitting));
    keep_time(*plan, sitting);
    return plan;
}

std::vector<Silence> silences_of(const Plan& plan, const std::string& section) {
    std::vector<Silence> found;
    for (const auto& instruction : plan.instructions) {
        const auto* silence = std::get_if<Silence>(&instruction.what);
        if (silence != nullptr && plan.sections[instruction.section].id == section) {
            found.push_back(*silence);
        }
    }
    return found;
}

const std::vector<Sitting> all_kinds{{minutes(20), {}, {}},
                                     {seconds(1), seconds(1), {}},
                                     {minutes(45), seconds(30), minutes(10)},
                                     {longest_sit, longest_preparation, shortest_between_bells},
                                     {minutes(40), {}, {}},
                                     {std::nullopt, {}, {}},
                                     {std::nullopt, minutes(1), minutes(5)}};

} // namespace

TEST(Sitting, WhatTheLogKeepsIsAnExerciseLikeAnyOther) {
    for (const auto& sitting : all_kinds) {
        const auto read =
            read_exercise(std::make_shared<const SourceText>("sit.json", sitting_text(sitting)));
        EXPECT_TRUE(read.exercise != nullptr && read.diagnostics.empty())
            << to_text(read.diagnostics, {.plain = true}) << sitting_text(sitting);
        EXPECT_EQ(canonical_digest(read.exercise->document->root),
                  canonical_digest(sitting_exercise(sitting)->document->root));
    }
}

TEST(Sitting, TheKeptTextIsAsLongAsTheSit) {
    for (const auto& sitting : all_kinds) {
        if (!sitting.length) { continue; }
        const auto plan = plan_of(exercise_from(sitting_text(sitting)));
        Milliseconds all{};
        for (const auto& silence : silences_of(*plan, "quiet")) {
            all += silence.length;
            EXPECT_LE(silence.length, limits::longest_pause);
            EXPECT_EQ(silence.bell_every, sitting.bell_every);
        }
        EXPECT_EQ(all, *sitting.length);
        EXPECT_TRUE(silences_of(*plan, "quiet").front().bell_at_start);
        EXPECT_TRUE(silences_of(*plan, "quiet").back().bell_at_end);
    }
}

TEST(Sitting, IsOneSilenceHoweverLong) {
    const auto plan = sitting_plan({minutes(45), seconds(30), minutes(10)});
    ASSERT_EQ(silences_of(*plan, "settle").size(), 1U);
    EXPECT_EQ(silences_of(*plan, "settle").front().length, seconds(30));
    EXPECT_FALSE(silences_of(*plan, "settle").front().bell_at_start);
    const auto quiet = silences_of(*plan, "quiet");
    ASSERT_EQ(quiet.size(), 1U);
    EXPECT_EQ(quiet.front().length, minutes(45));
    EXPECT_TRUE(quiet.front().bell_at_start && quiet.front().bell_at_end);
    EXPECT_EQ(quiet.front().bell_every, minutes(10));
    EXPECT_FALSE(quiet.front().open_ended);
    EXPECT_EQ(plan->guided, minutes(45) + seconds(30)) << "what was asked for, and no more";
    EXPECT_TRUE(plan->keeps_time);
}

TEST(Sitting, WithoutALengthThereIsNoEnd) {
    const auto plan = sitting_plan({std::nullopt, {}, minutes(5)});
    EXPECT_TRUE(silences_of(*plan, "settle").empty());
    const auto quiet = silences_of(*plan, "quiet");
    ASSERT_EQ(quiet.size(), 1U);
    EXPECT_TRUE(quiet.front().open_ended);
    EXPECT_EQ(quiet.front().bell_every, minutes(5));
    EXPECT_EQ(plan->guided, Milliseconds{});
}

TEST(Sitting, OtherLengthsAreAnotherText) {
    EXPECT_NE(sitting_text({minutes(20), {}, {}}), sitting_text({minutes(21), {}, {}}));
    EXPECT_NE(sitting_text({std::nullopt, {}, {}}), sitting_text({std::nullopt, {}, minutes(5)}));
    EXPECT_EQ(sitting_text({minutes(20), {}, {}}), sitting_text({minutes(20), {}, {}}));
}
