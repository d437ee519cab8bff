// SPDX-License-Identifier: MIT
// From an exercise to a plan: inserts fragments, picks variants, leaves out or replaces what the person
// avoids, fills in settings, writes out repeats, resolves jumps. Deterministic: the same request gives the
// same plan.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/plan.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace kindly {

/// Finds a fragment by id ("grounding/senses") and major version, or null.
using FragmentFinder = std::function<std::shared_ptr<const Fragment>(const std::string& id, int major)>;

/// Which ratings (check-ins, kindness to oneself) a person is asked for; the rest of an exercise stays.
struct RatingsAsked {
    bool at_first = true; ///< while arriving, before anything of another purpose
    bool later = true;
};

struct ExpandRequest {
    Settings settings; ///< complete: see resolve_settings
    std::set<Avoidable> avoided;
    std::set<std::string> dropped; ///< ids of extra sections left out
    bool listening = false;        ///< leave out everything that asks
    RatingsAsked ratings;          ///< strong exercises ask for all of them, whatever this says
    std::uint64_t seed = 0;
    /// For rotating picks: (pick id) -> variants seen before, latest last.
    std::map<std::string, std::vector<std::size_t>> seen;
    /// Variants that are given (a resumed practice, a checker's walk) go before rotation and chance.
    std::vector<PickMade> given;
    /// For timing: keep every variant of each pick, as a Fork.
    bool every_variant = false;
    /// Offered at the end of the last main section: what is left of the time asked for.
    Milliseconds silence_at_end{};
};

struct Expanded {
    std::shared_ptr<Plan> plan; ///< null where there are errors
    Diagnostics diagnostics;    ///< R006 and what else is wrong with fragments (fragment_uses.hpp), R008 (too
                                ///< much), S005 (grounding asks), S021 (nothing remains)
};

[[nodiscard]] Expanded expand(const std::shared_ptr<const Exercise>& exercise,
                              const FragmentFinder& find_fragment, const ExpandRequest& request);

} // namespace kindly
