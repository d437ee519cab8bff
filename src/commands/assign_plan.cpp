// SPDX-License-Identifier: MIT
#include "commands/assign_plan.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/context.hpp"
#include "commands/programme_page.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "homework/assignment_reader.hpp"
#include "homework/report_reader.hpp"

#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

template <class... Values>
std::string sentence(const char* format, const Values&... values) {
    return fmt::format(fmt::runtime(format), values...);
}

/// "daily" as it stands in a file: a text, or a list of days.
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
        ExitCode::usage, sentence(_("\"{}\" is not how often something can be done"), harmless(written)),
        _("Write daily, 3 times a week, every 2 days, once, in_order, or days such as monday, thursday."));
}

std::string date_from(const std::string& written) {
    if (read_day(written)) { return written; }
    throw Failure(ExitCode::usage, sentence(_("\"{}\" is not a date"), harmless(written)),
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

/// What stands once in a programme is done once, in its order; the rest so many times a week.
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

/// What the questions are about; free text never comes from arguments.
class Talk {
public:
    Talk(Context& context, Json& plan) : context_(context), plan_(plan) {}

    bool run() {
        context_.err.write(
            std::string(_("An assignment, in a few questions. Enter leaves out what may be left out; q "
                          "leaves without\nmaking anything.")) +
            "\n");
        return ask_exercises() && ask_items() &&
               ask("title", _("A title for it, as the client will see it?"), true) &&
               ask("from", _("What does the client call you?"), true) &&
               ask("for", _("What do you call the client here? (a first name or a letter is enough)"),
                   true) &&
               ask("rationale", _("Why this, in the client's own words?"), true) &&
               ask("message", _("A few words with it?"), false) && ask_share() && ask_question();
    }

private:
    bool ask_text(Json& into, const char* key, const std::string& question, bool needed) {
        if (into.contains(key)) { return true; }
        return ask_until(context_, question, [&](const std::string& line) {
            if (line.empty() && needed) { throw Failure(ExitCode::usage, _("This one is needed")); }
            if (!line.empty()) { into[key] = line; }
        });
    }
    bool ask(const char* key, const std::string& question, bool needed) {
        return ask_text(plan_, key, question, needed);
    }

    bool ask_exercises() {
        if (plan_.contains("items")) { return true; }
        return ask_until(
            context_, _("Which exercise? Several with spaces between. (\"kindly list\" shows their names)"),
            [&](const std::string& line) {
                AssignOptions named;
                for (std::size_t begin = 0; begin < line.size();) {
                    const std::size_t end = std::min(line.find_first_of(" ,", begin), line.size());
                    if (end > begin) { named.exercises.push_back(line.substr(begin, end - begin)); }
                    begin = end + 1;
                }
                if (named.exercises.empty()) { throw Failure(ExitCode::usage, _("This one is needed")); }
                plan_["items"] = items_named(context_, named);
            });
    }

    bool ask_items() {
        for (Json& item : plan_["items"]) {
            context_.err.write("\n" + item.at("exercise").get<std::string>() + "\n");
            if (!item.contains("how_often") &&
                !ask_until(context_,
                           _("How often? daily, 3 times a week, monday, thursday, every 2 days, once (Enter: "
                             "daily)"),
                           [&](const std::string& line) {
                               item["how_often"] =
                                   how_often_as_json(how_often_from(line.empty() ? "daily" : line));
                           })) {
                return false;
            }
            if (!item.contains("until") &&
                !ask_until(context_, _("Until when? As in 2026-12-06 (Enter: open)"),
                           [&](const std::string& line) {
                               if (!line.empty()) { item["until"] = date_from(line); }
                           })) {
                return false;
            }
            if (!ask_plan(item)) { return false; }
            if (!ask_text(item, "easier", _("An easier exercise for a hard day? (Enter: none)"), false)) {
                return false;
            }
        }
        return true;
    }

    bool ask_plan(Json& item) {
        if (item.contains("plan")) { return true; }
        Json plan = Json::object();
        const bool goes_on = ask_text(plan, "cue", _("After what, or at what time?"), false) &&
                             ask_text(plan, "place", _("Where?"), false) &&
                             ask_text(plan, "obstacle", _("What could come in between?"), false) &&
                             ask_text(plan, "then", _("And then?"), false);
        if (!plan.empty()) { item["plan"] = plan; }
        return goes_on;
    }

    bool ask_share() {
        if (plan_.contains("share")) { return true; }
        return ask_until(context_, _("What do you ask to see? counts, ratings or words (Enter: counts)"),
                         [&](const std::string& line) {
                             if (!line.empty() && line != "counts" && line != "ratings" && line != "words") {
                                 throw Failure(
                                     ExitCode::usage,
                                     sentence(_("\"{}\" is none of: counts, ratings, words"), line));
                             }
                             plan_["share"] = line.empty() ? "counts" : line;
                         });
    }

    bool ask_question() {
        if (plan_.contains("questions")) { return true; }
        return ask_until(context_, _("A question for the end? As in: what felt real? (Enter: none)"),
                         [&](const std::string& line) {
                             if (!line.empty()) { plan_["questions"] = {line}; }
                         });
    }

    Context& context_;
    Json& plan_;
};

bool is_whole(const Json& plan) {
    for (const char* key : {"title", "from", "for", "rationale", "items", "share"}) {
        if (!plan.contains(key)) { return false; }
    }
    return true;
}

/// The same people and exercises as in the report.
std::string take_from_report(Context& context, const AssignOptions& options, Json& plan) {
    if (options.reply_to.empty()) { return {}; }
    ReadReport read = read_report(std::make_shared<const SourceText>(
        options.reply_to, read_file(options.reply_to, limits::file_bytes)));
    context.refuse_errors(read.diagnostics, options.reply_to);
    const Report& report = *read.report;
    if (plan.contains("for") && plan.at("for").is_string() &&
        plan.at("for").get<std::string>() != report.for_whom) {
        throw Failure(ExitCode::usage,
                      sentence(_("The plan is for {}, and the report is from {}"),
                               plan.at("for").get<std::string>(), report.for_whom),
                      _("Nothing was made. Use the report and the plan of one person."));
    }
    const auto add = [&](const char* key, const std::string& value) {
        if (!plan.contains(key)) { plan[key] = value; }
    };
    add("language", report.language);
    add("from", report.from);
    add("for", report.for_whom);
    add("title", report.title);
    if (!plan.contains("items")) {
        plan["items"] = Json::array();
        for (const ReportItem& item : report.items) {
            const auto often = read_how_often(item.how_often);
            plan["items"].push_back(
                {{"exercise", item.exercise}, {"how_often", how_often_as_json(often.value_or(HowOften{}))}});
        }
    }
    return report.id;
}

} // namespace

std::optional<GatheredPlan> gather_plan(Context& context, const AssignOptions& options) {
    Json plan = Json::object();
    std::string bytes;
    if (!options.plan.empty()) {
        bytes = read_file(options.plan, limits::file_bytes);
        if (looks_like_assignment(bytes)) {
            throw Failure(
                ExitCode::usage, sentence(_("{} is an assignment already"), options.plan),
                sentence(
                    _("It can be given as it is. To see what the client will see: kindly homework try {}"),
                    options.plan));
        }
        // What cannot be read as JSON is told by the reader, with its place.
        plan = Json::parse(bytes, nullptr, false);
    }
    bool changed = false;
    const auto add = [&](const char* key, auto make) {
        if (!plan.is_object() || plan.contains(key)) { return; }
        plan[key] = make();
        changed = true;
    };
    std::string reply_to;
    if (plan.is_object() || options.plan.empty()) {
        if (!options.exercises.empty()) {
            add("items", [&] { return items_named(context, options); });
        }
        if (!options.programme.empty()) {
            add("items", [&] { return items_of_programme(context, options); });
        }
        if (!options.share.empty()) {
            add("share", [&] { return Json(options.share); });
        }
        const std::size_t before = plan.size();
        reply_to = take_from_report(context, options, plan);
        changed = changed || plan.size() != before;
        if (options.plan.empty()) {
            add("format", [] { return Json("1.0"); });
            add("language", [] { return Json("en"); });
        }
        if (!is_whole(plan) && somebody_is_there(context)) {
            if (!Talk(context, plan).run()) { return std::nullopt; }
            changed = true;
        } else if (options.plan.empty() && !is_whole(plan)) {
            throw Failure(ExitCode::usage, _("Nothing was made: nobody can be asked here"),
                          _("Without a terminal, everything comes from a file: kindly assign --plan FILE. "
                            "kindly-homework(5) describes it."));
        }
    }
    const std::string name = options.plan.empty() ? std::string("plan") : options.plan;
    std::string text = changed ? plan.dump(2, ' ', false, Json::error_handler_t::replace) : bytes;
    ReadAssignment read = read_plan(std::make_shared<const SourceText>(name, text));
    context.refuse_errors(read.diagnostics, name);
    return GatheredPlan{std::move(text), std::move(read.assignment), std::move(reply_to)};
}

} // namespace kindly
