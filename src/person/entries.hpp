// SPDX-License-Identifier: MIT
// For the strict readers of the person's own files: findings about one place, keys that are not known, values
// of the wrong type. Used by preferences.cpp and contacts.cpp alone.
#pragma once

#include "exercise/findings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// The message, and the nearest of the words as a second sentence if there is one.
std::string followed_by_nearest(std::string message, const std::string& written,
                                const std::vector<std::string>& words);

/// K001 for every key that is not in `known`.
void refuse_unknown_keys(Findings& findings, const Written& object, const std::string& what,
                         const std::vector<std::string>& known);

/// The text of a key, harmless and trimmed; K003 and nothing when it is something else.
std::optional<std::string> text_of(Findings& findings, const Member& member);

/// K003: "pace" should be a number like 1.5.
void wrong_type(Findings& findings, const Member& member, const char* should_be);

} // namespace kindly
