// SPDX-License-Identifier: MIT
#include "screen/terminal_kind.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "screen/way_out.hpp"

#include <algorithm>
#include <cstdlib>

#define NCURSES_NOMACROS // "clear", "move" and their like are words of ours, too
#include <curses.h>
#include <fmt/format.h>
#include <term.h>
#undef back_tab // a capability there, a key here

namespace kindly::screen {

namespace {

using Kind = Key::Kind;

/// Without padding ("$<5>"): no terminal that is still in use needs time to think.
std::string text_of(const char* capability) {
    const char* value = ::tigetstr(const_cast<char*>(capability));
    std::string text;
    if (value == nullptr || value == reinterpret_cast<const char*>(-1)) { return text; }
    text = value;
    for (auto begin = text.find("$<"); begin != std::string::npos; begin = text.find("$<", begin)) {
        const auto end = text.find('>', begin);
        if (end == std::string::npos) { break; }
        text.erase(begin, end - begin + 1);
    }
    return text;
}

struct KeyName {
    const char* capability;
    Key key;
};

Key ctrl(Kind kind) { return {.kind = kind, .text = {}, .alt = false, .control = true}; }
Key alt(Kind kind) { return {.kind = kind, .text = {}, .alt = true}; }
Key plain(Kind kind) { return {.kind = kind, .text = {}}; }

std::vector<Keyboard::Named> named_keys() {
    const KeyName names[] = {
        {"kcub1", plain(Kind::left)},    {"kcuf1", plain(Kind::right)},   {"kcuu1", plain(Kind::up)},
        {"kcud1", plain(Kind::down)},    {"khome", plain(Kind::home)},    {"kend", plain(Kind::end)},
        {"kpp", plain(Kind::page_up)},   {"knp", plain(Kind::page_down)}, {"kdch1", plain(Kind::remove)},
        {"kcbt", plain(Kind::back_tab)}, {"kent", plain(Kind::enter)},    {"kLFT5", ctrl(Kind::left)},
        {"kRIT5", ctrl(Kind::right)},    {"kDC5", ctrl(Kind::remove)},    {"kLFT3", alt(Kind::left)},
        {"kRIT3", alt(Kind::right)},     {"kDC3", alt(Kind::remove)},
    };
    std::vector<Keyboard::Named> named;
    for (const auto& name : names) {
        const std::string bytes = text_of(name.capability);
        // Single bytes are what everybody agrees on.
        if (bytes.size() > 1 && bytes.front() == '\033') { named.push_back({bytes, name.key}); }
    }
    return named;
}

[[noreturn]] void not_usable(const char* sentence) {
    const char* name = std::getenv("TERM");
    throw Failure(ExitCode::environment,
                  fmt::format(fmt::runtime(_(sentence)), harmless(name != nullptr ? name : "")),
                  _("With --plain, everything is there as plain lines."));
}

} // namespace

TerminalKind terminal_kind(int descriptor) {
    TERMINAL* const before = ::set_curterm(nullptr);
    int why = 0;
    if (::setupterm(nullptr, descriptor, &why) != OK) {
        ::set_curterm(before);
        not_usable(N_("This kind of terminal (TERM=\"{}\") is not known here"));
    }
    TerminalKind kind;
    const std::string move = text_of("cup");
    const std::string clear = text_of("clear");
    // Of an ANSI terminal it is known that it passes over modes that it does not have.
    const bool ansi = move.starts_with("\033[");
    kind.hide_cursor = text_of("civis");
    kind.show_cursor = kind.hide_cursor.empty() ? std::string() : text_of("cnorm");
    if (kind.show_cursor.empty()) { kind.hide_cursor.clear(); }
    kind.other_screen = text_of("smcup");
    kind.modes_on = text_of("smkx") + (ansi ? "\033[?2004h" : "");
    const std::string leave = text_of("rmcup");
    // The cursor comes last: with the screen, some terminals bring back whether it was shown when its place
    // was saved, and ncurses saves that when it scrolls. Where there is no other screen, nobody is to find
    // what was read and written on this one.
    kind.way_out = (ansi ? "\033[?2004l" : "") + text_of("rmkx") + text_of("sgr0") + text_of("op") +
                   (leave.empty() ? clear : leave) + kind.show_cursor;
    kind.colours = std::max(::tigetnum(const_cast<char*>("colors")), 0);
    kind.backspace_is_control_h = text_of("kbs") == "\b";
    kind.keys = named_keys();
    const bool too_little = move.empty() || clear.empty() || kind.way_out.size() > WayOut::longest;
    ::del_curterm(::set_curterm(before));
    if (too_little) {
        not_usable(N_("This kind of terminal (TERM=\"{}\") can show lines, but not a screen"));
    }
    return kind;
}

} // namespace kindly::screen
