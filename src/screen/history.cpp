// SPDX-License-Identifier: MIT
#include "screen/history.hpp"

#include <utility>

namespace kindly::screen {

namespace {

constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024; ///< a few of the longest pastes
constexpr std::size_t longest_joined = 256; ///< bytes; somebody may write without any spaces

bool is_space(char letter) { return letter == ' ' || letter == '\n' || letter == '\t'; }
std::size_t bytes_of(const Change& change) { return change.removed.size() + change.inserted.size(); }

} // namespace

bool History::joins(const Change& change) const {
    if (!open_ || done_ == 0) { return false; }
    const Change& last = changes_[done_ - 1];
    if (bytes_of(last) + bytes_of(change) > longest_joined) { return false; }
    if (last.removed.empty() && change.removed.empty()) {
        const bool new_word = is_space(last.inserted.back()) && !is_space(change.inserted.front());
        return change.at == last.at + last.inserted.size() && !new_word;
    }
    if (last.inserted.empty() && change.inserted.empty()) { // Backspace
        const bool new_word = is_space(last.removed.front()) && !is_space(change.removed.back());
        return change.at + change.removed.size() == last.at && !new_word;
    }
    return false;
}

void History::note(Change change) {
    while (changes_.size() > done_) {
        bytes_ -= bytes_of(changes_.back());
        changes_.pop_back();
    }
    bytes_ += bytes_of(change);
    if (joins(change)) {
        Change& last = changes_.back();
        last.inserted += change.inserted;
        last.removed.insert(0, change.removed);
        last.at = change.removed.empty() ? last.at : change.at;
    } else {
        changes_.push_back(std::move(change));
        ++done_;
    }
    open_ = true;
    forget_the_oldest();
}

/// Never the last one, however long it is.
void History::forget_the_oldest() {
    while (bytes_ > most_bytes && changes_.size() > 1) {
        bytes_ -= bytes_of(changes_.front());
        changes_.pop_front();
        --done_;
    }
}

const Change* History::undo() {
    open_ = false;
    if (done_ == 0) { return nullptr; }
    return &changes_[--done_];
}

const Change* History::redo() {
    open_ = false;
    if (done_ == changes_.size()) { return nullptr; }
    return &changes_[done_++];
}

} // namespace kindly::screen
