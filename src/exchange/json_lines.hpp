// SPDX-License-Identifier: MIT
// A practice log as JSON Lines: one object a line, UTF-8, each with "record" first. The interface for scripts
// and, at the level `words`, what `import` takes back without loss. Knows no options and no files.
#pragma once

#include "exchange/whole_log.hpp"

namespace kindly {

/// The lines come in this order:
///
/// {"record":"session", ...}  one practice, oldest first:
///   "share"    only where something may be missing: "counts" or "ratings", the lower one of the level
///              asked for and of the one at which this practice once came from elsewhere
///   the names of `log --json` in its order up to "kindly_version", then "revision" (a whole number)
///   "answers"  in the order answered; the names of `log --json`, and
///     "withheld":true  only where the value or the prompt of this answer is not here, because of the
///                      level, because it is sealed, or because it never came here. It is null then. A
///                      skipped question has "skipped":true and nothing to withhold; the words of a null
///                      value with neither have been deleted.
///     "more"           only at `words`, see below
///   "more"     only at `words`, see below
///   "answers_unreadable":true  only where the log is damaged: answers, or parts of "more", may be missing
/// {"record":"deletion","id","deleted_at"}
/// and only at `words`:
/// {"record":"text","digest","kind","id","version","language","bytes"}
///   exercises, fragments and translations that the practices above name, each once; kind is "exercise",
///   "fragment" or "translation"; bytes is the exact file, as a string
/// {"record":"kept","name","words","session","kept_at"}
///   only where no filter leaves practices out (with a time since when: those kept since then); session is
///   an id or null; sealed words are null with "withheld":true
/// {"record":"deletion","id","deleted_at"}, where kept words were deleted: id is kept_mark()'s, which no
///   practice has; only where "kept" lines are; deleted_at with milliseconds
///
/// "more" of a session. Times are RFC 3339 with milliseconds and the offset where it happened; lengths are
/// whole milliseconds; a missing value is null, a list of nothing is [].
///   "started_at" "ended_at" "recorded_at" "amended_at"
///   "planned_ms" "practised_ms" "paused_ms" "intensity" "digest" "fragments":[digest] "last_section" "seed"
///   "settings"    the JSON object as stored; null with "settings_withheld":true where it is sealed
///   "plan"        the JSON object as stored
///   "picks"       {"id of the pick":variant}
///   "steps"       [{"path","kind","began_ms","ended_ms","how"}]
///   "safety"      [{"at_ms","reason","check_in","value","numb","offer_grounding_at","stop_at",
///                   "offered":[],"chosen"}]
///   "ratings_revision" "details_revision"
///                 only where the ratings, or what stands in "more", are of an earlier revision, because the
///                 latest one came here without them; 0: they never came here
///   "amendments"  [{"revision","amended_at","field","was"}], oldest first; was is a text or null; sealed,
///                 or never come here: null with "withheld":true
///   "drafts"      [{"question","words","saved_at"}]; sealed: words null with "withheld":true
///   "letters"     only where there are any: [{"question","ready_on","set_aside_at","opened_at"}]
/// "more" of an answer:
///   "question" "about" "options":[{"id","text"}] "lowest" "highest" "lowest_label" "highest_label"
///   "words_deleted" "answered_at", and "value_revision" where the value is of an earlier revision: it has
///   not changed since
void write_json_lines(LogStream& log, HoldingBack& holding_back, Output& to, const WholeLog& whole);

} // namespace kindly
