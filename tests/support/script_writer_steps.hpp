// SPDX-License-Identifier: MIT
// The steps and conditions that ScriptWriter writes (script_writer.hpp, which includes this).
#pragma once

#include "support/script_writer.hpp"

namespace kindly::tests {

inline Json ScriptWriter::steps(int depth, int fewest, int most) {
    Json all = Json::array();
    const int count = chance_.between(fewest, most);
    for (int one = 0; one < count; ++one) { all.push_back(step(depth)); }
    return all;
}

inline Json ScriptWriter::quiet_steps(int fewest, int most) {
    Json all = Json::array();
    const int count = chance_.between(fewest, most);
    for (int one = 0; one < count; ++one) { all.push_back(sometimes() ? pause(false) : say()); }
    return all;
}

inline Json ScriptWriter::step(int depth) {
    Json made;
    // What is asked for here may only look at what was asked before.
    Json before = Json::object();
    common(before);
    switch (chance_.between(0, depth > 0 ? 16 : 10)) {
    case 0:
    case 1: made = say(); break;
    case 2:
    case 3: made = pause(true); break;
    case 4: made = breathe(); break;
    case 5:
    case 6:
    case 7: made = ask(); break;
    case 8: made = check_in(); break;
    case 9: made = recall(); break;
    case 10: made = use(); break;
    case 11:
    case 12:
    case 13: made = branch(depth); break;
    case 14:
    case 15: made = repeat(depth); break;
    default: made = pick(depth); break;
    }
    made.update(before);
    return made;
}

inline void ScriptWriter::common(Json& step) {
    if (sometimes(8)) { step["only_if"] = condition(); }
    if (sometimes(8)) {
        step["involves"] = Json::array();
        const int count = chance_.between(0, 2);
        for (int one = 0; one < count; ++one) {
            step["involves"].push_back(
                chance_.one_of({"breath", "touch", "eyes-closed", "body", "imagery", "memory", "people"}));
        }
        if (sometimes(2)) { step["instead"] = quiet_steps(0, 2); }
    }
    if (extra(12)) { step["note"] = words(); }
}

inline Json ScriptWriter::say() {
    Json all{{"kind", "say"}, {"text", text()}};
    if (sometimes(12)) { all["id"] = name(); }
    if (sometimes(4)) { all["wait"] = chance_.one_of({"enter", "reading_time"}); }
    if (sometimes(8)) { all["support"] = sometimes(2); }
    if (sometimes(8)) { all["suggest"] = "open-close"; }
    return all;
}

inline Json ScriptWriter::pause(bool with_settings) {
    Json all{{"kind", "pause"}};
    const auto durations = settings_of("duration");
    int lowest = chance_.between(1, 60);
    int highest = lowest;
    if (with_settings && !durations.empty() && sometimes()) {
        const Known& known = chance_.one_of(durations);
        all["for"] = Json{{"parameter", known.name}};
        lowest = known.lowest;
        highest = known.highest;
    } else {
        all["for"] = duration(lowest);
    }
    if (sometimes(2)) { all["shortest"] = duration(chance_.between(1, lowest)); }
    if (sometimes(2)) { all["longest"] = duration(chance_.between(highest, highest + 60)); }
    if (sometimes()) { all["text"] = text(); }
    if (sometimes()) { all["bell"] = chance_.one_of({"start", "end", "both", "none"}); }
    if (sometimes(5)) { all["bell_every"] = duration(chance_.between(1, 30)); }
    return all;
}

inline Json ScriptWriter::breathe() {
    Json all{{"kind", "breathe"},
             {"in", duration(chance_.between(2, 6))},
             {"out", duration(chance_.between(2, 8))}};
    const auto numbers = settings_of("number");
    int lowest = chance_.between(1, 6);
    int highest = lowest;
    if (!numbers.empty() && sometimes()) {
        const Known& known = chance_.one_of(numbers);
        all["rounds"] = Json{{"parameter", known.name}};
        lowest = known.lowest;
        highest = known.highest;
    } else {
        all["rounds"] = lowest;
    }
    if (sometimes()) { all["hold"] = duration(chance_.between(1, 3)); }
    if (sometimes()) { all["rest"] = duration(chance_.between(1, 3)); }
    if (sometimes(2)) { all["lowest"] = chance_.between(1, lowest); }
    if (sometimes(2)) { all["highest"] = chance_.between(highest, 12); }
    if (sometimes()) { all["text"] = text(); }
    return all;
}

inline Json ScriptWriter::ask() {
    Known known{
        name(),
        chance_.one_of({"choice", "choice", "choices", "scale", "yes_no", "yes_no", "number", "text"}),
        {}};
    Json all{{"kind", "ask"}, {"id", known.name}, {"text", text()}, {"answer", known.sort}};
    if (known.sort == "choice" || known.sort == "choices") {
        all["options"] = options(true);
        for (const auto& option : all["options"]) { known.options.push_back(option["id"]); }
    } else if (known.sort == "scale") {
        const bool well_known = sometimes();
        known.lowest = well_known ? 0 : chance_.between(-2, 3);
        known.highest = well_known ? 10 : chance_.between(known.lowest + 1, 12);
        all["lowest"] = known.lowest;
        all["highest"] = known.highest;
        if (well_known) { all["measure"] = chance_.one_of({"kindness_0_10", "distress_0_10"}); }
        if (sometimes()) { all["lowest_label"] = words(); }
        if (sometimes()) { all["highest_label"] = words(); }
    } else if (known.sort == "number") {
        if (sometimes(2)) { all["lowest"] = 0; }
        if (sometimes(2)) { all["highest"] = 10; }
    } else if (known.sort == "text") {
        if (sometimes()) { all["longest"] = chance_.between(1, 20000); }
        if (sometimes()) { all["keep"] = "ask"; }
        if (sometimes()) { all["keep_as"] = "closing_plan"; }
        all["optional"] = true;
    }
    if (!all.contains("measure") && sometimes(6)) { all["measure"] = "here_and_now"; }
    if (sometimes(5)) { all["private"] = sometimes(2); }
    if (sometimes(4)) { all["optional"] = sometimes(2); }
    if (sometimes()) { all["expect"] = duration(chance_.between(1, 60)); }
    if (!all.contains("keep") && !all.contains("keep_as") && sometimes(6)) { all["recorded"] = false; }
    questions_.push_back(std::move(known));
    return all;
}

inline Json ScriptWriter::check_in() {
    Json all{{"kind", "check_in"}, {"id", name()}, {"text", text()}};
    if (sometimes(2)) { all["about"] = chance_.one_of({"distress", "backdraft"}); }
    questions_.push_back({all["id"], "check_in", {}});
    return all;
}

inline Json ScriptWriter::branch(int depth) {
    Json all{{"kind", "if"}, {"when", condition()}};
    all["then"] = steps(depth - 1, 1, 2);
    if (size_.jumps && !in_closing_ && !in_fragment_ && sometimes(5)) {
        all["then"].push_back({{"kind", "go_to"}, {"section", later_section()}});
    }
    if (sometimes(2)) { all["else"] = steps(depth - 1, 1, 2); }
    return all;
}

inline Json ScriptWriter::repeat(int depth) {
    Json all{{"kind", "repeat"}};
    const auto numbers = settings_of("number");
    const int room = std::max(1, size_.most_rounds / rounds_);
    int times = chance_.between(1, std::min(room, 4));
    all["times"] = times;
    if (!numbers.empty() && sometimes(2)) {
        const Known& known = chance_.one_of(numbers);
        if (known.highest <= room) {
            all["times"] = Json{{"parameter", known.name}};
            times = known.highest;
        }
    }
    const int around = std::exchange(rounds_, rounds_ * times);
    all["steps"] = steps(depth - 1, 1, 2);
    rounds_ = around;
    if (sometimes()) { all["until"] = condition(); }
    return all;
}

inline Json ScriptWriter::pick(int depth) {
    Json all{{"kind", "pick"}, {"id", name()}, {"how", chance_.one_of({"rotate", "random"})}};
    all["from"] = Json::array();
    const int count = chance_.between(2, 3);
    for (int one = 0; one < count; ++one) { all["from"].push_back(steps(depth - 1, 1, 2)); }
    return all;
}

inline Json ScriptWriter::use() {
    if (sometimes(2)) { return {{"kind", "use"}, {"library", "made/senses@1"}}; }
    return {{"kind", "use"}, {"library", "made/words@1"}, {"with", {{"name", text()}}}};
}

inline Json ScriptWriter::recall() {
    Json all{{"kind", "recall"}};
    if (questions_.empty() || sometimes(4)) {
        all["answer"] = Json{{"kept", "closing_plan"}};
    } else if (sometimes(4)) {
        all["answer"] = "of_another_exercise";
    } else if (sometimes()) {
        all["answer"] = Json::array({chance_.one_of(questions_).name, chance_.one_of(questions_).name});
    } else {
        all["answer"] = chance_.one_of(questions_).name;
    }
    all["text"] = text();
    if (sometimes(2)) { all["otherwise"] = text(); }
    if (sometimes()) { all["wait"] = chance_.one_of({"enter", "reading_time"}); }
    if (all["answer"] == "of_another_exercise") { all["of"] = "open-close"; }
    return all;
}

inline Json ScriptWriter::condition() {
    if (!sometimes(4)) { return test(); }
    Json tests = Json::array();
    const int count = chance_.between(1, 5);
    for (int one = 0; one < count; ++one) { tests.push_back(test()); }
    Json all{{chance_.one_of({"all", "any"}), std::move(tests)}};
    if (extra(6)) { all["note"] = words(); }
    return all;
}

inline Json ScriptWriter::test() {
    const auto settings = comparable_settings();
    if (!settings.empty() && (questions_.empty() || sometimes(4))) {
        return test_of_setting(chance_.one_of(settings));
    }
    if (questions_.empty() || sometimes(12)) {
        return {{"answer", "words"}, {"of", "kind-pause"}, {"is", "fine"}};
    }
    const Known& known = chance_.one_of(questions_);
    Json all{{"answer", known.name}};
    if (known.sort == "text" || sometimes(6)) {
        all["given"] = sometimes(2);
    } else if (known.sort == "yes_no") {
        all[chance_.one_of({"is", "is_not"})] = sometimes(2);
    } else if (!known.options.empty()) {
        compare_choice(all, known);
    } else if (known.sort == "check_in" && sometimes(6)) {
        all[chance_.one_of({"is", "is_not"})] = "numb";
    } else {
        compare_number(all, known);
    }
    if (extra(12)) { all["note"] = words(); }
    return all;
}

inline Json ScriptWriter::test_of_setting(const Known& setting) {
    Json all{{"parameter", setting.name}};
    if (setting.sort == "choice") {
        compare_choice(all, setting);
    } else if (setting.sort == "number") {
        compare_number(all, setting);
    } else {
        const std::string length = duration(chance_.between(setting.lowest, setting.highest));
        const std::string word = chance_.one_of({"is", "is_not", "any_of", "at_least", "at_most"});
        all[word] = word == "any_of" ? Json::array({length}) : Json(length);
    }
    return all;
}

inline void ScriptWriter::compare_choice(Json& test, const Known& known) {
    const std::string word = chance_.one_of({"is", "is", "is_not", "any_of"});
    const std::string& option = chance_.one_of(known.options);
    test[word] = word == "any_of" ? Json::array({option, chance_.one_of(known.options)}) : Json(option);
}

inline void ScriptWriter::compare_number(Json& test, const Known& known) {
    const std::string word = chance_.one_of({"is", "is_not", "any_of", "at_least", "at_least", "at_most"});
    const int number = chance_.between(known.lowest, known.highest);
    test[word] = word == "any_of" ? Json::array({number, known.highest}) : Json(number);
}

inline std::vector<ScriptWriter::Known> ScriptWriter::comparable_settings() const {
    std::vector<Known> all;
    std::copy_if(settings_.begin(), settings_.end(), std::back_inserter(all),
                 [](const Known& known) { return known.sort != "text"; });
    return all;
}

inline std::vector<ScriptWriter::Known> ScriptWriter::settings_of(const std::string& type) const {
    std::vector<Known> all;
    std::copy_if(settings_.begin(), settings_.end(), std::back_inserter(all),
                 [&](const Known& known) { return known.sort == type; });
    return all;
}

} // namespace kindly::tests
