// SPDX-License-Identifier: MIT
// Words put under what a block holds already, made harmless and broken into lines.
#pragma once

#include "screen/block.hpp"

#include <string>

namespace kindly::screen {

/// The first line begins with `front` ("- "), the others stand below its words.
void put_words(Block& block, const std::string& front, const std::string& words, int columns,
               Tone tone = Tone::normal);

/// A line of help: quiet, and left out where `rows` have no room for it.
void put_help(Block& block, const std::string& words, int columns, int rows);

} // namespace kindly::screen
