// SPDX-License-Identifier: MIT
#include "commands/assign_plan.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/assign_items.hpp"
#include "commands/assign_talk.hpp"
#include "commands/context.hpp"
#include "commands/output_file.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "homework/assignment_reader.hpp"
#include "homework/report_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

/// How often, from when, until when, and for how long.
using NamedOptions = std::vector<std::pair<bool, const char*>>;
NamedOptions times_given(const AssignOptions& options) {
    return {{!options.how_often.empty(), "--how-often"},
            {options.minutes > 0, "--minutes"},
            {!options.from.empty(), "--from"},
            {!options.until.empty(), "--until"}};
}

void refuse_any(const NamedOptions& options, const char* what, const char* advice) {
    for (const auto& [given, name] : options) {
        if (given) { throw Failure(ExitCode::usage, filled(what, name), advice); }
    }
}

/// No option is taken that would then do nothing in a file for somebody else.
void refuse_what_does_not_go_together(const AssignOptions& options, const Json& plan) {
    const char* once = _("Nothing was made. Leave one of them out.");
    if (!options.programme.empty()) {
        refuse_any({{!options.exercises.empty(), "EXERCISE"}},
                   _("{} and --programme do not go together: the programme names its exercises"), once);
        refuse_any({{!options.how_often.empty(), "--how-often"}, {options.minutes > 0, "--minutes"}},
                   _("{} and --programme do not go together: the programme says it of each exercise"), once);
    }
    const bool in_plan = plan.is_object() && plan.contains("items");
    const char* mend = _("Nothing was made. Change it in the plan, or leave it out here.");
    if (in_plan) {
        const char* said = _("{} does not go together with this plan, which names its exercises already");
        NamedOptions others = times_given(options);
        others.insert(others.begin(), {!options.programme.empty(), "--programme"});
        for (const std::string& named : options.exercises) { // a file can be the exercise that the plan names
            others.insert(others.begin(), {!looks_like_path(named), "EXERCISE"});
        }
        refuse_any(others, said, mend);
    }
    if (plan.is_object() && plan.contains("share")) {
        refuse_any({{!options.share.empty(), "--share"}},
                   _("{} does not go together with this plan, which says already what is asked for"), mend);
    }
    if (!in_plan && !options.reply_to.empty() && options.exercises.empty() && options.programme.empty()) {
        refuse_any(times_given(options),
                   _("{} is about exercises that are named here, and these come from the report"),
                   _("Nothing was made. Name the exercises, or leave it out."));
    }
}

void refuse_exercises_beside(Context& context, const AssignOptions& options, const Assignment& plan) {
    const auto ids = exercises_of(plan);
    for (const std::string& named : options.exercises) {
        const std::string id = context.open_exercise(named).exercise->id;
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) { continue; }
        throw Failure(ExitCode::usage, filled(_("{} is not in the plan"), harmless(named)),
                      _("Nothing was made. Put it among the items of the plan, or leave it out here."));
    }
}

/// The plan as it was written, and behind it what options and the report say: whatever is found in it has its
/// place in the file.
std::string with_added(std::string bytes, const Json& written, const Json& plan) {
    std::string added;
    for (const auto& [key, value] : plan.items()) {
        if (written.contains(key)) { continue; }
        added += (written.empty() && added.empty() ? "" : ", ") + Json(key).dump() + ": " +
                 value.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return added.empty() ? bytes : bytes.insert(bytes.rfind('}'), added);
}

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
                      filled(_("The plan is for {}, and the report is from {}"),
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

void keep_answers(Context& context, const std::string& text) {
    constexpr int most = 100;
    for (int number = 1; number <= most; ++number) {
        const std::string file = number == 1 ? "plan.json" : fmt::format("plan-{}.json", number);
        std::error_code none;
        if (std::filesystem::exists(std::filesystem::symlink_status(file, none))) { continue; }
        OutputFile kept(file, false);
        kept.output().write(text + "\n");
        kept.finish();
        tell(context, filled(_("What you have answered is kept in {}. What is below can be mended there; "
                               "then: kindly assign --plan {}"),
                             file, file));
        return;
    }
}

std::optional<GatheredPlan> gather_plan(Context& context, const AssignOptions& options) {
    Json plan = Json::object();
    std::string bytes;
    if (!options.plan.empty()) {
        bytes = read_file(options.plan, limits::file_bytes);
        if (looks_like_assignment(bytes)) {
            throw Failure(
                ExitCode::usage, filled(_("{} is an assignment already"), options.plan),
                filled(_("It can be given as it is. To see what the client will see: kindly homework try {}"),
                       for_a_shell(options.plan)));
        }
        // What cannot be read as JSON is told by the reader, with its place.
        plan = Json::parse(bytes, nullptr, false);
    }
    refuse_what_does_not_go_together(options, plan);
    const Json written = plan;
    bool talked = false;
    const auto add = [&](const char* key, auto make) {
        if (plan.is_object() && !plan.contains(key)) { plan[key] = make(); }
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
        reply_to = take_from_report(context, options, plan);
        if (options.plan.empty()) {
            add("format", [] { return Json("1.0"); });
            add("language", [] { return Json("en"); });
        }
        if (!is_whole(plan) && somebody_is_there(context)) {
            if (!ask_for_plan(context, plan, options)) { return std::nullopt; }
            talked = true;
        } else if (options.plan.empty() && !is_whole(plan)) {
            throw Failure(ExitCode::usage, _("Nothing was made: nobody can be asked here"),
                          _("Without a terminal, everything comes from a file: kindly assign --plan FILE. "
                            "kindly-homework(5) describes it."));
        }
    }
    const std::string name = options.plan.empty() ? std::string("plan") : options.plan;
    std::string text = bytes;
    if (talked || options.plan.empty()) {
        text = plan.dump(2, ' ', false, Json::error_handler_t::replace);
    } else if (plan.is_object()) {
        text = with_added(std::move(bytes), written, plan);
    }
    ReadAssignment read = read_plan(std::make_shared<const SourceText>(name, text));
    if (talked && has_errors(read.diagnostics)) { keep_answers(context, text); }
    context.refuse_errors(read.diagnostics, name);
    if (!options.plan.empty()) { refuse_exercises_beside(context, options, *read.assignment); }
    return GatheredPlan{std::move(text), std::move(read.assignment), std::move(reply_to), talked};
}

} // namespace kindly
