// SPDX-License-Identifier: MIT
#include "commands/support_edit.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/context.hpp"
#include "commands/support_page.hpp"
#include "exercise/limits.hpp"
#include "person/contacts.hpp"

#include <charconv>
#include <system_error>

#include <fmt/format.h>

namespace kindly {

namespace {

using People = std::vector<ContactPerson>;

People contacts_now(Context& context) {
    const auto file = context.paths().contacts();
    std::error_code none;
    if (!std::filesystem::exists(file, none)) { return {}; }
    ReadContacts read =
        read_contacts(std::make_shared<const SourceText>(file.string(), read_file(file, limits::file_bytes)));
    context.refuse_errors(read.diagnostics, file.string());
    return std::move(read.people);
}

/// False: the person leaves it as it was.
bool ask_text(Context& context, const std::string& question, std::string& text, bool needed) {
    const std::string present = text.empty() ? std::string() : " [" + harmless(text) + "]";
    return ask_until(context, question + present + "\n>", [&](const std::string& line) {
        if (!needed && line == "-") {
            text.clear();
        } else if (!line.empty()) {
            text = line;
        } else if (needed && text.empty()) {
            throw Failure(ExitCode::usage, _("A name and a way to reach somebody are both needed here"),
                          _("q leaves without adding anybody."));
        }
    });
}

bool ask_person(Context& context, ContactPerson& person) {
    return ask_text(context, _("Name?"), person.name, true) &&
           ask_text(context, _("How can this person be reached? A number, an address, a door."), person.how,
                    true) &&
           ask_text(context, _("When, if that matters? Enter leaves it, - takes it away."), person.when,
                    false);
}

void show(Context& context, const People& people) {
    std::string text =
        std::string(people.empty() ? _("Nobody is written down here yet.") : _("Your people:")) + "\n";
    std::size_t number = 0;
    for (const ContactPerson& person : people) {
        text += fmt::format("  {}. {}\n", ++number, in_words(person));
    }
    context.err.write(text);
}

/// From 1; throws Failure (usage) for what is no number of theirs.
std::size_t number_in(const std::string& written, const People& people) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (error != std::errc() || end != written.data() + written.size() || number < 1 ||
        number > people.size()) {
        throw Failure(ExitCode::usage, filled(_("\"{}\" is not one of the choices here"), written),
                      people.empty() ? _("+ adds somebody, Enter ends this.")
                                     : filled(_("A number from 1 to {}, + or Enter."), people.size()));
    }
    return number;
}

/// One change, kept at once. False: that was all.
bool change_one(Context& context) {
    const auto file = context.paths().contacts();
    People people = contacts_now(context);
    show(context, people);
    bool goes_on = true;
    const std::string question =
        people.empty()
            ? std::string(_("+ adds somebody, Enter ends this.\n>"))
            : std::string(_("+ adds somebody, a number changes one, - and a number takes one away, "
                            "Enter ends this.\n>"));
    const bool answered = ask_until(context, question, [&](const std::string& line) {
        if (line.empty()) {
            goes_on = false;
        } else if (line == "+") {
            ContactPerson person;
            if (!ask_person(context, person)) { return; }
            people.push_back(std::move(person));
            save_contacts(file, people);
        } else if (line.starts_with("-")) {
            const std::size_t number = number_in(std::string(trimmed(line.substr(1))), people);
            people.erase(people.begin() + static_cast<std::ptrdiff_t>(number - 1));
            save_contacts(file, people);
        } else {
            ContactPerson& person = people[number_in(line, people) - 1];
            ContactPerson changed = person;
            if (!ask_person(context, changed)) { return; }
            person = std::move(changed);
            save_contacts(file, people);
        }
    });
    return answered && goes_on;
}

} // namespace

ExitCode edit_contacts(Context& context) {
    const auto file = context.paths().contacts();
    if (!somebody_is_there(context)) {
        throw Failure(
            ExitCode::usage, _("People to reach are asked for at a terminal, and nobody is at one here"),
            filled(_("They are kept in {}, which can be written by hand, as in\n  {}"), file.string(),
                   "{ \"people\": [ { \"name\": \"Sam\", \"how\": \"01234 567890\", \"when\": "
                   "\"evenings\" } ] }"));
    }
    while (change_one(context)) {}
    std::error_code none;
    if (std::filesystem::exists(file, none)) {
        context.err.write(filled(_("They are kept in {}, for you alone to read."), harmless(file.string())) +
                          "\n");
    }
    return ExitCode::done;
}

} // namespace kindly
