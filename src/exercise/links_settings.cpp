// SPDX-License-Identifier: MIT
// Numbers and durations that settings give, at their lowest and highest; and how often steps are repeated.
#include "exercise/limits.hpp"
#include "exercise/links_parts.hpp"

namespace kindly {

namespace {

using Type = Parameter::Type;

const char* type_name(Type type) {
    switch (type) {
    case Type::text: return N_("a text");
    case Type::number: return N_("a number");
    case Type::duration: return N_("a duration");
    case Type::choice: return N_("a choice");
    }
    return "";
}

class SettingLinks {
public:
    SettingLinks(const LinkedParts& parts, const Doubts& doubts, Findings& findings)
        : parts_(parts), doubts_(doubts), findings_(findings) {}

    void walk(const Steps& steps, int rounds_around) {
        for (const auto& step : steps) {
            if (step.instead) { walk(*step.instead, rounds_around); }
            if (const auto* pause = std::get_if<Pause>(&step.what)) {
                check(*pause, step);
            } else if (const auto* breathe = std::get_if<Breathe>(&step.what)) {
                check(*breathe, step);
            } else if (const auto* branch = std::get_if<If>(&step.what)) {
                walk(branch->then, rounds_around);
                walk(branch->otherwise, rounds_around);
            } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
                check(*repeat, step, rounds_around);
            } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
                for (const auto& variant : pick->from) { walk(variant, rounds_around); }
            }
        }
    }

private:
    /// The setting, if it is there and of that type; A001 otherwise.
    const Parameter* find(const ParameterName& name, Type type, const char* key) {
        if (parts_.exercise == nullptr) { return nullptr; }
        const Parameter* parameter = find_parameter(*parts_.exercise, name.name);
        if (parameter == nullptr) {
            if (!doubts_.names.contains(name.name)) {
                say_unknown_setting(*parts_.exercise, name.name, name.written->span, findings_);
            }
            return nullptr;
        }
        if (parameter->type != type) {
            findings_.error(
                "A001", name.written->span,
                filled(_("\"{}\" is {}; \"{}\" needs {}"), name.name, _(type_name(parameter->type)), key,
                       _(type_name(type))),
                {filled(_("Another setting is needed here, whose \"type\" is \"{}\"; or write the "
                          "value itself."),
                        type == Type::number ? "number" : "duration"),
                 {},
                 parameter->written->find("type")->span});
            return nullptr;
        }
        return parameter;
    }

    static std::optional<Span> place(const Parameter& parameter, const char* key) {
        const Written* value = parameter.written->find(key);
        return value == nullptr ? std::nullopt : std::optional(value->span);
    }

    /// Whether a setting can be lower than 1, where that makes no sense.
    bool at_least_one(const ParameterName& name, const Parameter& parameter, const char* key) {
        if (parameter.lowest && *parameter.lowest >= 1) { return true; }
        findings_.error(
            "K006", name.written->span,
            parameter.lowest
                ? filled(_("With \"{}\" at its lowest ({}), \"{}\" would be less than 1"), name.name,
                         *parameter.lowest, key)
                : filled(_("\"{}\" has no \"lowest\", so \"{}\" could be less than 1"), name.name, key),
            {{}, "\"lowest\": 1", place(parameter, "lowest")});
        return false;
    }

    void check(const Repeat& repeat, const Step& step, int rounds_around) {
        int times = 1;
        const auto* name = std::get_if<ParameterName>(&repeat.times);
        const Parameter* parameter = name == nullptr ? nullptr : find(*name, Type::number, "times");
        if (name == nullptr) {
            times = std::get<int>(repeat.times);
            if (times > limits::most_repeats) {
                findings_.error("R008", step.written->find("times")->span,
                                filled(_("These steps are repeated {} times. The limit is {}"), times,
                                       limits::most_repeats));
                times = 1; // said; nothing that follows from it
            }
        } else if (parameter != nullptr) {
            if (!parameter->highest) {
                findings_.error(
                    "R008", name->written->span,
                    filled(_("\"{}\" has no \"highest\", so these steps could be repeated without end"),
                           name->name),
                    {{},
                     filled(_("write \"highest\": {} beside the \"default\" of \"{}\""), limits::most_repeats,
                            name->name),
                     place_of_name(*parts_.exercise, *parameter)});
            } else if (*parameter->highest > limits::most_repeats) {
                findings_.error(
                    "R008", name->written->span,
                    filled(_("With \"{0}\" at its highest ({1}) these words are said {1} times. "
                             "The limit is {2}"),
                           name->name, *parameter->highest, limits::most_repeats),
                    {{}, filled("\"highest\": {}", limits::most_repeats), place(*parameter, "highest")});
            } else if (at_least_one(*name, *parameter, "times")) {
                times = *parameter->highest;
            }
        }
        if (rounds_around * times > limits::most_nested_repeats) {
            findings_.error(
                "R008", step.written->find("times")->span,
                filled(_("A repeat inside a repeat: these steps come up to {} times. The limit is {}"),
                       rounds_around * times, limits::most_nested_repeats));
            times = 1;
        }
        walk(repeat.steps, rounds_around * times);
    }

    void check(const Breathe& breathe, const Step& step) {
        const auto* name = std::get_if<ParameterName>(&breathe.rounds);
        const Parameter* parameter = name == nullptr ? nullptr : find(*name, Type::number, "rounds");
        if (parameter == nullptr || !at_least_one(*name, *parameter, "rounds")) { return; }
        const Span where = name->written->span;
        const Milliseconds round = breathe.in + breathe.hold + breathe.out + breathe.rest;
        if (!parameter->highest) {
            findings_.error(
                "T004", where,
                filled(_("\"{}\" has no \"highest\", so this breathing could go on without end"), name->name),
                {{},
                 filled(_("write \"highest\": 10 beside the \"default\" of \"{}\""), name->name),
                 place_of_name(*parts_.exercise, *parameter)});
        } else if (*parameter->highest > limits::most_breath_rounds ||
                   round * *parameter->highest > limits::longest_breathing) {
            findings_.error("T004", where,
                            filled(_("With \"{}\" at its highest, {} rounds take {}. Paced breathing can "
                                     "last {} and {} rounds at most"),
                                   name->name, *parameter->highest,
                                   written_duration(round * *parameter->highest),
                                   written_duration(limits::longest_breathing), limits::most_breath_rounds),
                            {{}, {}, place(*parameter, "highest")});
        } else if (breathe.lowest && *breathe.lowest > *parameter->lowest) {
            findings_.error("K006", step.written->find("lowest")->span,
                            filled(_("\"lowest\" ({}) is higher than \"{}\" at its lowest ({})"),
                                   *breathe.lowest, name->name, *parameter->lowest),
                            {{}, {}, place(*parameter, "lowest")});
        } else if (breathe.highest && *breathe.highest < *parameter->highest) {
            findings_.error("K006", step.written->find("highest")->span,
                            filled(_("\"highest\" ({}) is lower than \"{}\" at its highest ({})"),
                                   *breathe.highest, name->name, *parameter->highest),
                            {{}, {}, place(*parameter, "highest")});
        }
    }

    void check(const Pause& pause, const Step& step) {
        const auto* name = std::get_if<ParameterName>(&pause.length);
        const Parameter* parameter = name == nullptr ? nullptr : find(*name, Type::duration, "for");
        if (parameter == nullptr) { return; }
        if (!parameter->longest_duration) {
            findings_.error(
                "K006", name->written->span,
                filled(_("\"{}\" has no \"highest\", so this pause could last any time"), name->name),
                {{},
                 filled(_("write \"highest\": \"3m\" beside the \"default\" of \"{}\""), name->name),
                 place_of_name(*parts_.exercise, *parameter)});
            return;
        }
        if (*parameter->longest_duration > limits::longest_pause) {
            findings_.error(
                "K006", name->written->span,
                filled(_("With \"{}\" at its highest this pause lasts {}. One pause can last {} at most"),
                       name->name, written_duration(*parameter->longest_duration),
                       written_duration(limits::longest_pause)),
                {{},
                 filled("\"highest\": \"{}\"", written_duration(limits::longest_pause)),
                 place(*parameter, "highest")});
            return;
        }
        const Milliseconds lowest = parameter->shortest_duration.value_or(std::chrono::seconds(1));
        if (pause.shortest && *pause.shortest > lowest) {
            findings_.error(
                "T001", step.written->find("shortest")->span,
                filled(_("\"shortest\" ({}) is longer than \"{}\" at its lowest ({})"),
                       written_duration(*pause.shortest), name->name, written_duration(lowest)),
                {{}, filled("\"shortest\": \"{}\"", written_duration(lowest)), place(*parameter, "lowest")});
        }
        if (pause.longest && *pause.longest < *parameter->longest_duration) {
            findings_.error("T001", step.written->find("longest")->span,
                            filled(_("\"longest\" ({}) is shorter than \"{}\" at its highest ({})"),
                                   written_duration(*pause.longest), name->name,
                                   written_duration(*parameter->longest_duration)),
                            {{},
                             filled("\"longest\": \"{}\"", written_duration(*parameter->longest_duration)),
                             place(*parameter, "highest")});
        }
    }

    const LinkedParts& parts_;
    const Doubts& doubts_;
    Findings& findings_;
};

} // namespace

void check_settings(const LinkedParts& parts, const Doubts& doubts, Findings& findings) {
    SettingLinks links(parts, doubts, findings);
    for (const Steps* steps : parts.in_order) { links.walk(*steps, 1); }
}

} // namespace kindly
