// SPDX-License-Identifier: MIT
// Everything that is to be said about an exercise or fragment that can be read: proofs over all ways through
// it, safety, time, wording, its heading; and the report of its times. The same for every command. Knows no
// files and prints nothing.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/expand.hpp"
#include "exercise/fitting.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct OwnWords;

struct CheckRequest {
    std::string today; ///< YYYY-MM-DD: exceptions and reviews have dates
    FragmentFinder find_fragment;
    /// The names of all fragments that could be used; asked for only to say what was meant.
    std::function<std::vector<std::string>()> fragment_names;
    /// The project's own list of words, beside the exercise; may be null.
    const OwnWords* own_words = nullptr;
};

struct Checked {
    Diagnostics diagnostics; ///< sorted by place; exceptions that the author made are taken into account
    std::optional<TimeRange> times; ///< nothing where no plan can be made
};

[[nodiscard]] Checked check_exercise(const std::shared_ptr<const Exercise>& exercise,
                                     const CheckRequest& request);
[[nodiscard]] Diagnostics check_fragment(const Fragment& fragment, const CheckRequest& request);

/// `guided time 3m - 5m10s - 12m (shortest - usual - longest), as set now 5m10s; 2 check-ins and 2 questions,
/// about 1 minute; 6 paths`
[[nodiscard]] std::string report(const TimeRange& times);

} // namespace kindly
