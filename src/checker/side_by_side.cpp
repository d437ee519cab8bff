// SPDX-License-Identifier: MIT
#include "checker/side_by_side.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kindly {

namespace {

constexpr std::size_t longest = 120; ///< bytes: two of these still fit on a few lines

bool continues_a_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

} // namespace

std::pair<std::string, std::string> side_by_side(const std::string& then, const std::string& now) {
    if (then.size() <= longest && now.size() <= longest) { return {then, now}; }
    const auto differ = std::mismatch(then.begin(), then.end(), now.begin(), now.end());
    std::size_t begin = static_cast<std::size_t>(differ.first - then.begin());
    constexpr std::size_t before = 30;
    begin = begin > before ? then.rfind(' ', begin - before) : 0;
    begin = begin == std::string::npos ? 0 : begin;
    auto cut = [&](const std::string& text) {
        std::size_t end = std::min(text.size(), begin + longest);
        while (end < text.size() && continues_a_letter(text[end])) { ++end; }
        return (begin > 0 ? "..." : "") + std::string(trimmed(text.substr(begin, end - begin))) +
               (end < text.size() ? "..." : "");
    };
    return {cut(then), cut(now)};
}

std::string beginning_of(const std::string& text) {
    if (text.size() <= longest) { return text; }
    std::size_t end = longest;
    while (end > 0 && continues_a_letter(text[end])) { --end; }
    return text.substr(0, end) + "...";
}

} // namespace kindly
