// SPDX-License-Identifier: MIT
// `kindly practice`: the walk.
#include "base/failure.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/offered.hpp"
#include "commands/practice_run.hpp"
#include "commands/today.hpp"
#include "commands/usual_options.hpp"
#include "exercise/limits.hpp"

#include <charconv>
#include <memory>
#include <unistd.h>

#include <fmt/format.h>

namespace kindly {

namespace {

std::string check_pace(const std::string& written) {
    double pace = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), pace);
    if (error != std::errc() || end != written.data() + written.size() ||
        !(pace >= limits::slowest_pace && pace <= limits::fastest_pace)) {
        return fmt::format(fmt::runtime(_("\"{}\" is not a pace from 0.25 (slow) to 4 (fast)")), written);
    }
    return {};
}

/// Which exercise it will be is asked on a page, for people.
void refuse_what_names_none(const PracticeRequest& request) {
    const std::pair<bool, const char*> others[] = {{!request.settings.empty(), "--set"},
                                                   {!request.settings_file.empty(), "--settings"},
                                                   {request.guide == "events", "--guide events"}};
    for (const auto& [given, name] : others) {
        if (!given) { continue; }
        throw Failure(ExitCode::usage,
                      fmt::format(fmt::runtime(_("{} needs the name of an exercise with it")), name),
                      _("\"kindly list\" shows the names."));
    }
}

ExitCode practice(Context& context, const PracticeRequest& request) {
    if (!request.exercise.empty() || request.resume || !request.homework.empty()) {
        return run_practice(context, request);
    }
    if (::isatty(STDIN_FILENO) == 1 && context.out.is_terminal()) {
        refuse_what_names_none(request);
        refuse_contradictions(request);
        TodayOptions page;
        page.minutes = request.minutes;
        return run_today(context, page, request);
    }
    throw Failure(ExitCode::usage,
                  _("\"kindly practice\" needs the name of an exercise when nobody is at the terminal"),
                  _("\"kindly list\" shows the names."));
}

} // namespace

void add_practice(const Command& app, Context& context) {
    auto request = std::make_shared<PracticeRequest>();
    const Command command = app.add_command(
        "practice", _("a guided exercise"),
        {"kindly practice look --minutes 3", "kindly practice ./my-own.json --instant --unrecorded"});
    command.add_option("exercise", request->exercise, _("its name, or a file")).type_name("EXERCISE");
    add_minutes(command, "--minutes", request->minutes, _("fit it into this time of guidance"));
    command.add_option("--pace", request->pace, _("reading and silences: 2 is twice as fast"))
        .type_name("X")
        .check(check_pace);
    command.add_flag("--untimed", request->untimed, _("texts and silences wait until you go on"));
    command.add_flag("--listen", request->listen, _("ask nothing (gentle exercises)"));
    command.add_option("--set", request->settings, _("a setting of the exercise; may be repeated"))
        .type_name("NAME=VALUE")
        .one_each_time();
    command.add_option("--settings", request->settings_file, _("settings from a JSON file, texts too"))
        .type_name("FILE");
    command.add_option("--language", request->language, _("in this language")).type_name("L");
    add_choice(command, "--guide", request->guide, {"auto", "screen", "plain", "events"},
               _("how it is shown"));
    command.add_flag("--instant", request->instant, _("time passes at once; recorded as a trial"));
    command.add_option("--seed", request->seed, _("for what is chosen by chance"))
        .type_name("N")
        .within(0, (1ULL << 53U) - 1);
    command.add_flag("--unrecorded", request->unrecorded, _("keep nothing of it"));
    command.add_flag("--resume", request->resume, _("go on with one that was left in the middle"));
    offer_names(
        command
            .add_option("--homework", request->homework, _("for this homework; alone: what is waiting of it"))
            .type_name("ID"),
        {names::homework});
    command.add_option("--rescue", request->rescue, _("where to put it if the log cannot be written"))
        .type_name("FILE");
    command.callback(
        [&context, request] { context.run = [&context, request] { return practice(context, *request); }; });
}

} // namespace kindly
