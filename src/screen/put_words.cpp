// SPDX-License-Identifier: MIT
#include "screen/put_words.hpp"

#include "base/text.hpp"
#include "screen/rows.hpp"

#include <cstddef>
#include <utility>

namespace kindly::screen {

void put_words(Block& block, const std::string& front, const std::string& words, int columns, Tone tone) {
    std::string before = front;
    const auto indent = static_cast<int>(display_width(front));
    for (const auto& line : broken_lines(words, columns - indent)) {
        std::string whole = before + line;
        whole.erase(whole.find_last_not_of(' ') + 1);
        block.lines.push_back(whole.empty() ? ScreenLine{} : ScreenLine{{std::move(whole), tone}});
        before.assign(static_cast<std::size_t>(indent), ' ');
    }
}

void put_help(Block& block, const std::string& words, int columns, int rows) {
    if (words.empty()) { return; }
    Block help;
    put_words(help, {}, words, columns, Tone::quiet);
    const auto free = static_cast<std::ptrdiff_t>(rows) - static_cast<std::ptrdiff_t>(block.lines.size());
    const auto wanted = static_cast<std::ptrdiff_t>(help.lines.size());
    if (free < wanted) { return; }
    if (free > wanted) { block.lines.emplace_back(); }
    block.lines.insert(block.lines.end(), help.lines.begin(), help.lines.end());
}

} // namespace kindly::screen
