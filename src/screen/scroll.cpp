// SPDX-License-Identifier: MIT
#include "screen/scroll.hpp"

#include "base/translate.hpp"

#include <algorithm>
#include <utility>

namespace kindly::screen {

ScreenLine more_line(bool above, bool below, const char* only_below) {
    if (above && below) { return {{_("↑ ↓ more above and below"), Tone::quiet}}; }
    if (above) { return {{_("↑ more above"), Tone::quiet}}; }
    return {{only_below != nullptr ? _(only_below) : _("↓ more below"), Tone::quiet}};
}

Block Scroll::fit(Block whole, int rows) {
    const int last = std::max(static_cast<int>(whole.lines.size()) - 1, 0);
    return fit(std::move(whole), rows, 0, last);
}

Block Scroll::fit(Block whole, int rows, int first, int last) {
    const int lines = static_cast<int>(whole.lines.size());
    const int room = std::max(rows, 1);
    view_ = lines <= room || room == 1 ? room : room - 1;
    first_ = first;
    last_ = last;
    // The first of them at the top at the latest, the last at the bottom at the earliest.
    const int one_way = first;
    const int other_way = last - view_ + 1;
    top_ = std::clamp(top_, std::min(one_way, other_way), std::max(one_way, other_way));
    top_ = std::clamp(top_, 0, std::max(lines - view_, 0));
    if (lines <= room) { return whole; }
    Block part;
    const int bottom = std::min(top_ + view_, lines);
    part.lines.assign(whole.lines.begin() + top_, whole.lines.begin() + bottom);
    if (room > 1) { part.lines.push_back(more_line(top_ > 0, bottom < lines)); }
    if (whole.focus) {
        const bool in_sight = whole.focus->row >= top_ && whole.focus->row < bottom;
        part.focus =
            Place{std::clamp(whole.focus->row, top_, bottom - 1) - top_, in_sight ? whole.focus->column : 0};
        part.cursor_shown = whole.cursor_shown && in_sight;
    }
    return part;
}

bool Scroll::up() {
    if (top_ <= first_) { return false; }
    top_ = std::max(top_ - std::max(view_ - 1, 1), first_);
    return true;
}

bool Scroll::down() {
    const int last_top = last_ - view_ + 1;
    if (top_ >= last_top) { return false; }
    top_ = std::min(top_ + std::max(view_ - 1, 1), last_top);
    return true;
}

bool Scroll::take(const Key& key) {
    if (key.kind == Key::Kind::up) { return up(); }
    return key.kind == Key::Kind::down && down();
}

} // namespace kindly::screen
