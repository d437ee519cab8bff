// SPDX-License-Identifier: MIT
// A line that is longer than a terminal takes: what lies beyond its 4096 bytes, the end of the line among
// them, is lost before any program reads it.
#pragma once

#include <cstddef>
#include <string>

namespace kindly::tests {

/// Without its end. No two parts of it are the same, so that what came of it shows where it was cut.
inline std::string longer_than_a_terminal_takes() {
    constexpr std::size_t well_beyond = 6000;
    std::string line;
    while (line.size() < well_beyond) { line += "word" + std::to_string(line.size()) + " "; }
    return line;
}

/// What the terminal gives of it.
inline std::string cut_by_the_terminal(const std::string& line) {
    constexpr std::size_t most_bytes = 4095;
    return line.substr(0, most_bytes);
}

} // namespace kindly::tests
