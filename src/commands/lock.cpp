// SPDX-License-Identifier: MIT
// `kindly lock` and `kindly unlock`: words sealed to a passphrase, and opened again for good.
#include "base/failure.hpp"
#include "base/passing_folder.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/face.hpp"
#include "commands/passphrase.hpp"
#include "commands/progress.hpp"
#include "journal/locking.hpp"
#include "screen/external_editor.hpp"

#include <memory>
#include <optional>

#include <fmt/format.h>

namespace kindly {

namespace {

struct LockOptions {
    std::string passphrase_file;
    bool leave_plan_open = false;
    bool change = false;
    bool yes = false;
};

struct UnlockOptions {
    std::string passphrase_file;
};

constexpr std::size_t fewest_letters = 8;
constexpr int tries = 3;

void say(Output& out, const std::string& text) {
    constexpr std::size_t line_width = 80;
    for (const auto& line : wrapped(text, line_width)) { out.write(line + "\n"); }
}

ExitCode nothing_changed(Context& context) {
    say(context.err, _("Nothing was changed."));
    return ExitCode::done;
}

Failure key_is_missing() {
    return {ExitCode::environment,
            _("There are sealed words in the practice log, but the key to them is missing or damaged"),
            _("Nothing was changed. If you have a backup of the log from after it was locked, put it back: "
              "its key "
              "opens these words.")};
}

Failure nobody_to_ask(const char* advice) {
    return {ExitCode::usage, _("There is nobody at a terminal to ask for a passphrase"), advice};
}

Failure copies_left() {
    return {
        ExitCode::environment,
        _("Your words are sealed. Copies from before may still be in the log's files, which could not be "
          "written anew"),
        _("Close other programs that have the log open, see that the disk has room, and run \"kindly lock\" "
          "again: it takes the copies away, and needs no passphrase.")};
}

/// What locking does and does not do, before anything is done.
void explain(Context& context) {
    say(context.err,
        _("Locking seals what you have written in kindly, and what you will write: texts, drafts, words "
          "that you kept, words in settings, and what you answered in private. They can then be read "
          "only with your passphrase. Practising needs no passphrase."));
    context.err.write("\n");
    say(context.err, _("What stays visible to anyone who can open your files: that you practised, when, for "
                       "how long and which "
                       "exercise; ratings; choices, numbers and yes or no that are not private; your name "
                       "and your contacts; homework, as it was set for you; "
                       "files that you exported, and backups made before."));
    context.err.write("\n");
    say(context.err,
        _("If the passphrase is forgotten, nobody can bring these words back, and there is no way around "
          "it. It may help to write it down and keep it in a safe place."));
    context.err.write("\n");
}

/// Empty: good enough.
std::string too_weak(const Secret& passphrase) {
    if (grapheme_count(passphrase.view()) < fewest_letters) {
        return _(
            "This one has fewer than 8 characters. A few words that you will remember, and that nobody would "
            "guess, make a good one.");
    }
    if (passphrase.view().find_first_not_of(passphrase.view().front()) == std::string_view::npos) {
        return _(
            "This one is a single character, repeated. A few words that you will remember, and that nobody "
            "would guess, make a good one.");
    }
    return {};
}

/// Typed twice. Nothing: they would rather not.
std::optional<Secret> choose_passphrase(Context& context) {
    for (int attempt = 1; attempt <= tries; ++attempt) {
        auto first = ask_passphrase(context, _("A new passphrase (it is not shown while you type):"));
        if (!first || first->empty()) { return std::nullopt; }
        if (const auto problem = too_weak(*first); !problem.empty()) {
            say(context.err, problem);
            continue;
        }
        const auto second = ask_passphrase(context, _("The same once more:"));
        if (!second) { return std::nullopt; }
        if (as_typed_anywhere(*first).same_as(as_typed_anywhere(*second))) { return first; }
        say(context.err, _("The two were not the same. That happens easily when nothing is shown."));
    }
    throw Failure(ExitCode::environment, _("No passphrase was chosen"),
                  _("Nothing was changed, and you can try again at any time."));
}

/// From a file or the config's command, where one of them is given.
std::optional<Secret> given_passphrase(Context& context, const std::string& file) {
    if (!file.empty()) { return passphrase_in(file); }
    return commanded_passphrase(context);
}

/// False: they would rather not.
bool open_words(Context& context, const Journal& journal, const std::string& file) {
    if (const auto passphrase = given_passphrase(context, file)) {
        if (!journal.open_words(*passphrase)) {
            refuse_wrong_passphrase(file.empty()
                                        ? std::string(_("What passphrase_command wrote"))
                                        : fmt::format(fmt::runtime(_("The first line of {}")), file));
        }
        return true;
    }
    if (!somebody_is_there(context)) {
        throw nobody_to_ask(_("Run this in a terminal, or name a file that holds the passphrase with "
                              "--passphrase-file."));
    }
    for (int attempt = 1; attempt <= tries; ++attempt) {
        const auto passphrase = ask_passphrase(
            context, attempt == 1 ? _("Your passphrase:") : _("That was not it. Your passphrase:"));
        if (!passphrase || passphrase->empty()) { return false; }
        if (journal.open_words(*passphrase)) { return true; }
    }
    refuse_wrong_passphrase(_("What was typed"));
}

/// Looked at without making a log where there is none.
SealState state_of(Context& context) {
    const SealState state = seal_state(Journal::open_for_reading(context.paths().journal()));
    if (state == SealState::key_missing) { throw key_is_missing(); }
    return state;
}

Journal open_journal(Context& context) {
    Journal journal = Journal::open_for_writing(context.paths().journal());
    journal.settle_abandoned(context.clock->wall());
    PassingFolder::remove_left_over(private_folder(context), screen::words_on_their_way); // not sealed there
    return journal;
}

ExitCode change(Context& context, const LockOptions& options) {
    if (!somebody_is_there(context)) { throw nobody_to_ask(_("A passphrase is changed in a terminal.")); }
    Journal journal = open_journal(context);
    if (!open_words(context, journal, options.passphrase_file)) { return nothing_changed(context); }
    const auto passphrase = choose_passphrase(context);
    if (!passphrase) { return nothing_changed(context); }
    if (!change_passphrase(journal, *passphrase)) {
        throw Failure(
            ExitCode::environment,
            _("The new passphrase is in use. The old one may still open a copy in the log's files, which "
              "could "
              "not be written anew"),
            _("Close other programs that have the log open, see that the disk has room, and change the "
              "passphrase once more."));
    }
    say(context.out,
        _("From now on the new passphrase opens your words. A backup made before is still opened by the "
          "old one."));
    return ExitCode::done;
}

ExitCode finish(Context& context, Journal& journal, const std::string& sentence) {
    if (!finish_locking(journal)) { throw copies_left(); }
    say(context.out, sentence);
    return ExitCode::done;
}

/// Nothing: they would rather not.
std::optional<Secret> passphrase_to_seal_with(Context& context, const std::string& file) {
    auto passphrase = given_passphrase(context, file);
    if (!passphrase) {
        if (somebody_is_there(context)) { return choose_passphrase(context); }
        throw nobody_to_ask(_("Name a file that holds the passphrase with --passphrase-file."));
    }
    if (const auto problem = too_weak(*passphrase); !problem.empty()) {
        throw Failure(file.empty() ? ExitCode::environment : ExitCode::invalid_file,
                      _("The passphrase given is too short or too simple"), problem);
    }
    return passphrase;
}

ExitCode seal(Context& context, const LockOptions& options) {
    const bool somebody = somebody_is_there(context);
    if (!somebody && !options.yes) {
        throw Failure(ExitCode::usage, _("Locking asks first, and there is nobody at a terminal to ask"),
                      _("Run it in a terminal; in a script, add --yes and --passphrase-file FILE."));
    }
    if (!options.yes) {
        explain(context);
        if (!ask_yes(context, _("Seal your words now? [y/N]"))) { return nothing_changed(context); }
    }
    Journal journal = Journal::open_for_reading(context.paths().journal());
    LockRequest request;
    request.leave_plan_open = options.leave_plan_open;
    if (!options.yes && !options.leave_plan_open && journal.kept_words().contains("closing_plan")) {
        request.leave_plan_open = ask_yes(
            context, _("You kept a closing plan. Leave it unsealed, so that \"kindly ground\" can show it? "
                       "[y/N]"));
    }
    const auto passphrase = passphrase_to_seal_with(context, options.passphrase_file);
    if (!passphrase) { return nothing_changed(context); }
    journal = open_journal(context);
    {
        std::int64_t all = 0;
        Progress progress(context, [&all](std::int64_t done) {
            return fmt::format(fmt::runtime(_("Sealing: {} of {} practices")), done, all);
        });
        request.progress = [&](std::int64_t done, std::int64_t of) {
            all = of;
            progress.done(done);
        };
        lock_words(journal, *passphrase, request);
    }
    return finish(context, journal,
                  _("Your words are sealed. Practising goes on as before; \"kindly log show\" asks for the "
                    "passphrase, and \"kindly unlock\" takes the seal away."));
}

ExitCode lock(Context& context, const LockOptions& options) {
    const SealState state = state_of(context);
    if (options.change) {
        if (state == SealState::none) {
            throw Failure(ExitCode::usage, _("Nothing is sealed yet, so there is no passphrase to change"),
                          _("\"kindly lock\" without --change seals your words."));
        }
        return change(context, options);
    }
    if (state == SealState::locked) {
        say(context.out,
            _("Your words are sealed already. \"kindly lock --change\" gives them another passphrase."));
        return ExitCode::done;
    }
    if (state == SealState::none) { return seal(context, options); }
    Journal journal = open_journal(context);
    return finish(context, journal,
                  _("Your words are sealed, and what was left of copies from before has been taken away."));
}

ExitCode unlock(Context& context, const UnlockOptions& options) {
    if (state_of(context) == SealState::none) {
        say(context.out, _("Nothing is sealed."));
        return ExitCode::done;
    }
    Journal journal = open_journal(context);
    if (!open_words(context, journal, options.passphrase_file)) { return nothing_changed(context); }
    {
        std::int64_t all = 0;
        Progress progress(context, [&all](std::int64_t done) {
            return fmt::format(fmt::runtime(_("Opening: {} of {} practices")), done, all);
        });
        unlock_words(journal, [&](std::int64_t done, std::int64_t of) {
            all = of;
            progress.done(done);
        });
    }
    say(context.out,
        _("Your words are no longer sealed: anyone who can open your files can read them. \"kindly lock\" "
          "seals them again."));
    return ExitCode::done;
}

} // namespace

void add_lock(const Command& app, Context& context) {
    auto options = std::make_shared<LockOptions>();
    const Command command = app.add_command("lock", _("seal what you wrote to a passphrase"),
                                            {"kindly lock", "kindly lock --change"});
    command.add_flag("--leave-plan-open", options->leave_plan_open,
                     _("the closing plan that you kept stays readable for \"kindly ground\""));
    command.add_flag("--change", options->change, _("another passphrase for what is sealed already"));
    command
        .add_option("--passphrase-file", options->passphrase_file,
                    _("the passphrase is the first line of this file"))
        .type_name("FILE");
    command.add_flag("--yes", options->yes, _("do not ask first"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return lock(context, *options); }; });
}

void add_unlock(const Command& app, Context& context) {
    auto options = std::make_shared<UnlockOptions>();
    const Command command = app.add_command("unlock", _("take the seal away again"), {"kindly unlock"});
    command
        .add_option("--passphrase-file", options->passphrase_file,
                    _("the passphrase is the first line of this file"))
        .type_name("FILE");
    command.callback(
        [&context, options] { context.run = [&context, options] { return unlock(context, *options); }; });
}

} // namespace kindly
