// SPDX-License-Identifier: MIT
#include "screen/list.hpp"

#include "base/text.hpp"
#include "screen/put_words.hpp"
#include "screen/rows.hpp"

#include <algorithm>
#include <utility>

namespace kindly::screen {

namespace {

using Took = Field::Took;

constexpr int least_rows_for_more = 3; ///< a choice, its neighbour, the line that says that there are more

std::string padded(const std::string& text, std::size_t columns) {
    const std::size_t wide = display_width(text);
    return wide < columns ? std::string(columns - wide, ' ') + text : text;
}

/// What stands before the words: "› [x] 10  ".
std::string front_of(const List::Item& item, std::size_t widest_mark, bool here) {
    std::string front = here ? "› " : "  ";
    if (item.ticked) { front += *item.ticked ? "[x] " : "[ ] "; }
    return front + padded(item.mark, widest_mark) + "  ";
}

} // namespace

List::List(std::vector<Item> items, std::optional<std::size_t> place)
    : items_(std::move(items)), typed_(1, static_cast<long long>(items_.size())) {
    go_to(place);
}

std::vector<List::Item> List::numbered(const std::vector<std::string>& texts) {
    std::vector<Item> items;
    items.reserve(texts.size());
    for (const auto& text : texts) { items.push_back({std::to_string(items.size() + 1), text, {}}); }
    return items;
}

void List::go_to(std::optional<std::size_t> place) {
    if (place && *place >= items_.size()) { place.reset(); }
    place_ = place;
}

Took List::down() {
    if (place_ && scroll_.down()) { return Took::changed; }
    go_to(place_ ? std::min(*place_ + 1, items_.size() - 1) : 0);
    return Took::changed;
}

Took List::up() {
    if (place_ && scroll_.up()) { return Took::changed; }
    const std::size_t place = place_.value_or(items_.size());
    go_to(place > 0 ? place - 1 : 0);
    return Took::changed;
}

Took List::take(const Key& key) {
    if (items_.empty() || key.alt) { return Took::nothing; }
    if (items_.front().mark == "1" && typed_.uses(key)) {
        const auto number = typed_.add(key);
        if (number) { go_to(static_cast<std::size_t>(*number - 1)); }
        return Took::changed;
    }
    typed_.forget();
    switch (key.kind) {
    case Key::Kind::up: return up();
    case Key::Kind::down: return down();
    case Key::Kind::home:
    case Key::Kind::page_up: go_to(0); return Took::changed;
    case Key::Kind::end:
    case Key::Kind::page_down: go_to(items_.size() - 1); return Took::changed;
    case Key::Kind::character:
        for (std::size_t place = 0; place < items_.size(); ++place) {
            if (lowered_ascii(key.text) == items_[place].mark) {
                go_to(place);
                return Took::changed;
            }
        }
        return Took::nothing;
    default: return Took::nothing;
    }
}

Block List::draw(int columns, int rows, const std::string& below) const {
    std::size_t widest_mark = 0;
    for (const auto& item : items_) { widest_mark = std::max(widest_mark, display_width(item.mark)); }
    Block block;
    block.focus = Place{};
    int first = 0;
    int last = 0;
    for (std::size_t place = 0; place < items_.size(); ++place) {
        const bool here = place_ == place;
        const std::string front = front_of(items_[place], widest_mark, here);
        if (here) { block.focus = Place{first = static_cast<int>(block.lines.size()), 0}; }
        put_words(block, front, items_[place].text, columns, here ? Tone::strong : Tone::normal);
        if (here) { last = static_cast<int>(block.lines.size()) - 1; }
    }
    const auto help = static_cast<int>(below.empty() ? 0 : broken_lines(below, columns).size());
    const bool has_room_for_help = rows - help >= least_rows_for_more;
    Block shown = scroll_.fit(std::move(block), has_room_for_help ? rows - help : rows, first, last);
    put_help(shown, below, columns, rows);
    return shown;
}

} // namespace kindly::screen
