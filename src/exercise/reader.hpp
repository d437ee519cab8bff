// SPDX-License-Identifier: MIT
// From files to exercises and fragments: families J and K, all findings at once.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/exercise.hpp"

#include <memory>

namespace kindly {

struct ReadExercise {
    /// Null when there are errors: an exercise is never half-used.
    std::shared_ptr<const Exercise> exercise;
    Diagnostics diagnostics;
};
struct ReadFragment {
    std::shared_ptr<const Fragment> fragment;
    Diagnostics diagnostics;
};

/// `parts`: for a text that was put together from an original and its translation.
[[nodiscard]] ReadExercise read_exercise(std::shared_ptr<const SourceText> source,
                                         std::shared_ptr<const PutTogether> parts = nullptr);
[[nodiscard]] ReadFragment read_fragment(std::shared_ptr<const SourceText> source,
                                         std::shared_ptr<const PutTogether> parts = nullptr);

} // namespace kindly
