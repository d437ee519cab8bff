// SPDX-License-Identifier: MIT
// What a typed line means where the session stands: plain values in, plain values out. Says and decides
// nothing itself.
#pragma once

#include "guide/present.hpp"
#include "session/input.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace kindly::reply {

struct Send {
    Input input;
};
/// Nothing was done; why, in one kind sentence.
struct Hint {
    std::string text;
};
struct Later {};  ///< for the next question
struct Resume {}; ///< first; then the line counts where the session stands
struct Help {};
struct Faster {};
struct Slower {};
struct Mute {};     ///< or let it be heard again
struct Time {};     ///< of a silence: what is left of it
struct TextLine {}; ///< part of what is being written
struct TextEnds {};
struct TakeBack {}; ///< the last line that was written

} // namespace kindly::reply

namespace kindly {

using Reply =
    std::variant<reply::Send, reply::Hint, reply::Later, reply::Resume, reply::Help, reply::Faster,
                 reply::Slower, reply::Mute, reply::Time, reply::TextLine, reply::TextEnds, reply::TakeBack>;

/// `writing`: some lines of a text stand already, so that an empty line is part of it.
[[nodiscard]] Reply read_reply(const Present& present, std::string_view line, bool writing);

/// "2.5", or "2,5" as half of the world writes it; never "1,000", which could be either.
[[nodiscard]] std::optional<double> number_typed(std::string_view text);

/// The key `word` does nothing in this guide, in a sentence.
[[nodiscard]] std::string no_use(std::string_view word);

/// Going on is among the choices, but closing is the default: then a number is not enough, it is typed in
/// words.
[[nodiscard]] bool going_on_takes_words(const event::Offered& offered);

} // namespace kindly
