// SPDX-License-Identifier: MIT
// `kindly support`: the help page.
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command_line.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/json_output.hpp"
#include "commands/support_page.hpp"

#include <CLI/CLI.hpp>
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
        lines.push_back(
            {{"code", line.code}, {"country", line.country}, {"name", line.name}, {"how", line.how}});
    }
    return {{"grounding", "kindly ground"},
            {"people", people_as_json(page.own)},
            {"clinic", people_as_json(page.clinic)},
            {"emergency", "Call your local emergency number."},
            {"lines", std::move(lines)},
            {"listed", support_listed},
            {"verified_by_call", false},
            {"outdated", page.outdated},
            {"problems", page.problems}};
}

ExitCode support(Context& context, bool json) {
    const SupportPage page = make_support_page(context);
    if (json) {
        write_json(context.out, to_json(page));
    } else {
        context.out.write(as_text(page));
    }
    context.out.flush();
    for (const std::string& problem : page.problems) { context.err.write(harmless(problem) + "\n"); }
    return ExitCode::done;
}

} // namespace

void add_support(CLI::App& app, Context& context) {
    auto json = std::make_shared<bool>(false);
    CLI::App& command = add_command(app, "support", _("people to reach, and steadying now"),
                                    {"kindly support", "kindly ground"});
    command.add_flag("--json", *json, _("for scripts"));
    command.callback(
        [&context, json] { context.run = [&context, json] { return support(context, *json); }; });
}

} // namespace kindly
