// SPDX-License-Identifier: MIT
// The guide for screen readers, pipes and simple terminals: lines that only ever follow one another, answers
// typed as lines. Shows what it is given; knows neither the log nor the person's files.
#pragma once

#include "base/output.hpp"
#include "guide/guide.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace kindly {

struct PlainOptions {
    int input = 0;                    ///< descriptor of the lines that are typed
    bool instant = false;             ///< a virtual clock, which begins at 0
    double pace = 1;                  ///< where + and - start from
    bool bell = true;                 ///< ring on a terminal
    std::optional<std::size_t> width; ///< columns; else as wide as the terminal, at most 72
    std::string support;              ///< the support page; shown when a session asks for it
};

/// `output` must outlive the guide. While it lives, it handles the process's signals.
[[nodiscard]] std::unique_ptr<Guide> make_plain_guide(PlainOptions options, Output& output);

} // namespace kindly
