// SPDX-License-Identifier: MIT
// Whether a practice log is whole, and if not, what can still be read of it. Looks at all of the file and
// changes nothing in it or beside it. Knows no advice: that is the command's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace kindly {

struct Examination {
    enum class State {
        missing, ///< there is no log yet
        whole,
        damaged,    ///< the figures say what can still be read
        unreadable, ///< nothing can be read; not ours, too new, or not to be opened
    };
    State state = State::missing;
    int schema = 0;             ///< 0: unknown
    std::int64_t practices = 0; ///< that have ended
    std::int64_t running = 0;   ///< still going on, or left behind by a program that is gone
    std::int64_t answers = 0;
    std::vector<std::string> problems; ///< SQLite's words, or why it is unreadable; a few
};

/// All of the file, page by page; or only how much is in it, which says `whole` where the counting went well.
enum class Looking { at_everything, at_figures };

/// Never throws for what is wrong with the file.
[[nodiscard]] Examination examine_log(const std::filesystem::path& file,
                                      Looking looking = Looking::at_everything);

/// The newest schema that this program knows, and the version of SQLite that it runs with.
[[nodiscard]] int newest_schema();
[[nodiscard]] std::string sqlite_version();

} // namespace kindly
