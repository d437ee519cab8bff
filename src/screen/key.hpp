// SPDX-License-Identifier: MIT
// What a person does at the keyboard, one thing at a time. Plain values: knows neither ncurses nor what a key
// means where the session stands.
#pragma once

#include <string>

namespace kindly::screen {

struct Key {
    enum class Kind {
        character, ///< `text`: one code point, as typed; never a control character
        enter,
        escape, ///< by itself; where it is the first half of Alt, that is `alt`
        tab,
        back_tab,
        backspace,
        remove, ///< Delete
        left,
        right,
        up,
        down,
        home,
        end,
        page_up,
        page_down,
        control,       ///< `text`: the lower-case letter that Ctrl was held with
        paste,         ///< `text`: everything that was pasted, whole, as it came
        paste_refused, ///< it was longer than Terminal::longest_paste; none of it was taken
        other,         ///< a key that nobody here has a use for
    };
    Kind kind = Kind::other;
    std::string text;
    bool alt = false;     ///< Alt was held, or Escape came right before
    bool control = false; ///< with left, right, backspace, remove: Ctrl was held

    bool operator==(const Key&) const = default;
};

} // namespace kindly::screen
