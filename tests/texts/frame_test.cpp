// SPDX-License-Identifier: MIT
// The frame that all exercises share: whoever was stirred is asked about it, there is a way back to the room
// and an ending that takes its time, and nothing that touches breath or body comes without another way.
// Beyond what the checker wants of other people's files: ours come without exceptions.
#include "checker/checker.hpp"
#include "exercise/fitting.hpp"
#include "exercise/guided_time.hpp"
#include "exercise/settings.hpp"
#include "texts/library.hpp"

#include <functional>

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using testing::IsEmpty;

namespace {

constexpr Milliseconds shortest_closing = std::chrono::seconds(40);

using OnStep = std::function<void(const Step& step, bool explained)>;

bool has_note(const Written* written) { return written != nullptr && written->find("note") != nullptr; }

/// Every step with whether it, or something that holds it, has a note or another way.
void walk(const Steps& steps, bool explained, const OnStep& on_step) {
    for (const Step& step : steps) {
        const bool here = explained || has_note(step.written) || step.instead.has_value();
        on_step(step, here);
        if (step.instead) { walk(*step.instead, false, on_step); }
        if (const auto* branch = std::get_if<If>(&step.what)) {
            walk(branch->then, here, on_step);
            walk(branch->otherwise, here, on_step);
        } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
            walk(repeat->steps, here, on_step);
        } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
            for (const auto& variant : pick->from) { walk(variant, here, on_step); }
        }
    }
}

void walk(const Exercise& exercise, const OnStep& on_step) {
    for (const Section& section : exercise.sections) {
        walk(section.steps, has_note(section.written), on_step);
    }
}

bool asks_about_harder(const Exercise& exercise) {
    bool found = false;
    walk(exercise, [&](const Step& step, bool) {
        const auto* ask = std::get_if<Ask>(&step.what);
        found = found || (ask != nullptr && step.id == "harder" && ask->optional && ask->is_private());
    });
    return found;
}

/// Its answer leads to something: nobody is asked and then left alone with it.
bool answers_harder(const Exercise& exercise) {
    bool found = false;
    const auto looks_at = [](const Condition& condition) {
        return std::any_of(condition.tests.begin(), condition.tests.end(),
                           [](const Test& test) { return !test.on_parameter && test.name == "harder"; });
    };
    walk(exercise, [&](const Step& step, bool) {
        const auto* branch = std::get_if<If>(&step.what);
        found = found || (branch != nullptr && looks_at(branch->when)) ||
                (step.only_if && looks_at(*step.only_if));
    });
    return found;
}

Milliseconds closing_time(const Plan& plan) {
    Milliseconds time{};
    const PlannedSection& closing = plan.sections[plan.closing];
    for (std::size_t at = closing.begin; at < closing.end; ++at) {
        time += guided_time(plan.instructions[at], false, Stretch::shortest);
    }
    return time;
}

bool has_role(const Exercise& exercise, Role role) {
    return std::any_of(exercise.sections.begin(), exercise.sections.end(),
                       [&](const Section& section) { return section.role == role; });
}

const Section* closing_of(const Exercise& exercise) {
    for (const Section& section : exercise.sections) {
        if (section.role == Role::closing) { return &section; }
    }
    return nullptr;
}

} // namespace

/// With warnings as errors, and no exception from a rule.
TEST(Frame, TheCheckerFindsNothing) {
    for (const LibraryFile* file : library().exercises()) {
        CheckRequest request;
        request.today = "2000-01-01"; // before any exception could run out
        request.find_fragment = library().fragments();
        Diagnostics found = check_exercise(file->exercise, request).diagnostics;
        std::erase_if(found, [](const Diagnostic& one) { return one.severity == Severity::advice; });
        EXPECT_THAT(found, IsEmpty()) << to_text(found, {.plain = true});
        EXPECT_THAT(file->exercise->safety.allow, IsEmpty()) << file->name;
    }
    for (const auto& file : library().files()) {
        if (file.fragment == nullptr) { continue; }
        Diagnostics found = check_fragment(*file.fragment, CheckRequest{"2000-01-01", {}, {}, nullptr});
        std::erase_if(found, [](const Diagnostic& one) { return one.severity == Severity::advice; });
        EXPECT_THAT(found, IsEmpty()) << to_text(found, {.plain = true});
    }
}

TEST(Frame, WhateverMayStirAsksWhetherItWasHarder) {
    for (const LibraryFile* file : library().exercises()) {
        if (file->exercise->safety.intensity == Intensity::gentle) { continue; }
        EXPECT_TRUE(asks_about_harder(*file->exercise))
            << file->name << ": an optional, private question \"harder\" is missing";
        EXPECT_TRUE(answers_harder(*file->exercise)) << file->name << ": a yes is left without an answer";
    }
}

TEST(Frame, EachHasAWayBackAndAnEnding) {
    for (const LibraryFile* file : library().exercises()) {
        EXPECT_TRUE(has_role(*file->exercise, Role::grounding)) << file->name;
        EXPECT_TRUE(has_role(*file->exercise, Role::closing)) << file->name;
        EXPECT_FALSE(file->exercise->safety.before.empty()) << file->name;
        bool rates = false;
        walk(*file->exercise,
             [&](const Step& step, bool) { rates = rates || std::holds_alternative<CheckIn>(step.what); });
        EXPECT_EQ(rates, !file->exercise->safety.backdraft.empty())
            << file->name << ": words for a rating that rises";
    }
}

/// What it looks at, moves and names is the checker's business (S017); that it takes its time is ours.
TEST(Frame, EndingsTakeTheirTime) {
    for (const LibraryFile* file : library().exercises()) {
        std::vector<std::set<Avoidable>> avoiding{{}};
        for (const Avoidable thing : all_values<Avoidable>()) { avoiding.push_back({thing}); }
        for (const auto& avoided : avoiding) {
            ExpandRequest request;
            request.settings = default_settings(*file->exercise);
            request.avoided = avoided;
            const Fitted made = fit(file->exercise, library().fragments(), request, std::nullopt);
            ASSERT_NE(made.plan, nullptr) << file->name;
            const Section* closing = closing_of(*file->exercise);
            if (closing != nullptr && has_note(closing->written)) { continue; } // it says why
            EXPECT_GE(closing_time(*made.plan), shortest_closing) << file->name;
        }
    }
}

TEST(Frame, BreathBodyTouchAndTheLikeHaveAnotherWay) {
    for (const LibraryFile* file : library().exercises()) {
        std::vector<std::string> alone;
        walk(*file->exercise, [&](const Step& step, bool explained) {
            // What the exercise cannot do without, it is not given without (`needs`).
            const auto& needs = file->exercise->needs;
            const bool another =
                std::includes(needs.begin(), needs.end(), step.involves.begin(), step.involves.end());
            if (!another && !explained) {
                alone.push_back(step.id.empty() ? step.written->find("text")->text : step.id);
            }
        });
        EXPECT_THAT(alone, IsEmpty()) << file->name;
    }
}

/// The checker's proofs speak of times; these are the words that come first.
TEST(Frame, StrongOnesWarnAskFirstAndSayThatTheyCanBeLeft) {
    for (const LibraryFile* file : library().exercises()) {
        const Exercise& exercise = *file->exercise;
        if (exercise.safety.intensity != Intensity::strong) { continue; }
        const std::string& before = exercise.safety.before;
        const bool leaves = before.find("stop") != std::string::npos ||
                            before.find("leave") != std::string::npos ||
                            before.find("you can end") != std::string::npos;
        EXPECT_TRUE(leaves) << file->name << ": " << before;
        EXPECT_FALSE(exercise.about.caution.empty()) << file->name;
        bool asked = false;
        for (const Section& section : exercise.sections) {
            const bool hard = section.purpose == Purpose::feeling || section.purpose == Purpose::memory ||
                              section.purpose == Purpose::critic;
            if (hard) {
                EXPECT_TRUE(asked) << file->name << ": " << section.id << " comes before a check-in";
            }
            walk(section.steps, false, [&](const Step& step, bool) {
                asked = asked || std::holds_alternative<CheckIn>(step.what);
            });
        }
    }
}
