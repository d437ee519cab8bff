// SPDX-License-Identifier: MIT
// What a key means where the session and the screen stand. Plain values in, plain values out: does nothing
// itself, and knows neither the terminal nor how anything is drawn.
#pragma once

#include "screen/key.hpp"
#include "session/input.hpp"

#include <variant>

namespace kindly::screen {

/// All that the meaning of a key depends on.
struct Situation {
    bool begins = false;   ///< the warning stands there
    bool waits = false;    ///< until the person goes on
    bool asks = false;     ///< there is a field
    bool writing = false;  ///< letters are text
    bool offers = false;   ///< what is asked is a choice of how to go on
    bool keeping = false;  ///< what is asked is whether words are kept; nothing comes after it
    bool stopping = false; ///< the offer after a stop: another one leaves
    bool paused = false;
    bool sitting = false;  ///< a quiet sit, in a silence of it
    bool settling = false; ///< the one before its first bell
    bool ended = false;
    bool hidden = false;
    bool help = false;
    bool escaped = false; ///< Escape came in a text: the next key is a command
    bool editor = false;  ///< there is one for Ctrl-O
    bool more = false;    ///< there is more text than fits
};

} // namespace kindly::screen

namespace kindly::screen::action {

struct Send {
    Input input;
};
struct ToField {};
struct Help {};
struct CloseHelp {};
struct Hide {}; ///< or show again
struct Countdown {};
struct Faster {};
struct Slower {};
struct Mute {};
struct Editor {};
struct Escape {}; ///< the next key is a command
struct Cancel {}; ///< it is not
struct Scroll {
    int by = 0; ///< lines; or pages
    bool pages = false;
};
struct Leave {}; ///< the ending screen
struct Nothing {};

} // namespace kindly::screen::action

namespace kindly::screen {

using Action = std::variant<action::Nothing, action::Send, action::ToField, action::Help, action::CloseHelp,
                            action::Hide, action::Countdown, action::Faster, action::Slower, action::Mute,
                            action::Editor, action::Escape, action::Cancel, action::Scroll, action::Leave>;

[[nodiscard]] Action meaning(const Key& key, const Situation& situation);
/// Of a key that the field had no use for.
[[nodiscard]] Action meaning_without_field(const Key& key, const Situation& situation);

} // namespace kindly::screen
