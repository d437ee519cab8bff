// SPDX-License-Identifier: MIT
// A practice log as one HTML page to read, to print and to bring along: figures, plots, and the latest
// practices. Knows no options and no files; what leaves at which level is share.hpp's.
#pragma once

#include "exchange/holding_back.hpp"
#include "journal/filter.hpp"

#include <cstdint>

namespace kindly {

class Journal;
class Output;

/// Practices that are listed one by one: the latest ones.
inline constexpr std::int64_t most_on_page = 500;

struct PageWritten {
    Withheld withheld; ///< from the practices listed
    Damage damage;
    std::int64_t listed = 0;
};

/// `now`: when the page is made, which it says. Trials are not counted, and listed only where the filter has
/// them. May throw Failure.
PageWritten write_page(Output& out, const Journal& journal, const Filter& filter, Share share, Moment now);

} // namespace kindly
