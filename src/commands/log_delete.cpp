// SPDX-License-Identifier: MIT
// `kindly log delete`: practices, or only the words in them, for good.
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/context.hpp"
#include "commands/gone_for_good.hpp"
#include "commands/log_commands.hpp"
#include "commands/log_text.hpp"
#include "commands/one_entry.hpp"
#include "journal/deleting.hpp"

#include <algorithm>
#include <memory>

namespace kindly {

namespace {

struct DeleteOptions {
    std::vector<std::string> ids;
    std::vector<int> answers;
    bool words = false;
    bool with_kept = false;
    bool yes = false;
};

/// What was asked for, found in the log before anything is changed.
struct Found {
    std::vector<Entry> entries;    ///< each once; those that were deleted earlier are not among them
    std::vector<std::string> kept; ///< names of words kept from them
};

WordsToDelete words_meant(const DeleteOptions& options) {
    WordsToDelete what;
    what.positions.insert(options.answers.begin(), options.answers.end());
    what.all_words = options.words;
    return what;
}

Found look_for(const Journal& journal, const DeleteOptions& options) {
    Found found;
    const bool of_answers = !options.answers.empty() && !options.words;
    for (const auto& id : options.ids) {
        refuse_going_on(journal, id);
        if (journal.find(id).empty() && !deleted_ids(journal, id).empty()) {
            continue;
        } // perhaps not yet gone
        Entry entry = the_one(journal, id);
        const bool again = std::any_of(found.entries.begin(), found.entries.end(),
                                       [&](const Entry& one) { return one.id == entry.id; });
        if (again) { continue; }
        for (auto& name :
             of_answers ? kept_from(journal, entry.id, words_meant(options)) : kept_from(journal, entry.id)) {
            found.kept.push_back(std::move(name));
        }
        found.entries.push_back(std::move(entry));
    }
    return found;
}

void refuse_ratings(const Journal& journal, const Entry& entry, const std::vector<int>& positions) {
    const auto answers = journal.answers(entry.id);
    for (const int position : positions) {
        const auto answer = std::find_if(answers.begin(), answers.end(),
                                         [&](const AnswerEntry& one) { return one.position == position; });
        if (answer == answers.end()) {
            throw Failure(ExitCode::usage, filled(_("This practice has no answer {}"), position),
                          _("\"kindly log show\" shows its answers with their numbers."));
        }
        if (answer->kind == "scale" || answer->kind == "check_in") {
            throw Failure(ExitCode::usage, filled(_("Answer {} is a rating, and has no words"), position),
                          _("\"kindly log amend\" takes a rating back, as in --distress-before none."));
        }
    }
}

/// True: with the kept words as well. Nothing: the person would rather not.
std::optional<bool> agreed(Context& context, const DeleteOptions& options, const Found& found) {
    write_entries(context.err, found.entries, context.plain_layout());
    const bool only_words = options.words || !options.answers.empty();
    std::string question =
        only_words ? std::string(_("Delete what was written there, for good? (y or n)"))
                   : plural("Delete this practice with all that was written in it, for good? (y or n)",
                            "Delete these {} practices with all that was written in them, for good? (y or n)",
                            static_cast<long long>(found.entries.size()));
    if (!ask_yes(context, question)) { return std::nullopt; }
    if (found.kept.empty() || options.with_kept) { return options.with_kept; }
    return ask_yes(context, filled(_("Words from there are also kept under a name: {}. They stay unless you "
                                     "wish otherwise.\nDelete them too? (y or n)"),
                                   harmless(joined(found.kept, ", "))));
}

std::string what_went(const WordsDeleted& deleted) {
    if (deleted.answers > 0) {
        return plural("The words of one answer were deleted.", "The words of {} answers were deleted.",
                      deleted.answers);
    }
    return deleted.any ? _("What was left of the words there was deleted.")
                       : _("There were no words there any more.");
}

ExitCode delete_from_log(Context& context, const DeleteOptions& options) {
    const bool only_words = options.words || !options.answers.empty();
    if (!options.answers.empty() && options.ids.size() > 1) {
        throw Failure(ExitCode::usage, _("--answer is about the answers of one practice"),
                      _("Name one id with it. Nothing was deleted."));
    }
    const auto file = context.paths().journal();
    const Found found = look_for(Journal::open_for_reading(file), options);
    bool with_kept = options.with_kept;
    if (!found.entries.empty()) {
        if (!options.answers.empty()) {
            refuse_ratings(Journal::open_for_reading(file), found.entries.front(), options.answers);
        }
        if (!options.yes) {
            if (!somebody_is_there(context)) {
                throw Failure(ExitCode::usage, _("Nothing was deleted: nobody can be asked here"),
                              _("Without a terminal, --yes says that it is meant."));
            }
            const auto answer = agreed(context, options, found);
            if (!answer) {
                context.err.write(std::string(_("Nothing was deleted.")) + "\n");
                return ExitCode::done;
            }
            with_kept = *answer;
        }
    }
    Journal journal = Journal::open_for_writing(file);
    const Moment now = context.clock->wall();
    std::vector<std::string> left; // names of kept words
    if (found.entries.empty()) {
        context.out.write(std::string(_("That was deleted before.")) + "\n");
    } else if (only_words) {
        WordsToDelete what = words_meant(options);
        what.with_kept = with_kept;
        WordsDeleted deleted;
        for (const auto& entry : found.entries) {
            const WordsDeleted here = delete_words(journal, entry.id, what, now);
            deleted.answers += here.answers;
            deleted.any = deleted.any || here.any;
            for (auto& name : kept_from(journal, entry.id)) { left.push_back(std::move(name)); }
        }
        context.out.write(what_went(deleted) + "\n");
    } else {
        std::vector<std::string> ids;
        for (const auto& entry : found.entries) { ids.push_back(entry.id); }
        delete_sessions(journal, ids, now, with_kept);
        if (!with_kept) { left = found.kept; }
        context.out.write(plural("One practice was deleted.", "{} practices were deleted.",
                                 static_cast<long long>(ids.size())) +
                          "\n");
    }
    const bool kept_stays = !left.empty();
    if (kept_stays) {
        context.out.write(filled(_("Words kept from there stay: {}."), harmless(joined(left, ", "))) + "\n");
    }
    make_it_gone(context, journal, kept_stays);
    return ExitCode::done;
}

} // namespace

void add_log_delete(const Command& log, Context& context) {
    auto options = std::make_shared<DeleteOptions>();
    const Command command =
        log.add_command("delete", _("delete a practice, or the words in it, for good"),
                        {"kindly log delete 019ab3c2-5e10", "kindly log delete 019ab3c2-5e10 --answer 3"});
    command.add_option("ID", options->ids, _("which practices: an id, or the beginning of it")).required();
    const CommandOption answers = command.add_option("--answer", options->answers,
                                                     _("only what was written in answer N; may be repeated"));
    answers.type_name("N").one_each_time().check([](const std::string& word) {
        const bool whole = !word.empty() && word.size() < 7 &&
                           word.find_first_not_of("0123456789") == std::string::npos && word != "0";
        return whole ? std::string() : filled(_("\"{}\" is not the number of an answer"), harmless(word));
    });
    command.add_flag("--words", options->words, _("only everything that was written in it"));
    command.add_flag("--with-kept", options->with_kept, _("words kept from it under a name too"));
    command.add_flag("--yes", options->yes, _("do not ask"));
    command.callback([&context, options] {
        context.run = [&context, options] { return delete_from_log(context, *options); };
    });
}

} // namespace kindly
