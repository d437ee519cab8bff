// SPDX-License-Identifier: MIT
// `kindly support`: the help page.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/json_output.hpp"
#include "commands/support_edit.hpp"
#include "commands/support_page.hpp"
#include "person/preferences_file.hpp"

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

nlohmann::ordered_json people_as_json(const std::vector<ContactPerson>& people) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ContactPerson& person : people) {
        list.push_back({{"name", person.name}, {"how", person.how}, {"when", person.when}});
    }
    return list;
}

nlohmann::ordered_json to_json(const SupportPage& page) {
    nlohmann::ordered_json lines = nlohmann::ordered_json::array();
    for (const SupportLine& line : page.lines) {
        lines.push_back({{"code", line.code},
                         {"country", line.country},
                         {"name", line.name},
                         {"how", line.how},
                         {"offers", line.offers},
                         {"listed", support_listed()}});
    }
    return {{"grounding", "kindly ground"},
            {"people", people_as_json(page.own)},
            {"clinic", people_as_json(page.clinic)},
            {"emergency", "Call your local emergency number."},
            {"lines", std::move(lines)},
            {"listed", support_listed()},
            {"verified_by_call", false},
            {"outdated", page.outdated},
            {"problems", page.problems}};
}

struct SupportOptions {
    bool all = false;
    bool edit = false;
    bool json = false;
};

/// Once, after the page: help comes before questions. Nothing here may keep the page from ending well.
void ask_for_country(Context& context) {
    const Paths* paths = context.paths_if_any();
    if (paths == nullptr || !somebody_is_there(context) || !context.out.is_terminal()) { return; }
    try {
        const ReadPreferences read = load_preferences(paths->me());
        if (has_errors(read.diagnostics) || read.preferences.country_was_asked) { return; }
        ask_until(
            context,
            _("Which country are you in? Its lines then come first, here and in practices. Enter leaves "
              "it out.\n>"),
            [&](const std::string& line) {
                if (line.empty()) { return leave_country_out(paths->me()); }
                set_preference(paths->me(), "country", line);
                context.out.write("\n" + lines_as_text(make_support_page(context), false));
                if (support_lines_of(line) == 0) {
                    context.out.write(std::string(_("There is no line for it in this list yet; the web "
                                                    "page above has all countries.")) +
                                      "\n");
                }
            });
    } catch (const Failure& failure) { // a home that cannot be written: the page was shown
        context.err.write(harmless(failure.what()) + "\n");
    }
}

ExitCode support(Context& context, const SupportOptions& options) {
    if (options.edit) {
        if (options.json || options.all) {
            throw Failure(ExitCode::usage, _("--edit does not go together with --json and --all"),
                          _("Leave one of them out."));
        }
        return edit_contacts(context);
    }
    const SupportPage page = make_support_page(context);
    if (options.json) {
        write_json(context.out, to_json(page));
    } else {
        context.out.write(as_text(page, options.all));
    }
    context.out.flush();
    for (const std::string& problem : page.problems) { context.err.write(harmless(problem) + "\n"); }
    if (!options.json) { ask_for_country(context); }
    return ExitCode::done;
}

} // namespace

void add_support(const Command& app, Context& context) {
    auto options = std::make_shared<SupportOptions>();
    const Command command = app.add_command("support", _("people to reach, and steadying now"),
                                            {"kindly support", "kindly support --edit", "kindly ground"});
    command.add_flag("--edit", options->edit, _("your own people to reach: add, change, take away"));
    command.add_flag("--all", options->all, _("lines in all countries, not only in yours"));
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return support(context, *options); }; });
}

} // namespace kindly
