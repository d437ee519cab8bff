// SPDX-License-Identifier: MIT
#include "guide/spoken_text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// Mark-up of one speech program or another: phonemes and commands in brackets, SSML, escapes; or read out as
/// "asterisk".
constexpr std::string_view not_spoken = "[]<>{}\\|*_`~^\n\t";
constexpr std::string_view ends_a_sentence = ".!?:;,";

bool is_letter_or_digit(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
           (code >= 'a' && code <= 'z');
}

/// A line that begins with a sign may be a command to the program ("!-!"), or end its input (".").
void remove_leading_signs(std::string& line) {
    line.erase(line.begin(), std::find_if(line.begin(), line.end(), is_letter_or_digit));
}

std::string in_one_line(std::string_view text) {
    std::string line;
    for (const char byte : harmless(text)) {
        if (not_spoken.find(byte) == std::string_view::npos && byte != ' ') {
            line += byte;
            continue;
        }
        if (line.empty() || line.back() == ' ') { continue; }
        // Where a paragraph ends there is a rest, even behind a heading.
        if (byte == '\n' && ends_a_sentence.find(line.back()) == std::string_view::npos) { line += '.'; }
        line += ' ';
    }
    if (line.ends_with(' ')) { line.pop_back(); }
    remove_leading_signs(line);
    return line;
}

bool begins_a_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// How much of `line`, which is longer than `longest`, goes into one part.
std::size_t cut_of(std::string_view line, std::size_t longest) {
    const std::string_view head = line.substr(0, longest);
    for (const std::string_view signs : {std::string_view(".!?"), ends_a_sentence}) {
        for (std::size_t at = head.size() - 1; at > 1; --at) {
            if (head[at] == ' ' && signs.find(head[at - 1]) != std::string_view::npos) { return at; }
        }
    }
    if (const auto space = head.rfind(' '); space != std::string_view::npos && space > 0) { return space; }
    std::size_t at = longest;
    while (at > 1 && !begins_a_character(line[at])) { --at; }
    return at;
}

} // namespace

std::vector<std::string> spoken_parts(std::string_view text, std::size_t longest) {
    std::vector<std::string> parts;
    std::string left = in_one_line(text);
    while (!left.empty()) {
        const std::size_t cut = left.size() <= longest ? left.size() : cut_of(left, longest);
        parts.push_back(left.substr(0, cut));
        left.erase(0, cut);
        remove_leading_signs(left);
    }
    return parts;
}

} // namespace kindly
