// SPDX-License-Identifier: MIT
// Changing me.json: one thing at a time, in one step on the disk, with everything else that the person wrote
// there left as it is (the layout may change). A file with errors is never written over. Knows nobody to ask.
#pragma once

#include "person/preferences.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace kindly {

/// What is set by name, in the order in which it is asked for: "name", "anchor", "tradition", "country",
/// "pace", "ratings".
[[nodiscard]] const std::vector<std::string>& preference_names();

/// The person's own words, which do not belong on a command line: name, anchor, tradition.
[[nodiscard]] bool is_own_words(const std::string& name);

/// As it stands in the file; empty where it is not set, or as it is without a file.
[[nodiscard]] std::string value_of(const Preferences& preferences, const std::string& name);

/// `value` as a person writes it; an empty one takes it out. Throws Failure: usage, where there is no such
/// name or the value does not fit; invalid_file, where the file has errors; environment.
void set_preference(const std::filesystem::path& file, const std::string& name, const std::string& value);

/// The person was asked for their country, and would rather not say. Throws as set_preference() does.
void leave_country_out(const std::filesystem::path& file);

/// In place of what was avoided before. Throws as set_preference() does.
void set_avoided(const std::filesystem::path& file, const std::set<Avoidable>& avoided);

/// "breath, touch" as a person writes it; "none" is nothing. Throws Failure (usage), naming the nearest.
[[nodiscard]] std::set<Avoidable> read_avoided(const std::string& written);
/// "breath, touch"; empty for nothing.
[[nodiscard]] std::string written_avoided(const std::set<Avoidable>& avoided);

} // namespace kindly
