// SPDX-License-Identifier: MIT
#include "base/terminal_line.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>

namespace kindly {

std::optional<std::string> told_if_cut(std::string_view line) {
    constexpr std::size_t longest = 4095; // bytes; Linux. Other systems have less and beep instead.
    constexpr std::size_t shown = 40;
    if (line.size() != longest) { return std::nullopt; }
    if (const auto invalid = first_invalid_utf8(line)) { line = line.substr(0, *invalid); } // half a letter
    std::string_view tail = line.substr(line.size() - std::min(line.size(), shown));
    if (const std::size_t gap = tail.find(' '); gap != std::string_view::npos) {
        tail = tail.substr(gap + 1);
    }
    while (!tail.empty() && (static_cast<unsigned char>(tail.front()) & 0xC0U) == 0x80U) {
        tail.remove_prefix(1);
    }
    return filled(_("This line is as long as a terminal can pass on, and came as far as \"...{}\". If there "
                    "was more, it "
                    "did not arrive: please go on from there, in shorter lines."),
                  harmless(std::string(tail)));
}

} // namespace kindly
