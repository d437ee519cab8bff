// SPDX-License-Identifier: MIT
// Lines of text as commands print them: wrapped, indented, made harmless.
#pragma once

#include "base/text.hpp"

#include <cstddef>
#include <string>

namespace kindly {

class TextPage {
public:
    static constexpr std::size_t step = 2; ///< of indenting, columns
    explicit TextPage(std::size_t columns) : columns_(columns) {}

    /// Nothing for an empty text.
    void line(const std::string& text, std::size_t indent = 0) {
        if (text.empty()) { return; }
        constexpr std::size_t narrowest = 20;
        const std::size_t width = columns_ > indent + narrowest ? columns_ - indent : narrowest;
        for (const std::string& one : wrapped(harmless(text), width)) {
            text_ += std::string(indent, ' ') + one + "\n";
        }
    }
    void gap() { text_ += "\n"; }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    std::size_t columns_;
    std::string text_;
};

} // namespace kindly
