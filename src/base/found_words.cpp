// SPDX-License-Identifier: MIT
#include "base/found_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace kindly {

namespace {

/// NFC with case folded away; as it is where it is no UTF-8.
std::string folded(std::string_view text) {
    utf8proc_uint8_t* made = nullptr;
    const auto length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
        &made, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(made, &std::free);
    if (length < 0) { return std::string(text); }
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};
}

/// A text folded character by character, with the way back.
struct Folded {
    std::string text;
    std::vector<std::size_t> from; ///< for each byte of `text`, where its character begins in the original
    std::vector<std::size_t> to;   ///< and where it ends
};

Folded folded_with_places(std::string_view text) {
    Folded result;
    const auto add = [&](std::size_t begin, std::size_t end) {
        const std::string letters = folded(text.substr(begin, end - begin));
        result.text += letters;
        result.from.insert(result.from.end(), letters.size(), begin);
        result.to.insert(result.to.end(), letters.size(), end);
    };
    std::size_t begin = 0; // of the present character
    std::size_t at = 0;
    utf8proc_int32_t before = -1;
    utf8proc_int32_t state = 0;
    while (at < text.size()) {
        utf8proc_int32_t point = -1;
        const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                           static_cast<utf8proc_ssize_t>(text.size() - at), &point);
        const std::size_t bytes = read > 0 ? static_cast<std::size_t>(read) : 1;
        if (before >= 0 && (read <= 0 || utf8proc_grapheme_break_stateful(before, point, &state))) {
            add(begin, at);
            begin = at;
        }
        before = read > 0 ? point : 0;
        at += bytes;
    }
    if (begin < text.size()) { add(begin, text.size()); }
    return result;
}

} // namespace

WordsToFind::WordsToFind(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        constexpr std::string_view spaces = " \t\n\r\v\f";
        const std::size_t begin = words.find_first_not_of(spaces, at);
        if (begin == std::string_view::npos) { break; }
        const std::size_t end = std::min(words.find_first_of(spaces, begin), words.size());
        std::string word = folded(words.substr(begin, end - begin));
        if (std::find(words_.begin(), words_.end(), word) == words_.end()) {
            words_.push_back(std::move(word));
        }
        at = end;
    }
}

std::vector<WordsToFind::Place> WordsToFind::in(std::string_view text) const {
    const Folded where = folded_with_places(text);
    std::vector<Place> places;
    for (std::size_t word = 0; word < words_.size(); ++word) {
        const std::string& wanted = words_[word];
        for (std::size_t at = where.text.find(wanted); at != std::string::npos;
             at = where.text.find(wanted, at + wanted.size())) {
            places.push_back({word, where.from[at], where.to[at + wanted.size() - 1]});
        }
    }
    std::sort(places.begin(), places.end(), [](const Place& left, const Place& right) {
        return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    });
    return places;
}

} // namespace kindly
