// SPDX-License-Identifier: MIT
// What an export wrote, read back by strict readers that share no code with what wrote it.
#pragma once

#include "base/output.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kindly::test {

class MemoryOutput : public Output {
public:
    void write(std::string_view more) override { text += more; }
    void flush() override {}
    [[nodiscard]] bool is_terminal() const override { return false; }
    std::string text;
};

/// RFC 4180 to the letter; throws for anything else: a bare LF or CR, a quote in a bare cell, text after a
/// closing quote, rows of different lengths.
inline std::vector<std::vector<std::string>> read_csv(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::size_t at = 0;
    const auto here = [&] { return at < text.size() ? text[at] : '\0'; };
    while (at < text.size()) {
        std::vector<std::string> row;
        for (bool more = true; more;) {
            std::string cell;
            if (here() == '"') {
                for (at++;; at++) {
                    if (at >= text.size()) { throw std::runtime_error("a quote is not closed"); }
                    if (text[at] != '"') {
                        cell += text[at];
                    } else if (at + 1 < text.size() && text[at + 1] == '"') {
                        cell += text[at++];
                    } else {
                        at++;
                        break;
                    }
                }
            } else {
                while (at < text.size() && text[at] != ',' && text[at] != '\r') {
                    if (text[at] == '"' || text[at] == '\n') {
                        throw std::runtime_error("a bare cell holds a quote or LF");
                    }
                    cell += text[at++];
                }
            }
            row.push_back(cell);
            more = here() == ',';
            if (more) { at++; }
        }
        if (text.compare(at, 2, "\r\n") != 0) { throw std::runtime_error("a row does not end with CRLF"); }
        at += 2;
        if (!rows.empty() && rows.front().size() != row.size()) {
            throw std::runtime_error("rows have different lengths");
        }
        rows.push_back(row);
    }
    return rows;
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        if (end == std::string::npos) { throw std::runtime_error("the last line does not end"); }
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

} // namespace kindly::test
