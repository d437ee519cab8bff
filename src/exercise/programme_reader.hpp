// SPDX-License-Identifier: MIT
// From a file to a programme: families J and K, all findings at once. What can only be known with the
// exercises at hand (family P) is the checker's.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/programme.hpp"

#include <memory>
#include <string_view>

namespace kindly {

struct ReadProgramme {
    /// Null when there are errors: a programme is never half-used.
    std::shared_ptr<const Programme> programme;
    Diagnostics diagnostics;
};

/// `parts`: for a text that was put together from an original and its translation.
[[nodiscard]] ReadProgramme read_programme(std::shared_ptr<const SourceText> source,
                                           std::shared_ptr<const PutTogether> parts = nullptr);

/// By the words in it: items, and none of what only exercises and their like have.
[[nodiscard]] bool looks_like_programme(std::string_view bytes);

} // namespace kindly
