// SPDX-License-Identifier: MIT
// Where the keys that move lead.
#include "screen/clusters.hpp"
#include "screen/editor.hpp"

#include <algorithm>

namespace kindly::screen {

namespace {
/// One key does not go further than this in a word that has no end, or over what is never shown.
constexpr std::size_t longest_word = 4096; // bytes
} // namespace

bool Editor::shows_nothing(std::size_t begin, std::size_t end) const {
    if (text_[begin] == '\n' || text_[begin] == '\t') { return false; }
    return begin < end && cluster_at(text_, begin).columns == 0;
}

/// Over one character that can be seen: what takes no room is passed along with its neighbour, so that no key
/// seems to do nothing.
std::size_t Editor::one_left(std::size_t at) const {
    const std::size_t least = at > longest_word ? at - longest_word : 0;
    while (at > least) {
        const std::size_t end = at;
        at = rows_.before(text_, at);
        if (!shows_nothing(at, end) || at == 0 || text_[at - 1] == '\n') { break; }
    }
    return at;
}

std::size_t Editor::one_right(std::size_t at) const {
    const std::size_t most = std::min(at + longest_word, text_.size());
    while (at < most) {
        const std::size_t begin = at;
        at = cluster_at(text_, at).end;
        if (!shows_nothing(begin, at) || at == text_.size() || text_[at] == '\n') { break; }
    }
    return at;
}

/// What comes before the word is passed too; a newline only by itself, unless it may be crossed.
std::size_t Editor::word_left(bool over_newlines) const {
    std::size_t at = cursor_;
    if (at == 0) { return 0; }
    if (!over_newlines && text_[at - 1] == '\n') { return at - 1; }
    const std::size_t least = at > longest_word ? at - longest_word : 0;
    auto pass = [&](auto belongs) {
        while (at > least) {
            const std::size_t before = code_point_before(text_, at);
            if ((!over_newlines && text_[before] == '\n') || !belongs(sort_at(text_, before))) { break; }
            at = before;
        }
    };
    pass([](Sort sort) { return sort == Sort::space; });
    if (at > 0 && sort_at(text_, code_point_before(text_, at)) != Sort::space) {
        const Sort kind = sort_at(text_, code_point_before(text_, at));
        pass([kind](Sort sort) { return sort == kind; });
    }
    // Inside a character: to its beginning.
    if (at >= cursor_) { return one_left(cursor_); }
    return rows_.snapped(text_, at) == at ? at : rows_.before(text_, at);
}

std::size_t Editor::word_right(bool over_newlines) const {
    std::size_t at = cursor_;
    if (at == text_.size()) { return at; }
    if (!over_newlines && text_[at] == '\n') { return at + 1; }
    const std::size_t most = std::min(at + longest_word, text_.size());
    auto pass = [&](auto belongs) {
        while (at < most && (over_newlines || text_[at] != '\n') && belongs(sort_at(text_, at))) {
            at = code_point_end(text_, at);
        }
    };
    pass([](Sort sort) { return sort == Sort::space; });
    if (at < text_.size() && sort_at(text_, at) != Sort::space) {
        const Sort kind = sort_at(text_, at);
        pass([kind](Sort sort) { return sort == kind; });
    }
    return rows_.snapped(text_, at);
}

std::size_t Editor::line_begin() const { return rows_.begin(text_, rows_.row_of(text_, cursor_)); }

/// The last place that still belongs to the row.
std::size_t Editor::line_end(std::size_t row) const {
    const std::size_t end = rows_.end(text_, row);
    const bool another_follows = rows_.reaches(text_, row + 1);
    return another_follows ? rows_.before(text_, end) : end;
}

/// Behind the last column, where spaces stand that are not drawn: at the last column.
int Editor::column_of(std::size_t at) const {
    int column = 0;
    for (std::size_t next = rows_.begin(text_, rows_.row_of(text_, at)); next < at;) {
        const Cluster cluster = cluster_at(text_, next);
        column += text_[next] == '\t' ? tab_columns(column) : cluster.columns;
        next = cluster.end;
    }
    return std::min(column, rows_.columns());
}

std::size_t Editor::at_column(std::size_t row, int wished) const {
    const std::size_t last = line_end(row);
    std::size_t at = rows_.begin(text_, row);
    int column = 0;
    while (at < last) {
        const Cluster cluster = cluster_at(text_, at);
        column += text_[at] == '\t' ? tab_columns(column) : cluster.columns;
        if (column > wished) { break; }
        at = cluster.end;
    }
    return at;
}

Field::Took Editor::move_to(std::size_t at) {
    cursor_ = at;
    wished_column_.reset();
    history_.pause();
    return Field::Took::changed;
}

Field::Took Editor::move_rows(int by) {
    const std::size_t row = rows_.row_of(text_, cursor_);
    const int column = wished_column_.value_or(column_of(cursor_));
    std::size_t target = row;
    if (by < 0) {
        target -= std::min(row, static_cast<std::size_t>(-by));
    } else {
        for (int step = 0; step < by && rows_.reaches(text_, target + 1); ++step) { ++target; }
    }
    if (target != row) { cursor_ = at_column(target, column); }
    wished_column_ = column;
    history_.pause();
    return Field::Took::changed;
}

} // namespace kindly::screen
