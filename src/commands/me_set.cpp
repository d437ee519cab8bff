// SPDX-License-Identifier: MIT
// `kindly me set` and `kindly me unset`, and the questions of `kindly me`.
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/context.hpp"
#include "commands/me_commands.hpp"
#include "commands/offered.hpp"
#include "commands/overview.hpp"
#include "person/preferences_file.hpp"
#include "person/support_list.hpp"

#include <memory>

namespace kindly {

namespace {

struct SetOptions {
    std::string name;
    std::vector<std::string> value; ///< at most one
};

/// What is asked for, in words; "" for a name that cannot be set.
std::string question_for(const std::string& name) {
    if (name == "name") { return _("What would you like to be called?"); }
    if (name == "anchor") {
        return _("What do you like to come back to: feet, hands, sounds, something else?");
    }
    if (name == "tradition") { return _("Is there a tradition whose words are yours? In your own words."); }
    if (name == "country") {
        return _("Which country are you in? People to reach there come first in \"kindly support\".");
    }
    if (name == "pace") {
        return _(
            "How fast would you like texts and silences? 1 is usual, 2 twice as fast, 0.5 half as fast.");
    }
    if (name == "ratings") {
        return _("Would you like exercises to ask how distressed and how kind you feel: ask, before (not "
                 "after), off? Strong ones always do.");
    }
    return {};
}

void tell_about_country(Context& context, const std::string& country) {
    if (country.empty() || support_lines_of(country) > 0) { return; }
    tell(context, _("It is kept. The list of people to reach has no line for it yet, so the web page that "
                    "lists all countries comes first there."));
}

ExitCode set(Context& context, const SetOptions& options) {
    const auto file = context.paths().me();
    const Preferences before = preferences_now(context);
    std::string value;
    if (!options.value.empty()) {
        if (is_own_words(options.name)) {
            throw Failure(ExitCode::usage,
                          _("Your own words are not taken from the command line, where others on this "
                            "machine could read them"),
                          filled(_("\"kindly me set {}\" asks for them, or reads a line of standard input."),
                                 options.name));
        }
        value = options.value.front();
        if (trimmed(value).empty()) {
            throw Failure(ExitCode::usage, filled(_("The value for \"{}\" is empty"), options.name),
                          filled(_("To take it away: kindly me unset {}"), options.name));
        }
    } else {
        const std::string question = question_for(options.name);
        if (!question.empty()) { // else what there is to set is told below
            const auto line = ask_first_line(context, question + "\n>");
            if (!line || trimmed(*line).empty()) {
                context.err.write(std::string(_("Nothing was entered, and nothing was changed.")) + "\n");
                return ExitCode::done;
            }
            value = *line;
        } else {
            value = "?";
        }
    }
    set_preference(file, options.name, value);
    const Preferences after = preferences_now(context);
    context.out.write(preference_line(after, options.name) + "\n");
    if (options.name == "country") { tell_about_country(context, after.country); }
    return ExitCode::done;
}

ExitCode unset(Context& context, const std::vector<std::string>& names) {
    const auto file = context.paths().me();
    const Preferences before = preferences_now(context);
    for (const std::string& name : names) { // refused before anything is changed
        if (question_for(name).empty()) { set_preference(file, name, "?"); }
    }
    for (const std::string& name : names) {
        if (!value_of(before, name).empty()) { set_preference(file, name, {}); }
    }
    const Preferences after = preferences_now(context);
    for (const std::string& name : names) { context.out.write(preference_line(after, name) + "\n"); }
    return ExitCode::done;
}

} // namespace

void ask_for_preferences(Context& context) {
    const auto file = context.paths().me();
    tell(context, _("Enter keeps what is there, - takes it away, q leaves the rest as it is."));
    tell(context, _("What you have answered is kept at once."));
    const auto asked = [&](const std::string& question, const std::string& present,
                           const std::function<void(const std::string&)>& take) {
        const std::string shown = present.empty() ? std::string(_("not set")) : harmless(present);
        context.err.write("\n");
        return ask_until(context, filled("{} [{}]\n>", question, shown), [&](const std::string& line) {
            if (!line.empty()) { take(line == "-" ? std::string() : line); }
        });
    };
    for (const std::string& name : preference_names()) {
        std::string present = value_of(preferences_now(context), name);
        if (name == "pace" && present.empty()) { present = "1"; }
        if (name == "ratings" && present.empty()) { present = word(Ratings::ask); }
        const bool goes_on = asked(question_for(name), present, [&](const std::string& line) {
            set_preference(file, name, line);
            if (name == "country") { tell_about_country(context, line); }
        });
        if (!goes_on) { return; }
    }
    std::vector<std::string> things;
    for (const Avoidable thing : all_values<Avoidable>()) {
        const std::string written = word(thing);
        const std::string said = in_words(thing);
        // As it is typed, and what that is in the person's language.
        things.push_back(written == said ? written : filled("{} ({})", written, said));
    }
    asked(filled(_("What would you like exercises to leave out for you? Several, with commas: {}."),
                 joined(things, ", ")),
          written_avoided(preferences_now(context).avoided),
          [&](const std::string& line) { set_avoided(file, read_avoided(line)); });
}

void add_me_set(const Command& me, Context& context) {
    auto options = std::make_shared<SetOptions>();
    const Command command =
        me.add_command("set", _("set one of name, anchor, tradition, country, pace, ratings"),
                       {"kindly me set pace 0.8", "kindly me set ratings before", "kindly me set name"});
    offer_words(command.add_option("NAME", options->name, _("what to set")), preference_names()).required();
    command
        .add_option("VALUE", options->value,
                    _("for country, pace and ratings; without it, it is asked for, or read from a line of "
                      "standard input"))
        .at_most_one();
    command.callback(
        [&context, options] { context.run = [&context, options] { return set(context, *options); }; });
}

void add_me_unset(const Command& me, Context& context) {
    auto names = std::make_shared<std::vector<std::string>>();
    const Command command =
        me.add_command("unset", _("take these away again"), {"kindly me unset name pace"});
    offer_words(command.add_option("NAME", *names, _("what was set")), preference_names()).required();
    command.callback(
        [&context, names] { context.run = [&context, names] { return unset(context, *names); }; });
}

} // namespace kindly
