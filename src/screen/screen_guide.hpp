// SPDX-License-Identifier: MIT
// The guide for a person at a terminal: one thought at a time, drawn from the clock. Shows what it is given;
// knows neither the log nor the person's files.
#pragma once

#include "base/output.hpp"
#include "guide/guide.hpp"
#include "guide/sound.hpp"
#include "screen/terminal.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kindly::screen {

struct ScreenOptions {
    TerminalOptions terminal;
    SoundOptions sound;
    bool instant = false;        ///< a virtual clock, which begins at 0
    double pace = 1;             ///< where + and - start from
    bool reduced_motion = false; ///< words instead of moving shapes, at most one update a second
    std::string support;         ///< the support page
    /// Words that are written here will be sealed: an editor may keep copies that are not.
    bool sealed = false;
    std::vector<std::string> editor; ///< a program and its arguments; empty: there is none
    /// For what the editor is given; made if it is not there. Empty: nowhere, so that there is no editor.
    std::filesystem::path private_folder;
    bool untimed = false;  ///< the person takes whatever time they like
    bool recorded = false; ///< what is answered is kept in the log
};

/// While it lives, it owns the terminal and handles the process's signals. What can only be said once the
/// screen is gone (a bell command that failed) is written to `afterwards` by its destructor.
[[nodiscard]] std::unique_ptr<Guide> make_screen_guide(ScreenOptions options, Output& afterwards);

} // namespace kindly::screen
