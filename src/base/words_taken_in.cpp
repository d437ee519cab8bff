// SPDX-License-Identifier: MIT
#include "base/words_taken_in.hpp"

#include "base/text.hpp"

namespace kindly {

namespace {

void append_without_controls(std::string& words, std::string_view valid) {
    constexpr unsigned char first_printable = 0x20;
    constexpr unsigned char delete_character = 0x7F;
    constexpr unsigned char c1_lead = 0xC2; // U+0080 to U+009F are C2 80 to C2 9F
    constexpr unsigned char c1_last = 0x9F;
    for (std::size_t at = 0; at < valid.size(); ++at) {
        const auto byte = static_cast<unsigned char>(valid[at]);
        if (byte == c1_lead && static_cast<unsigned char>(valid[at + 1]) <= c1_last) {
            ++at;
            continue;
        }
        const bool is_control = byte < first_printable || byte == delete_character;
        if (!is_control || byte == '\n' || byte == '\t') { words += valid[at]; }
    }
}

} // namespace

std::string words_taken_in(std::string_view text) {
    std::string words;
    words.reserve(text.size());
    while (const auto invalid = first_invalid_utf8(text)) {
        append_without_controls(words, text.substr(0, *invalid));
        words += "\xEF\xBF\xBD";
        text.remove_prefix(*invalid + 1);
    }
    append_without_controls(words, text);
    return words;
}

} // namespace kindly
