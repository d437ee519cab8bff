// SPDX-License-Identifier: MIT
// What was typed at a question that has not been answered yet: kept beside the practice, so that a page of
// writing survives a crash. The one place where drafts go into the practice log and come out again. Must not
// know when somebody types, or how often that is saved.
#pragma once

#include "journal/journal.hpp"

#include <map>
#include <string>

namespace kindly {

/// Takes the place of the earlier draft of that question; empty words remove it. Inside Store::write().
void save_draft(Journal::Store& store, const std::string& id, const Draft& draft, Moment now);
/// Inside Store::write().
void remove_draft(Journal::Store& store, const std::string& id, const std::string& question);

/// The drafts of a practice by question; without those whose words cannot be read here.
[[nodiscard]] std::map<std::string, std::string> drafts_of(const Journal& journal, const std::string& id);

} // namespace kindly
