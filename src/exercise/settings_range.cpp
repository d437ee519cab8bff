// SPDX-License-Identifier: MIT
#include "exercise/settings_range.hpp"

#include "exercise/fragment_uses.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <limits>

namespace kindly {

namespace {

constexpr std::size_t most_combinations = 64;

void add_tests(const Condition& condition, std::vector<Test>& tests) {
    for (const auto& test : condition.tests) {
        if (test.on_parameter) { tests.push_back(test); }
    }
}

void add_tests(const Steps& steps, std::vector<Test>& tests) {
    each_step(steps, [&](const Step& step) {
        if (step.only_if) { add_tests(*step.only_if, tests); }
        if (const auto* branch = std::get_if<If>(&step.what)) { add_tests(branch->when, tests); }
        if (const auto* repeat = std::get_if<Repeat>(&step.what); repeat != nullptr && repeat->until) {
            add_tests(*repeat->until, tests);
        }
    });
}

/// Those in fragments, too: they look at the settings of the exercise that uses them.
std::vector<Test> tests_on_settings(const Exercise& exercise, const FragmentFinder& find_fragment) {
    std::vector<Test> tests;
    for (const auto& section : exercise.sections) { add_tests(section.steps, tests); }
    for (const auto& fragment : fragments_used(exercise, find_fragment).found) {
        add_tests(fragment->steps, tests);
    }
    return tests;
}

/// A text that takes as long to read as its letters allow: as many words as possible.
std::string longest_words(int characters) {
    std::string words;
    for (int count = 0; count < characters; ++count) { words += count % 2 == 0 ? 'a' : ' '; }
    return words;
}

SettingValue extreme(const Parameter& parameter, bool longest) {
    switch (parameter.type) {
    case Parameter::Type::number:
        return longest ? parameter.highest.value_or(parameter.default_number)
                       : parameter.lowest.value_or(parameter.default_number);
    case Parameter::Type::duration:
        return longest ? parameter.longest_duration.value_or(parameter.default_duration)
                       : parameter.shortest_duration.value_or(parameter.default_duration);
    case Parameter::Type::choice: return parameter.default_text;
    case Parameter::Type::text: break;
    }
    if (!longest) { return std::string("a"); }
    return parameter.longest ? longest_words(*parameter.longest) : parameter.default_text;
}

/// The numbers around what a condition compares a setting with, where the setting can be that.
std::vector<SettingValue> around_thresholds(const Parameter& parameter, const std::vector<Test>& tests) {
    std::vector<SettingValue> values;
    for (const Test& test : tests) {
        if (test.name != parameter.name) { continue; }
        for (const auto& operand : test.operands) {
            const auto* number = std::get_if<double>(&operand);
            if (number == nullptr) { continue; }
            for (const int step : {-1, 0, 1}) {
                if (parameter.type == Parameter::Type::number) {
                    constexpr int least = std::numeric_limits<int>::min();
                    constexpr int most = std::numeric_limits<int>::max();
                    const double value = *number + step;
                    if (value >= parameter.lowest.value_or(least) &&
                        value <= parameter.highest.value_or(most)) {
                        values.emplace_back(static_cast<int>(value));
                    }
                } else if (parameter.type == Parameter::Type::duration) {
                    const Milliseconds value(static_cast<long long>(*number * 1000) + step * 1000LL);
                    if (value >= parameter.shortest_duration.value_or(value) &&
                        value <= parameter.longest_duration.value_or(value)) {
                        values.emplace_back(value);
                    }
                }
            }
        }
    }
    return values;
}

} // namespace

SettingsRange::SettingsRange(const Exercise& exercise, const FragmentFinder& find_fragment,
                             const Settings& as_set) {
    all = {as_set};
    const auto tests = tests_on_settings(exercise, find_fragment);
    const auto also = [&](const Settings& settings) {
        if (std::find(all.begin(), all.end(), settings) == all.end()) { all.push_back(settings); }
    };
    for (const bool longest : {false, true}) {
        Settings settings = as_set;
        for (const auto& parameter : exercise.parameters) {
            if (parameter.type != Parameter::Type::choice) {
                settings[parameter.name] = extreme(parameter, longest);
            }
        }
        also(settings);
    }
    // Choices, and what conditions look at, in every combination with these.
    for (const auto& parameter : exercise.parameters) {
        std::vector<SettingValue> values;
        if (parameter.type == Parameter::Type::choice) {
            for (const auto& option : parameter.options) { values.emplace_back(option.id); }
        } else {
            values = around_thresholds(parameter, tests);
        }
        const std::vector<Settings> before = all;
        if (before.size() * (values.size() + 1) > most_combinations) {
            complete = false;
            for (const auto& value : values) { // at least each by itself
                Settings settings = as_set;
                settings[parameter.name] = value;
                also(settings);
            }
            continue;
        }
        for (const auto& settings : before) {
            for (const auto& value : values) {
                Settings changed = settings;
                changed[parameter.name] = value;
                also(changed);
            }
        }
    }
}

} // namespace kindly
