// SPDX-License-Identifier: MIT
// `kindly me kept`: words that the person chose to keep; changing and forgetting them.
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/context.hpp"
#include "commands/gone_for_good.hpp"
#include "commands/json_output.hpp"
#include "commands/log_text.hpp"
#include "commands/me_commands.hpp"
#include "commands/own_editor.hpp"
#include "commands/pager.hpp"
#include "commands/passphrase.hpp"
#include "journal/kept.hpp"

#include <algorithm>
#include <memory>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

/// What follows the last point of a name that we made; the name of an exercise's own.
std::string short_name(const std::string& name) { return name.substr(name.rfind('.') + 1); }

/// As short as can be told apart.
std::string id_of(const KeptWords& one, const std::vector<KeptWords>& all) {
    const auto same = std::count_if(all.begin(), all.end(), [&](const KeptWords& other) {
        return short_name(other.name) == short_name(one.name);
    });
    return same > 1 ? one.name : short_name(one.name);
}

std::string heading(const KeptWords& one, const std::vector<KeptWords>& all) {
    const std::string id = harmless(id_of(one, all));
    return one.title.empty() ? filled(_("{}: kept on {}"), id, day_of(one.kept_at))
                             : filled(_("{}: {}, kept on {}"), id, harmless(one.title), day_of(one.kept_at));
}

nlohmann::ordered_json as_json(const KeptWords& one, const std::vector<KeptWords>& all) {
    const auto text = [](const std::string& value) {
        return value.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(value);
    };
    return {{"id", id_of(one, all)},
            {"name", one.name},
            {"words", one.words ? nlohmann::ordered_json(*one.words) : nlohmann::ordered_json()},
            {"sealed", !one.words},
            {"kept_at", to_rfc3339(one.kept_at)},
            {"session", text(one.session)},
            {"exercise", text(one.exercise)},
            {"title", text(one.title)}};
}

ExitCode list(Context& context, bool json) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    open_words_for_reading(context, journal);
    const std::vector<KeptWords> all = kept(journal);
    if (json) {
        nlohmann::ordered_json rows = nlohmann::ordered_json::array();
        for (const KeptWords& one : all) { rows.push_back(as_json(one, all)); }
        write_json(context.out, rows);
        return ExitCode::done;
    }
    if (all.empty()) {
        context.out.write(std::string(_("No words are kept yet.")) + "\n");
        return ExitCode::done;
    }
    return show_pages(context, [&](Output& out, std::size_t columns) {
        for (const KeptWords& one : all) {
            write_indented(out, heading(one, all), 0, columns);
            write_indented(out, one.words.value_or(_("(sealed)")), 4, columns);
        }
    });
}

/// By id, name, or the beginning of one of them. Throws Failure: usage for an empty id, else not_found.
KeptWords the_words(const std::vector<KeptWords>& all, const std::string& id) {
    if (id.empty()) { // every name begins so
        throw Failure(ExitCode::usage, _("The id is empty"),
                      _("\"kindly me kept\" shows what there is, each with its id."));
    }
    std::vector<KeptWords> found;
    for (const KeptWords& one : all) {
        if (one.name == id || id_of(one, all) == id) { return one; }
        if (one.name.starts_with(id) || short_name(one.name).starts_with(id)) { found.push_back(one); }
    }
    if (found.size() == 1) { return found.front(); }
    if (found.empty()) {
        throw Failure(ExitCode::not_found, filled(_("No words are kept under \"{}\""), harmless(id)),
                      _("\"kindly me kept\" shows what there is, each with its id."));
    }
    std::string several;
    for (const KeptWords& one : found) { several += "\n  " + heading(one, all); }
    throw Failure(ExitCode::not_found, filled(_("Several of the ids begin with \"{}\""), harmless(id)),
                  _("Write more of the id of those that you mean:") + several);
}

ExitCode edit(Context& context, const std::string& id) {
    const auto file = context.paths().journal();
    KeptWords one;
    bool sealed = false;
    {
        const Journal journal = Journal::open_for_reading(file);
        one = the_words(kept(journal), id);
        sealed = journal.words_are_sealed();
        // New words can come without the old ones being shown: then no passphrase is needed.
        if (!one.words && somebody_is_there(context) && open_words_for_reading(context, journal)) {
            one = the_words(kept(journal), one.name);
        }
    }
    const auto words = new_words(context, one.words.value_or(std::string()), !sealed);
    if (!words || words->empty() || words == one.words) {
        context.err.write(std::string(_("Nothing was changed.")) + "\n");
        return ExitCode::done;
    }
    Journal journal = Journal::open_for_writing(file);
    change_kept(journal, one.name, *words, context.clock->wall());
    context.out.write(std::string(_("The new words are kept.")) + "\n");
    return ExitCode::done;
}

bool stand_in_the_practice(const Journal& journal, const KeptWords& one) {
    if (one.session.empty()) { return false; }
    const auto answers = journal.answers(one.session);
    return std::any_of(answers.begin(), answers.end(), [&](const AnswerEntry& answer) {
        return answer.sealed || (one.words && answer.value_text == one.words);
    });
}

struct DeleteOptions {
    std::string id;
    bool yes = false;
};

ExitCode forget(Context& context, const DeleteOptions& options) {
    const auto file = context.paths().journal();
    const Journal reading = Journal::open_for_reading(file);
    const std::vector<KeptWords> all = kept(reading);
    const KeptWords one = found_or_gone(context, [&] { return the_words(all, options.id); });
    if (!options.yes) {
        if (!somebody_is_there(context)) {
            throw Failure(ExitCode::usage, _("Nothing was deleted: nobody can be asked here"),
                          _("Without a terminal, --yes says that it is meant."));
        }
        context.err.write(heading(one, all) + "\n");
        if (!ask_yes(context, _("Keep these words no longer? (y or n)"))) {
            context.err.write(std::string(_("They stay.")) + "\n");
            return ExitCode::done;
        }
    }
    Journal journal = Journal::open_for_writing(file);
    forget_kept(journal, one.name, context.clock->wall());
    context.out.write(std::string(_("These words are no longer kept.")) + "\n");
    if (stand_in_the_practice(journal, one)) {
        Entry practice;
        practice.id = one.session;
        context.out.write(filled(_("In the practice where you wrote them they stay; kindly log delete {} "
                                   "--words takes them out there."),
                                 short_id(practice)) +
                          "\n");
        return ExitCode::done;
    }
    make_it_gone(context, journal);
    return ExitCode::done;
}

} // namespace

void add_me_kept(const Command& me, Context& context) {
    auto json = std::make_shared<bool>(false);
    const Command command = me.add_command("kept", _("words that you kept"),
                                           {"kindly me kept", "kindly me kept edit small_promise"});
    command.add_flag("--json", *json, _("for scripts"));
    command.require_one_below_at_most();

    auto edited = std::make_shared<std::string>();
    const Command editing =
        command.add_command("edit", _("other words in their place"), {"kindly me kept edit small_promise"});
    editing.add_option("ID", *edited, _("which: an id of the list, or its beginning")).required();
    editing.callback(
        [&context, edited] { context.run = [&context, edited] { return edit(context, *edited); }; });

    auto deleted = std::make_shared<DeleteOptions>();
    const Command deleting =
        command.add_command("delete", _("keep them no longer"), {"kindly me kept delete small_promise"});
    deleting.add_option("ID", deleted->id, _("which: an id of the list, or its beginning")).required();
    deleting.add_flag("--yes", deleted->yes, _("without being asked"));
    deleting.callback(
        [&context, deleted] { context.run = [&context, deleted] { return forget(context, *deleted); }; });

    // CLI11 calls the inner command's callback first.
    command.callback([&context, json, command] {
        if (!command.chosen_below().empty()) {
            if (!*json) { return; }
            throw Failure(ExitCode::usage, _("--json is about the list of kept words"),
                          _("As in: kindly me kept --json"));
        }
        context.run = [&context, json] { return list(context, *json); };
    });
}

} // namespace kindly
