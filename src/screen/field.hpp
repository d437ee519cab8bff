// SPDX-License-Identifier: MIT
// What a person fills in on the screen: a rating, a choice, some words. Each takes keys and can be drawn;
// none knows the session, the clock or where on the screen it stands. The question itself is not part of it.
//
// Whoever holds a field offers it each key first, and looks for a command only where it says `nothing`. What
// each one uses stands in its header: fields_scale, fields_choice, fields_typed, editor. None ever uses b, p,
// g, q, ?, x, c, m or + for itself, but where letters are text; s only as the end of "yes", n in a check-in
// and as no, Space where several can be chosen, and - where numbers can be negative.
#pragma once

#include "exercise/answer.hpp"
#include "screen/block.hpp"
#include "screen/key.hpp"
#include "session/event.hpp"

#include <memory>
#include <optional>
#include <string>

namespace kindly::screen {

class Field {
public:
    Field() = default;
    Field(const Field&) = delete;
    Field& operator=(const Field&) = delete;
    virtual ~Field() = default;

    enum class Took {
        nothing, ///< the key is not the field's: it may be a command
        changed, ///< it was used; draw again
        answers, ///< the person is done: answer() holds
        hint,    ///< it was used, but does not fit: hint() says what does
    };
    virtual Took take(const Key& key) = 0;
    /// Nothing: left empty (Enter on nothing chosen, on no words).
    [[nodiscard]] virtual std::optional<AnswerValue> answer() const = 0;
    /// At most `columns` wide (from 24 on) and `rows` high: what does not fit is scrolled, with a line that
    /// says so. It remembers what it was given: keys that scroll go by what was drawn last.
    [[nodiscard]] virtual Block draw(int columns, int rows) const = 0;
    /// After Took::hint. It is not drawn by draw().
    [[nodiscard]] virtual std::string hint() const { return {}; }
    /// Letters are text: commands are reached through Escape.
    [[nodiscard]] virtual bool takes_letters() const { return false; }
};

[[nodiscard]] std::unique_ptr<Field> make_field(const event::Asked& asked);
[[nodiscard]] std::unique_ptr<Field> make_field(const event::CheckInAsked& asked);
[[nodiscard]] std::unique_ptr<Field> make_field(const event::Offered& offered);
[[nodiscard]] std::unique_ptr<Field> make_field(const event::Consent& consent);
[[nodiscard]] std::unique_ptr<Field> make_field(const event::KeepAsked& asked);

} // namespace kindly::screen
