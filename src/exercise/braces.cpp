// SPDX-License-Identifier: MIT
#include "exercise/braces.hpp"

namespace kindly {

Placeholders find_placeholders(std::string_view text) {
    Placeholders found;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at)) {
        if (at + 1 < text.size() && text[at + 1] == '{') {
            at += 2;
            continue;
        }
        const std::size_t end = text.find_first_of("{}", at + 1);
        if (end == std::string_view::npos || text[end] == '{') {
            if (!found.unclosed) { found.unclosed = at; }
            if (end == std::string_view::npos) { break; }
            at = end;
            continue;
        }
        found.all.push_back({std::string(text.substr(at + 1, end - at - 1)), at, end + 1});
        at = end + 1;
    }
    return found;
}

} // namespace kindly
