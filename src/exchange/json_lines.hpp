// SPDX-License-Identifier: MIT
// A practice log as JSON Lines: one object a line, UTF-8, each with "record" first. The interface for scripts
// and, at the level `words`, what `import` takes back without loss. Knows no options and no files.
//
// Lines come in this order:
//
// {"record":"session", ...}   one practice, oldest first:
//   "share"       only where something may be missing: "counts" or "ratings", the lower one of what was asked
//   for
//                 and of the level at which this practice once came from elsewhere (session.shared_at)
//   then the names of `log --json` in its order up to "kindly_version", then "revision" (a whole number),
//   "answers"     in the order answered; the names of `log --json`, and
//     "withheld":true    only where something of this answer is not here: its value (not the level, sealed,
//     never
//                        came here) or its prompt (it holds the person's own words). What is withheld is
//                        null. A skipped question has "skipped":true and nothing to withhold; a null value
//                        with neither has had its words deleted.
//     "more"             only at `words`, see below
//   "more"        only at `words`, see below
//   "answers_unreadable":true  only where the log is damaged: answers, or something in "more", may be missing
// {"record":"deletion","id":...,"deleted_at":...}
// and only at `words`:
// {"record":"text","digest":...,"kind":...,"id":...,"version":...,"language":...,"bytes":...}
//                 exercises, fragments and translations that the practices above name, each once; kind is
//                 "exercise", "fragment" or "translation", bytes the exact file as a string
// {"record":"kept","name":...,"words":...,"session":id or null,"kept_at":...}
//                 only where no filter leaves practices out (--changed-since: those kept since then); sealed
//                 words are null with "withheld":true
//
// "more" of a session (times are RFC 3339 with milliseconds and the offset where it happened; lengths are
// whole milliseconds; a missing value is null, a list without anything is []):
//   "started_at" "ended_at" "recorded_at" "amended_at" "changed_at" (UTC)
//   "planned_ms" "practised_ms" "paused_ms"
//   "intensity" "digest" "fragments":[digest] "last_section" "seed"
//   "settings"    the JSON object as stored; null with "settings_withheld":true where it is sealed
//   "plan"        the JSON object as stored
//   "picks"       {"id of the pick": variant}
//   "steps"       [{"path","kind","began_ms","ended_ms","how"}]
//   "safety" [{"at_ms","reason","check_in","value","numb":bool,"offer_grounding_at","stop_at","offered":[],
//                 "chosen"}]
//   "amendments"  [{"revision","amended_at","field","was"}], oldest first; "was" is a text or null; sealed:
//   null
//                 with "withheld":true
//   "drafts"      [{"question","words","saved_at"}]; sealed: null with "withheld":true
// "more" of an answer:
//   "question" "about" "options":[{"id","text"}] "lowest" "highest" "lowest_label" "highest_label"
//   "words_deleted":bool "answered_at"
#pragma once

#include "exchange/whole_log.hpp"

namespace kindly {

void write_json_lines(LogStream& log, HoldingBack& holding_back, Output& out, const WholeLog& whole);

} // namespace kindly
