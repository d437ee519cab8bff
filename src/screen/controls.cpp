// SPDX-License-Identifier: MIT
#include "screen/controls.hpp"

#include "base/text.hpp"

#include <optional>
#include <string>

namespace kindly::screen {

namespace {

using Kind = Key::Kind;

/// The letters that mean the same everywhere.
std::optional<Action> command(const Key& key) {
    if (key.kind != Kind::character) { return std::nullopt; }
    const std::string letter = lowered_ascii(key.text);
    if (letter == "g") { return action::Send{input::Ground{}}; }
    if (letter == "s") { return action::Send{input::Skip{}}; }
    if (letter == "q") { return action::Send{input::Stop{}}; }
    if (letter == "b") { return action::Send{input::Back{}}; }
    if (letter == "p") { return action::Send{input::Pause{}}; }
    if (letter == "?" || letter == "h") { return action::Help{}; }
    if (letter == "x") { return action::Hide{}; }
    if (letter == "c") { return action::Countdown{}; }
    if (letter == "m") { return action::Mute{}; }
    return std::nullopt;
}

/// These a field may have a use of its own for: a minus, a space in a list.
std::optional<Action> sign(const Key& key) {
    if (key.kind != Kind::character) { return std::nullopt; }
    if (key.text == "+" || key.text == "=") { return action::Faster{}; } // the same key on many keyboards
    if (key.text == "-") { return action::Slower{}; }
    if (key.text == " ") { return action::Send{input::Pause{}}; }
    return std::nullopt;
}

std::optional<Action> scroll(const Key& key) {
    switch (key.kind) {
    case Kind::up: return action::Scroll{-1, false};
    case Kind::down: return action::Scroll{1, false};
    case Kind::page_up: return action::Scroll{-1, true};
    case Kind::page_down: return action::Scroll{1, true};
    default: return std::nullopt;
    }
}

bool is_letter(const Key& key, const char* letter) {
    return key.kind == Kind::character && lowered_ascii(key.text) == letter;
}

Action at_the_end(const Key& key) {
    if (key.kind == Kind::enter || key.kind == Kind::escape || is_letter(key, "q") || is_letter(key, " ")) {
        return action::Leave{};
    }
    if (is_letter(key, "x")) { return action::Hide{}; }
    return scroll(key).value_or(action::Nothing{});
}

Action while_hidden(const Key& key, const Situation& situation) {
    if (is_letter(key, "x")) { return action::Hide{}; }
    if (is_letter(key, "q")) {
        return situation.ended ? Action(action::Leave{}) : Action(action::Send{input::Stop{}});
    }
    return action::Nothing{};
}

Action in_help(const Key& key) {
    if (key.kind == Kind::enter || key.kind == Kind::escape || is_letter(key, " ") || is_letter(key, "p")) {
        return action::CloseHelp{};
    }
    if (auto meant = command(key)) {
        if (std::holds_alternative<action::Help>(*meant)) { return action::CloseHelp{}; }
        return *meant;
    }
    return scroll(key).value_or(action::Nothing{});
}

Action while_paused(const Key& key) {
    if (key.kind == Kind::enter || key.kind == Kind::right || is_letter(key, " ") || is_letter(key, "p")) {
        return action::Send{input::Resume{}};
    }
    if (auto meant = command(key)) { return *meant; }
    if (auto meant = sign(key)) { return *meant; }
    if (key.kind == Kind::left) { return action::Send{input::Back{}}; }
    return scroll(key).value_or(action::Nothing{});
}

/// A question that does not fit is scrolled by pages, whatever use a field would have for those keys; in a
/// text, whose keys these are, behind Escape.
std::optional<Action> scroll_the_question(const Key& key, const Situation& situation) {
    const bool page = key.kind == Kind::page_up || key.kind == Kind::page_down;
    const bool meant = !situation.writing || situation.escaped || key.alt;
    return page && meant && situation.more ? scroll(key) : std::nullopt;
}

Action in_a_text(const Key& key, const Situation& situation) {
    if (key.kind == Kind::control && key.text == "o" && situation.editor) { return action::Editor{}; }
    if (!situation.escaped && !key.alt) {
        return key.kind == Kind::escape ? Action(action::Escape{}) : Action(action::ToField{});
    }
    if (key.kind == Kind::escape) { return action::Cancel{}; }
    if (key.kind != Kind::character) { return action::ToField{}; } // Escape then Enter: the text is done
    if (auto meant = command(key)) { return *meant; }
    if (auto meant = sign(key)) { return *meant; }
    return action::ToField{}; // Alt-f and the like
}

} // namespace

Action meaning(const Key& key, const Situation& situation) {
    if (situation.hidden) { return while_hidden(key, situation); }
    if (situation.ended) { return at_the_end(key); }
    if (situation.help) { return in_help(key); }
    if (situation.paused) { return while_paused(key); }
    if (situation.asks) {
        if (auto meant = scroll_the_question(key, situation)) { return *meant; }
    }
    if (situation.writing) { return in_a_text(key, situation); }
    if (!situation.asks) { return meaning_without_field(key, situation); }
    return action::ToField{}; // the s of "yes" is no command: the field is asked first
}

Action meaning_without_field(const Key& key, const Situation& situation) {
    if (situation.writing) { return action::Nothing{}; }
    if (auto meant = command(key)) { return *meant; }
    if (auto meant = sign(key)) { return *meant; }
    if (key.kind == Kind::enter || key.kind == Kind::right) { return action::Send{input::Continue{}}; }
    if (key.kind == Kind::left) { return action::Send{input::Back{}}; }
    return scroll(key).value_or(action::Nothing{});
}

} // namespace kindly::screen
