// SPDX-License-Identifier: MIT
// Every sentence that a person can see goes through here, so that catalogues can be made from the sources
// (xgettext keywords: _, N_, plural:1,2; po/README.md). The message is the English sentence. Owns in which
// language these sentences are; needs no locale to be installed for it.
#pragma once

#include "base/paths.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// The sentence in the language that is spoken.
const char* _(const char* sentence); // NOLINT(bugprone-reserved-identifier): gettext's own convention

/// Marks a sentence that is translated later, where it is shown.
constexpr const char* N_(const char* sentence) { return sentence; }

/// The form for `count` things; both forms may hold "{}" for the number.
std::string plural(const char* one, const char* many, long long count);

/// What the environment asks for, as BCP 47 tags, the best first: LANGUAGE, a list; else the first of LC_ALL,
/// LC_MESSAGES and LANG that is set. Empty for none: also where the locale is C, which asks for no language
/// (and for no LANGUAGE either, as everywhere).
[[nodiscard]] std::vector<std::string> languages_wanted(const Environment& environment);

/// Chooses the locale and, of the languages wanted, the first one that there are sentences in; else English.
/// Call once, at the start; later the environment may say something else. `folder`:
/// LANGUAGE/LC_MESSAGES/kindly.mo. Texts are UTF-8 whatever the locale. Gives the languages wanted.
std::vector<std::string> use_environment_language(const Environment& environment,
                                                  const std::filesystem::path& folder);
/// The locale alone; sentences are English.
void use_environment_language();

/// Whether there are sentences in this language, or in one that stands in for it here: "de" for "de-AT" and
/// for "de-x-sie".
[[nodiscard]] bool can_speak(const std::string& language);

/// While it lives, sentences are in this language; in English, where there are none in it. Not while other
/// threads run.
class Speaking {
public:
    explicit Speaking(const std::string& language);
    ~Speaking();
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    std::string spoken_before_;
    std::optional<std::string> variable_before_;
};

/// The language of the sentences now: "en" or "de".
[[nodiscard]] std::string spoken_language();

} // namespace kindly
