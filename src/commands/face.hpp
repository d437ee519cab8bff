// SPDX-License-Identifier: MIT
// Which guide a practice is shown by, and why: a pure function of what is known of the terminal and of what
// was asked for. Also makes it.
#pragma once

#include "guide/guide.hpp"
#include "guide/sound.hpp"
#include "screen/ability.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kindly {

class Context;
struct PracticeRequest;

enum class Face { screen, plain, events };

[[nodiscard]] const char* word(Face face);

struct FaceFacts {
    std::string asked = "auto"; ///< --guide
    bool plain = false;         ///< --plain
    bool accessible = false;    ///< ACCESSIBLE
    bool input_is_terminal = false;
    bool output_is_terminal = false;
    int rows = 0; ///< 0: the terminal does not say
    int columns = 0;
    std::string terminal; ///< TERM
    screen::Ability ability;
};

/// The screen guide wants no less; drawn smaller, it says so kindly.
inline constexpr int fewest_columns = 40;
inline constexpr int fewest_rows = 12;

struct ChosenFace {
    Face face = Face::plain;
    std::string reason; ///< one sentence, without a full stop
};

/// Throws Failure (usage) where the screen guide is asked for by name and cannot be had.
[[nodiscard]] ChosenFace choose_face(const FaceFacts& facts);

/// Of this process. `guide`: the word of --guide.
[[nodiscard]] FaceFacts find_face_facts(const Context& context, const std::string& guide);

/// $VISUAL or $EDITOR as a program and its arguments, parted at spaces; empty where there is none.
[[nodiscard]] std::vector<std::string> find_editor(const Context& context);

/// For words on their way to an editor: where nobody else looks, and which is emptied with the session where
/// there is one.
[[nodiscard]] std::filesystem::path private_folder(Context& context);

/// `recorded`: what is answered goes into the log.
[[nodiscard]] std::unique_ptr<Guide> make_guide(Context& context, const PracticeRequest& request, double pace,
                                                bool recorded);

} // namespace kindly
