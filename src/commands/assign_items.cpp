// SPDX-License-Identifier: MIT
#include "commands/assign_items.hpp"

#include "base/day.hpp"
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/assign_plan.hpp"
#include "commands/context.hpp"
#include "commands/programme_page.hpp"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

} // namespace

Json how_often_as_json(const HowOften& often) {
    if (often.kind != HowOften::Kind::weekdays) { return word(often); }
    Json days = Json::array();
    for (const int day : often.days) { days.push_back(word(HowOften{HowOften::Kind::weekdays, 1, {day}})); }
    return days;
}

HowOften how_often_from(const std::string& written) {
    const auto often = read_how_often(written);
    if (often) { return *often; }
    throw Failure(
        ExitCode::usage, filled(_("\"{}\" is not how often something can be done"), harmless(written)),
        _("Write daily, 3 times a week, every 2 days, once, in_order, or days such as monday, thursday."));
}

std::string date_from(const std::string& written) {
    if (read_day(written)) { return written; }
    throw Failure(ExitCode::usage, filled(_("\"{}\" is not a date"), harmless(written)),
                  _("Write it like 2026-11-22."));
}

Json items_named(Context& context, const AssignOptions& options) {
    Json items = Json::array();
    for (const std::string& name : options.exercises) {
        const OpenedExercise opened = context.open_exercise(name);
        Json item{{"exercise", opened.exercise->id}};
        if (!options.how_often.empty()) {
            item["how_often"] = how_often_as_json(how_often_from(options.how_often));
        }
        if (!options.from.empty()) { item["from"] = date_from(options.from); }
        if (!options.until.empty()) { item["until"] = date_from(options.until); }
        if (options.minutes > 0) { item["minutes"] = options.minutes; }
        items.push_back(std::move(item));
    }
    return items;
}

Json items_of_programme(Context& context, const AssignOptions& options) {
    const UsableProgramme usable = open_programme(context, options.programme, std::nullopt);
    const Programme& programme = *usable.programme;
    std::map<std::string, int> times;
    for (const ProgrammeItem& item : programme.items) { times[item.exercise] += item.practices(); }
    Json items = Json::array();
    for (const ProgrammeItem& item : programme.items) {
        const auto found = times.find(item.exercise);
        if (item.exercise.empty() || found == times.end()) { continue; }
        const int weeks = programme.week_count();
        constexpr int most_a_week = 7;
        const HowOften often = found->second == 1
                                   ? HowOften{HowOften::Kind::in_order, 1, {}}
                                   : HowOften{HowOften::Kind::times_a_week,
                                              std::min(most_a_week, (found->second + weeks - 1) / weeks),
                                              {}};
        times.erase(found); // each once
        Json one{{"exercise", item.exercise}, {"how_often", how_often_as_json(often)}};
        if (!options.from.empty()) { one["from"] = date_from(options.from); }
        if (!options.until.empty()) { one["until"] = date_from(options.until); }
        if (item.minutes) { one["minutes"] = *item.minutes; }
        if (!item.substitute.empty()) { one["easier"] = item.substitute; }
        if (item.locked_until_agreed) { one["locked_until_agreed"] = true; }
        if (!item.text.empty()) { one["text"] = item.text; }
        items.push_back(std::move(one));
    }
    return items;
}

} // namespace kindly
