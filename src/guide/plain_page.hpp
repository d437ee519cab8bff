// SPDX-License-Identifier: MIT
// Lines that only ever follow one another: wrapped, harmless, with an empty line between thoughts. No escape
// sequence, no carriage return, nothing drawn. Knows what a line looks like, not what it is about.
#pragma once

#include "base/output.hpp"

#include <cstddef>
#include <string_view>

namespace kindly {

class PlainPage {
public:
    /// `echoes`: what is typed appears here too, so that a mark may show where.
    PlainPage(Output& output, std::size_t columns, bool echoes);

    /// A new thought, after an empty line.
    void thought(std::string_view text);
    /// Belongs to what stands above it.
    void line(std::string_view text);
    /// "1. text", its further lines set in under the text.
    void item(std::string_view label, std::string_view text);
    /// Somebody's own words, on their own, between quotation marks.
    void quote(std::string_view text);
    /// Where an answer will stand.
    void mark();
    void was_typed() { mark_open_ = false; }
    /// Only a terminal rings.
    void ring();
    void flush() { output_.flush(); }

private:
    void write(std::string_view text, std::string_view first, std::string_view further);

    Output& output_;
    std::size_t columns_;
    bool echoes_;
    bool empty_ = true;
    bool mark_open_ = false;
};

} // namespace kindly
