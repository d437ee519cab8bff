// SPDX-License-Identifier: MIT
// The beginning of a translation: a file with every sentence of an exercise, fragment or programme, to be
// filled in. Writes nothing.
#pragma once

#include "exercise/exercise.hpp"
#include "exercise/programme.hpp"

#include <string>

namespace kindly {

/// `schema`: for editors; empty for none. Every sentence stands under "from", "to" is empty.
[[nodiscard]] std::string translation_draft(const Exercise& exercise, const std::string& language,
                                            const std::string& schema);
[[nodiscard]] std::string translation_draft(const Fragment& fragment, const std::string& language,
                                            const std::string& schema);

[[nodiscard]] std::string translation_draft(const Programme& programme, const std::string& language,
                                            const std::string& schema);

} // namespace kindly
