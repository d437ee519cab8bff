// SPDX-License-Identifier: MIT
// `kindly letters`: words that the person set aside until a day. The list never shows the words.
#include "journal/letters.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/gone_for_good.hpp"
#include "commands/json_output.hpp"
#include "commands/log_text.hpp"
#include "commands/pager.hpp"
#include "commands/passphrase.hpp"
#include "journal/deleting.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

/// The practice's, and where more of its words are set aside, the answer's number.
std::string letter_id(const Letter& letter, const std::vector<Letter>& all) {
    Entry practice;
    practice.id = letter.session;
    const auto in_practice = std::count_if(
        all.begin(), all.end(), [&](const Letter& other) { return other.session == letter.session; });
    const std::string id = short_id(practice);
    return in_practice > 1 ? fmt::format("{}.{}", id, letter.position) : id;
}

std::string state_in_words(const Letter& letter, const std::string& today) {
    if (letter.opened_at) { return filled(_("opened on {}"), day_of(*letter.opened_at)); }
    if (letter.ready_on <= today) { return filled(_("ready since {}"), letter.ready_on); }
    return filled(_("ready on {}"), letter.ready_on);
}

std::string line(const Letter& letter, const std::vector<Letter>& all, const std::string& today) {
    return filled(_("{}  {}, set aside on {}, {}"), letter_id(letter, all), harmless(letter.title),
                  day_of(letter.set_aside_at), state_in_words(letter, today));
}

nlohmann::ordered_json as_json(const Letter& letter, const std::vector<Letter>& all,
                               const std::string& today) {
    return {{"id", letter_id(letter, all)},
            {"session", letter.session},
            {"position", letter.position},
            {"exercise", letter.exercise},
            {"title", letter.title},
            {"set_aside_at", to_rfc3339(letter.set_aside_at)},
            {"ready_on", letter.ready_on},
            {"ready", letter.ready_on <= today},
            {"opened_at", letter.opened_at ? nlohmann::ordered_json(to_rfc3339(*letter.opened_at))
                                           : nlohmann::ordered_json()}};
}

ExitCode list(Context& context, bool json) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const std::vector<Letter> all = letters(journal);
    const std::string today = context.practice_day();
    if (json) {
        nlohmann::ordered_json rows = nlohmann::ordered_json::array();
        for (const Letter& letter : all) { rows.push_back(as_json(letter, all, today)); }
        write_json(context.out, rows);
        return ExitCode::done;
    }
    if (all.empty()) {
        context.out.write(std::string(_("No words are set aside.")) + "\n");
        return ExitCode::done;
    }
    for (const Letter& letter : all) { context.out.write(line(letter, all, today) + "\n"); }
    return ExitCode::done;
}

/// By the practice's id or its beginning; ".N" behind it names one of several. Throws Failure (not_found).
Letter the_letter(const std::vector<Letter>& all, const std::string& id, const std::string& today) {
    const std::string wanted = lowered_ascii(id);
    const std::size_t point = std::min(wanted.find('.'), wanted.size());
    const std::string position = wanted.substr(std::min(point + 1, wanted.size()));
    std::vector<Letter> found;
    for (const Letter& letter : all) {
        const bool same_practice = point > 0 && letter.session.starts_with(wanted.substr(0, point));
        if (same_practice && (point == wanted.size() || position == std::to_string(letter.position))) {
            found.push_back(letter);
        }
    }
    if (found.size() == 1) { return found.front(); }
    if (found.empty()) {
        throw Failure(ExitCode::not_found,
                      filled(_("No words are set aside under the id \"{}\""), harmless(id)),
                      _("\"kindly letters\" shows what there is, each with its id."));
    }
    std::string several;
    for (const Letter& letter : found) { several += "\n  " + line(letter, all, today); }
    throw Failure(ExitCode::not_found,
                  filled(_("Several that are set aside have an id that begins with \"{}\""), harmless(id)),
                  _("Write more of the id of the one that you mean:") + several);
}

/// True: it is ready, or its writer wants it now.
bool may_open(Context& context, const Letter& letter, bool yes) {
    if (yes || letter.opened_at || letter.ready_on <= context.practice_day()) { return true; }
    const std::string until = filled(_("You set this aside until {}"), letter.ready_on);
    if (!somebody_is_there(context)) {
        throw Failure(ExitCode::usage, until, _("--yes opens it now; it is yours. Nothing was opened."));
    }
    context.err.write(until + ".\n");
    if (ask_yes(context, _("It is yours. Open it now? (y or n)"))) { return true; }
    context.err.write(std::string(_("It stays as it is.")) + "\n");
    return false;
}

/// What was read stays read, whether or not that can be written down.
void note_that_it_was_opened(Context& context, const Letter& letter) {
    try {
        Journal journal = Journal::open_for_writing(context.paths().journal());
        mark_opened(journal, letter, context.clock->wall());
    } catch (const Failure& failure) { // a home that cannot be written: it will only say "ready" again
        context.err.write(
            filled(_("It could not be noted that it was opened. {}"), harmless(failure.what())) + "\n");
    }
}

struct OneLetter {
    std::string id;
    bool yes = false;
};

ExitCode open(Context& context, const OneLetter& options) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const Letter letter = the_letter(letters(journal), options.id, context.practice_day());
    if (!may_open(context, letter, options.yes)) { return ExitCode::done; }
    open_words_for_reading(context, journal);
    const auto answers = journal.answers(letter.session);
    const auto answer = std::find_if(answers.begin(), answers.end(),
                                     [&](const AnswerEntry& one) { return one.position == letter.position; });
    if (answer == answers.end() || !answer->value_text) {
        throw Failure(ExitCode::environment,
                      _("These words are sealed, and they stay so without the passphrase"),
                      _("At a terminal, \"kindly letters open\" asks for it."));
    }
    const ExitCode code = show_pages(context, [&](Output& out, std::size_t columns) {
        write_indented(out, filled(_("{}, {}"), letter.title, day_of(letter.set_aside_at)), 0, columns);
        out.write("\n");
        if (!answer->prompt.empty()) {
            write_indented(out, answer->prompt, 0, columns);
            out.write("\n");
        }
        write_indented(out, *answer->value_text, 2, columns);
    });
    if (!letter.opened_at) { note_that_it_was_opened(context, letter); }
    return code;
}

ExitCode remove(Context& context, const OneLetter& options) {
    const auto file = context.paths().journal();
    const std::string today = context.practice_day();
    Letter letter;
    {
        const auto all = letters(Journal::open_for_reading(file));
        letter = found_or_gone(context, [&] { return the_letter(all, options.id, today); });
        if (!options.yes) {
            if (!somebody_is_there(context)) {
                throw Failure(ExitCode::usage, _("Nothing was deleted: nobody can be asked here"),
                              _("Without a terminal, --yes says that it is meant."));
            }
            context.err.write(line(letter, all, today) + "\n");
            if (!ask_yes(context, _("Delete these words for good, in the practice log too? (y or n)"))) {
                context.err.write(std::string(_("Nothing was deleted.")) + "\n");
                return ExitCode::done;
            }
        }
    }
    Journal journal = Journal::open_for_writing(file);
    WordsToDelete what;
    what.positions.insert(static_cast<int>(letter.position));
    delete_words(journal, letter.session, what, context.clock->wall());
    context.out.write(std::string(_("These words were deleted.")) + "\n");
    make_it_gone(context, journal);
    return ExitCode::done;
}

void add_one(const Command& letters, Context& context, const char* name, const char* summary,
             const std::vector<std::string>& examples, const char* yes,
             ExitCode (*run)(Context&, const OneLetter&)) {
    auto options = std::make_shared<OneLetter>();
    const Command command = letters.add_command(name, summary, examples);
    command.add_option("ID", options->id, _("its id in the list, or the beginning of it")).required();
    command.add_flag("--yes", options->yes, yes);
    command.callback([&context, options, run] {
        context.run = [&context, options, run] { return run(context, *options); };
    });
}

} // namespace

void add_letters(const Command& app, Context& context) {
    auto json = std::make_shared<bool>(false);
    const Command command = app.add_command("letters", _("words that you set aside until a day"),
                                            {"kindly letters", "kindly letters open 019ab3c2-5e10"});
    command.add_flag("--json", *json, _("for scripts"));
    command.require_one_below_at_most();
    add_one(command, context, "open", _("read one"), {"kindly letters open 019ab3c2-5e10"},
            _("without being asked, also before its day"), open);
    add_one(command, context, "delete", _("delete one for good"), {"kindly letters delete 019ab3c2-5e10"},
            _("without being asked"), remove);
    // CLI11 calls the inner command's callback first.
    command.callback([&context, json, command] {
        if (!command.chosen_below().empty()) {
            if (!*json) { return; }
            throw Failure(ExitCode::usage, _("--json is about the list of letters"),
                          _("As in: kindly letters --json"));
        }
        context.run = [&context, json] { return list(context, *json); };
    });
}

} // namespace kindly
