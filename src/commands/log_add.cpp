// SPDX-License-Identifier: MIT
// `kindly log add`: a practice that was done elsewhere, from options or asked for on the terminal.
#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/context.hpp"
#include "commands/entry_fields.hpp"
#include "commands/homework_practice.hpp"
#include "commands/json_output.hpp"
#include "commands/log_commands.hpp"
#include "commands/offered.hpp"
#include "exchange/entry_json.hpp"
#include "journal/adding.hpp"

#include <map>
#include <memory>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct AddOptions {
    std::string exercise, at, minutes, status;
    std::map<std::string, std::string> ratings; ///< by column
    bool note = false;
    bool json = false;
};

struct Gathered {
    ChosenExercise exercise;
    DoneElsewhere practice;
};

class Gathering {
public:
    Gathering(Context& context, const AddOptions& options)
        : context_(context), options_(options), now_(context.clock->wall()) {}

    /// From the options alone; all of the three that are needed are there.
    void from_options() {
        read_option("--exercise", options_.exercise, [&](const auto& word) { take_exercise(word); });
        read_option("--at", options_.at, [&](const auto& word) { take_time(word); });
        read_option("--minutes", options_.minutes, [&](const auto& word) { take_minutes(word); });
        for (const auto& field : rating_fields()) {
            const auto& word = options_.ratings.at(field.column);
            if (word.empty()) { continue; }
            read_option(field.option, word,
                        [&](const auto& text) { rating(field.column) = read_rating(text); });
        }
        if (!options_.status.empty()) {
            read_option("--status", options_.status,
                        [&](const auto& word) { gathered.practice.status = read_status(word); });
        }
    }

    /// What the options do not say, one question after the other. False: the person wants out.
    bool ask() {
        tell(context_, _("A practice that you did elsewhere. Enter alone leaves a question out; q leaves "
                         "without writing anything down."));
        const auto required = [&](const std::string& given, const char* question, const auto& take) {
            if (!given.empty()) {
                take(given);
                return true;
            }
            return ask_until(context_, question, [&](const std::string& line) {
                if (line.empty()) { throw Failure(ExitCode::usage, _("This question needs an answer")); }
                take(line);
            });
        };
        if (!required(options_.exercise, _("Which exercise was it? (\"kindly list\" shows their names)"),
                      [&](const std::string& line) { take_exercise(line); }) ||
            !required(options_.at, _("When did it begin? (as in 2026-11-20 19:30, or yesterday 19:30)"),
                      [&](const std::string& line) { take_time(line); }) ||
            !required(options_.minutes, _("How many minutes was it?"),
                      [&](const std::string& line) { take_minutes(line); })) {
            return false;
        }
        return ask_rest();
    }

    Gathered gathered;

private:
    bool ask_rest() {
        if (!options_.status.empty()) {
            gathered.practice.status = read_status(options_.status);
        } else if (!ask_until(context_,
                              _("How did it end: completed, closed early or stopped? (Enter: completed)"),
                              [&](const std::string& line) {
                                  if (!line.empty()) { gathered.practice.status = read_status(line); }
                              })) {
            return false;
        }
        for (const auto& field : rating_fields()) {
            if (const auto& given = options_.ratings.at(field.column); !given.empty()) {
                rating(field.column) = read_rating(given);
            } else if (!ask_until(context_, std::string(_(field.question)) + " " + _("(Enter: not rated)"),
                                  [&](const std::string& line) {
                                      if (!line.empty()) { rating(field.column) = read_rating(line); }
                                  })) {
                return false;
            }
        }
        return true;
    }

    void take_exercise(const std::string& word) {
        gathered.exercise = choose_exercise(context_, word);
        const Moment began = gathered.practice.about.started_at;
        gathered.practice.about = gathered.exercise.about;
        gathered.practice.about.started_at = began;
    }
    void take_time(const std::string& word) {
        const When when = read_when(word, now_);
        refuse_the_future(when.at, gathered.practice.practised, now_);
        if (!when.remark.empty()) { context_.err.write(when.remark + "\n"); }
        gathered.practice.about.started_at = when.at;
        gathered.practice.about.day = local_day(when.at, context_.config().day_starts);
    }
    void take_minutes(const std::string& word) {
        const Milliseconds practised = read_minutes(word);
        refuse_the_future(gathered.practice.about.started_at, practised, now_);
        gathered.practice.practised = practised;
    }
    std::optional<int>& rating(const std::string& column) {
        if (column == "distress_before") { return gathered.practice.distress_before; }
        if (column == "distress_after") { return gathered.practice.distress_after; }
        if (column == "kindness_before") { return gathered.practice.kindness_before; }
        return gathered.practice.kindness_after;
    }

    Context& context_;
    const AddOptions& options_;
    Moment now_;
};

void refuse_what_is_missing(const AddOptions& options) {
    std::vector<std::string> missing;
    if (options.exercise.empty()) { missing.emplace_back("--exercise"); }
    if (options.at.empty()) { missing.emplace_back("--at"); }
    if (options.minutes.empty()) { missing.emplace_back("--minutes"); }
    throw Failure(ExitCode::usage, filled(_("Without a terminal, this is needed: {}"), joined(missing, ", ")),
                  _("As in: kindly log add --exercise look --at 2026-11-20T19:30 --minutes 10"));
}

ExitCode leave(Context& context) {
    context.err.write(std::string(_("Nothing was written down.")) + "\n");
    return ExitCode::done;
}

ExitCode add(Context& context, const AddOptions& options) {
    const bool whole = !options.exercise.empty() && !options.at.empty() && !options.minutes.empty();
    if (!whole && !somebody_is_there(context)) { refuse_what_is_missing(options); }
    Gathering gathering(context, options);
    DoneElsewhere& practice = gathering.gathered.practice;
    if (whole) {
        gathering.from_options();
    } else if (!gathering.ask()) {
        return leave(context);
    }
    if (options.note || !whole) {
        const auto note = ask_words(
            context,
            _("If you would like to add a note, write it now. A line with only a full stop ends it.\n"
              "(Enter: no note; .q: leave without writing anything down)"));
        if (!note) { return leave(context); }
        practice.note = *note;
    }
    if (!whole &&
        !ask_yes_or_no(context, filled(_("{}, {}, {}. Write this down? (y or n)"), practice.about.title,
                                       date_and_time(practice.about.started_at),
                                       duration_in_words(practice.practised)))) {
        return leave(context);
    }
    practice.recorded_at = context.clock->wall();
    practice.about.id = make_uuid7(practice.recorded_at.unix_ms);
    practice.note_prompt = _("Note");
    Journal journal = Journal::open_for_writing(context.paths().journal());
    practice.about.homework = homework_waiting_for(journal, practice.about.exercise,
                                                   practice.about.started_at, context.config().day_starts);
    journal.keep_text(gathering.gathered.exercise.text);
    add_done_elsewhere(journal, practice);
    if (options.json) {
        write_json(context.out,
                   as_json(journal.find(practice.about.id).at(0), journal.answers(practice.about.id)));
    } else {
        context.out.write(filled(_("Written down. Its id is {}"), practice.about.id) + "\n");
    }
    return ExitCode::done;
}

} // namespace

void add_log_add(const Command& log, Context& context, const std::shared_ptr<bool>& outer_json) {
    auto options = std::make_shared<AddOptions>();
    const Command command = log.add_command(
        "add", _("write down a practice that was done elsewhere"),
        {"kindly log add", "kindly log add --exercise look --at 2026-11-20T19:30 --minutes 10"});
    offer_names(
        command.add_option("--exercise", options->exercise, _("which exercise it was")).type_name("ID"),
        {names::exercises});
    command.add_option("--at", options->at, _("when it began: 2026-11-20T19:30")).type_name("TIME");
    command.add_option("--minutes", options->minutes, _("how many minutes it took, from 1 to 1440"))
        .type_name("N");
    offer_words(
        command.add_option("--status", options->status, _("how it ended: completed, closed_early, stopped"))
            .type_name("WORD"),
        ways_to_end());
    for (const auto& field : rating_fields()) {
        command
            .add_option(field.option, options->ratings[field.column],
                        filled(_("{}, from 0 to 10"), _(field.name)))
            .type_name("N");
    }
    command.add_flag("--note", options->note, _("with a note, read from the terminal or standard input"));
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback([&context, options, outer_json] {
        context.run = [&context, options, outer_json] {
            options->json = options->json || *outer_json;
            return add(context, *options);
        };
    });
}

} // namespace kindly
