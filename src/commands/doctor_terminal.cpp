// SPDX-License-Identifier: MIT
#include "commands/doctor_terminal.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "guide/quiet_program.hpp"

#include <clocale>
#include <langinfo.h>
#include <locale.h>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

/// The program's own may be another one (use_environment_language).
std::string codeset_of_the_person() {
    const locale_t theirs = ::newlocale(LC_CTYPE_MASK, "", locale_t{});
    if (theirs == locale_t{}) { return _("unknown"); } // named, but not installed
    std::string codeset = ::nl_langinfo_l(CODESET, theirs);
    ::freelocale(theirs);
    return codeset;
}

std::string why_no_colour(const Context& context) {
    if (context.environment("NO_COLOR")) { return "NO_COLOR"; }
    if (context.global.color == "never") { return "--color never"; }
    if (context.config().theme == screen::Theme::plain) { return "theme = \"plain\""; }
    return {};
}

std::optional<TerminalCheckup::Program> look_for(const Context& context,
                                                 const std::vector<std::string>& words) {
    if (words.empty()) { return std::nullopt; }
    // As posix_spawnp does where there is no PATH.
    return TerminalCheckup::Program{
        words, find_program(words.front(), context.environment("PATH").value_or("/bin:/usr/bin"))};
}

std::string terminal_in_words(const TerminalCheckup& checkup) {
    const FaceFacts& facts = checkup.facts;
    std::vector<std::string> parts;
    parts.push_back(facts.terminal.empty() ? std::string(_("TERM is not set")) : facts.terminal);
    if (facts.rows > 0 && facts.columns > 0) {
        parts.push_back(filled(_("{} columns and {} rows"), facts.columns, facts.rows));
    }
    if (facts.ability.colours > 0) {
        std::string colours = plural("{} colour", "{} colours", facts.ability.colours);
        if (!checkup.why_no_colour.empty()) {
            colours += ' ' + filled(_("(none is used: {})"), checkup.why_no_colour);
        }
        parts.push_back(std::move(colours));
    } else {
        parts.emplace_back(_("no colours"));
    }
    parts.push_back(checkup.codeset);
    if (checkup.reduced_motion) { parts.emplace_back(_("reduced motion")); }
    return joined(parts, ", ");
}

std::string program_in_words(const TerminalCheckup::Program& program) {
    return program.file ? joined(program.words, " ") + filled(_(" (found: {})"), *program.file)
                        : joined(program.words, " ") + _(" (not found)");
}

std::string bell_in_words(const TerminalCheckup& checkup) {
    if (checkup.bell_program) { return program_in_words(*checkup.bell_program); }
    return checkup.bell == SoundOptions::Bell::off ? _("off") : _("the terminal's own");
}

Json as_json(const TerminalCheckup::Program& program) {
    return {{"command", program.words}, {"found", program.file ? Json(*program.file) : Json()}};
}

} // namespace

TerminalCheckup look_at_terminal(const Context& context) {
    TerminalCheckup checkup;
    checkup.facts = find_face_facts(context, "auto");
    checkup.face = choose_face(checkup.facts);
    checkup.why_no_colour = why_no_colour(context);
    checkup.reduced_motion = context.reduced_motion();
    checkup.codeset = codeset_of_the_person();
    const SoundOptions& sound = context.config().sound;
    checkup.bell = sound.bell;
    checkup.bell_program = look_for(context, sound.bell_command);
    checkup.speech = look_for(context, sound.speech);
    return checkup;
}

std::string in_words(const TerminalCheckup& checkup) {
    std::string text = filled(_("Terminal: {}\n"), terminal_in_words(checkup));
    text += filled(_("Practices: shown by the {} guide, because {}\n"), word(checkup.face.face),
                   checkup.face.reason);
    text += filled(_("Bell: {}\n"), bell_in_words(checkup));
    text +=
        filled(_("Speech: {}\n"), checkup.speech ? program_in_words(*checkup.speech) : std::string(_("off")));
    return text;
}

std::vector<std::string> remarks_on(const TerminalCheckup& checkup) {
    std::vector<std::string> remarks;
    if (checkup.bell_program && !checkup.bell_program->file) {
        remarks.push_back(filled(_("The bell will not ring: there is no program \"{}\"."),
                                 checkup.bell_program->words.front()));
    }
    if (checkup.speech && !checkup.speech->file) {
        remarks.push_back(
            filled(_("Nothing will be spoken: there is no program \"{}\"."), checkup.speech->words.front()));
    }
    if (!checkup.utf8()) {
        remarks.push_back(
            filled(_("The locale's characters are {}, and texts here are UTF-8: some letters may be "
                     "shown wrongly. To change that: export LC_ALL=C.UTF-8"),
                   checkup.codeset));
    }
    return remarks;
}

void add_to_json(Json& shape, const TerminalCheckup& checkup) {
    const FaceFacts& facts = checkup.facts;
    const auto number = [](int value) { return value > 0 ? Json(value) : Json(); };
    shape["terminal"] = {{"term", facts.terminal.empty() ? Json() : Json(facts.terminal)},
                         {"input", facts.input_is_terminal},
                         {"output", facts.output_is_terminal},
                         {"columns", number(facts.columns)},
                         {"rows", number(facts.rows)},
                         {"known", facts.ability.known},
                         {"usable", facts.ability.usable},
                         {"colours", facts.ability.colours},
                         {"colours_used", facts.ability.colours > 0 && checkup.why_no_colour.empty()},
                         {"codeset", checkup.codeset},
                         {"reduced_motion", checkup.reduced_motion}};
    shape["guide"] = {{"auto", word(checkup.face.face)}, {"reason", checkup.face.reason}};
    shape["bell"] = {{"kind", checkup.bell_program                      ? "command"
                              : checkup.bell == SoundOptions::Bell::off ? "off"
                                                                        : "terminal"}};
    if (checkup.bell_program) { shape["bell"].update(as_json(*checkup.bell_program)); }
    shape["speech"] = checkup.speech ? as_json(*checkup.speech) : Json();
}

} // namespace kindly
