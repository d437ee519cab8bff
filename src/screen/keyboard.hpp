// SPDX-License-Identifier: MIT
// Turns what a terminal sends into keys, however it is cut into pieces. A pure machine: knows no descriptor,
// no clock and no ncurses. Whatever cannot be understood becomes no letter and no command.
#pragma once

#include "base/duration.hpp"
#include "screen/key.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kindly::screen {

class Keyboard {
public:
    /// A key's bytes as this kind of terminal sends them (terminfo), where they begin with Escape.
    struct Named {
        std::string bytes;
        Key key;
    };
    /// `backspace_is_control_h`: where it is not, Ctrl-H is what Ctrl-Backspace sends.
    Keyboard(std::vector<Named> named, bool backspace_is_control_h, std::size_t longest_paste);

    void take(std::string_view bytes);
    /// All that is complete by now.
    [[nodiscard]] std::vector<Key> keys();
    /// How long to wait for what is missing of a key or a paste; zero: nothing is.
    [[nodiscard]] Milliseconds patience() const;
    /// Nothing more will come: what is there is all there is.
    void give_up();

private:
    void parse(bool final);
    // Each takes one thing off the front and tells how many bytes that were; 0: more must come.
    std::size_t one(std::string_view rest, bool final, bool alt = false);
    std::size_t after_escape(std::string_view rest, bool final, bool alt);
    std::size_t control_sequence(std::string_view rest, bool final, bool alt);
    std::size_t single_shift(std::string_view rest, bool final, bool alt);
    std::size_t answer(std::string_view rest, bool final, bool alt);
    std::size_t letter(std::string_view rest, bool final, bool alt);
    void paste(bool final);

    void add(Key key, bool alt);

    std::vector<Named> named_;
    bool backspace_is_control_h_;
    std::size_t longest_paste_;
    std::string waiting_; ///< not understood yet; in a paste, all of it so far
    bool pasting_ = false;
    bool refused_ = false;     ///< of the paste that is coming in
    std::size_t searched_ = 0; ///< bytes of the paste that cannot hold its end
    std::vector<Key> keys_;
};

} // namespace kindly::screen
