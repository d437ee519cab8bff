// SPDX-License-Identifier: MIT
#include "commands/one_entry.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "journal/deleting.hpp"

namespace kindly {

namespace {

/// A script's variable that was never set must not mean one of them.
void refuse_empty_id(const std::string& id) {
    if (!id.empty()) { return; }
    throw Failure(ExitCode::usage, _("The id is empty"),
                  _("\"kindly log\" shows them, each with the beginning of its id."));
}

} // namespace

Entry latest_entry(const Journal& journal) {
    Filter newest;
    newest.limit = 1;
    const std::vector<Entry> found = journal.entries(newest);
    if (found.empty()) { throw Failure(ExitCode::not_found, _("No practices yet")); }
    return found.front();
}

Entry the_one(const Journal& journal, const std::string& id) {
    refuse_empty_id(id);
    const std::vector<Entry> found = journal.find(id);
    if (found.size() == 1) { return found.front(); }
    if (found.empty()) {
        constexpr std::size_t most_compared = 1000;
        Filter recent;
        recent.limit = most_compared;
        std::vector<std::string> ids;
        for (const auto& entry : journal.entries(recent)) { ids.push_back(entry.id.substr(0, id.size())); }
        const auto near = nearest(id, ids);
        throw Failure(ExitCode::not_found,
                      filled(_("There is no practice with the id \"{}\""), harmless(id)) +
                          (near ? filled(_(". Did you mean \"{}\"?"), *near) : std::string()),
                      _("\"kindly log\" shows them, each with the beginning of its id."));
    }
    std::string several;
    for (const auto& entry : found) {
        several += filled("\n  {}  {}  {}", entry.id, date_and_time(entry.started_at), harmless(entry.title));
    }
    throw Failure(ExitCode::not_found,
                  filled(_("Several practices have an id that begins with \"{}\""), harmless(id)),
                  _("Write more of the id of the one that you mean:") + several);
}

void refuse_going_on(const Journal& journal, const std::string& id) {
    refuse_empty_id(id);
    const auto found = going_on(journal, id);
    if (found.empty() || !journal.find(id).empty()) { return; }
    throw Failure(ExitCode::environment,
                  filled(_("The practice {} is still going on"), harmless(found.front())),
                  _("Nothing was changed. It can be changed or deleted when it has ended."));
}

} // namespace kindly
