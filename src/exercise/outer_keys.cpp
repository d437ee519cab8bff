// SPDX-License-Identifier: MIT
#include "exercise/outer_keys.hpp"

#include <algorithm>
#include <initializer_list>

namespace kindly {

namespace {

/// Behind the quote that ends the text beginning at `begin`. None goes on over a line's end, so that a quote
/// that is missing hides no more than its line.
std::size_t behind_text(std::string_view bytes, std::size_t begin) {
    std::size_t at = begin + 1;
    while (at < bytes.size() && bytes[at] != '"' && bytes[at] != '\n') { at += bytes[at] == '\\' ? 2 : 1; }
    return std::min(at + 1, bytes.size());
}

} // namespace

std::set<std::string, std::less<>> outer_keys(std::string_view bytes) {
    std::set<std::string, std::less<>> keys;
    int depth = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const char letter = bytes[at];
        if (letter == '"') {
            const std::size_t end = behind_text(bytes, at);
            const std::size_t next = bytes.find_first_not_of(" \t\r\n", end);
            if (depth == 1 && next != std::string_view::npos && bytes[next] == ':') {
                keys.emplace(bytes.substr(at + 1, end - at - 2));
            }
            at = end;
            continue;
        }
        if (letter == '{' || letter == '[') { ++depth; }
        if (letter == '}' || letter == ']') { --depth; }
        ++at;
    }
    return keys;
}

bool speaks_of_homework(std::string_view bytes) {
    const auto holds = [&](std::string_view word) { return bytes.find(word) != std::string_view::npos; };
    // Every file of a library is asked: only one that has these words somewhere is gone through for its keys.
    const auto of_people = {"\"from\"", "\"for\"", "\"rationale\"", "\"share\""};
    if (std::count_if(of_people.begin(), of_people.end(), holds) < 2 && !holds("\"how_often\"")) {
        return false;
    }
    const auto keys = outer_keys(bytes);
    const auto count = [&](std::initializer_list<std::string_view> wanted) {
        return std::count_if(wanted.begin(), wanted.end(),
                             [&](std::string_view key) { return keys.contains(key); });
    };
    const bool is_other = count({"sections", "steps", "weeks", "translates", "practices", "written_on"}) > 0;
    if (is_other) { return false; }
    if (count({"from", "for", "rationale", "share"}) >= 2) { return true; }
    // The items of a programme have days, and the programme a version.
    return keys.contains("items") && !keys.contains("version") && holds("\"how_often\"") && !holds("\"day\"");
}

} // namespace kindly
