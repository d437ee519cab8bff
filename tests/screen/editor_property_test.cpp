// SPDX-License-Identifier: MIT
// What is true of the editor whatever is typed, pasted and moved, at any width.
#include "base/words_taken_in.hpp"
#include "screen/clusters.hpp"
#include "screen/editor.hpp"
#include "screen/layout.hpp"
#include "screen/rows.hpp"
#include "support.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace kindly::screen {
namespace {

using Kind = Key::Kind;

/// What breaks editors: marks, joined pictures, flags, what is never shown, wide letters, long words.
std::string piece() {
    static const std::vector<std::string> pieces{"a",
                                                 "word",
                                                 " ",
                                                 "  ",
                                                 "\n",
                                                 "\t",
                                                 "é",
                                                 "e\u0301",
                                                 "\u0301",
                                                 "\u200B",
                                                 "\u202E",
                                                 "静か",
                                                 "👨‍👩‍👧",
                                                 "\u200D",
                                                 "🇩🇪",
                                                 "🇩",
                                                 "❤️",
                                                 "👍🏽",
                                                 "\u0600",
                                                 "한",
                                                 "\u1112",
                                                 "\u1161",
                                                 "don't",
                                                 "...",
                                                 "\uFEFF",
                                                 "\U000E0041",
                                                 "\u0378",
                                                 "क्षि",
                                                 "a b c d e ",
                                                 "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"};
    return *rc::gen::elementOf(pieces);
}

std::string some_text() {
    std::string text;
    const int pieces = *rc::gen::inRange(0, 40);
    for (int count = 0; count < pieces; ++count) { text += piece(); }
    return text;
}

Key some_key() {
    static const std::vector<Kind> moves{Kind::left,      Kind::right, Kind::up,      Kind::down,
                                         Kind::home,      Kind::end,   Kind::page_up, Kind::page_down,
                                         Kind::backspace, Kind::remove};
    static const std::vector<std::string> controls{"a", "e", "w", "u", "k"};
    static const std::vector<std::string> alts{"b", "f", "d", "u", "u", "r"};
    switch (*rc::gen::inRange(0, 7)) {
    case 0: return control(*rc::gen::elementOf(controls));
    case 1: return with_alt(letter(*rc::gen::elementOf(alts)));
    case 2: return paste(some_text());
    case 3: return letter(piece());
    case 4: return with_control(press(*rc::gen::elementOf(moves)));
    case 5: return press(Kind::enter);
    default: return press(*rc::gen::elementOf(moves));
    }
}

std::set<std::size_t> boundaries(const std::string& text) {
    std::set<std::size_t> all{0};
    for (std::size_t at = 0; at < text.size();) { all.insert(at = cluster_at(text, at).end); }
    return all;
}

/// The drawn text before the cursor's row, and the part of the row before the cursor.
void expect_drawn_well(const Editor& editor, int columns, int rows) {
    const Block block = editor.draw(columns, rows);
    RC_ASSERT(static_cast<int>(block.lines.size()) <= std::max(rows, 1));
    RC_ASSERT(width(block) <= columns);
    RC_ASSERT(block.focus.has_value());
    RC_ASSERT((block.focus->row >= 0 && block.focus->row < static_cast<int>(block.lines.size())));
    RC_ASSERT((block.focus->column >= 0 && block.focus->column < columns));
    for (const auto& line : block.lines) {
        for (const auto& span : line) { RC_ASSERT(harmless(span.text) == span.text); }
    }
}

RC_GTEST_PROP(EditorProperty, AnyKeysLeaveAGoodTextAndAGoodPicture, ()) {
    Editor editor;
    const int keys = *rc::gen::inRange(1, 60);
    for (int count = 0; count < keys; ++count) {
        editor.take(some_key());
        RC_ASSERT(!first_invalid_utf8(editor.text()));
        RC_ASSERT(words_taken_in(editor.text()) == editor.text());
        RC_ASSERT(boundaries(editor.text()).contains(editor.cursor()));
        if (*rc::gen::inRange(0, 3) > 0) { continue; }
        expect_drawn_well(editor, *rc::gen::inRange(24, 80), *rc::gen::inRange(1, 12));
    }
}

/// Everything is remembered, so everything can be taken back, and then be done again.
RC_GTEST_PROP(EditorProperty, TakingBackRestoresEveryTextOnTheWay, ()) {
    Editor editor;
    std::vector<std::string> texts{""};
    const int keys = *rc::gen::inRange(1, 40);
    for (int count = 0; count < keys; ++count) {
        Key key = some_key();
        if (key.alt && (key.text == "u" || key.text == "r")) { continue; }
        editor.take(press(Kind::right)); // changes stay apart
        editor.take(key);
        if (editor.text() != texts.back()) { texts.push_back(editor.text()); }
    }
    for (std::size_t left = texts.size(); left-- > 1;) {
        RC_ASSERT(editor.text() == texts[left]);
        RC_ASSERT(editor.take(with_alt(letter("u"))) == Field::Took::changed);
        RC_ASSERT(boundaries(editor.text()).contains(editor.cursor()));
    }
    RC_ASSERT(editor.text().empty());
    for (std::size_t next = 1; next < texts.size(); ++next) {
        RC_ASSERT(editor.take(with_alt(letter("r"))) == Field::Took::changed);
        RC_ASSERT(editor.text() == texts[next]);
    }
}

std::string without_spaces(const std::string& text) {
    std::string rest;
    for (const char letter : harmless(text)) {
        if (letter != ' ' && letter != '\n' && letter != '\t') { rest += letter; }
    }
    return rest;
}

RC_GTEST_PROP(EditorProperty, ScrollingThroughShowsAllOfTheText, ()) {
    Editor editor;
    editor.set_text(some_text() + some_text());
    const int columns = *rc::gen::inRange(24, 70);
    const int rows = *rc::gen::inRange(1, 10);
    (void)editor.draw(columns, rows);
    // Up, a row at a time: the row of the cursor is always drawn.
    std::vector<std::string> lines;
    for (int guard = 0;; ++guard) {
        RC_ASSERT(guard < 2000);
        const Block block = editor.draw(columns, rows);
        std::string line;
        for (const auto& span : block.lines[static_cast<std::size_t>(block.focus->row)]) {
            line += span.text;
        }
        lines.push_back(line);
        const std::size_t before = editor.cursor();
        editor.take(press(Kind::home));
        const bool first = editor.cursor() == 0;
        if (first) { break; }
        editor.take(press(Kind::up));
        RC_ASSERT(editor.cursor() < before);
    }
    std::string all;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) { all += *line; }
    RC_ASSERT(without_spaces(all) == without_spaces(editor.text()));
}

/// The column, counted in another way: what is drawn of the row up to the cursor.
RC_GTEST_PROP(EditorProperty, TheCursorStandsBehindWhatIsBeforeIt, ()) {
    Editor editor;
    editor.take(paste(some_text()));
    const int moves = *rc::gen::inRange(0, 30);
    press_times(editor, moves, press(Kind::left));
    const int columns = *rc::gen::inRange(24, 70);
    const Block block = editor.draw(columns, 12);
    // The same text with nothing behind the cursor ends where the cursor was, unless a word was cut in two.
    const std::string rest = editor.text().substr(editor.cursor());
    RC_PRE(
        (rest.empty() || rest.front() == '\n' || (rest.front() == ' ' && cluster_at(rest, 0).size() == 1)));
    Editor part;
    part.set_text(editor.text().substr(0, editor.cursor()));
    const Block same = part.draw(columns, 100);
    RC_ASSERT(same.focus->column == block.focus->column);
    const auto& line = same.lines[static_cast<std::size_t>(same.focus->row)];
    RC_ASSERT(same.focus->column <= columns - 1);
    if (!part.text().empty() && part.text().back() != '\t' && part.text().back() != ' ') {
        RC_ASSERT(width(line) == same.focus->column);
    }
}

/// Breaking again from where the text was changed gives what breaking all of it gives.
RC_GTEST_PROP(EditorProperty, RowsAreTheSameHoweverTheTextCameAbout, ()) {
    const int columns = *rc::gen::inRange(16, 40);
    std::string text = some_text();
    Rows rows(columns);
    const int changes = *rc::gen::inRange(1, 12);
    for (int count = 0; count < changes; ++count) {
        (void)rows.row_of(text, *rc::gen::inRange<std::size_t>(0, text.size() + 1));
        std::vector<std::size_t> places;
        for (const std::size_t place : boundaries(text)) { places.push_back(place); }
        const std::size_t begin = *rc::gen::elementOf(places);
        const std::size_t end = std::max(begin, *rc::gen::elementOf(places));
        text.replace(begin, end - begin, some_text());
        rows.changed_from(begin);
        Rows fresh(columns);
        for (std::size_t row = 0; fresh.reaches(text, row) || rows.reaches(text, row); ++row) {
            RC_ASSERT(rows.reaches(text, row) == fresh.reaches(text, row));
            RC_ASSERT(rows.begin(text, row) == fresh.begin(text, row));
        }
    }
}

RC_GTEST_PROP(EditorProperty, NeverTakesMoreThanFits, ()) {
    const auto longest = *rc::gen::inRange<std::size_t>(1, 40);
    Editor editor(longest);
    const int keys = *rc::gen::inRange(1, 40);
    for (int count = 0; count < keys; ++count) {
        const std::string before = editor.text();
        const Key key = some_key();
        const auto took = editor.take(key);
        if (took == Field::Took::hint) {
            RC_ASSERT(editor.text() == before);
            RC_ASSERT(!editor.hint().empty());
        }
        if (key.kind == Kind::paste || key.kind == Kind::character) {
            RC_ASSERT((editor.text().size() <= before.size() || grapheme_count(editor.text()) <= longest));
        }
    }
}

} // namespace
} // namespace kindly::screen
