// SPDX-License-Identifier: MIT
#include "commands/homework_agree.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/context.hpp"
#include "commands/homework_brought.hpp"
#include "commands/homework_commands.hpp"
#include "commands/homework_text.hpp"
#include "commands/json_output.hpp"
#include "commands/terminal_columns.hpp"
#include "commands/text_page.hpp"
#include "exercise/limits.hpp"
#include "homework/agreed_reader.hpp"
#include "homework/assignment_check.hpp"
#include "homework/assignment_reader.hpp"

#include <charconv>
#include <optional>
#include <system_error>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

/// What the two agree on.
struct Agreement {
    std::string share = "counts";
    std::vector<AgreedItem> items;
};

class Talk {
public:
    Talk(Context& context, const Assignment& assignment, Agreement& agreement)
        : context_(context), assignment_(assignment), agreement_(agreement) {}

    /// False: the person would rather not.
    bool run() {
        say(_("You can change the plan, and what is shared. Enter leaves a thing as it is; q leaves without "
              "agreeing to anything."));
        for (std::size_t place = 0; place < assignment_.items.size(); ++place) {
            if (!ask_item(assignment_.items[place], agreement_.items[place])) { return false; }
        }
        const auto take_share = [&](const std::string& line) {
            if (line.empty()) { return; }
            if (line != "counts" && line != "ratings" && line != "words") {
                throw Failure(ExitCode::usage,
                              filled(_("\"{}\" is not one of these: counts, ratings, words"), line));
            }
            agreement_.share = line;
        };
        context_.err.write("\n");
        TextPage levels(page_columns(context_.err));
        for (const char* level : {"counts", "ratings", "words"}) { levels.line(share_in_words(level)); }
        context_.err.write(levels.take());
        if (!ask_until(
                context_,
                filled(_("What may a report hold? counts, ratings or words (Enter: {})"), agreement_.share),
                take_share)) {
            return false;
        }
        context_.err.write("\n");
        return ask_yes_or_no(context_, _("Do you agree to this? (y or n)"));
    }

private:
    void say(const std::string& text) {
        TextPage page(page_columns(context_.err));
        page.gap();
        page.line(text);
        context_.err.write(page.take());
    }

    bool ask_item(const AssignmentItem& item, AgreedItem& agreed) {
        say(item.exercise + ": " +
            (agreed.plan.empty() ? std::string(_("no plan yet")) : plan_in_words(agreed.plan)));
        bool changes = false;
        const std::string wanted = agreed.plan.empty()
                                       ? _("Would a plan help: when, where, what if? (y or n, Enter: n)")
                                       : _("Change this plan? (y or n, Enter: n)");
        if (!ask_until(context_, wanted, [&](const std::string& line) {
                changes = means_yes(line);
                if (!changes && !line.empty() && !means_no(line)) {
                    throw Failure(ExitCode::usage, _("Please answer y or n"));
                }
            })) {
            return false;
        }
        return (!changes || ask_plan(agreed)) && ask_confidence(item, agreed);
    }

    bool ask_plan(AgreedItem& agreed) {
        const std::pair<const char*, std::string*> parts[] = {
            {_("After what, or at what time?"), &agreed.plan.cue},
            {_("Where?"), &agreed.plan.place},
            {_("What could come in between?"), &agreed.plan.obstacle},
            {_("If it does, what then?"), &agreed.plan.then}};
        for (const auto& [question, text] : parts) {
            const std::string shown =
                text->empty() ? std::string(question)
                              : filled(_("{} (Enter: {}; -: without it)"), question, harmless(*text));
            context_.err.write("\n");
            if (!ask_until(context_, shown, [&, into = text](const std::string& line) {
                    if (!line.empty()) { *into = line == "-" ? std::string() : line; }
                })) {
                return false;
            }
        }
        return true;
    }

    bool ask_confidence(const AssignmentItem& item, AgreedItem& agreed) {
        constexpr int most = 100;
        constexpr int low = 70;
        const std::string question =
            agreed.confidence
                ? filled(_("How sure are you that it will happen, from 0 to 100? (Enter: {})"),
                         *agreed.confidence)
                : std::string(
                      _("How sure are you that it will happen, from 0 to 100? (Enter: leave it out)"));
        context_.err.write("\n");
        const bool goes_on = ask_until(context_, question, [&](const std::string& line) {
            if (line.empty()) { return; }
            int number = 0;
            const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
            if (error != std::errc() || end != line.data() + line.size() || number < 0 || number > most) {
                throw Failure(ExitCode::usage, filled(_("\"{}\" is not a whole number from 0 to 100"), line));
            }
            agreed.confidence = number;
        });
        if (goes_on && agreed.confidence && *agreed.confidence < low) {
            context_.err.write(
                item.easier.empty()
                    ? std::string(_("It may be smaller than this: fewer minutes, or fewer days. The "
                                    "two of you can change it.\n"))
                    : filled(_("It may be smaller than this: {} counts as well.\n"), item.easier));
        }
        return goes_on;
    }

    Context& context_;
    const Assignment& assignment_;
    Agreement& agreement_;
};

Agreement from_options(Context& context, const AgreeOptions& options, const Assignment& assignment) {
    Agreement agreement;
    if (!options.share.empty()) { agreement.share = options.share; }
    agreement.items = as_set(assignment);
    if (!options.plan.empty()) {
        ReadAgreed read = read_agreed(
            std::make_shared<const SourceText>(options.plan, read_file(options.plan, limits::file_bytes)),
            assignment);
        context.refuse_errors(read.diagnostics, options.plan);
        agreement.items = std::move(read.items);
    }
    return agreement;
}

HomeworkRow row_of(Context& context, const Assignment& assignment, const Agreement& agreement) {
    HomeworkRow row;
    row.id = assignment.id;
    row.kind = "assignment";
    row.title = assignment.title;
    row.digest = assignment.digest;
    row.file = assignment.document->source->bytes();
    row.begun_at = context.clock->wall();
    row.begun_day = context.practice_day();
    row.agreed_by = assignment.for_whom;
    row.share = agreement.share;
    row.exercises = exercises_to_keep(assignment);
    return row;
}

std::vector<HomeworkNote> notes_from(const HomeworkRow& row, const Agreement& agreement) {
    std::vector<HomeworkNote> notes;
    for (std::size_t place = 0; place < agreement.items.size(); ++place) {
        HomeworkNote note;
        note.kind = "agreed";
        note.item = static_cast<int>(place) + 1;
        note.day = row.begun_day;
        note.words = agreed_text(agreement.items[place]);
        note.noted_at = row.begun_at;
        if (!note.words.empty()) { notes.push_back(std::move(note)); }
    }
    return notes;
}

void refuse_second(const Journal& journal, const Assignment& assignment) {
    for (const HomeworkRow& row : homework_of(journal, WhichHomework::going_on)) {
        if (row.id != assignment.id) { continue; }
        throw Failure(
            ExitCode::usage,
            row.digest == assignment.digest
                ? filled(_("\"{}\" is going on already"), assignment.id)
                : filled(_("Homework with the name \"{}\" is going on already"), assignment.id),
            filled(_("Nothing was changed. \"kindly homework\" shows it; \"kindly homework end {}\" makes "
                     "room for this one."),
                   assignment.id));
    }
}

bool holds(const std::string& file, bool (*looks_right)(std::string_view)) {
    std::error_code none;
    if (!std::filesystem::is_regular_file(file, none)) {
        return false;
    } // what comes through a pipe is read once
    try {
        return looks_right(read_file(file, limits::file_bytes));
    } catch (const Failure&) { // whoever opens it is told
        return false;
    }
}

} // namespace

bool holds_assignment(const std::string& file) { return holds(file, looks_like_assignment); }

bool holds_plan(const std::string& file) { return holds(file, looks_like_plan); }

std::shared_ptr<const Assignment> open_assignment(Context& context, const std::string& file) {
    ReadAssignment read =
        read_assignment(std::make_shared<const SourceText>(file, read_file(file, limits::file_bytes)));
    context.refuse_errors(read.diagnostics, file);
    context.refuse_errors(check_assignment(*read.assignment, context.catalogue(), context.practice_day()),
                          file);
    for (const HomeworkExercise& exercise : exercises_to_keep(*read.assignment)) {
        refuse_unfit(context, exercise);
    }
    return std::move(read.assignment);
}

ExitCode agree_to_assignment(Context& context, const AgreeOptions& options) {
    const auto assignment = open_assignment(context, options.file);
    refuse_second(Journal::open_for_reading(context.paths().journal()), *assignment);
    Agreement agreement = from_options(context, options, *assignment);
    if (!options.json || !options.agree) { // nobody agrees to what was not shown
        Output& shown = options.json ? context.err : context.out;
        shown.write(assignment_text(*assignment, context.catalogue(), page_columns(shown)));
    }
    context.out.flush();
    if (!options.agree) {
        if (!somebody_is_there(context)) {
            throw Failure(ExitCode::usage, _("Nothing was added: nobody can be asked here"),
                          _("Without a terminal, --agree says that it was read and agreed to."));
        }
        if (!Talk(context, *assignment, agreement).run()) {
            context.err.write(std::string(_("Nothing was added. It can be looked at again at any time.")) +
                              "\n");
            return ExitCode::done;
        }
    }
    const HomeworkRow row = row_of(context, *assignment, agreement);
    Journal journal = Journal::open_for_writing(context.paths().journal());
    if (!begin_homework(journal, row, notes_from(row, agreement))) { refuse_second(journal, *assignment); }
    const auto waiting =
        waiting_homework(journal, &context.catalogue(), row.begun_at, context.config().day_starts);
    const Begun begun = stand_of(journal, homework_named(journal, row.id), context.practice_day());
    if (options.json) {
        write_json(context.out, as_json(begun, waiting, context.catalogue()));
    } else {
        TextPage page(page_columns(context.out));
        page.gap();
        page.line(filled(_("Agreed. A report would hold {}."), share_in_words(row.share)));
        page.gap();
        context.out.write(page.take());
        context.out.write(homework_text(begun, waiting, page_columns(context.out)));
    }
    return ExitCode::done;
}

} // namespace kindly
