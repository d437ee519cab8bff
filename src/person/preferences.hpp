// SPDX-License-Identifier: MIT
// What the person set for themselves: me.json, which may be edited by hand. Strict: what is not known is a
// diagnostic, never ignored. Knows nothing of practices or the journal.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/answer.hpp"
#include "exercise/exercise.hpp"
#include "exercise/expand.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace kindly {

enum class Ratings { ask, before, off }; ///< when distress and kindness are asked: always, only before, never

struct Preferences {
    std::string name, anchor, tradition, country; ///< empty when not set
    bool country_was_asked = false; ///< it stands in the file, be it empty: the person would rather not say
    double pace = 1;                ///< limits::slowest_pace to fastest_pace; 2 is twice as fast
    Ratings ratings = Ratings::ask;
    std::set<Avoidable> avoided;
    /// Settings of exercises by name, as written ("3", "1m30s", a text), with their place in the file.
    struct OwnSetting {
        std::string value;
        Span where;
    };
    std::map<std::string, OwnSetting> settings;
    /// "name", "anchor" and "tradition" once more, with their places; only what is set.
    std::map<std::string, OwnSetting> own_words;
    std::shared_ptr<const Document> document; ///< null when there is no file
};

struct ReadPreferences {
    Preferences preferences; ///< defaults where there are errors: never half-used
    Diagnostics diagnostics;
};

/// What that means for the plan of an exercise.
[[nodiscard]] RatingsAsked ratings_asked(const Preferences& preferences);

/// The words of me.json: "ask", "before", "off".
[[nodiscard]] const char* word(Ratings value);

[[nodiscard]] ReadPreferences read_preferences(std::shared_ptr<const SourceText> source);

/// A missing file gives the defaults. Throws Failure (environment) for one that cannot be read.
[[nodiscard]] ReadPreferences load_preferences(const std::filesystem::path& file);

/// Puts the person's own settings over `settings` where the exercise has a setting of that name; and their
/// name, anchor and tradition into settings that ask the person for a text called so ("warm_name" is what a
/// friend would call them). What does not fit is not put, and is told (K006).
[[nodiscard]] Diagnostics apply_own_settings(const Preferences& preferences, const Exercise& exercise,
                                             Settings& settings);

} // namespace kindly
