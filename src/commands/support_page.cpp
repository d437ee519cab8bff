// SPDX-License-Identifier: MIT
#include "commands/support_page.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"

#include <fmt/format.h>

namespace kindly {

namespace {

/// What a clinic puts on its machines.
constexpr const char* clinic_file = "/etc/kindly/support.json";

std::string people_as_text(const char* heading, const std::vector<ContactPerson>& people) {
    if (people.empty()) { return {}; }
    std::string text = std::string("\n") + heading + "\n";
    for (const ContactPerson& person : people) {
        std::string line = "  " + person.name;
        if (!person.how.empty()) { line += (person.name.empty() ? "" : ": ") + person.how; }
        if (!person.when.empty()) { line += " (" + person.when + ")"; }
        text += harmless(line) + "\n";
    }
    return text;
}

} // namespace

SupportPage make_support_page(Context& context) {
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

std::string as_text(const SupportPage& page) {
    std::string text = std::string(_("To steady yourself now: kindly ground")) + "\n";
    text += people_as_text(_("Your people"), page.own);
    text += people_as_text(_("People named by whoever set up this computer"), page.clinic);
    text += fmt::format("\n{}\n  {}\n  {}\n\n{}\n", _("If you or somebody else may be in danger now"),
                        _("Call your local emergency number, or go to the nearest emergency department."),
                        _("A person you trust, or your therapist, can help you to make the call."),
                        _("Somebody to talk to"));
    for (const SupportLine& line : page.lines) {
        text += fmt::format("  {}: {}, {}\n", _(line.country), _(line.name), _(line.how));
    }
    text += fmt::format(fmt::runtime("\n" + std::string(_("Listed {}; not verified by a call.")) + "\n"),
                        support_listed);
    if (page.outdated) {
        text += std::string(_("That is more than half a year ago, and numbers change.")) + "\n";
    }
    text += std::string(_("If a number fails, call your local emergency number.")) + "\n";
    if (page.own.empty() && !page.own_file.empty()) {
        text += fmt::format(
                    fmt::runtime("\n" + std::string(_("Your own people can stand here, too, in {}:")) + "\n"),
                    harmless(page.own_file)) +
                "  { \"people\": [ { \"name\": \"...\", \"how\": \"...\", \"when\": \"...\" } ] }\n";
    }
    return text;
}

} // namespace kindly
