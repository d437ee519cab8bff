// SPDX-License-Identifier: MIT
// An exercise, fragment or programme in another language: the file of the original, with every sentence
// replaced by its translation, read like any file. Opens no files, and does not ask in which language
// somebody wants to practise.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/exercise.hpp"
#include "exercise/programme.hpp"
#include "exercise/translation.hpp"

#include <memory>

namespace kindly {

/// Null where the translation is not whole (is_whole), is one of something else, or does not fit the
/// original.
[[nodiscard]] std::shared_ptr<const Exercise> put_together(const Exercise& original,
                                                           const Translation& translation);
[[nodiscard]] std::shared_ptr<const Fragment> put_together(const Fragment& original,
                                                           const Translation& translation);
/// Only its own sentences: whether its exercises are there in this language is another question.
[[nodiscard]] std::shared_ptr<const Programme> put_together(const Programme& original,
                                                            const Translation& translation);

/// What is wrong in a document that was put together, at its place in the file where it was written: in the
/// translation, or in the original. Anything else stays as it is.
void place_in_files(Diagnostics& diagnostics, const Document& document);

} // namespace kindly
