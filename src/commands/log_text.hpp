// SPDX-License-Identifier: MIT
// The practice log in words: one entry, its answers, a table of many. From plain values; stored
// texts are made harmless here. Knows no journal, no options.
#pragma once

#include "base/output.hpp"
#include "journal/entry.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kindly {

/// The id as far as it is needed to tell practices apart: the moment in it, to the millisecond.
[[nodiscard]] std::string short_id(const Entry& entry);

/// YYYY-MM-DD, where it happened.
[[nodiscard]] std::string day_of(Moment moment);

/// For each one line, without its end: when, id, what, how long, how it ended, ratings. `plain`: without
/// columns, for screen readers. Where that is wider than `columns` (0: never), the rest of it stands below.
[[nodiscard]] std::vector<std::string> entry_lines(const std::vector<Entry>& entries, bool plain,
                                                   std::size_t columns);
void write_entries(Output& out, const std::vector<Entry>& entries, bool plain);

/// What heads a practice: what, when, how it ended, ratings. `left_in`: the title of the section in which it
/// was left; empty if it is not known, or if it was not left.
void write_facts(Output& out, const Entry& entry, const std::string& left_in, std::size_t columns);

/// A question with its number, and what was answered.
void write_answer(Output& out, const AnswerEntry& answer, std::size_t columns);

/// Wrapped at `columns`, made harmless.
void write_indented(Output& out, const std::string& text, std::size_t indent, std::size_t columns);

} // namespace kindly
