// SPDX-License-Identifier: MIT
// What is proved, against every combination of answers one by one, and against every practice that the engine
// can be taken through: never wrong, and equal wherever the ways are exact.
// KINDLY_SCRIPTS: how many generated scripts (10,000 with script/test --long).
#include "checker/world.hpp"
#include "exercise/fitting.hpp"
#include "exercise/settings.hpp"
#include "session/session.hpp"
#include "support/every_path.hpp"
#include "support/script_writer.hpp"

#include <cstdlib>
#include <set>

#include <gtest/gtest.h>

using namespace kindly;
using namespace kindly::tests;

namespace {

constexpr std::size_t most_walks = 4096;

std::uint64_t scripts() {
    const char* wanted = std::getenv("KINDLY_SCRIPTS");
    return wanted == nullptr ? 400 : std::strtoull(wanted, nullptr, 10);
}

struct Script {
    std::shared_ptr<const Exercise> exercise;
    FragmentFinder fragments;
    std::string json;
};

Script script(std::uint64_t seed) {
    ScriptSize size;
    size.most_sections = 3;
    size.most_steps = 4;
    size.most_rounds = 3;
    size.extras = false;
    ScriptWriter writer(seed, size);
    Script written;
    written.json = writer.exercise().dump(1);
    written.exercise =
        read_exercise(std::make_shared<const SourceText>("generated.json", written.json)).exercise;
    written.fragments = writer.fragments();
    return written;
}

/// Extra sections go last first: every number of them.
std::vector<std::set<std::string>> drops(const Exercise& exercise) {
    std::vector<std::set<std::string>> all{{}};
    for (auto section = exercise.sections.rbegin(); section != exercise.sections.rend(); ++section) {
        if (section->role != Role::main || section->priority != Priority::extra) { continue; }
        all.push_back(all.back());
        all.back().insert(section->id);
    }
    return all;
}

bool is_exposed(const Plan& plan, std::size_t instruction) {
    const auto& section = plan.sections[plan.instructions[instruction].section];
    return section.role == Role::main &&
           (section.purpose == Purpose::feeling || section.purpose == Purpose::memory ||
            section.purpose == Purpose::critic);
}

/// By the step's place in the file, which does not change when sections are left out.
struct Extremes {
    Milliseconds shortest = Milliseconds::max();
    Milliseconds longest{};
    Milliseconds most_exposed = Milliseconds::min(); ///< 100 x exposed - 25 x guided
    void add(Milliseconds guided, Milliseconds exposed) {
        shortest = std::min(shortest, guided);
        longest = std::max(longest, guided);
        most_exposed = std::max(most_exposed, exposed * 100 - guided * 25);
    }
};

Extremes extremes_of(const World& world, Stretch stretch) {
    const Plan& plan = *world.plan;
    Extremes extremes;
    extremes.shortest = shortest_way(plan, world.ways, stretch).guided;
    extremes.longest = longest_way(plan, world.ways, stretch).guided;
    extremes.most_exposed = greatest_way(world.ways, [&](const Ways::Place& place) {
                                const Milliseconds time = world.time(place, stretch);
                                return time * (is_exposed(plan, place.instruction) ? 75 : -25);
                            }).sum;
    return extremes;
}

} // namespace

TEST(Soundness, OfTimeExposureReachAndAssignmentAgainstEveryCombination) {
    std::uint64_t compared = 0;
    for (std::uint64_t seed = 1; seed <= scripts(); ++seed) {
        const Script written = script(seed);
        ASSERT_NE(written.exercise, nullptr) << written.json;
        const Worlds worlds = make_worlds(written.exercise, written.fragments);
        if (worlds.all.empty()) { continue; }
        const World& world = worlds.all.front();
        ExpandRequest request;
        request.settings = world.settings;
        request.every_variant = true;
        std::map<Stretch, Extremes> every;
        std::set<std::pair<const Written*, std::size_t>> not_asked;
        std::set<const Written*> held;
        std::set<const Written*> failed;
        bool exact = world.ways.exact();
        for (const auto& dropped : drops(*written.exercise)) {
            request.dropped = dropped;
            const Expanded expanded = expand(written.exercise, written.fragments, request);
            if (expanded.plan == nullptr) { // nothing whole would remain: fitting does not do that either
                exact = false;
                continue;
            }
            const Plan& plan = *expanded.plan;
            const Walks walks = walk_all(plan, most_walks);
            exact = exact && walks.exact;
            for (const auto& path : walks.paths) {
                for (const Stretch stretch : {Stretch::shortest, Stretch::usual, Stretch::longest}) {
                    Milliseconds guided{};
                    Milliseconds exposed{};
                    for (const auto& passed : path) {
                        const Milliseconds time = guided_time(plan.instructions[passed.instruction],
                                                              passed.nothing_to_show, stretch);
                        guided += time;
                        if (is_exposed(plan, passed.instruction)) { exposed += time; }
                    }
                    every[stretch].add(guided, exposed);
                }
            }
            const auto condition = [&](std::size_t at) {
                return std::get<Branch>(plan.instructions[at].what).when.written;
            };
            for (const auto& [at, index] : walks.not_asked) { not_asked.insert({condition(at), index}); }
            for (const std::size_t at : walks.held) { held.insert(condition(at)); }
            for (const std::size_t at : walks.failed) { failed.insert(condition(at)); }
        }
        std::set<std::pair<const Written*, std::size_t>> said_not_asked;
        std::set<const Written*> seen_held;
        std::set<const Written*> seen_failed;
        for (const auto& [at, seen] : world.ways.seen()) {
            const Written* condition = std::get<Branch>(world.plan->instructions[at].what).when.written;
            for (const auto& [index, origin] : seen.not_asked) { said_not_asked.insert({condition, index}); }
            if (seen.held) { seen_held.insert(condition); }
            if (seen.failed) { seen_failed.insert(condition); }
        }
        for (const auto& [stretch, found] : every) { // sound always
            const Extremes proved = extremes_of(world, stretch);
            ASSERT_LE(proved.shortest, found.shortest) << written.json;
            ASSERT_GE(proved.longest, found.longest) << written.json;
            ASSERT_GE(proved.most_exposed, found.most_exposed) << written.json;
            if (!exact) { continue; }
            ASSERT_EQ(proved.shortest, found.shortest) << written.json;
            ASSERT_EQ(proved.longest, found.longest) << written.json;
            ASSERT_EQ(proved.most_exposed, found.most_exposed) << written.json;
        }
        for (const Written* one : held) { ASSERT_TRUE(seen_held.contains(one)) << written.json; }
        for (const Written* one : failed) { ASSERT_TRUE(seen_failed.contains(one)) << written.json; }
        if (world.ways.exact()) {
            for (const auto& one : not_asked) { ASSERT_TRUE(said_not_asked.contains(one)) << written.json; }
        }
        if (!exact) { continue; }
        ASSERT_EQ(said_not_asked, not_asked) << written.json;
        ASSERT_EQ(seen_held, held) << written.json;
        ASSERT_EQ(seen_failed, failed) << written.json;
        ++compared;
    }
    EXPECT_GT(compared, scripts() / 2); // else this compares nothing
    RecordProperty("compared", static_cast<int>(compared));
}

TEST(Soundness, WhatRemainsForWhoeverAvoidsSomethingHoldsNothingOfIt) {
    for (std::uint64_t seed = 1; seed <= scripts(); ++seed) {
        const Script written = script(seed);
        ASSERT_NE(written.exercise, nullptr);
        const Worlds worlds = make_worlds(written.exercise, written.fragments);
        for (const auto& world : worlds.all) {
            if (!world.avoided.contains(Avoidable::breath)) { continue; }
            for (const auto& instruction :
                 world.plan->instructions) { // a breathing step always involves breath
                ASSERT_FALSE(std::holds_alternative<Breathing>(instruction.what)) << written.json;
            }
        }
    }
}

namespace {

/// One practice on the virtual clock, with the answers numbered by `choices`; more are taken as 0. Notes how
/// many there would have been each time.
struct Taken {
    std::vector<std::size_t> choices, of;
    Milliseconds guided{};
    bool comparable = false; ///< completed, without a detour
};

Taken take(const std::shared_ptr<const Plan>& plan, std::vector<std::size_t> choices) {
    Session session(plan, {});
    Taken taken;
    taken.choices = std::move(choices);
    taken.comparable = true;
    Milliseconds now{};
    Milliseconds apart{};
    Input input = input::Begin{};
    Milliseconds practised{};
    for (int steps = 0; steps < 20000 && !session.ended(); ++steps) {
        const Session::Outcome outcome = session.advance(input, now);
        input = input::Tick{};
        if (outcome.wake_at) { now = std::max(now, *outcome.wake_at); }
        const std::size_t asked = taken.of.size();
        const auto choose = [&](std::size_t count) {
            if (asked == taken.choices.size()) { taken.choices.push_back(0); }
            taken.of.push_back(count);
            return taken.choices[asked];
        };
        if (!outcome.wake_at) { input = input::Continue{}; }
        for (const auto& event : outcome.events) {
            if (const auto* question = std::get_if<event::Asked>(&event.what)) {
                const Question& one = question->question;
                if (!one.expect) { apart += limits::answering; }
                now += one.expect.value_or(limits::answering);
                Candidates all{std::nullopt};
                if (one.answer == Ask::Answer::choice) {
                    for (const auto& option : one.options) { all.emplace_back(option.id); }
                } else if (one.answer == Ask::Answer::yes_no) {
                    all.emplace_back(true);
                    all.emplace_back(false);
                } else if (one.answer == Ask::Answer::choices) {
                    all.emplace_back(std::vector<std::string>{one.options.front().id});
                } else if (one.answer == Ask::Answer::text) {
                    all.emplace_back(std::string("w"));
                } else {
                    all.emplace_back(static_cast<double>(one.lowest.value_or(0)));
                }
                const auto& answer = all[choose(all.size())];
                input = answer ? Input(input::Answer{*answer}) : Input(input::Skip{});
            } else if (std::holds_alternative<event::CheckInAsked>(event.what)) {
                apart += limits::answering;
                now += limits::answering;
                input = input::Answer{0.0};
            } else if (std::holds_alternative<event::Consent>(event.what)) {
                input = input::Answer{true};
            } else if (std::holds_alternative<event::Offered>(event.what)) {
                taken.comparable = false;
                input = input::Answer{std::string("stop")};
            } else if (const auto* ended = std::get_if<event::Ended>(&event.what)) {
                practised = ended->practised;
                taken.comparable = taken.comparable && ended->status == Status::completed;
            }
        }
    }
    taken.guided = practised - apart;
    return taken;
}

} // namespace

TEST(Soundness, OfTimeAgainstEveryPracticeThatTheEngineCanBeTakenThrough) {
    constexpr int most_practices = 300;
    std::uint64_t practices = 0;
    for (std::uint64_t seed = 1; seed <= scripts() / 4; ++seed) {
        const Script written = script(seed);
        ASSERT_NE(written.exercise, nullptr);
        ExpandRequest request;
        request.settings = default_settings(*written.exercise);
        const Fitted fitted = fit(written.exercise, written.fragments, request, std::nullopt);
        if (fitted.plan == nullptr) { continue; }
        const Ways ways(*fitted.plan);
        const Milliseconds shortest = shortest_way(*fitted.plan, ways, Stretch::fitted).guided;
        const Milliseconds longest = longest_way(*fitted.plan, ways, Stretch::fitted).guided;
        std::vector<std::size_t> choices;
        for (int count = 0; count < most_practices; ++count) {
            const Taken taken = take(fitted.plan, choices);
            if (taken.comparable) {
                ASSERT_GE(taken.guided, shortest) << written.json;
                ASSERT_LE(taken.guided, longest) << written.json;
                ++practices;
            }
            // The next combination: the last answer that has another one after it.
            choices.assign(taken.choices.begin(),
                           taken.choices.begin() + static_cast<std::ptrdiff_t>(taken.of.size()));
            while (!choices.empty() && choices.back() + 1 == taken.of[choices.size() - 1]) {
                choices.pop_back();
            }
            if (choices.empty()) { break; }
            ++choices.back();
        }
    }
    EXPECT_GT(practices, scripts());
}
