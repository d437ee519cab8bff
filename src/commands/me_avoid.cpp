// SPDX-License-Identifier: MIT
// `kindly me avoid`: things that exercises leave out for this person, and what that means for the list.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command.hpp"
#include "commands/context.hpp"
#include "commands/me_commands.hpp"
#include "commands/offered.hpp"
#include "commands/overview.hpp"
#include "person/preferences_file.hpp"

#include <memory>

namespace kindly {

namespace {

struct AvoidOptions {
    std::vector<std::string> things;
    bool remove = false;
};

/// Exercises that have no whole way without what is avoided.
std::vector<std::string> left_out(Context& context, const Preferences& preferences) {
    std::vector<std::string> ids;
    for (const OpenedExercise& opened : context.list_exercises().exercises) {
        const Overview overview = make_overview(opened, preferences, preferences.avoided);
        if (!overview.can_be_used && overview.problems.empty()) { ids.push_back(overview.exercise->id); }
    }
    return ids;
}

void tell(Context& context, const Preferences& preferences) {
    context.out.write(avoided_line(preferences) + "\n");
    if (preferences.avoided.empty()) { return; }
    context.out.write(std::string(_("Exercises leave it out, or have something else in its place.")) + "\n");
    const auto ids = left_out(context, preferences);
    if (ids.empty()) { return; }
    context.out.write(
        plural("{} exercise cannot do without it and is not offered:",
               "{} exercises cannot do without it and are not offered:", static_cast<long long>(ids.size())) +
        " " + joined(ids, ", ") + "\n");
}

ExitCode avoid(Context& context, const AvoidOptions& options) {
    const auto file = context.paths().me();
    Preferences preferences = preferences_now(context);
    if (options.things.empty() && options.remove) {
        throw Failure(ExitCode::usage, _("--remove needs the things that are no longer to be avoided"),
                      _("As in: kindly me avoid --remove breath"));
    }
    std::set<Avoidable> avoided = preferences.avoided;
    for (const Avoidable thing : read_avoided(joined(options.things, ","))) {
        if (options.remove) {
            avoided.erase(thing);
        } else {
            avoided.insert(thing);
        }
    }
    if (avoided != preferences.avoided) {
        set_avoided(file, avoided);
        preferences = preferences_now(context);
    }
    tell(context, preferences);
    return ExitCode::done;
}

} // namespace

void add_me_avoid(const Command& me, Context& context) {
    auto options = std::make_shared<AvoidOptions>();
    const Command command =
        me.add_command("avoid", _("things that exercises leave out for you; alone, it shows them"),
                       {"kindly me avoid breath touch", "kindly me avoid --remove breath"});
    std::vector<std::string> words;
    for (const Avoidable thing : all_values<Avoidable>()) { words.emplace_back(word(thing)); }
    offer_words(command.add_option("THING", options->things,
                                   _("breath, touch, eyes-closed, body, imagery, memory, people")),
                words);
    command.add_flag("--remove", options->remove, _("these are fine again"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return avoid(context, *options); }; });
}

} // namespace kindly
