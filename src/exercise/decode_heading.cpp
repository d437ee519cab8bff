// SPDX-License-Identifier: MIT
#include "exercise/decode_heading.hpp"

#include <algorithm>
#include <charconv>

namespace kindly {

namespace {

constexpr int known_major = 1;
constexpr int known_minor = 0;

bool is_newer(Reading& reading, const Written& root, const Shape& shape) {
    const Written* format = root.find("format");
    const auto numbers = format == nullptr ? std::nullopt : read_two_numbers(format->text);
    if (!numbers || *numbers <= std::pair(known_major, known_minor)) { return false; }
    reading.findings.error("K009", format->span,
                           filled(_("{} is written for format {}; this program knows up to {}.{}. "
                                    "Please update the program"),
                                  _(shape.at_hand), format->text, known_major, known_minor));
    return true;
}

} // namespace

std::optional<std::pair<int, int>> read_two_numbers(std::string_view written) {
    std::pair<int, int> numbers;
    const std::size_t point = written.find('.');
    if (point == std::string_view::npos) { return std::nullopt; }
    auto read = [](std::string_view part, int& number) {
        const bool digits = !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        return digits && error == std::errc() && end == part.data() + part.size();
    };
    if (!read(written.substr(0, point), numbers.first) || !read(written.substr(point + 1), numbers.second)) {
        return std::nullopt;
    }
    return numbers;
}

const Written* outermost(Reading& reading, const Document& document, const Shape& shape) {
    if (document.root.kind != Written::Kind::object) {
        reading.findings.error("K003", opening(document.root),
                               _("The file should begin with { and end with }"));
        return nullptr;
    }
    return is_newer(reading, document.root, shape) ? nullptr : &document.root;
}

std::string read_format(Entries& entries) {
    const auto written = entries.text("format");
    if (!written) { return {}; }
    const auto numbers = read_two_numbers(*written);
    if (!numbers || numbers->first < known_major) {
        entries.error("K009", entries.find("format")->span,
                      filled(_("There is no format \"{}\". This program knows \"{}.{}\""), *written,
                             known_major, known_minor));
    }
    return *written;
}

std::string read_version(Entries& entries, std::string_view key) {
    const auto written = entries.text(key);
    if (!written) { return {}; }
    if (!read_two_numbers(*written)) {
        entries.error(
            "K007", entries.find(key)->span,
            filled(_("\"{}\" cannot be a version. Write two numbers with a point between them, like \"1.0\""),
                   *written));
    }
    return *written;
}

bool is_language_tag(std::string_view text) {
    constexpr std::size_t shortest = 2;
    constexpr std::size_t longest_first = 3;
    constexpr std::size_t longest = 8;
    bool first = true;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('-', begin), text.size());
        const std::string_view part = text.substr(begin, end - begin);
        const bool letters = std::all_of(part.begin(), part.end(), [&](char letter) {
            return (letter >= 'a' && letter <= 'z') ||
                   (!first && ((letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')));
        });
        const bool long_enough = first ? part.size() >= shortest && part.size() <= longest_first
                                       : !part.empty() && part.size() <= longest;
        if (!letters || !long_enough) { return false; }
        first = false;
        begin = end + 1;
    }
    return true;
}

std::string read_language(Entries& entries) {
    const auto written = entries.text("language");
    if (!written) { return {}; }
    if (!is_language_tag(*written)) {
        entries.error(
            "K007", entries.find("language")->span,
            filled(_("\"{}\" is not a language code. Write it like \"en\", \"de\" or \"pt-BR\""), *written));
    }
    return *written;
}

} // namespace kindly
