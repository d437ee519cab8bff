// SPDX-License-Identifier: MIT
#include "screen/rows.hpp"

#include "base/text.hpp"
#include "screen/clusters.hpp"
#include "screen/line_breaks.hpp"

#include <algorithm>
#include <utility>

namespace kindly::screen {

namespace {
/// A row of marks that take no columns at all ends somewhere too.
constexpr std::size_t longest_row = 2048; // bytes
constexpr int tab_stop = 4;
} // namespace

int tab_columns(int column) { return tab_stop - column % tab_stop; }

/// What is written can change where the row before it ends, when its first word becomes short enough. Not the
/// one before that: what did not fit into it stands whole in the row that follows it.
void Rows::changed_from(std::size_t at) {
    constexpr std::ptrdiff_t rows_before = 1;
    const auto row = std::upper_bound(begins_.begin(), begins_.end(), at) - begins_.begin() - 1;
    begins_.resize(static_cast<std::size_t>(std::max<std::ptrdiff_t>(row - rows_before, 0)) + 1);
    complete_ = false;
}

std::size_t Rows::row_end(std::string_view text, std::size_t begin) const {
    int column = 0;
    std::size_t break_at = begin; // the last place where a break is welcome
    for (std::size_t at = begin; at < text.size();) {
        if (text[at] == '\n') { return at + 1; }
        const Cluster cluster = cluster_at(text, at);
        const bool space = cluster.size() == 1 && (text[at] == ' ' || text[at] == '\t');
        if (cluster.columns > 1 && may_break_before(text, at)) {
            break_at = at;
        } // between ideographs no space is needed
        const bool too_wide = !space && column + cluster.columns > columns_;
        if ((too_wide || cluster.end - begin > longest_row) && at > begin) {
            return too_wide && break_at > begin ? break_at : at;
        }
        column += text[at] == '\t' ? tab_columns(column) : cluster.columns;
        at = cluster.end;
        if (space || (cluster.columns > 1 && may_break_before(text, at))) { break_at = at; }
    }
    return text.size();
}

void Rows::grow(std::string_view text) {
    const std::size_t begin = begins_.back();
    const std::size_t end = row_end(text, begin);
    const bool newline = end > begin && text[end - 1] == '\n';
    if (end < text.size() || newline) {
        begins_.push_back(end);
    } else {
        complete_ = true;
    }
}

bool Rows::reaches(std::string_view text, std::size_t row) {
    while (!complete_ && begins_.size() <= row) { grow(text); }
    return row < begins_.size();
}

std::size_t Rows::row_of(std::string_view text, std::size_t at) {
    while (!complete_ && begins_.back() <= at) { grow(text); }
    return static_cast<std::size_t>(std::upper_bound(begins_.begin(), begins_.end(), at) - begins_.begin()) -
           1;
}

std::size_t Rows::begin(std::string_view text, std::size_t row) {
    return reaches(text, row) ? begins_[row] : text.size();
}

std::size_t Rows::end(std::string_view text, std::size_t row) { return begin(text, row + 1); }

std::size_t Rows::before(std::string_view text, std::size_t at) {
    if (at == 0) { return 0; }
    std::size_t found = begins_[row_of(text, at - 1)];
    for (std::size_t next = found; next < at; next = cluster_at(text, next).end) { found = next; }
    return found;
}

std::size_t Rows::snapped(std::string_view text, std::size_t at) {
    if (at >= text.size()) { return text.size(); }
    std::size_t next = begins_[row_of(text, at)];
    while (next < at) { next = cluster_at(text, next).end; }
    return next;
}

std::vector<std::string> broken_lines(std::string_view text, int columns) {
    constexpr int least_columns = Cluster::widest;
    std::string clean;
    for (const char byte : harmless(text)) { clean += byte == '\t' ? ' ' : byte; }
    Rows rows(std::max(columns, least_columns));
    std::vector<std::string> lines;
    for (std::size_t row = 0; rows.reaches(clean, row); ++row) {
        const std::size_t begin = rows.begin(clean, row);
        std::string line = clean.substr(begin, rows.end(clean, row) - begin);
        line.erase(line.find_last_not_of(" \n") + 1);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace kindly::screen
