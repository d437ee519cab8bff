// SPDX-License-Identifier: MIT
// Every state that the screen guide can be in, and which keys lead there from the first screen: in
// exercises/states.json, which holds one of each, and strong.json, which asks before it begins.
#pragma once

#include "practising.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kindly::tests {

/// Keys, and what has to stand on the screen before any more are pressed.
struct Press {
    std::string keys;
    std::string then;
};

struct State {
    std::string name;
    std::string shows;        ///< only here, or in what lies over it
    std::vector<Press> there; ///< from the first screen
    std::string exercise = "states";
    std::string before{}; ///< what Back leads to
    std::string after{};  ///< what going on leads to
    bool recorded = false;
};

namespace states_detail {

/// Leaves out all that comes before it.
inline std::vector<Press> skipping(int steps, const std::string& then) {
    return {{keys::enter, "The first words."}, {std::string(static_cast<std::size_t>(steps), 's'), then}};
}
inline std::vector<Press> with(std::vector<Press> presses, const std::vector<Press>& more) {
    presses.insert(presses.end(), more.begin(), more.end());
    return presses;
}

} // namespace states_detail

inline const std::vector<State>& states() {
    using namespace states_detail;
    static const std::string first = "The first words.";
    static const std::string reading = "Words to read.";
    static const std::string silence = "A long rest.";
    static const std::string breathing = "A breath in any way.";
    static const std::string scale = "How warm is it?";
    static const std::string choice = "Which of these?";
    static const std::string choices = "Which ones of these?";
    static const std::string yes_no = "Is it quiet?";
    static const std::string number = "How many windows?";
    static const std::string writing = "What would help?";
    static const std::string recall = "You wrote this:";
    static const std::string check_in = "How distressed are you?";
    static const std::string offer = "There may be a lot here right now.";
    static const std::string grounding = "Feel the floor.";
    static const std::string grounded = "How would you like to go on?";
    static const std::string closing = "Look around once more.";
    static const std::string last = "The last words.";
    static const std::string stop_line = "That is enough for now.";
    static const std::string keep = "Would you like to keep these words?";
    static const std::string ending = "You took this time for yourself.";
    static const std::vector<Press> at_silence = skipping(2, silence);
    static const std::vector<Press> at_writing = skipping(9, writing);
    static const std::vector<Press> wrote = with(at_writing, {{"A walk." + keys::ctrl('d'), recall}});
    static const std::vector<Press> at_check_in =
        with(at_writing, {{keys::alt("s"), "Nothing was written."}, {keys::enter, check_in}});
    static const std::vector<State> all{
        {"warning", "Only a test of keys.", {}, "states", "", first},
        {"reading", reading, skipping(1, reading), "states", first, silence},
        {"silence", silence, at_silence, "states", reading, breathing},
        {"breathing", breathing, skipping(3, breathing), "states", silence, scale},
        {"scale", scale, skipping(4, scale), "states", breathing, choice},
        {"choice", choice, skipping(5, choice), "states", scale, choices},
        {"choices", choices, skipping(6, choices), "states", choice, yes_no},
        {"yes_no", yes_no, skipping(7, yes_no), "states", choices, number},
        {"number", number, skipping(8, number), "states", yes_no, writing},
        {"writing", writing, at_writing, "states", number, "Nothing was written."},
        {"escaped", "Esc write on", with(at_writing, {{keys::escape, "Esc write on"}}), "states", number,
         "Nothing was written."},
        {"recall", recall, wrote, "states", writing, check_in},
        {"check_in", check_in, at_check_in, "states", "Nothing was written.", last},
        {"offer", offer, with(at_check_in, {{"6\r", offer}}), "states", "", grounding},
        {"consent",
         "If you would like to begin, answer yes.",
         {{keys::enter, "If you would like to begin, answer yes."}},
         "strong",
         "",
         check_in},
        {"grounding", grounding, with(skipping(1, reading), {{"g", grounding}}), "states", "", grounded},
        {"grounded", grounded, with(skipping(1, reading), {{"g", grounding}, {"\r", grounded}}), "states", "",
         reading},
        {"paused", "This is paused. Take the time you need.",
         with(at_silence, {{"p", "This is paused. Take the time you need."}}), "states", reading, breathing},
        {"help", "Esc close this", with(at_silence, {{"?", "Esc close this"}}), "states", reading, breathing},
        {"hidden", "x show", with(at_silence, {{"x", "x show"}})},
        {"stop_line", stop_line, with(at_silence, {{"q", stop_line}}), "states", "", closing},
        {"closing", closing, with(at_silence, {{"q", stop_line}, {"\r", closing}}), "states", "",
         "That was all."},
        {"keep", keep,
         with(wrote, {{"q", stop_line}, {"\r", closing}, {"\r", "That was all."}, {"\r", keep}}), "states",
         "", ending},
        {"ending", ending,
         with(at_silence, {{"q", stop_line}, {"\r", closing}, {"\r", "That was all."}, {"\r", ending}})},
    };
    return all;
}

[[nodiscard]] inline const State& state(std::string_view name) {
    for (const auto& one : states()) {
        if (one.name == name) { return one; }
    }
    throw std::logic_error("no state is called " + std::string(name));
}

inline void press(ScreenChild& child, const std::vector<Press>& presses) {
    for (const auto& [keys, then] : presses) {
        child.send_keys(keys);
        child.wait_for_text(then);
    }
}

/// From the first screen, which is waited for.
inline void go_to(ScreenChild& child, const State& state) {
    child.wait_for_text("Enter begin");
    press(child, state.there);
    child.wait_for_text(state.shows);
}

[[nodiscard]] inline ScreenChild::Start start_of(const PractisingHome& home, const State& state,
                                                 TerminalSize size,
                                                 const std::vector<std::string>& variables = {}) {
    return home.kindly({"practice", test_exercise(state.exercise), "--unrecorded"}, size, variables);
}

} // namespace kindly::tests
