// SPDX-License-Identifier: MIT
// `kindly today`, and `kindly` alone.
#include "commands/today.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command_line.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/overview.hpp"
#include "commands/practice_run.hpp"
#include "commands/returning.hpp"
#include "journal/journal.hpp"

#include <algorithm>
#include <memory>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct Suggestion {
    OpenedExercise opened;
    std::string reason;
    bool first_time = false;
};

/// What the log can tell; nothing where it cannot be read.
struct LookBack {
    std::vector<Journal::Last> latest;
    bool recently_hard = false; ///< the last check-in, within a day, was high
    bool empty = true;
    std::string left; ///< an exercise that was left in the middle a little while ago, and can be gone on with
};

LookBack look_back(Context& context) {
    constexpr int hard_from = 6;
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    LookBack past;
    try {
        const Journal journal = Journal::open_for_reading(context.paths().journal());
        past.latest = journal.latest_by_exercise();
        past.empty = past.latest.empty();
        const auto left = latest_interrupted(journal, {}, PracticeSource::timed);
        if (left && !left->begun_again && is_recent(*left, context.clock->wall())) {
            past.left = left->entry.exercise;
            past.empty = false;
        }
        if (const auto rating = journal.last_check_in()) {
            const bool recent = context.clock->wall().unix_ms - rating->answered_at.unix_ms < day_ms;
            past.recently_hard = recent && (!rating->value || *rating->value >= hard_from);
        }
    } catch (const Failure&) { // a suggestion does not need a log
        past = LookBack{};
    }
    return past;
}

bool done_before(const LookBack& past, const std::string& id) {
    return std::any_of(past.latest.begin(), past.latest.end(),
                       [&](const auto& last) { return last.exercise == id; });
}

/// One suggestion by plain rules: something steady after a hard rating or at the start; else what has not
/// been tried yet, gentle before moderate; else what was longest ago. Never a strong one unasked.
std::optional<Suggestion> suggest(Context& context) {
    const LookBack past = look_back(context);
    const Preferences& person = context.preferences();
    std::vector<OpenedExercise> choices;
    for (auto& opened : context.list_exercises().exercises) {
        if (opened.exercise->safety.intensity == Intensity::strong ||
            opened.exercise->about.audience != Audience::everyone) {
            continue;
        }
        if (!make_overview(opened, person, person.avoided).can_be_used) { continue; }
        choices.push_back(std::move(opened));
    }
    auto named = [&](const char* id) {
        return std::find_if(choices.begin(), choices.end(),
                            [&](const auto& opened) { return opened.exercise->id == id; });
    };
    if (const auto left = named(past.left.c_str()); left != choices.end()) {
        return Suggestion{*left, _("It was left in the middle a little while ago, and can go on from there."),
                          false};
    }
    // Looking back on a week is for once a week: it is asked for by name, or stands in a programme.
    std::erase_if(choices, [](const OpenedExercise& opened) { return opened.exercise->id == "weekly"; });
    const auto steady = named("look");
    if (past.empty && steady != choices.end()) {
        return Suggestion{*steady, _("It is short, and nothing in it needs answering."), true};
    }
    if (past.recently_hard && steady != choices.end()) {
        return Suggestion{*steady, _("Something steady, with eyes open."), false};
    }
    std::stable_sort(choices.begin(), choices.end(), [](const auto& left, const auto& right) {
        return left.exercise->safety.intensity < right.exercise->safety.intensity;
    });
    for (const auto& opened : choices) {
        if (!done_before(past, opened.exercise->id)) {
            return Suggestion{opened, _("You have not tried this one yet."), false};
        }
    }
    for (auto last = past.latest.rbegin(); last != past.latest.rend(); ++last) {
        if (const auto found = named(last->exercise.c_str()); found != choices.end()) {
            return Suggestion{*found, _("You know this one already."), false};
        }
    }
    if (choices.empty()) { return std::nullopt; }
    return Suggestion{choices.front(), {}, false};
}

void print(Context& context, const Suggestion& suggestion) {
    const Overview overview =
        make_overview(suggestion.opened, context.preferences(), context.preferences().avoided);
    std::string text;
    if (suggestion.first_time) {
        text += _("kindly walks you through short exercises in being kinder to yourself.\n"
                  "It is no therapy and no emergency help; \"kindly support\" names people to reach.\n\n");
    }
    text += fmt::format("{}  ({})\n", harmless(overview.exercise->title), in_words(overview.times.usual));
    if (!suggestion.reason.empty()) { text += suggestion.reason + "\n"; }
    context.out.write(text + "\n");
}

ExitCode run_command(Context& context, const std::string& command) {
    read_command_line(context, {command});
    return context.run();
}

ExitCode ask(Context& context, const Suggestion& suggestion) {
    for (;;) {
        const auto reply = ask_line(
            context, _("Enter begins it.  g steady me now   l list   ? people to reach   q leave\n>"));
        if (!reply) { return ExitCode::done; }
        const std::string letter = lowered_ascii(trimmed(*reply));
        if (letter.empty()) {
            PracticeRequest request;
            request.exercise = suggestion.opened.file.string();
            return run_practice(context, request);
        }
        if (letter == "g") { return run_command(context, "ground"); }
        if (letter == "l") { return run_command(context, "list"); }
        if (letter == "?" || letter == "h") { return run_command(context, "support"); }
        if (letter == "q") { return ExitCode::done; }
        context.out.write(_("That key has no use here.\n"));
    }
}

} // namespace

ExitCode run_today(Context& context, const TodayOptions& options) {
    const auto suggestion = suggest(context);
    if (!suggestion) {
        throw Failure(
            ExitCode::not_found, _("No exercises were found"),
            _("\"kindly ground\" works without them; --exercise-path names a folder that has some."));
    }
    if (options.json) {
        nlohmann::ordered_json shape;
        shape["suggestion"] = as_json(
            context, make_overview(suggestion->opened, context.preferences(), context.preferences().avoided));
        shape["reason"] = suggestion->reason;
        context.out.write(shape.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
        return ExitCode::done;
    }
    print(context, *suggestion);
    if (::isatty(STDIN_FILENO) == 1 && context.out.is_terminal()) { return ask(context, *suggestion); }
    context.out.write(fmt::format(
        fmt::runtime(_(
            "To begin: kindly practice {}\nSteady me now: kindly ground\nPeople to reach: kindly support\n")),
        suggestion->opened.exercise->id));
    return ExitCode::done;
}

void add_today(CLI::App& app, Context& context) {
    auto options = std::make_shared<TodayOptions>();
    CLI::App& command = add_command(app, "today", _("what is there for today; also \"kindly\" alone"),
                                    {"kindly", "kindly today --json"});
    command.add_flag("--json", options->json, _("as JSON"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return run_today(context, *options); }; });
}

} // namespace kindly
