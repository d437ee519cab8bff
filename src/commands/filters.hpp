// SPDX-License-Identifier: MIT
// Which practices are meant: the same options on `log`, `stats` and `export`.
#pragma once

#include "journal/journal.hpp"

#include <cstddef>
#include <string>

namespace kindly {

class Command;
class Context;

/// As written on the command line.
struct FilterOptions {
    std::string period, since, until;
    std::string exercise, component, status, homework;
    std::size_t limit = 0;
};

void add_filters(const Command& command, FilterOptions& options);

/// Periods are taken from the person's own day (Context::practice_day), so that --now goes for them too.
/// Throws Failure: usage for what cannot be read, not_found for an exercise that nobody has heard of.
[[nodiscard]] Filter read_filters(Context& context, const FilterOptions& options, const Journal& journal);

/// Leaves some practices out, other than by number.
[[nodiscard]] bool narrows(const Filter& filter);

} // namespace kindly
