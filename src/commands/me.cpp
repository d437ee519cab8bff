// SPDX-License-Identifier: MIT
// `kindly me`: what the person has set for themselves, and where it stands.
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/json_output.hpp"
#include "commands/me_commands.hpp"
#include "commands/terminal_columns.hpp"
#include "commands/text_page.hpp"
#include "person/preferences_file.hpp"

#include <memory>
#include <system_error>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

nlohmann::ordered_json as_json(const Preferences& preferences, const std::filesystem::path& file) {
    const auto text = [](const std::string& value) {
        return value.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(value);
    };
    nlohmann::ordered_json avoid = nlohmann::ordered_json::array();
    for (const Avoidable thing : preferences.avoided) { avoid.push_back(word(thing)); }
    nlohmann::ordered_json settings = nlohmann::ordered_json::object();
    for (const auto& [name, own] : preferences.settings) { settings[name] = own.value; }
    std::error_code none;
    return {{"file", file.string()},
            {"exists", std::filesystem::exists(file, none)},
            {"name", text(preferences.name)},
            {"anchor", text(preferences.anchor)},
            {"tradition", text(preferences.tradition)},
            {"country", text(preferences.country)},
            {"pace", preferences.pace},
            {"ratings", word(preferences.ratings)},
            {"avoid", std::move(avoid)},
            {"settings", std::move(settings)}};
}

std::string as_text(const Preferences& preferences, const std::filesystem::path& file, std::size_t columns) {
    constexpr std::size_t step = 2;
    TextPage page(columns);
    page.line(_("What you have set for yourself:"));
    for (const std::string& name : preference_names()) {
        page.line(preference_line(preferences, name), step);
    }
    page.line(avoided_line(preferences), step);
    if (!preferences.settings.empty()) {
        std::vector<std::string> settings;
        for (const auto& [name, own] : preferences.settings) { settings.push_back(name + " = " + own.value); }
        page.line(filled(_("Settings of exercises: {}"), joined(settings, ", ")), step);
    }
    page.line(_("It is kept in this file, which you can also edit by hand:"));
    page.line(file.string(), step);
    return page.take();
}

ExitCode me(Context& context, bool json) {
    const auto file = context.paths().me();
    const Preferences preferences = preferences_now(context);
    if (json) {
        write_json(context.out, as_json(preferences, file));
        return ExitCode::done;
    }
    context.out.write(as_text(preferences, file, page_columns(context.out)));
    if (!somebody_is_there(context)) { return ExitCode::done; }
    if (ask_yes(context, _("Go through these and change some? (y or n)"))) { ask_for_preferences(context); }
    return ExitCode::done;
}

/// Below `me`, --json would be about something else.
void refuse_json(const Command& command, bool json) {
    if (!json) { return; }
    throw Failure(ExitCode::usage,
                  filled(_("--json is about all that is set, not about \"me {}\""), command.chosen_below()),
                  _("As in: kindly me --json"));
}

} // namespace

std::string preference_line(const Preferences& preferences, const std::string& name) {
    const std::string value = harmless(value_of(preferences, name));
    const std::string shown = value.empty() ? std::string(_("not set")) : value;
    if (name == "name") { return filled(_("Name: {}"), shown); }
    if (name == "anchor") { return filled(_("Anchor: {}"), shown); }
    if (name == "tradition") { return filled(_("Tradition: {}"), shown); }
    if (name == "country") { return filled(_("Country: {}"), shown); }
    if (name == "pace") {
        return filled(_("Pace: {}"), value.empty() ? std::string(_("1, the usual one")) : value);
    }
    switch (preferences.ratings) {
    case Ratings::ask: return _("Ratings: ask, before and after");
    case Ratings::before: return _("Ratings: before, and not after");
    case Ratings::off: return _("Ratings: off");
    }
    return {};
}

std::string avoided_line(const Preferences& preferences) {
    const std::string things = written_avoided(preferences.avoided);
    return filled(_("Avoid: {}"), things.empty() ? std::string(_("nothing")) : things);
}

Preferences preferences_now(Context& context) {
    const auto file = context.paths().me();
    ReadPreferences read = load_preferences(file);
    context.refuse_errors(read.diagnostics, file.string());
    return std::move(read.preferences);
}

void add_me(const Command& app, Context& context) {
    auto json = std::make_shared<bool>(false);
    const Command command =
        app.add_command("me", _("what you set for yourself: name, pace, ratings, things to avoid"),
                        {"kindly me", "kindly me set pace 0.8", "kindly me avoid breath touch"});
    command.add_flag("--json", *json, _("for scripts"));
    command.require_one_below_at_most();
    add_me_set(command, context);
    add_me_unset(command, context);
    add_me_avoid(command, context);
    add_me_kept(command, context);
    // CLI11 calls the inner command's callback first.
    command.callback([&context, json, command] {
        if (!command.chosen_below().empty()) { return refuse_json(command, *json); }
        context.run = [&context, json] { return me(context, *json); };
    });
}

} // namespace kindly
