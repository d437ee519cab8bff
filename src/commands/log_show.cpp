// SPDX-License-Identifier: MIT
// `kindly log show`: one practice. At a terminal through the pager, so that what was written does not stay on
// the screen.
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/context.hpp"
#include "commands/json_output.hpp"
#include "commands/log_commands.hpp"
#include "commands/log_story.hpp"
#include "commands/one_entry.hpp"
#include "commands/pager.hpp"
#include "commands/passphrase.hpp"
#include "exchange/entry_json.hpp"
#include "journal/journal.hpp"

#include <algorithm>
#include <memory>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct LogShowOptions {
    std::string id; ///< empty: the latest practice
    bool json = false;
};

nlohmann::ordered_json with_history(const Told& told) {
    nlohmann::ordered_json json = as_json(told.entry, told.answers);
    auto& history = json["amendments"] = nlohmann::ordered_json::array();
    for (const auto& amendment : told.amendments) {
        nlohmann::ordered_json one;
        one["revision"] = amendment.revision;
        one["amended_at"] = to_rfc3339(amendment.amended_at);
        one["field"] = amendment.field;
        one["was"] = amendment.was ? nlohmann::ordered_json(*amendment.was) : nlohmann::ordered_json(nullptr);
        history.push_back(std::move(one));
    }
    return json;
}

ExitCode show(Context& context, const LogShowOptions& options) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const Entry entry = options.id.empty() ? latest_entry(journal) : the_one(journal, options.id);
    const bool may_read = open_words_for_reading(context, journal);
    const Told told = fetch(journal, entry);
    const bool sealed = std::any_of(told.answers.begin(), told.answers.end(), [](const AnswerEntry& answer) {
        return answer.sealed || answer.question_sealed;
    });
    if (sealed && !may_read && !options.json && !somebody_is_there(context)) {
        context.err.write(std::string(_("Sealed words are shown at a terminal, with the passphrase.")) +
                          "\n");
    }
    if (options.json) {
        write_json(context.out, with_history(told));
    } else {
        return show_pages(context,
                          [&](Output& out, std::size_t columns) { write_story(out, told, columns); });
    }
    return ExitCode::done;
}

} // namespace

void add_log_show(const Command& log, Context& context, const std::shared_ptr<bool>& outer_json) {
    auto options = std::make_shared<LogShowOptions>();
    const Command command =
        log.add_command("show", _("one practice with its answers; without an id, the latest"),
                        {"kindly log show", "kindly log show 019ab3c2-5e10"});
    command.add_option("ID", options->id, _("its id, or the beginning of it"));
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback([&context, options, outer_json] {
        context.run = [&context, options, outer_json] {
            options->json = options->json || *outer_json;
            return show(context, *options);
        };
    });
}

} // namespace kindly
