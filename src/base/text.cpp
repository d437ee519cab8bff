// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <cwchar>
#include <memory>

#include <fmt/format.h>
#include <utf8proc.h>

namespace kindly {

namespace {

/// One code point off the front: its value (-1 if the bytes are invalid) and how many bytes it took (at least
/// 1).
struct CodePoint {
    utf8proc_int32_t value;
    std::size_t bytes;
};

CodePoint next_code_point(std::string_view text) {
    utf8proc_int32_t value = -1;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &value);
    if (read <= 0) { return {-1, 1}; }
    return {value, static_cast<std::size_t>(read)};
}

bool may_be_shown(utf8proc_int32_t value) {
    constexpr utf8proc_int32_t zero_width_non_joiner = 0x200C;
    constexpr utf8proc_int32_t zero_width_joiner = 0x200D;
    if (value == '\n' || value == '\t' || value == zero_width_joiner || value == zero_width_non_joiner) {
        return true;
    }
    switch (utf8proc_category(value)) {
    case UTF8PROC_CATEGORY_CC: // control, ESC and C1 among them
    case UTF8PROC_CATEGORY_CF: // format: bidi overrides, zero-width space, soft hyphen, tags
    case UTF8PROC_CATEGORY_CS: // surrogates
    case UTF8PROC_CATEGORY_CN: // unassigned: a terminal's guess at the width may differ from ours
    case UTF8PROC_CATEGORY_ZL: // line and paragraph separators
    case UTF8PROC_CATEGORY_ZP: return false;
    default: return true;
    }
}

/// For comparing names: case and the choice of separator do not matter.
std::string folded(std::string_view word) {
    std::string plain = lowered_ascii(word);
    std::replace(plain.begin(), plain.end(), '_', '-');
    std::replace(plain.begin(), plain.end(), ' ', '-');
    return plain;
}

/// Optimal string alignment: insert, delete, replace, swap neighbours. Stops early at `limit` + 1.
std::size_t distance(std::string_view left, std::string_view right, std::size_t limit) {
    const std::size_t difference =
        left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
    if (difference > limit) { return limit + 1; }
    std::vector<std::size_t> before(right.size() + 1);
    std::vector<std::size_t> above(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t column = 0; column <= right.size(); ++column) { above[column] = column; }
    for (std::size_t line = 1; line <= left.size(); ++line) {
        row[0] = line;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const std::size_t replaced = above[column - 1] + (left[line - 1] == right[column - 1] ? 0 : 1);
            row[column] = std::min({above[column] + 1, row[column - 1] + 1, replaced});
            if (line > 1 && column > 1 && left[line - 1] == right[column - 2] &&
                left[line - 2] == right[column - 1]) {
                row[column] = std::min(row[column], before[column - 2] + 1);
            }
        }
        before.swap(above);
        above.swap(row);
    }
    return above[right.size()];
}

} // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto point = next_code_point(text.substr(at));
        if (point.value < 0) { return at; }
        at += point.bytes;
    }
    return std::nullopt;
}

std::string harmless(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto point = next_code_point(text.substr(at));
        if (point.value < 0) {
            clean += "\xEF\xBF\xBD";
        } else if (may_be_shown(point.value)) {
            clean.append(text.substr(at, point.bytes));
        }
        at += point.bytes;
    }
    return clean;
}

std::string json_in_sight(std::string_view json) {
    constexpr utf8proc_int32_t ascii = 0x80;
    constexpr std::uint32_t planes = 0x10000;
    std::string text;
    text.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        const auto point = next_code_point(json.substr(at));
        if (point.value < ascii || may_be_shown(point.value)) {
            text.append(json.substr(at, point.bytes));
        } else if (const auto number = static_cast<std::uint32_t>(point.value); number < planes) {
            text += fmt::format("\\u{:04x}", number);
        } else { // two halves
            text += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + ((number - planes) >> 10U),
                                0xDC00 + ((number - planes) & 0x3FFU));
        }
        at += point.bytes;
    }
    return text;
}

std::size_t word_count(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char letter : text) {
        const bool space = letter == ' ' || (letter >= '\t' && letter <= '\r'); // white space of ASCII
        if (!space && !inside) { ++words; }
        inside = !space;
    }
    return words;
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = next_code_point(text.substr(at));
        at += point.bytes;
        const int width = point.value < 0 ? 1 : ::wcwidth(static_cast<wchar_t>(point.value));
        if (width > 0) { columns += static_cast<std::size_t>(width); }
    }
    return columns;
}

std::size_t grapheme_count(std::string_view text) {
    std::size_t clusters = 0;
    utf8proc_int32_t state = 0;
    utf8proc_int32_t previous = -1;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = next_code_point(text.substr(at));
        at += point.bytes;
        const utf8proc_int32_t value = point.value < 0 ? 0xFFFD : point.value;
        if (previous < 0 || utf8proc_grapheme_break_stateful(previous, value, &state)) { ++clusters; }
        previous = value;
    }
    return clusters;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string_view paragraph = text.substr(start, end - start);
        std::string line;
        std::size_t width = 0;
        for (std::size_t at = 0; at < paragraph.size();) {
            const std::size_t word_start = paragraph.find_first_not_of(" \t", at);
            if (word_start == std::string_view::npos) { break; }
            const std::size_t word_end =
                std::min(paragraph.find_first_of(" \t", word_start), paragraph.size());
            const std::string_view word = paragraph.substr(word_start, word_end - word_start);
            const std::size_t word_width = display_width(word);
            if (!line.empty() && width + 1 + word_width > columns) {
                lines.push_back(std::move(line));
                line.clear();
                width = 0;
            }
            if (!line.empty()) {
                line += ' ';
                ++width;
            }
            line += word;
            width += word_width;
            at = word_end;
        }
        lines.push_back(std::move(line));
        start = end + 1;
    }
    return lines;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) { return {}; }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string all;
    for (const auto& part : parts) {
        if (!all.empty()) { all += between; }
        all += part;
    }
    return all;
}

std::string bare_letters(std::string_view text) {
    utf8proc_uint8_t* made = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &made,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                                                    UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(made, &std::free);
    if (length < 0) { return std::string(text); }
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};
}

std::string quoted_for_sh(std::string_view text) {
    std::string quoted = "'";
    for (const char letter : text) {
        if (letter == '\'') {
            quoted += "'\\''";
        } else {
            quoted += letter;
        }
    }
    return quoted + "'";
}

std::string for_a_shell(const std::string& file) {
    const std::string name = file.starts_with('-') ? "./" + file : file;
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') ||
               std::string_view("/._-+@:,=").find(letter) != std::string_view::npos;
    });
    return plain ? name : quoted_for_sh(name);
}

std::string lowered_ascii(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char letter) {
        return static_cast<char>(letter < 0x80 ? std::tolower(letter) : letter);
    });
    return lower;
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest_worth_comparing = 64;
    if (word.empty() || word.size() > longest_worth_comparing) { return std::nullopt; }
    const std::string wanted = folded(word);
    const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
    std::optional<std::string> best;
    std::size_t best_distance = limit + 1;
    for (const auto& candidate : candidates) {
        const std::size_t found = distance(wanted, folded(candidate), limit);
        if (found < best_distance) {
            best_distance = found;
            best = candidate;
        }
    }
    return best;
}

} // namespace kindly
