// SPDX-License-Identifier: MIT
#include "screen/editor.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "base/words_taken_in.hpp"
#include "screen/clusters.hpp"
#include "screen/scroll.hpp"

#include <algorithm>
#include <utility>

namespace kindly::screen {

namespace {

using Took = Field::Took;

/// Lines end in a newline here, whatever system they come from.
std::string with_newlines(std::string_view text) {
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r') {
            lines += text[at];
        } else if (at + 1 == text.size() || text[at + 1] != '\n') {
            lines += '\n';
        }
    }
    return lines;
}

std::string taken_in(std::string_view text) { return words_taken_in(with_newlines(text)); }

} // namespace

Took Editor::take(const Key& key) {
    const bool word = key.alt || key.control;
    switch (key.kind) {
    case Key::Kind::character: return key.alt ? take_alt(key) : insert(key.text);
    case Key::Kind::enter: return key.alt ? finish() : insert("\n");
    case Key::Kind::control: return key.alt ? Took::nothing : take_control(key);
    case Key::Kind::paste: return paste(key.text);
    case Key::Kind::paste_refused:
        hint_ = _("That was too much to take in at once. Nothing has changed.");
        return Took::hint;
    case Key::Kind::backspace: return remove(word ? word_left(false) : one_left(cursor_), cursor_);
    case Key::Kind::remove: return remove(cursor_, word ? word_right(false) : one_right(cursor_));
    case Key::Kind::left: return move_to(word ? word_left(true) : one_left(cursor_));
    case Key::Kind::right: return move_to(word ? word_right(true) : one_right(cursor_));
    case Key::Kind::up: return move_rows(-1);
    case Key::Kind::down: return move_rows(1);
    case Key::Kind::page_up: return move_rows(-static_cast<int>(view_));
    case Key::Kind::page_down: return move_rows(static_cast<int>(view_));
    case Key::Kind::home: return move_to(line_begin());
    case Key::Kind::end: return move_to(line_end(rows_.row_of(text_, cursor_)));
    case Key::Kind::escape:
    case Key::Kind::tab:
    case Key::Kind::back_tab:
    case Key::Kind::other: return Took::nothing;
    }
    return Took::nothing;
}

Took Editor::take_alt(const Key& key) {
    if (key.text == "b") { return move_to(word_left(true)); }
    if (key.text == "f") { return move_to(word_right(true)); }
    if (key.text == "d") { return remove(cursor_, word_right(false)); }
    if (key.text == "u") { return take_back(); }
    if (key.text == "r") { return do_again(); }
    return Took::nothing;
}

Took Editor::take_control(const Key& key) {
    if (key.text == "d") { return finish(); }
    if (key.text == "a") { return move_to(line_begin()); }
    if (key.text == "e") { return move_to(line_end(rows_.row_of(text_, cursor_))); }
    if (key.text == "w") { return remove(word_left(false), cursor_); }
    if (key.text == "u") { return remove(line_begin(), cursor_); }
    if (key.text == "k") {
        const std::size_t end = line_end(rows_.row_of(text_, cursor_));
        return remove(cursor_, end > cursor_ ? end : one_right(cursor_));
    }
    return Took::nothing;
}

/// How many characters more than fit there would be with these.
std::size_t Editor::too_many(std::string_view words) const {
    // No character is less than a byte: most of the time nothing needs to be counted.
    if (longest_ == 0 || text_.size() + words.size() <= longest_) { return 0; }
    std::string all = text_;
    all.insert(cursor_, words);
    const std::size_t characters = grapheme_count(all);
    return characters > longest_ ? characters - longest_ : 0;
}

Took Editor::insert(std::string_view words) {
    const std::string clean = taken_in(words);
    if (clean.empty()) { return Took::nothing; }
    if (too_many(clean) > 0) {
        hint_ = plural("All of the room here is used: {} character. What you wrote is safe.",
                       "All of the room here is used: {} characters. What you wrote is safe.",
                       static_cast<long long>(longest_));
        return Took::hint;
    }
    replace(cursor_, 0, clean);
    return Took::changed;
}

/// All of it or nothing: half a paste is not noticed until it is too late.
Took Editor::paste(std::string_view words) {
    const std::string clean = taken_in(words);
    if (clean.empty()) { return Took::changed; }
    if (const std::size_t more = too_many(clean); more > 0) {
        hint_ = plural("That is {} character longer than there is room for. Nothing has changed.",
                       "That is {} characters longer than there is room for. Nothing has changed.",
                       static_cast<long long>(more));
        return Took::hint;
    }
    history_.pause();
    replace(cursor_, 0, clean);
    history_.pause();
    return Took::changed;
}

Took Editor::remove(std::size_t begin, std::size_t end) {
    if (begin < end) { replace(begin, end - begin, {}); }
    return Took::changed;
}

Took Editor::finish() {
    if (const std::size_t more = too_many({}); more > 0) {
        hint_ = plural("This is {} character longer than can be kept here. All of it is still there; "
                       "a few words less, and it fits.",
                       "This is {} characters longer than can be kept here. All of it is still there; "
                       "a few words less, and it fits.",
                       static_cast<long long>(more));
        return Took::hint;
    }
    return Took::answers;
}

void Editor::replace(std::size_t at, std::size_t length, std::string_view with) {
    history_.note({at, text_.substr(at, length), std::string(with), cursor_});
    text_.replace(at, length, with);
    rows_.changed_from(at);
    // What was put in may have become one character with what follows.
    cursor_ = rows_.snapped(text_, at + with.size());
    wished_column_.reset();
}

Took Editor::take_back() {
    const Change* change = history_.undo();
    if (change == nullptr) {
        hint_ = _("There is nothing more to take back.");
        return Took::hint;
    }
    text_.replace(change->at, change->inserted.size(), change->removed);
    rows_.changed_from(change->at);
    cursor_ = rows_.snapped(text_, change->cursor_before);
    wished_column_.reset();
    return Took::changed;
}

Took Editor::do_again() {
    const Change* change = history_.redo();
    if (change == nullptr) {
        hint_ = _("There is nothing more to bring back.");
        return Took::hint;
    }
    text_.replace(change->at, change->removed.size(), change->inserted);
    rows_.changed_from(change->at);
    cursor_ = rows_.snapped(text_, change->at + change->inserted.size());
    wished_column_.reset();
    return Took::changed;
}

void Editor::set_text(std::string_view words) {
    const std::string clean = taken_in(words);
    if (text_.empty()) {
        text_ = clean;
        history_ = History();
        rows_.changed_from(0);
    } else {
        history_.pause();
        replace(0, text_.size(), clean);
        history_.pause();
    }
    cursor_ = text_.size();
    wished_column_.reset();
}

/// Breaks for that width, and scrolls no further than the cursor asks for.
void Editor::fit_rows(int columns, int rows) const {
    constexpr int least_columns = Cluster::widest + 1;
    const int wide = std::max(columns, least_columns) - 1; // the cursor behind a full row has a place
    if (wide != rows_.columns()) { rows_ = Rows(wide); }
    const std::size_t room = static_cast<std::size_t>(std::max(rows, 1));
    const std::size_t row = rows_.row_of(text_, cursor_);
    const bool all_fits = !rows_.reaches(text_, room);
    view_ = all_fits || room == 1 ? room : room - 1;
    top_ = std::min(top_, row);
    if (row >= top_ + view_) { top_ = row - view_ + 1; }
    // No empty room below while there are lines above.
    while (top_ > 0 && !rows_.reaches(text_, top_ + view_ - 1)) { --top_; }
}

std::string Editor::row_text(std::size_t row) const {
    std::string drawn;
    int column = 0;
    const std::size_t end = rows_.end(text_, row);
    for (std::size_t at = rows_.begin(text_, row); at < end;) {
        const Cluster cluster = cluster_at(text_, at);
        const int columns = text_[at] == '\t' ? tab_columns(column) : cluster.columns;
        if (column + columns > rows_.columns()) { break; } // only spaces
        if (text_[at] == '\t') {
            drawn.append(static_cast<std::size_t>(columns), ' ');
        } else {
            drawn += shown(text_, cluster);
        }
        column += columns;
        at = cluster.end;
    }
    return drawn;
}

Block Editor::draw(int columns, int rows) const {
    fit_rows(columns, rows);
    Block block;
    for (std::size_t row = top_; row < top_ + view_ && rows_.reaches(text_, row); ++row) {
        std::string drawn = row_text(row);
        block.lines.push_back(drawn.empty() ? ScreenLine{} : ScreenLine{{std::move(drawn), Tone::normal}});
    }
    const bool above = top_ > 0;
    const bool below = rows_.reaches(text_, top_ + view_);
    if ((above || below) && rows > 1) { block.lines.push_back(more_line(above, below)); }
    const auto row = static_cast<int>(rows_.row_of(text_, cursor_) - top_);
    block.focus = Place{row, column_of(cursor_)};
    block.cursor_shown = true;
    return block;
}

} // namespace kindly::screen
