// SPDX-License-Identifier: MIT
// Reading the parts of an exercise: steps, questions, conditions, settings, safety, what it says about
// itself. For the readers (of exercises, programmes, translations) and the checks beside them; each function
// says what is wrong and gives nothing for a broken part.
#pragma once

#include "exercise/decode.hpp"

namespace kindly {

[[nodiscard]] std::optional<Step> read_step(Reading& reading, const Written& written);
/// The steps that are not broken.
[[nodiscard]] Steps read_steps(Reading& reading, const Written& list);
/// A list of steps under a key; K006 where it is empty and may not be.
[[nodiscard]] Steps read_steps(Entries& entries, std::string_view key, bool may_be_empty = false);
/// A list of option groups; K006 unless there are 2 to 12, K010 for one id twice.
[[nodiscard]] std::vector<Option> read_options(Entries& entries, std::string_view key, bool may_jump);
/// Where the option stands that a misspelt name probably meant.
[[nodiscard]] std::optional<Span> option_meant(std::string_view written, const std::vector<Option>& options);
[[nodiscard]] std::optional<Ask> read_ask(Entries& entries);
[[nodiscard]] std::optional<Pause> read_pause(Entries& entries);     ///< T001, K006
[[nodiscard]] std::optional<Breathe> read_breathe(Entries& entries); ///< T004
[[nodiscard]] std::optional<Condition> read_condition(Reading& reading, const Written& written);
/// A condition under a key, if there is one; a broken one spoils the entries.
[[nodiscard]] std::optional<Condition> read_condition(Entries& entries, std::string_view key);

/// A whole number, or { "parameter": name }.
[[nodiscard]] std::optional<SettableNumber> read_settable_number(Entries& entries, std::string_view key);
[[nodiscard]] std::optional<SettableDuration> read_settable_duration(Entries& entries, std::string_view key);
/// Words for things to avoid, under "involves" or "needs".
[[nodiscard]] std::set<Avoidable> read_avoidables(Entries& entries, std::string_view key);
/// For colleagues: any text.
void read_note(Entries& entries);

[[nodiscard]] std::vector<Section> read_sections(Entries& entries);
/// K010: each section's name, and each step's, is used once in a file.
void check_names(Reading& reading, const std::vector<Section>& sections);
void check_names(Reading& reading, const Steps& steps);

[[nodiscard]] About read_about(Reading& reading, const Written& written);
[[nodiscard]] Safety read_safety(Reading& reading, const Written& written);
[[nodiscard]] std::vector<Parameter> read_parameters(Reading& reading, const Written& written);

} // namespace kindly
