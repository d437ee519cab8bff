// SPDX-License-Identifier: MIT
#include "screen/clusters.hpp"

#include "base/text.hpp"

#include <utf8proc.h>

namespace kindly::screen {

namespace {

constexpr unsigned char first_beyond_ascii = 0x80;

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < first_beyond_ascii; }

struct CodePoint {
    utf8proc_int32_t value;
    std::size_t bytes;
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
    if (is_ascii(text[at])) { return {static_cast<unsigned char>(text[at]), 1}; }
    utf8proc_int32_t value = 0;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    constexpr utf8proc_int32_t replacement = 0xFFFD;
    if (read <= 0) { return {replacement, 1}; }
    return {value, static_cast<std::size_t>(read)};
}

int columns_of(std::string_view part) {
    const bool printed = part.size() == 1 && part.front() >= ' ' && part.front() <= '~';
    return printed ? 1 : static_cast<int>(display_width(harmless(part)));
}

} // namespace

Cluster cluster_at(std::string_view text, std::size_t at) {
    const auto first = code_point_at(text, at);
    if (text[at] == '\n' || text[at] == '\t') { return {at, at + 1, 0}; }
    Cluster cluster{at, at + first.bytes, columns_of(text.substr(at, first.bytes))};
    utf8proc_int32_t state = 0;
    utf8proc_int32_t before = first.value;
    while (cluster.end < text.size()) {
        // Two of ASCII never join (there is no CR here): most texts need to know no more than this.
        if (is_ascii(text[cluster.end]) && is_ascii(text[cluster.end - 1])) { break; }
        const auto next = code_point_at(text, cluster.end);
        if (utf8proc_grapheme_break_stateful(before, next.value, &state)) { break; }
        const int columns = columns_of(text.substr(cluster.end, next.bytes));
        if (cluster.size() + next.bytes > Cluster::longest || cluster.columns + columns > Cluster::widest) {
            break;
        }
        cluster.end += next.bytes;
        cluster.columns += columns;
        before = next.value;
    }
    return cluster;
}

std::string shown(std::string_view text, const Cluster& cluster) {
    if (text[cluster.begin] == '\n' || text[cluster.begin] == '\t') { return {}; }
    return harmless(text.substr(cluster.begin, cluster.size()));
}

Sort sort_at(std::string_view text, std::size_t at) {
    constexpr utf8proc_int32_t closing_quote = 0x2019; // typed as an apostrophe
    const auto value = code_point_at(text, at).value;
    if (value == '\n' || value == '\t') { return Sort::space; }
    if (value == '\'' || value == '_' || value == closing_quote) { return Sort::word; }
    switch (utf8proc_category(value)) {
    case UTF8PROC_CATEGORY_ZS: return Sort::space;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return Sort::word;
    default: return Sort::others;
    }
}

std::size_t code_point_before(std::string_view text, std::size_t at) {
    constexpr unsigned char continues_mask = 0xC0;
    constexpr unsigned char continues = 0x80;
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & continues_mask) == continues) { --at; }
    return at;
}

std::size_t code_point_end(std::string_view text, std::size_t at) {
    return at + code_point_at(text, at).bytes;
}

} // namespace kindly::screen
