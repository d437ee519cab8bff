// SPDX-License-Identifier: MIT
// The {names} of settings inside a sentence, with their places in it. Knows no settings.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

struct Placeholder {
    std::string name;
    std::size_t begin = 0; ///< of its braces, in bytes of the text
    std::size_t end = 0;
};

struct Placeholders {
    std::vector<Placeholder> all;
    std::optional<std::size_t> unclosed; ///< a brace that nothing closes; {{ is a brace of the text itself
};

[[nodiscard]] Placeholders find_placeholders(std::string_view text);

} // namespace kindly
