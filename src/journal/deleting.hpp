// SPDX-License-Identifier: MIT
// Taking things out of the practice log for good: whole practices, or only what was written in them. What is
// taken out is overwritten in the file; remove_traces() then writes the file anew, so that nothing of it is
// left in the write-ahead log either. Knows no command line and asks nobody.
#pragma once

#include "journal/journal.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace kindly {

/// Inside Store::write(). Takes out one practice with all that hangs on it and leaves its id in the table
/// deletion, so that an import does not bring it back; the mark is made even where there is no such practice,
/// and an older mark stays. The digests of texts that it used are added to `texts`.
/// `with_kept`: the words kept from it go too; else they stay, and no longer say where they come from.
bool take_out(Journal::Store& store, const std::string& id, Moment deleted_at, bool with_kept,
              std::set<std::string>& texts);

/// Inside Store::write(), after take_out(): of these texts, those that no practice uses any more.
void drop_unused_texts(Journal::Store& store, const std::set<std::string>& texts);

/// All of them or, where one is still going on (Failure), none; in one transaction.
void delete_sessions(Journal& journal, const std::vector<std::string>& ids, Moment now, bool with_kept);

/// The positions of answers whose words are taken out; `all_words`: every text that was written, and the
/// person's own words among the settings and wherever a question showed them.
struct WordsToDelete {
    std::set<std::int64_t> positions;
    bool all_words = false;
    bool with_kept = false; ///< what was kept from these answers (all_words: from the practice)
};
struct WordsDeleted {
    int answers = 0;  ///< that lost their words now
    bool any = false; ///< these or anything else that was meant: a draft, settings, kept words
};
/// One transaction: the words, what they were before they were amended, their drafts. The practice stays,
/// with a revision more where there was anything, so that no older account brings it back.
WordsDeleted delete_words(Journal& journal, const std::string& id, const WordsToDelete& what, Moment now);

/// Writes the file anew. False: another program has the log open just now, and old pages stay until it has
/// ended; calling it again later finishes it.
[[nodiscard]] bool remove_traces(Journal& journal);

/// The ids of deleted practices that begin so, at most a few.
[[nodiscard]] std::vector<std::string> deleted_ids(const Journal& journal, const std::string& id_or_prefix);

/// The names of the words that were kept from this practice and still stand.
[[nodiscard]] std::vector<std::string> kept_from(const Journal& journal, const std::string& id);
/// Those that delete_words() takes along, `with_kept`: told by the exercise and the question that they come
/// from, and, where the exercise does not say, by what they say.
[[nodiscard]] std::vector<std::string> kept_from(const Journal& journal, const std::string& id,
                                                 const WordsToDelete& what);

/// The practices that are still going on, in this program or another, whose ids begin so.
[[nodiscard]] std::vector<std::string> going_on(const Journal& journal, const std::string& id_or_prefix);

} // namespace kindly
