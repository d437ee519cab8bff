// SPDX-License-Identifier: MIT
// Going back to a practice that broke off (exercise format 1, section 18): which one, whether it can go on,
// and from where. Judges; asks nobody, shows nothing, changes nothing.
#pragma once

#include "base/failure.hpp"
#include "commands/practice_plan.hpp"
#include "commands/recorder.hpp"
#include "journal/resuming.hpp"
#include "session/checkpoint.hpp"

#include <memory>
#include <optional>

namespace kindly {

class Context;

/// Later than this, it is begun again.
inline constexpr Milliseconds time_to_return = std::chrono::minutes(30);

[[nodiscard]] bool is_recent(const Interrupted& left, Moment now);

/// The exercise as the catalogue has it; where it has none by that name, as it was kept in the log. Says
/// nothing, and has not looked for mistakes. Throws Failure where it cannot be found or read.
[[nodiscard]] OpenedExercise find_as_left(Context& context, const Journal& journal, const Interrupted& left);
/// The same, to go on with: where it cannot be used, that is shown, and Failure is thrown.
[[nodiscard]] OpenedExercise open_as_left(Context& context, const Journal& journal, const Interrupted& left);

/// It was hard, or in a grounding, when it broke off: it goes on with how it is now.
[[nodiscard]] bool goes_on_with_check_in(const Exercise& exercise, const Interrupted& left);

struct WayBack {
    Interrupted left;
    std::shared_ptr<Plan> plan; ///< null: it cannot go on
    UsedFragments used;
    bool changed = false; ///< the exercise, or what becomes of it here, is not the same any more
    Checkpoint checkpoint;
    EarlierPart earlier;
};
[[nodiscard]] WayBack find_way_back(Context& context, const OpenedExercise& opened, const Journal& journal,
                                    Interrupted left);

/// Why there is none, for whoever asked for it by --resume. `exercise` may be empty.
[[nodiscard]] Failure nothing_to_resume(const std::string& exercise);
[[nodiscard]] Failure too_long_ago(const Interrupted& left);
[[nodiscard]] Failure has_changed(const Interrupted& left);

} // namespace kindly
