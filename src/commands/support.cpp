// SPDX-License-Identifier: MIT
// `kindly support`: the help page. Whatever is broken or missing, it must come.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command_line.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/json_output.hpp"
#include "person/contacts.hpp"
#include "person/support_list.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

/// What a clinic puts on its machines.
constexpr const char* clinic_file = "/etc/kindly/support.json";

struct SupportPage {
    std::vector<ContactPerson> own;
    std::vector<ContactPerson> clinic;
    std::vector<SupportLine> lines;
    bool outdated = false;
    std::string own_file; ///< empty without a home
    std::vector<std::string> problems;
};

SupportPage make_page(Context& context) {
    SupportPage page;
    std::string country;
    if (const Paths* paths = context.paths_if_any()) {
        page.own_file = paths->contacts().string();
        LoadedContacts own = load_contacts(paths->contacts());
        page.own = std::move(own.people);
        if (!own.problem.empty()) { page.problems.push_back(std::move(own.problem)); }
        try { // only for the order of the list: a me.json that cannot be read changes nothing here
            country = load_preferences(paths->me()).preferences.country;
        } catch (const Failure&) { country.clear(); }
    }
    LoadedContacts clinic = load_contacts(clinic_file);
    page.clinic = std::move(clinic.people);
    if (!clinic.problem.empty()) { page.problems.push_back(std::move(clinic.problem)); }
    page.lines = support_lines(country);
    page.outdated = support_list_is_old(context.clock->wall());
    return page;
}

void write_people(Output& out, const char* heading, const std::vector<ContactPerson>& people) {
    if (people.empty()) { return; }
    out.write(std::string("\n") + heading + "\n");
    for (const ContactPerson& person : people) {
        std::string line = "  " + person.name;
        if (!person.how.empty()) { line += (person.name.empty() ? "" : ": ") + person.how; }
        if (!person.when.empty()) { line += " (" + person.when + ")"; }
        out.write(harmless(line) + "\n");
    }
}

void write_text(Output& out, const SupportPage& page) {
    out.write(std::string(_("To steady yourself now: kindly ground")) + "\n");
    write_people(out, _("Your people"), page.own);
    write_people(out, _("People named by whoever set up this computer"), page.clinic);
    out.write(fmt::format("\n{}\n  {}\n  {}\n\n{}\n", _("If you or somebody else may be in danger now"),
                          _("Call your local emergency number, or go to the nearest emergency department."),
                          _("A person you trust, or your therapist, can help you to make the call."),
                          _("Somebody to talk to")));
    for (const SupportLine& line : page.lines) {
        out.write(fmt::format("  {}: {}, {}\n", _(line.country), line.name, _(line.how)));
    }
    out.write(fmt::format(fmt::runtime("\n" + std::string(_("Listed {}; not verified by a call.")) + "\n"),
                          support_listed));
    if (page.outdated) {
        out.write(std::string(_("That is more than half a year ago, and numbers change.")) + "\n");
    }
    out.write(std::string(_("If a number fails, call your local emergency number.")) + "\n");
    if (page.own.empty() && !page.own_file.empty()) {
        out.write(
            fmt::format(
                fmt::runtime("\n" + std::string(_("Your own people can stand here, too, in {}:")) + "\n"),
                harmless(page.own_file)) +
            "  { \"people\": [ { \"name\": \"...\", \"how\": \"...\", \"when\": \"...\" } ] }\n");
    }
}

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
    const SupportPage page = make_page(context);
    if (json) {
        write_json(context.out, to_json(page));
    } else {
        write_text(context.out, page);
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
