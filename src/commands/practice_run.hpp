// SPDX-License-Identifier: MIT
// One practice from its exercise to its end: settings, fitting, the guide, the log. What `practice`, `ground`
// and `today` have in common.
#pragma once

#include "base/exit_code.hpp"
#include "exercise/sitting.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kindly {

class Context;

struct PracticeRequest {
    std::string exercise; ///< id or file; empty with `resume` (whichever was left last) and with `sitting`
    std::optional<Sitting> sitting; ///< a quiet sit instead of an exercise
    std::string language;
    int minutes = 0; ///< 0: as usual
    std::optional<double> pace;
    bool untimed = false;
    bool listen = false;
    std::vector<std::string> settings; ///< NAME=VALUE
    std::string settings_file;
    std::string guide = "auto"; ///< "auto", "screen", "plain", "events"
    bool instant = false;
    bool writes = true; ///< whether there may be questions that are answered in words
    std::optional<std::uint64_t> seed;
    bool unrecorded = false;
    bool resume = false;
    std::string rescue;   ///< the file for what could not be saved
    std::string homework; ///< record it for this; then `exercise` may be empty: what is waiting of it
    /// What the homework sets: after the person's own settings, before --settings and --set.
    std::vector<std::pair<std::string, std::string>> homework_settings;
};

/// The option that makes another practice of it than one that was left in the middle; empty: there is none.
[[nodiscard]] std::string refused_with_resume(const PracticeRequest& request);
/// Throws Failure (usage) for what does not go together, whichever exercise it is.
void refuse_contradictions(const PracticeRequest& request);

/// Throws Failure; whatever the person does in it, the practice itself is done (0), unless a signal ended it.
[[nodiscard]] ExitCode run_practice(Context& context, const PracticeRequest& request);

/// Grounding alone: no questions, no warning, nothing recorded. Works without a home, a log or a library, and
/// waits for no other program. What was in the way is told afterwards.
[[nodiscard]] ExitCode run_grounding(Context& context, const PracticeRequest& request);

} // namespace kindly
