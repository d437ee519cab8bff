// SPDX-License-Identifier: MIT
// The part of `kindly doctor` about what is seen and heard: what the terminal can do, which guide a practice
// would be shown by and why, whether the programs for bell and speech are there. Starts none of them.
#pragma once

#include "commands/face.hpp"

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

class Context;

struct TerminalCheckup {
    FaceFacts facts;
    ChosenFace face;
    std::string why_no_colour; ///< empty: colours are used where there are some
    bool reduced_motion = false;
    std::string codeset; ///< of the person's locale

    struct Program {
        std::vector<std::string> words;
        std::optional<std::string> file; ///< what would be started; none: it was not found
    };
    SoundOptions::Bell bell = SoundOptions::Bell::terminal;
    std::optional<Program> bell_program, speech; ///< where the configuration names one

    [[nodiscard]] bool utf8() const { return codeset == "UTF-8"; }
};

[[nodiscard]] TerminalCheckup look_at_terminal(const Context& context);
/// Lines, each with its end.
[[nodiscard]] std::string in_words(const TerminalCheckup& checkup);
/// What is good to know about it.
[[nodiscard]] std::vector<std::string> remarks_on(const TerminalCheckup& checkup);
/// Adds "terminal", "guide", "bell" and "speech".
void add_to_json(nlohmann::ordered_json& shape, const TerminalCheckup& checkup);

} // namespace kindly
