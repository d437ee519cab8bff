// SPDX-License-Identifier: MIT
// `kindly log amend`: puts an entry right, from options or field by field on the terminal.
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/change_text.hpp"
#include "commands/command.hpp"
#include "commands/context.hpp"
#include "commands/entry_fields.hpp"
#include "commands/json_output.hpp"
#include "commands/log_commands.hpp"
#include "commands/offered.hpp"
#include "commands/one_entry.hpp"
#include "exchange/entry_json.hpp"
#include "journal/amending.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct AmendOptions {
    std::string id, exercise, at, minutes, status;
    std::map<std::string, std::string> ratings; ///< by column
    int answer = 0;                             ///< 0: none
    bool json = false;
    [[nodiscard]] bool say_something() const {
        bool any = !exercise.empty() || !at.empty() || !minutes.empty() || !status.empty() || answer != 0;
        for (const auto& [column, rating] : ratings) { any = any || !rating.empty(); }
        return any;
    }
};

class Amending {
public:
    Amending(Context& context, Entry entry)
        : context_(context), entry_(std::move(entry)), now_(context.clock->wall()) {}

    void from_options(const AmendOptions& options) {
        const auto read = [&](const char* option, const std::string& value, const auto& take) {
            if (!value.empty()) { read_option(option, value, take); }
        };
        read("--exercise", options.exercise, [&](const auto& word) { take_exercise(word); });
        read("--at", options.at, [&](const auto& word) { take_time(word); });
        read("--minutes", options.minutes, [&](const auto& word) { take_minutes(word); });
        read("--status", options.status, [&](const auto& word) { corrections.status = read_status(word); });
        for (const auto& field : rating_fields()) {
            read(field.option, options.ratings.at(field.column),
                 [&](const auto& word) { corrections.ratings[field.column] = read_rating(word); });
        }
        look_at_times();
    }

    /// One field after the other, each with what is there. False: the person wants out.
    bool ask() {
        tell(context_, _("Enter keeps what is there, none takes a rating back, q leaves without changing "
                         "anything."));
        const bool by_hand = entry_.source == "entered_later";
        if (by_hand && !ask_field(_("Exercise"), entry_.exercise,
                                  [&](const std::string& word) { take_exercise(word); })) {
            return false;
        }
        if (!ask_field(_("Began"), date_and_time(entry_.started_at),
                       [&](const std::string& word) { take_time(word); })) {
            return false;
        }
        const auto length = entry_.practised_seconds
                                ? duration_in_words(std::chrono::seconds(*entry_.practised_seconds))
                                : std::string(_("not there"));
        if (!ask_field(_("Minutes"), length, [&](const std::string& word) { take_minutes(word); })) {
            return false;
        }
        if (by_hand && !ask_field(_("How it ended (completed, closed early, stopped)"), entry_.status,
                                  [&](const std::string& word) { corrections.status = read_status(word); })) {
            return false;
        }
        const std::optional<int> present[] = {entry_.distress_before, entry_.distress_after,
                                              entry_.kindness_before, entry_.kindness_after};
        std::size_t at = 0;
        for (const auto& field : rating_fields()) {
            const auto& rating = present[at++];
            if (!ask_field(filled(_("{}, from 0 to 10"), _(field.name)),
                           rating ? std::to_string(*rating) : std::string(_("not rated")),
                           [&](const std::string& word) {
                               corrections.ratings[field.column] = read_rating(word);
                           })) {
                return false;
            }
        }
        return true;
    }

    /// Only now that both are known can they be held against each other.
    void look_at_times() const {
        if (!corrections.started_at && !corrections.practised) { return; }
        refuse_the_future(began(), practised(), now_);
    }

    Corrections corrections;
    std::optional<ChosenExercise> exercise;

private:
    bool ask_field(const std::string& name, const std::string& present,
                   const std::function<void(const std::string&)>& take) {
        return ask_until(context_, filled("{} [{}]:", name, harmless(present)), [&](const std::string& line) {
            if (line.empty()) { return; }
            take(line);
            look_at_times();
        });
    }
    void take_exercise(const std::string& word) {
        if (word == entry_.exercise) { return; }
        exercise = choose_exercise(context_, word);
        corrections.exercise = exercise->about;
    }
    void take_time(const std::string& word) {
        const When when = read_when(word, now_);
        refuse_the_future(when.at, Milliseconds{}, now_);
        if (!when.remark.empty()) { context_.err.write(when.remark + "\n"); }
        corrections.started_at = when.at;
        corrections.day = local_day(when.at, context_.config().day_starts);
    }
    void take_minutes(const std::string& word) { corrections.practised = read_minutes(word); }
    [[nodiscard]] Moment began() const { return corrections.started_at.value_or(entry_.started_at); }
    [[nodiscard]] Milliseconds practised() const {
        return corrections.practised.value_or(std::chrono::seconds(entry_.practised_seconds.value_or(0)));
    }

    Context& context_;
    Entry entry_;
    Moment now_;
};

/// The words that take the place of those in answer N. Nothing: the person wants out.
std::optional<std::string> new_words(Context& context, int position) {
    auto words = ask_words(context, filled(_("Write the new words of answer {}. A line with only a full stop "
                                             "ends it.\n(.q: leave without changing anything)"),
                                           position));
    if (words && words->empty()) {
        throw Failure(ExitCode::usage, _("No words came, and nothing was changed"),
                      _("To take the words of an answer out: kindly log delete ID --answer N"));
    }
    return words;
}

/// The lines that a person looks at; words themselves are not repeated on the screen.
std::string in_words(const std::vector<FieldChange>& changes, const Corrections& corrections) {
    std::string text;
    for (const auto& change : changes) {
        const std::string name = field_in_words(change.field);
        if (name.empty()) { continue; }
        std::string line = change_in_words(change.field, change.was, change.is);
        if (change.field.starts_with("answer.")) {
            const bool is_new =
                std::any_of(corrections.answers.begin(), corrections.answers.end(), [&](const auto& one) {
                    return change.field == fmt::format("answer.{}", one.first);
                });
            line = is_new ? filled(_("{}: has new words"), name) : filled(_("{}: changes with it"), name);
        }
        text += "  " + line + "\n";
    }
    return text;
}

ExitCode leave(Context& context) {
    context.err.write(std::string(_("Nothing was changed.")) + "\n");
    return ExitCode::done;
}

ExitCode amend_log(Context& context, const AmendOptions& options) {
    const auto file = context.paths().journal();
    const bool asked = !options.say_something();
    const Journal before = Journal::open_for_reading(file);
    refuse_going_on(before, options.id);
    const Entry entry = the_one(before, options.id);
    const auto answers = before.answers(entry.id);
    if (asked && !somebody_is_there(context)) {
        throw Failure(ExitCode::usage, _("No option says what is to be changed"),
                      _("As in: kindly log amend ID --minutes 10"));
    }
    Amending amending(context, entry);
    if (asked) {
        context.err.write(filled("{}, {}\n", harmless(entry.title), date_and_time(entry.started_at)));
        if (!amending.ask()) { return leave(context); }
    } else {
        amending.from_options(options);
    }
    if (options.answer != 0) {
        // Refused before anybody writes: an answer that is not there, or is no text.
        amending.corrections.answers[options.answer] = {};
        static_cast<void>(changes(entry, answers, amending.corrections));
        const auto words = new_words(context, options.answer);
        if (!words) { return leave(context); }
        amending.corrections.answers[options.answer] = *words;
    }
    const auto wanted = changes(entry, answers, amending.corrections);
    if (wanted.empty()) {
        context.out.write(std::string(_("It says this already. Nothing was changed.")) + "\n");
        return ExitCode::done;
    }
    if (!options.json) { (asked ? context.err : context.out).write(in_words(wanted, amending.corrections)); }
    if (asked && !ask_yes_or_no(context, _("Change it like this? (y or n)"))) { return leave(context); }
    Journal journal = Journal::open_for_writing(file);
    journal.settle_abandoned(context.clock->wall());
    if (amending.exercise) { journal.keep_text(amending.exercise->text); }
    amend(journal, entry, wanted, amending.corrections, context.clock->wall());
    if (options.json) {
        write_json(context.out, as_json(journal.find(entry.id).at(0), journal.answers(entry.id)));
    } else {
        context.out.write(std::string(_("Changed. What it said before is kept with it.")) + "\n");
    }
    return ExitCode::done;
}

} // namespace

void add_log_amend(const Command& log, Context& context, const std::shared_ptr<bool>& outer_json) {
    auto options = std::make_shared<AmendOptions>();
    const Command command = log.add_command("amend", _("put a practice right"),
                                            {"kindly log amend 019ab3c2-5e10 --minutes 10",
                                             "kindly log amend 019ab3c2-5e10 --distress-before none"});
    command.add_option("ID", options->id, _("its id, or the beginning of it")).required();
    offer_names(
        command
            .add_option("--exercise", options->exercise, _("which exercise it was, if it was entered later"))
            .type_name("ID"),
        {names::exercises});
    command.add_option("--at", options->at, _("when it began: 2026-11-20T19:30")).type_name("TIME");
    command.add_option("--minutes", options->minutes, _("how many minutes it took, from 1 to 1440"))
        .type_name("N");
    offer_words(command.add_option("--status", options->status, _("how it ended, if it was entered later"))
                    .type_name("WORD"),
                ways_to_end());
    for (const auto& field : rating_fields()) {
        command
            .add_option(field.option, options->ratings[field.column],
                        filled(_("{}, from 0 to 10; none takes it back"), _(field.name)))
            .type_name("N");
    }
    command
        .add_option("--answer", options->answer,
                    _("new words for answer N, from the terminal or standard input"))
        .type_name("N")
        .check([](const std::string& word) {
            const bool whole = !word.empty() && word.size() < 7 &&
                               word.find_first_not_of("0123456789") == std::string::npos && word != "0";
            return whole ? std::string() : filled(_("\"{}\" is not the number of an answer"), harmless(word));
        });
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback([&context, options, outer_json] {
        context.run = [&context, options, outer_json] {
            options->json = options->json || *outer_json;
            return amend_log(context, *options);
        };
    });
}

} // namespace kindly
