// SPDX-License-Identifier: MIT
// The guide for screen readers, pipes and simple terminals: lines that only ever follow one another, answers
// typed as lines. Shows what it is given; knows neither the log nor the person's files.
#pragma once

#include "base/output.hpp"
#include "guide/guide.hpp"
#include "guide/sound.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace kindly {

struct PlainOptions {
    int input = 0;                    ///< descriptor of the lines that are typed
    bool instant = false;             ///< a virtual clock, which begins at 0
    double pace = 1;                  ///< where + and - start from
    SoundOptions sound;               ///< with the virtual clock, nothing is heard
    std::optional<std::size_t> width; ///< columns; else as wide as the terminal, at most 72
    std::string support;              ///< the support page; shown when a session asks for it
};

/// Both outputs must outlive the guide. While it lives, it handles the process's signals. Its destructor
/// waits for the last words of a practice that came to its end, and writes to `afterwards` what can only be
/// said then (a bell command that failed).
[[nodiscard]] std::unique_ptr<Guide> make_plain_guide(PlainOptions options, Output& output,
                                                      Output& afterwards);

} // namespace kindly
