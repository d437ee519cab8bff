// SPDX-License-Identifier: MIT
#include "commands/support_page.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"

#include <fmt/format.h>

namespace kindly {

namespace {

std::string people_as_text(const char* heading, const std::vector<ContactPerson>& people) {
    if (people.empty()) { return {}; }
    std::string text = std::string("\n") + heading + "\n";
    for (const ContactPerson& person : people) { text += "  " + in_words(person) + "\n"; }
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
    for (const auto& file : find_clinic_files(context.environment)) {
        LoadedContacts clinic = load_contacts(file);
        page.clinic.insert(page.clinic.end(), clinic.people.begin(), clinic.people.end());
        if (!clinic.problem.empty()) { page.problems.push_back(std::move(clinic.problem)); }
    }
    page.country = country;
    page.lines = support_lines(country);
    page.lines_of_country = support_lines_of(country);
    page.outdated = support_list_is_old(context.clock->wall());
    return page;
}

std::string in_words(const ContactPerson& person) {
    std::string line = person.name;
    if (!person.how.empty()) { line += (person.name.empty() ? "" : ": ") + person.how; }
    if (!person.when.empty()) { line += " (" + person.when + ")"; }
    return harmless(line);
}

std::string lines_as_text(const SupportPage& page, bool all) {
    const bool own_alone = !all && page.lines_of_country > 0;
    std::string text = own_alone ? std::string(_("Somebody to talk to")) + "\n"
                                 : std::string(_("Somebody to talk to when things are too much, day and "
                                                 "night")) +
                                       "\n";
    std::size_t place = 0;
    for (const SupportLine& line : page.lines) {
        const bool of_country = place++ < page.lines_of_country;
        if (own_alone && !of_country && !belongs_beside(line, page.country)) { continue; }
        text += fmt::format("  {}: {}, {}", _(line.country), _(line.name), _(line.how));
        // The heading of the whole list says what most of them offer.
        if (own_alone ? line.code[0] != '\0'
                      : line.code[0] != '\0' && std::string(line.offers) != usual_offer) {
            text += fmt::format("\n    {}", _(line.offers));
        }
        text += "\n";
    }
    if (own_alone) { text += std::string(_("Lines in other countries: kindly support --all")) + "\n"; }
    return text;
}

std::string as_text(const SupportPage& page, bool all) {
    std::string text = std::string(_("To steady yourself now: kindly ground")) + "\n";
    text += people_as_text(_("Your people"), page.own);
    text += people_as_text(_("People named by whoever set up this computer"), page.clinic);
    text += fmt::format("\n{}\n  {}\n  {}\n\n{}", _("If you or somebody else may be in danger now"),
                        _("Call your local emergency number, or go to the nearest emergency department."),
                        _("A person you trust, or your therapist, can help you to make the call."),
                        lines_as_text(page, all));
    text += fmt::format(fmt::runtime("\n" + std::string(_("Listed {}; not verified by a call.")) + "\n"),
                        support_listed());
    if (page.outdated) {
        text += std::string(_("That is more than half a year ago, and numbers change.")) + "\n";
    }
    text += std::string(_("If a number fails, call your local emergency number.")) + "\n";
    if (page.own.empty() && !page.own_file.empty()) {
        text +=
            "\n" + std::string(_("Your own people can be listed here, too: kindly support --edit")) + "\n";
    }
    return text;
}

} // namespace kindly
