// SPDX-License-Identifier: MIT
#include "screen/page.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "screen/key_feed.hpp"
#include "screen/layout.hpp"
#include "screen/paragraphs.hpp"
#include "screen/room.hpp"
#include "screen/scroll.hpp"

#include <algorithm>
#include <csignal>
#include <optional>

namespace kindly::screen {

namespace {

std::vector<ScreenLine> lines_of(const std::vector<PagePart>& parts, int columns, bool airy) {
    std::vector<ScreenLine> lines;
    for (const auto& part : parts) {
        if (airy && !part.joined && !lines.empty()) { lines.emplace_back(); }
        append(lines, harmless(part.text), columns, part.tone);
    }
    return lines;
}

int rows_of(const std::vector<ScreenLine>& lines) { return static_cast<int>(lines.size()); }

/// With air between them where that fits; else without what can be spared, else close together.
std::vector<ScreenLine> fitted(std::vector<PagePart> parts, int columns, int rows) {
    for (;;) {
        for (const bool airy : {true, false}) {
            auto lines = lines_of(parts, columns, airy);
            if (rows_of(lines) <= rows) { return lines; }
        }
        const auto spare =
            std::find_if(parts.rbegin(), parts.rend(), [](const PagePart& part) { return part.spare; });
        if (spare == parts.rend()) { return lines_of(parts, columns, false); }
        parts.erase(std::next(spare).base());
    }
}

/// On as many lines as they need.
std::vector<ScreenLine> lines_of(const std::vector<PageKey>& keys, int columns) {
    constexpr const char* between = "   ";
    std::vector<std::string> lines{{}};
    for (const auto& key : keys) {
        const std::string longer = lines.back() + (lines.back().empty() ? "" : between) + key.words;
        if (static_cast<int>(display_width(longer)) <= columns) {
            lines.back() = longer;
        } else {
            lines.push_back(key.words);
        }
    }
    std::vector<ScreenLine> quiet;
    for (const auto& line : lines) { quiet.push_back({{line, Tone::quiet}}); }
    return quiet;
}

/// The letter that the key stands for on this page; 0: it has no use here.
char letter_of(const Page& page, const Key& key) {
    char letter = 0;
    if (key.kind == Key::Kind::enter) { letter = '\n'; }
    if (key.kind == Key::Kind::escape) { letter = 'q'; }
    if (key.kind == Key::Kind::character && key.text.size() == 1 && !key.alt) {
        letter = lowered_ascii(key.text).front();
    }
    const bool known = std::any_of(page.keys.begin(), page.keys.end(),
                                   [&](const PageKey& one) { return one.letter == letter; });
    return known ? letter : '\0';
}

int scrolled_by(const Key& key, int page) {
    switch (key.kind) {
    case Key::Kind::up: return -1;
    case Key::Kind::down: return 1;
    case Key::Kind::page_up: return -page;
    case Key::Kind::page_down: return page;
    default: return 0;
    }
}

/// A signal or Ctrl-C as an answer; nothing for what goes on.
std::optional<PageAnswer> answer_of(const Happening& happening) {
    if (std::holds_alternative<input::Stop>(happening.input)) { return PageAnswer{}; }
    if (std::holds_alternative<input::Interrupt>(happening.input)) {
        return PageAnswer{'q', happening.signal};
    }
    return std::nullopt;
}

PageAnswer wait_for_key(const Page& page, Terminal& terminal, KeyFeed& feed) {
    int scroll = 0;
    for (;;) {
        terminal.draw(draw(page, terminal.size(), scroll));
        const KeyFeed::Came came = feed.wait(std::nullopt, std::nullopt);
        if (const auto* happening = std::get_if<Happening>(&came)) {
            if (const auto answer = answer_of(*happening)) { return *answer; }
        } else if (const auto* key = std::get_if<Key>(&came)) {
            if (const char letter = letter_of(page, *key)) { return {letter, 0}; }
            scroll += scrolled_by(*key, terminal.size().rows / 2);
        } else if (std::holds_alternative<KeyFeed::Resized>(came)) {
            terminal.adapt();
        } else if (std::holds_alternative<KeyFeed::Continued>(came)) {
            terminal.adapt();
            terminal.forget();
        }
    }
}

} // namespace

Frame draw(const Page& page, Size size, int& scroll) {
    const Room room = room_in(size, 0, false);
    const std::vector<ScreenLine> keys = lines_of(page.keys, size.columns - 2 * room.left);
    const int first_key_row = room.keys - rows_of(keys) + 1;
    const int top = room.header; // there is none
    const int rows = std::max(first_key_row - 1 - top, 1);
    std::vector<ScreenLine> lines = fitted(page.parts, room.columns, rows);
    const int furthest = std::max(rows_of(lines) - std::max(rows - 1, 1), 0);
    if (rows_of(lines) > rows) {
        scroll = std::clamp(scroll, 0, furthest);
        const int shown = std::max(rows - 1, 1);
        lines = {lines.begin() + scroll, lines.begin() + scroll + shown};
        lines.push_back(more_line(scroll > 0, scroll < furthest));
    } else {
        scroll = 0;
    }
    Frame frame;
    const int air = std::clamp(rows - rows_of(lines), 0, rows / 4);
    put(frame, {lines, {}, false}, {top + air, room.left}, size);
    put(frame, {keys, {}, false}, {first_key_row, room.left}, size);
    frame.cursor = {top + air, room.left}; // where reading begins
    return frame;
}

PageAnswer ask_on_page(const Page& page, const TerminalOptions& options) {
    Signals signals(Signals::Resizing::told); // before ncurses, which leaves signals alone that are handled
    Terminal terminal(options);
    KeyFeed feed(signals, terminal, false);
    try {
        return wait_for_key(page, terminal, feed);
    } catch (const Failure& failure) { // the terminal has gone: there is nobody to be told
        if (failure.code() != ExitCode::hangup) { throw; }
        return {'q', SIGHUP};
    }
}

} // namespace kindly::screen
