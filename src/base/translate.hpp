// SPDX-License-Identifier: MIT
// Every sentence that a person can see goes through here, so that catalogues can be made from the sources
// (xgettext keywords: _, N_, plural:1,2). The message is the English sentence.
#pragma once

#include <string>

namespace kindly {

/// The sentence in the person's language.
const char* _(const char* sentence); // NOLINT(bugprone-reserved-identifier): gettext's own convention

/// Marks a sentence that is translated later, where it is shown.
constexpr const char* N_(const char* sentence) { return sentence; }

/// The form for `count` things; both forms may hold "{}" for the number.
std::string plural(const char* one, const char* many, long long count);

/// Chooses catalogues by the environment (LC_ALL, LC_MESSAGES, LANG, LANGUAGE). Call once, at the start.
/// When the locale's codeset is not UTF-8, texts stay UTF-8 all the same.
void use_environment_language();

} // namespace kindly
