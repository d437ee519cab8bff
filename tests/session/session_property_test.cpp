// SPDX-License-Identifier: MIT
// What must hold for every exercise and everything that can happen in it.
#include "session/player.hpp"
#include "session/summary.hpp"
#include "support/every_path.hpp"
#include "support/exercises.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kindly;
using namespace kindly::tests;
using std::chrono::seconds;

namespace {

int number(int lowest, int highest) { return *rc::gen::inRange(lowest, highest + 1); }

std::shared_ptr<Plan> invented_plan() {
    const std::string json = Inventor().exercise();
    RC_LOG() << json << '\n';
    return plan_of(exercise_from(json), static_cast<std::uint64_t>(number(0, 1000)));
}

SessionOptions any_options() {
    SessionOptions options;
    options.untimed = number(0, 5) == 0;
    options.enter_waits = number(0, 1) == 0;
    options.pace = *rc::gen::element(0.25, 1.0, 1.5, 4.0);
    return options;
}

/// Anything a person, a signal or chance could do; fitting or not.
Input any_input() {
    switch (number(0, 19)) {
    case 0: return input::Continue{};
    case 1: return input::Skip{};
    case 2: return input::Back{};
    case 3: return input::Pause{};
    case 4: return input::Resume{};
    case 5: return input::Ground{};
    case 6: return input::Close{};
    case 7: return input::Stop{};
    case 8: return input::Support{};
    case 9: return input::Pace{*rc::gen::element(0.1, 0.5, 1.0, 3.0, 9.0)};
    case 10: return input::Draft{"so far"};
    case 11: return number(0, 9) == 0 ? Input(input::EndOfInput{}) : Input(input::Tick{});
    case 12: return number(0, 9) == 0 ? Input(input::Suspend{}) : Input(input::Tick{});
    case 13: return input::Answer{*rc::gen::element(true, false)};
    case 14:
        return input::Answer{std::string(
            *rc::gen::element("one", "two", "ground", "go_on", "close", "stop", "keep", "delete", "yes"))};
    case 15: return input::Answer{Numb{}};
    case 16: return input::Answer{std::string("some words")};
    default: return input::Answer{static_cast<double>(number(-1, 11))};
    }
}

/// Inputs and the time between them.
using Script = std::vector<std::pair<Milliseconds, Input>>;
Script any_script(int length) {
    Script script;
    for (int count = 0; count < length; ++count) {
        script.emplace_back(Milliseconds(number(0, 40000)), any_input());
    }
    return script;
}

void play(Player& player, const Script& script) {
    player.begin();
    for (const auto& [time, input] : script) {
        player.pass(time);
        player.give(input);
    }
}

/// However it stands: with nobody there, it comes to its end.
void let_it_end(Player& player) {
    player.give(input::EndOfInput{});
    for (int count = 0; count < 100000 && !player.ended(); ++count) {
        if (!player.pass_to_next()) { break; }
    }
}

std::string as_text(const Event& event) {
    std::string text = std::to_string(event.at.count()) + " " + std::to_string(event.what.index());
    if (const auto* said = std::get_if<event::Said>(&event.what)) { text += said->text; }
    if (const auto* answered = std::get_if<event::Answered>(&event.what)) {
        text += answered->id + std::to_string(answered->value.index());
    }
    if (const auto* silence = std::get_if<event::SilenceBegan>(&event.what)) {
        text += std::to_string(silence->length.count());
    }
    return text;
}

} // namespace

RC_GTEST_PROP(SessionProperty, EveryPracticeEnds, ()) {
    Player player(invented_plan(), any_options());
    play(player, any_script(number(0, 60)));
    let_it_end(player);
    RC_ASSERT(player.ended());
    RC_ASSERT(player.all<event::Ended>().size() == 1U);
}

RC_GTEST_PROP(SessionProperty, EveryEndingButAnOutrightStopPassesTheClosing, ()) {
    Player player(invented_plan(), any_options());
    play(player, any_script(number(0, 60)));
    let_it_end(player);
    const Status status = player.last<event::Ended>()->status;
    if (status == Status::completed || status == Status::closed_early) { RC_ASSERT(player.passed_closing()); }
    RC_TAG(word(status));
}

RC_GTEST_PROP(SessionProperty, TheClosingBeginsAtMostOnce, ()) {
    Player player(invented_plan(), any_options());
    play(player, any_script(number(0, 60)));
    if (!player.ended() && number(0, 2) != 0) { // near the end, where it could begin anew
        player.give(input::Close{});
        for (const auto& [time, input] : any_script(number(0, 20))) {
            player.pass(time / 20);
            player.give(input);
        }
    }
    let_it_end(player);
    int closings = 0;
    for (const auto& section : player.all<event::SectionBegan>()) {
        closings += section.role == Role::closing ? 1 : 0;
    }
    RC_ASSERT(closings <= 1);
}

RC_GTEST_PROP(SessionProperty, AStrongPracticeBeginsOnlyWithAYes, ()) {
    std::string json = Inventor().exercise();
    for (const std::string other : {"\"gentle\"", "\"moderate\""}) {
        if (const auto at = json.find(other); at != std::string::npos) {
            json.replace(at, other.size(), "\"strong\"");
        }
    }
    Player player(plan_of(exercise_from(json)), any_options());
    player.begin();
    for (int count = 0; count < 30; ++count) { // everything but a yes
        player.pass(Milliseconds(number(0, 40000)));
        switch (number(0, 6)) {
        case 0: player.give(input::Ground{}); break;
        case 1: player.give(input::Stop{}); break;
        case 2: player.give(input::Continue{}); break;
        case 3: player.give(input::Skip{}); break;
        case 4: player.answer(std::string(choice::ground)); break;
        default: player.answer(std::string(choice::go_on)); break;
        }
    }
    for (const auto& section : player.all<event::SectionBegan>()) { RC_ASSERT(section.role != Role::main); }
}

RC_GTEST_PROP(SessionProperty, WhatIsRefusedChangesNothing, ()) {
    Player player(invented_plan(), any_options());
    player.begin();
    bool paused = false;
    for (const auto& [time, input] : any_script(number(0, 60))) {
        player.pass(time);
        for (const Input& one :
             {Input(number(0, 3) == 0 ? Input(input::Pause{}) : Input(input::Tick{})), input}) {
            const auto before = player.wake_at();
            player.give(one);
            if (player.just<event::Refused>()) {
                RC_ASSERT(player.fresh().size() == 1U);
                RC_ASSERT(player.wake_at() == before);
            }
            paused = paused || player.just<event::Paused>();
        }
    }
    RC_CLASSIFY(paused);
}

RC_GTEST_PROP(SessionProperty, TheSameInputsAndTimesGiveTheSameEvents, ()) {
    const auto plan = invented_plan();
    const SessionOptions options = any_options();
    const Script script = any_script(number(0, 60));
    Player first(plan, options);
    Player second(plan, options);
    play(first, script);
    play(second, script);
    let_it_end(first);
    let_it_end(second);
    RC_ASSERT(first.events().size() == second.events().size());
    for (std::size_t at = 0; at < first.events().size(); ++at) {
        RC_ASSERT(as_text(first.events()[at]) == as_text(second.events()[at]));
    }
}

RC_GTEST_PROP(SessionProperty, TimeNeverGoesBackAndIsNeverLost, ()) {
    Player player(invented_plan(), any_options());
    const Milliseconds start = player.now();
    play(player, any_script(number(0, 60)));
    let_it_end(player);
    Milliseconds before{};
    for (const auto& event : player.events()) {
        RC_ASSERT(event.at >= before);
        before = event.at;
    }
    const auto* ended = player.last<event::Ended>();
    RC_ASSERT(ended->practised >= Milliseconds{});
    RC_ASSERT(ended->practised + ended->paused <= player.now() - start);
}

RC_GTEST_PROP(SessionProperty, GroundingIsReachableFromEveryPromptAndSilence, ()) {
    Player player(invented_plan(), any_options());
    play(player, any_script(number(0, 40)));
    if (player.ended() || player.just<event::KeepAsked>()) { return; }
    const std::size_t before = player.all<event::GroundingPhase>().size();
    player.give(input::Ground{});
    const auto phases = player.all<event::GroundingPhase>();
    const bool on_its_way = !phases.empty() && phases.back().begin;
    const bool was_at_keep = player.last<event::KeepAsked>() != nullptr;
    RC_ASSERT(phases.size() > before || on_its_way || was_at_keep);
}

RC_GTEST_PROP(SessionProperty, ACompletedPracticeLiesWithinTheComputedBounds, ()) {
    const std::string json = Inventor().exercise();
    RC_LOG() << json << '\n';
    const auto exercise = exercise_from(json);
    ExpandRequest request = usual_request(*exercise);
    request.seed = static_cast<std::uint64_t>(number(0, 1000));
    const TimeRange range = time_range(exercise, shipped_fragments(), request);
    const auto plan = plan_of(exercise, request.seed);
    const Walks walks = walk_all(*plan);
    Player player(plan);
    player.begin();
    // Answers as a calm person would, each question in the time that it is expected to take.
    Milliseconds apart{}; // spent on what guided time does not count
    for (int count = 0; count < 5000 && !player.ended(); ++count) {
        if (player.pass_to_next()) { continue; }
        const Event& now = player.events().back();
        if (const auto* asked = std::get_if<event::Asked>(&now.what)) {
            if (!asked->question.expect) { apart += limits::answering; }
            player.pass(asked->question.expect.value_or(limits::answering));
            switch (asked->question.answer) {
            case Ask::Answer::choice: player.answer(std::string(number(0, 1) == 0 ? "one" : "two")); break;
            case Ask::Answer::yes_no: player.answer(number(0, 1) == 0); break;
            case Ask::Answer::text: player.answer(std::string("words")); break;
            default: player.answer(static_cast<double>(number(0, 10)));
            }
        } else if (std::holds_alternative<event::CheckInAsked>(now.what)) {
            apart += limits::answering;
            player.pass(limits::answering);
            player.answer(2.0);
        } else if (std::holds_alternative<event::Consent>(now.what)) {
            player.answer(true);
        } else {
            player.give(input::Continue{}); // offers to keep words
        }
    }
    RC_ASSERT(player.ended());
    const auto* ended = player.last<event::Ended>();
    RC_ASSERT(ended->status == Status::completed);
    const Milliseconds guided = ended->practised - apart;
    RC_ASSERT(guided >= range.shortest.guided);
    RC_ASSERT(guided <= range.longest.guided);
    RC_ASSERT(guided <= plan->guided); // the longest feasible path as set
    if (walks.exact) {                 // and it is one of the paths that were computed
        bool known = false;
        for (const auto& path : walks.paths) {
            known = known || path_time(*plan, path, Stretch::fitted).guided == guided;
        }
        RC_ASSERT(known);
    }
}

RC_GTEST_PROP(SessionProperty, FittingKeepsToTheTimeAskedForOrSaysThatItCannot, ()) {
    const auto exercise = exercise_from(Inventor().exercise());
    const Milliseconds budget = seconds(number(20, 900));
    const Fitted fitted = fit(exercise, shipped_fragments(), usual_request(*exercise), budget);
    if (fitted.plan == nullptr) {
        RC_ASSERT(fitted.shortest.guided > budget);
        return;
    }
    RC_ASSERT(fitted.plan->guided <= budget);
    // What is left over becomes a rest, unless every way jumps past the last section.
    const std::size_t last_main = fitted.plan->sections[fitted.plan->closing].begin - 1;
    bool passed = false;
    for (const auto& path : walk_all(*fitted.plan).paths) {
        for (const auto& step : path) { passed = passed || step.instruction == last_main; }
    }
    if (passed) { RC_ASSERT(budget - fitted.plan->guided < seconds(35)); } // less is no rest
    const Milliseconds played = longest_way(*fitted.plan, Ways(*fitted.plan), Stretch::fitted).guided;
    RC_ASSERT(played == fitted.plan->guided);
}
