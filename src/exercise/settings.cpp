// SPDX-License-Identifier: MIT
#include "exercise/settings.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace kindly {

namespace {

template <class... Values>
std::string message(const char* format, const Values&... values) {
    return fmt::format(fmt::runtime(_(format)), values...);
}

std::string set_number(const Parameter& parameter, Settings& settings, const std::string& value) {
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size()) {
        return message(N_("\"{}\" takes a whole number, not \"{}\""), parameter.name, value);
    }
    if (parameter.lowest && number < *parameter.lowest) {
        return message(N_("\"{}\" cannot be lower than {}"), parameter.name, *parameter.lowest);
    }
    if (parameter.highest && number > *parameter.highest) {
        return message(N_("\"{}\" cannot be higher than {}"), parameter.name, *parameter.highest);
    }
    settings[parameter.name] = number;
    return {};
}

std::string set_duration(const Parameter& parameter, Settings& settings, const std::string& value) {
    const auto duration = read_duration(value);
    if (!duration) {
        const auto right = right_spelling_of_duration(value);
        return right ? message(N_("\"{}\" is not a duration. Write \"{}\""), value, *right)
                     : message(N_("\"{}\" is not a duration. Write it like \"45s\", \"2m\" or \"1m30s\""),
                               value);
    }
    if (parameter.shortest_duration && *duration < *parameter.shortest_duration) {
        return message(N_("\"{}\" cannot be shorter than {}"), parameter.name,
                       written_duration(*parameter.shortest_duration));
    }
    if (parameter.longest_duration && *duration > *parameter.longest_duration) {
        return message(N_("\"{}\" cannot be longer than {}"), parameter.name,
                       written_duration(*parameter.longest_duration));
    }
    if (*duration <= Milliseconds::zero()) {
        return message(N_("\"{}\" cannot be nothing. Write at least \"1s\""), parameter.name);
    }
    settings[parameter.name] = *duration;
    return {};
}

std::string set_choice(const Parameter& parameter, Settings& settings, const std::string& value) {
    std::vector<std::string> ids;
    for (const auto& option : parameter.options) { ids.push_back(option.id); }
    if (std::find(ids.begin(), ids.end(), value) == ids.end()) {
        return message(N_("\"{}\" has no choice \"{}\". Choices: {}"), parameter.name, value,
                       joined(ids, ", "));
    }
    settings[parameter.name] = value;
    return {};
}

std::string set_text(const Parameter& parameter, Settings& settings, const std::string& value) {
    const std::string text = harmless(value);
    if (parameter.longest && grapheme_count(text) > static_cast<std::size_t>(*parameter.longest)) {
        return message(N_("\"{}\" can have {} characters at most"), parameter.name, *parameter.longest);
    }
    if (trimmed(text).empty()) { return message(N_("\"{}\" cannot be empty"), parameter.name); }
    settings[parameter.name] = text;
    return {};
}

} // namespace

Settings default_settings(const Exercise& exercise) {
    Settings settings;
    for (const auto& parameter : exercise.parameters) {
        switch (parameter.type) {
        case Parameter::Type::number: settings[parameter.name] = parameter.default_number; break;
        case Parameter::Type::duration: settings[parameter.name] = parameter.default_duration; break;
        case Parameter::Type::text:
        case Parameter::Type::choice: settings[parameter.name] = parameter.default_text; break;
        }
    }
    return settings;
}

std::string set_setting(const Exercise& exercise, Settings& settings, const std::string& name,
                        const std::string& value) {
    const auto found = std::find_if(exercise.parameters.begin(), exercise.parameters.end(),
                                    [&](const Parameter& parameter) { return parameter.name == name; });
    if (found == exercise.parameters.end()) {
        std::vector<std::string> names;
        for (const auto& parameter : exercise.parameters) { names.push_back(parameter.name); }
        if (names.empty()) { return message(N_("\"{}\" has no settings"), exercise.id); }
        const auto meant = nearest(name, names);
        return meant ? message(N_("\"{}\" has no setting \"{}\". Did you mean \"{}\"?"), exercise.id, name,
                               *meant)
                     : message(N_("\"{}\" has no setting \"{}\". Settings: {}"), exercise.id, name,
                               joined(names, ", "));
    }
    switch (found->type) {
    case Parameter::Type::number: return set_number(*found, settings, value);
    case Parameter::Type::duration: return set_duration(*found, settings, value);
    case Parameter::Type::choice: return set_choice(*found, settings, value);
    case Parameter::Type::text: return set_text(*found, settings, value);
    }
    return {};
}

} // namespace kindly
