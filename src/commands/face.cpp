// SPDX-License-Identifier: MIT
#include "commands/face.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/passing_folder.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/practice_run.hpp"
#include "commands/support_page.hpp"
#include "guide/events_guide.hpp"
#include "guide/plain_guide.hpp"
#include "journal/journal.hpp"
#include "screen/external_editor.hpp"
#include "screen/screen_guide.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace kindly {

namespace {

/// Why the screen guide cannot be shown at all; empty if it can.
std::string in_the_way(const FaceFacts& facts) {
    if (!facts.input_is_terminal) { return _("standard input is not a terminal"); }
    if (!facts.output_is_terminal) { return _("standard output is not a terminal"); }
    if (facts.terminal.empty()) { return _("TERM does not say which terminal this is"); }
    if (!facts.ability.known) {
        return filled(_("no terminal called \"{}\" (TERM) is known here"), harmless(facts.terminal));
    }
    if (!facts.ability.usable) {
        return filled(_("the cursor of a terminal called \"{}\" (TERM) cannot be moved"),
                      harmless(facts.terminal));
    }
    return {};
}

/// Why it is better not to.
std::string too_small(const FaceFacts& facts) {
    if (facts.rows <= 0 || facts.columns <= 0) { return _("the terminal does not say how large it is"); }
    if (facts.columns >= fewest_columns && facts.rows >= fewest_rows) { return {}; }
    return filled(_("the terminal has {} columns and {} rows, and at least {} and {} are needed"),
                  facts.columns, facts.rows, fewest_columns, fewest_rows);
}

std::unique_ptr<Guide> make_plain(Context& context, const PracticeRequest& request, double pace) {
    PlainOptions options;
    options.instant = request.instant;
    options.pace = pace;
    options.sound = context.config().sound;
    options.support = as_text(make_support_page(context));
    return make_plain_guide(options, context.out, context.err);
}

bool words_are_sealed(Context& context) {
    try {
        return Journal::open_for_reading(context.paths().journal()).words_are_sealed();
    } catch (const Failure&) { // without a log nothing is sealed; what is wrong with it is told elsewhere
        return false;
    }
}

std::unique_ptr<Guide> make_screen(Context& context, const PracticeRequest& request, double pace,
                                   bool recorded) {
    screen::ScreenOptions options;
    options.terminal.theme = context.config().theme;
    options.terminal.colours = context.in_colour(context.out);
    options.sound = context.config().sound;
    options.instant = request.instant;
    options.pace = pace;
    options.reduced_motion = context.reduced_motion();
    options.support = as_text(make_support_page(context));
    options.sealed = request.writes && words_are_sealed(context); // which may have to wait for the log
    options.editor = find_editor(context);
    options.private_folder = private_folder(context);
    PassingFolder::remove_left_over(options.private_folder, screen::words_on_their_way);
    options.untimed = request.untimed;
    options.recorded = recorded;
    context.out.flush(); // what was said so far stands above, and is there again afterwards
    context.err.flush();
    return screen::make_screen_guide(std::move(options), context.err);
}

} // namespace

const char* word(Face face) {
    switch (face) {
    case Face::screen: return "screen";
    case Face::plain: return "plain";
    case Face::events: return "events";
    }
    return "";
}

ChosenFace choose_face(const FaceFacts& facts) {
    if (facts.asked == "events") { return {Face::events, _("--guide asks for it")}; }
    if (facts.asked == "plain") { return {Face::plain, _("--guide asks for it")}; }
    const std::string obstacle = in_the_way(facts);
    if (facts.asked == "screen") {
        if (obstacle.empty()) { return {Face::screen, _("--guide asks for it")}; }
        throw Failure(ExitCode::usage, filled(_("--guide screen cannot be used: {}"), obstacle),
                      _("\"--guide plain\" works everywhere."));
    }
    if (facts.plain) { return {Face::plain, _("--plain asks for it")}; }
    if (facts.accessible) { return {Face::plain, _("ACCESSIBLE asks for it")}; }
    if (!obstacle.empty()) { return {Face::plain, obstacle}; }
    if (std::string small = too_small(facts); !small.empty()) { return {Face::plain, std::move(small)}; }
    return {Face::screen, _("this is a terminal that is large enough, and its cursor can be moved")};
}

FaceFacts find_face_facts(const Context& context, const std::string& guide) {
    FaceFacts facts;
    facts.asked = guide;
    facts.plain = context.global.plain;
    facts.accessible = context.accessible();
    facts.input_is_terminal = ::isatty(STDIN_FILENO) == 1;
    facts.output_is_terminal = context.out.is_terminal();
    winsize size{};
    if (facts.output_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
        facts.rows = size.ws_row;
        facts.columns = size.ws_col;
    }
    facts.terminal = context.environment("TERM").value_or(std::string());
    facts.ability = screen::terminal_ability(facts.terminal);
    return facts;
}

std::filesystem::path private_folder(Context& context) {
    const Paths* paths = context.paths_if_any();
    if (paths == nullptr) { return {}; }
    // find_paths() has seen whether that folder is the person's own.
    const auto runtime = context.environment("XDG_RUNTIME_DIR");
    if (runtime && paths->passing == std::filesystem::path(*runtime) / "kindly") { return *runtime; }
    return paths->data;
}

std::vector<std::string> find_editor(const Context& context) {
    std::vector<std::string> words;
    for (const char* variable : {"VISUAL", "EDITOR"}) {
        std::string word;
        for (const char letter : context.environment(variable).value_or("") + ' ') {
            if (letter != ' ' && letter != '\t' && letter != '\n') {
                word += letter;
            } else if (!word.empty()) {
                words.push_back(std::move(word));
                word.clear();
            }
        }
        if (!words.empty()) { return words; }
    }
    return words;
}

std::unique_ptr<Guide> make_guide(Context& context, const PracticeRequest& request, double pace,
                                  bool recorded) {
    switch (choose_face(find_face_facts(context, request.guide)).face) {
    case Face::events: {
        EventsOptions options;
        options.instant = request.instant;
        return make_events_guide(options, context.out);
    }
    case Face::screen: return make_screen(context, request, pace, recorded);
    case Face::plain: break;
    }
    return make_plain(context, request, pace);
}

} // namespace kindly
