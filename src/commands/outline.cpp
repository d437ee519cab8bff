// SPDX-License-Identifier: MIT
#include "commands/outline.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/overview.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

std::string aim(const PlannedSection& section) {
    switch (section.role) {
    case Role::grounding: return _("steadying, whenever you ask for it");
    case Role::closing: return _("closing");
    case Role::main: break;
    }
    return section.purpose ? in_words(*section.purpose) : "";
}

/// What a section holds. Of ways that exclude each other, all are counted.
struct Contents {
    long long texts = 0, silences = 0, breathing = 0, questions = 0, check_ins = 0;
};

Contents contents_of(const Plan& plan, const PlannedSection& section) {
    Contents contents;
    for (std::size_t at = section.begin; at < section.end; ++at) {
        const auto& what = plan.instructions.at(at).what;
        contents.texts +=
            std::holds_alternative<Line>(what) || std::holds_alternative<Recollection>(what) ? 1 : 0;
        contents.silences += std::holds_alternative<Silence>(what) ? 1 : 0;
        contents.breathing += std::holds_alternative<Breathing>(what) ? 1 : 0;
        contents.questions += std::holds_alternative<Question>(what) ? 1 : 0;
        contents.check_ins += std::holds_alternative<CheckInQuestion>(what) ? 1 : 0;
    }
    return contents;
}

std::string in_words(const Contents& contents) {
    std::vector<std::string> parts;
    const auto add = [&](long long count, std::string words) {
        if (count > 0) { parts.push_back(std::move(words)); }
    };
    add(contents.texts, plural("{} text", "{} texts", contents.texts));
    add(contents.silences, plural("{} silence", "{} silences", contents.silences));
    add(contents.breathing, _("breathing"));
    add(contents.questions, plural("{} question", "{} questions", contents.questions));
    add(contents.check_ins, plural("{} check-in", "{} check-ins", contents.check_ins));
    return parts.empty() ? std::string(_("nothing")) : joined(parts, ", ");
}

std::string how_answered(const Question& question) {
    switch (question.answer) {
    case Ask::Answer::choice:
    case Ask::Answer::choices: {
        std::vector<std::string> options;
        for (const ChoiceOption& option : question.options) { options.push_back(option.text); }
        return joined(options, " / ");
    }
    case Ask::Answer::scale:
        return fmt::format(fmt::runtime(_("from {} to {}")), question.lowest.value_or(0),
                           question.highest.value_or(0));
    case Ask::Answer::yes_no: return _("yes or no");
    case Ask::Answer::number: return _("a number");
    case Ask::Answer::text: return _("in your own words");
    }
    return {};
}

/// The questions and check-ins of a plan, each once however often it is repeated.
template <class OnQuestion, class OnCheckIn>
void each_asked(const Plan& plan, const OnQuestion& on_question, const OnCheckIn& on_check_in) {
    std::set<std::string> seen;
    for (const Instruction& instruction : plan.instructions) {
        if (const auto* question = std::get_if<Question>(&instruction.what)) {
            if (seen.insert(question->id).second) { on_question(*question); }
        } else if (const auto* check_in = std::get_if<CheckInQuestion>(&instruction.what)) {
            if (seen.insert(check_in->id).second) { on_check_in(*check_in); }
        }
    }
}

std::string written(const SettingValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) { return *text; }
    if (const auto* number = std::get_if<int>(&value)) { return std::to_string(*number); }
    return written_duration(std::get<Milliseconds>(value));
}

const char* type_word(Parameter::Type type) {
    switch (type) {
    case Parameter::Type::text: return "text";
    case Parameter::Type::number: return "number";
    case Parameter::Type::duration: return "duration";
    case Parameter::Type::choice: return "choice";
    }
    return "";
}

/// "from 1 to 4", "soft / plain": what a setting may be; empty where anything goes.
std::string range_in_words(const Parameter& parameter) {
    if (parameter.type == Parameter::Type::choice) {
        std::vector<std::string> ids;
        for (const Option& option : parameter.options) { ids.push_back(option.id); }
        return joined(ids, " / ");
    }
    if (parameter.lowest && parameter.highest) {
        return fmt::format(fmt::runtime(_("from {} to {}")), *parameter.lowest, *parameter.highest);
    }
    if (parameter.shortest_duration && parameter.longest_duration) {
        return fmt::format(fmt::runtime(_("from {} to {}")), written_duration(*parameter.shortest_duration),
                           written_duration(*parameter.longest_duration));
    }
    if (parameter.longest) {
        return plural("at most {} character", "at most {} characters", *parameter.longest);
    }
    return {};
}

} // namespace

std::vector<std::string> outline_in_words(const Plan& plan) {
    std::vector<std::string> lines;
    for (const PlannedSection& section : plan.sections) {
        lines.push_back(fmt::format(fmt::runtime(_("{} ({}): {}")), section.title, aim(section),
                                    in_words(contents_of(plan, section))));
    }
    return lines;
}

std::vector<std::string> questions_in_words(const Plan& plan) {
    std::vector<std::string> lines;
    each_asked(
        plan,
        [&](const Question& question) {
            lines.push_back(fmt::format("{} ({})", question.text, how_answered(question)));
        },
        [&](const CheckInQuestion& check_in) {
            lines.push_back(
                fmt::format(fmt::runtime(_("{} (from {} to {}, or numb)")), check_in.text, 0, 10));
        });
    if (!lines.empty()) { lines.emplace_back(_("Any question can be skipped.")); }
    return lines;
}

std::vector<std::string> settings_in_words(const Exercise& exercise, const Settings& settings) {
    std::vector<std::string> lines;
    for (const Parameter& parameter : exercise.parameters) {
        const auto value = settings.find(parameter.name);
        std::string line = fmt::format("{}: {}", parameter.name, parameter.label);
        if (value != settings.end()) {
            line += fmt::format(fmt::runtime(_("; now \"{}\"")), written(value->second));
        }
        if (const std::string range = range_in_words(parameter); !range.empty()) {
            line += " (" + range + ")";
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

nlohmann::ordered_json outline_as_json(const Plan& plan) {
    nlohmann::ordered_json sections = nlohmann::ordered_json::array();
    for (const PlannedSection& section : plan.sections) {
        const Contents contents = contents_of(plan, section);
        nlohmann::ordered_json json = {
            {"id", section.id}, {"title", section.title}, {"role", word(section.role)}};
        json["component"] =
            section.component ? nlohmann::ordered_json(word(*section.component)) : nlohmann::ordered_json();
        json["purpose"] =
            section.purpose ? nlohmann::ordered_json(word(*section.purpose)) : nlohmann::ordered_json();
        json["texts"] = contents.texts;
        json["silences"] = contents.silences;
        json["breathing"] = contents.breathing;
        json["questions"] = contents.questions;
        json["check_ins"] = contents.check_ins;
        sections.push_back(std::move(json));
    }
    return sections;
}

nlohmann::ordered_json questions_as_json(const Plan& plan) {
    nlohmann::ordered_json asked = nlohmann::ordered_json::array();
    each_asked(
        plan,
        [&](const Question& question) {
            asked.push_back({{"id", question.id},
                             {"text", question.text},
                             {"answer", word(question.answer)},
                             {"optional", question.optional},
                             {"private", question.is_private}});
        },
        [&](const CheckInQuestion& check_in) {
            asked.push_back({{"id", check_in.id},
                             {"text", check_in.text},
                             {"answer", "check_in"},
                             {"optional", true},
                             {"private", false}});
        });
    return asked;
}

nlohmann::ordered_json settings_as_json(const Exercise& exercise, const Settings& settings) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Parameter& parameter : exercise.parameters) {
        const auto value = settings.find(parameter.name);
        list.push_back({{"name", parameter.name},
                        {"label", parameter.label},
                        {"type", type_word(parameter.type)},
                        {"set_by", word(parameter.set_by)},
                        {"value", value == settings.end() ? std::string() : written(value->second)}});
    }
    return list;
}

} // namespace kindly
