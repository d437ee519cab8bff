// SPDX-License-Identifier: MIT
// From the log to a report, and from a report to its file: the one place that decides what of homework leaves
// the machine, with journal/share.hpp. Reads the log; writes no file.
#pragma once

#include "homework/begun.hpp"
#include "homework/report.hpp"
#include "journal/share.hpp"

#include <set>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

struct ReportRequest {
    Share share = Share::counts;
    std::set<std::string> words; ///< names of what was chosen; only at Share::words
    std::string id, written_on, kindly_version;
};

/// Words that could be chosen, in the order of the log: nothing of them leaves unless it is.
struct WordsToChoose {
    std::string name;
    std::string day;
    std::string question; ///< as it was shown; of a note, what it is
    std::string text;
};
[[nodiscard]] std::vector<WordsToChoose> words_to_choose(const Journal& journal, const Begun& begun);

[[nodiscard]] Report make_report(const Journal& journal, const Begun& begun, const ReportRequest& request);

/// Its file. Keys that the level does not have are not there.
[[nodiscard]] nlohmann::ordered_json as_json(const Report& report);

/// "counts" and so on, and back; nothing for other words.
[[nodiscard]] const char* word(Share share);
[[nodiscard]] std::optional<Share> read_share(const std::string& written);

} // namespace kindly
