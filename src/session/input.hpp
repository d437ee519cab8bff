// SPDX-License-Identifier: MIT
// Everything that can happen to a session. A guide turns keys, lines or JSON into these; the engine decides
// what they mean.
#pragma once

#include "base/duration.hpp"
#include "exercise/answer.hpp"

#include <string>
#include <variant>

namespace kindly::input {

struct Begin {}; ///< the first input of every session
struct Tick {};  ///< nothing but time has passed
struct Answer {
    AnswerValue value;
};                  ///< to a question, check-in, offer, consent or keep; ids for choices
struct Continue {}; ///< go on; at an offer: its default
struct Skip {};
struct Back {};
struct Pause {};
struct Resume {};
struct Ground {};
struct Close {}; ///< to the closing
struct Stop {};
struct Support {};
struct Pace {
    double speed = 1;
}; ///< 2 is twice as fast
struct Draft {
    std::string text;
};                    ///< what has been typed so far
struct EndOfInput {}; ///< nobody will answer any more
struct Suspend {};    ///< the machine or the program was stopped; time has not passed
struct Interrupt {};  ///< a signal: end now, keep everything

} // namespace kindly::input

namespace kindly {

using Input =
    std::variant<input::Begin, input::Tick, input::Answer, input::Continue, input::Skip, input::Back,
                 input::Pause, input::Resume, input::Ground, input::Close, input::Stop, input::Support,
                 input::Pace, input::Draft, input::EndOfInput, input::Suspend, input::Interrupt>;

} // namespace kindly
