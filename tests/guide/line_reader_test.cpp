// SPDX-License-Identifier: MIT
#include "guide/line_reader.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

std::vector<std::string> lines_of(LineReader& reader) {
    std::vector<std::string> lines;
    while (const auto line = reader.next()) { lines.push_back(line->too_long ? "(too long)" : line->text); }
    return lines;
}

TEST(LineReader, waits_for_the_line_end) {
    LineReader reader;
    reader.add("one\ntw");
    EXPECT_EQ(lines_of(reader), std::vector<std::string>{"one"});
    reader.add("o\r\n\n");
    EXPECT_EQ(lines_of(reader), (std::vector<std::string>{"two", ""}));
}

TEST(LineReader, takes_the_last_line_without_a_line_end) {
    LineReader reader;
    reader.add("one\ntwo");
    reader.end();
    EXPECT_EQ(lines_of(reader), (std::vector<std::string>{"one", "two"}));
    EXPECT_FALSE(reader.next());
}

TEST(LineReader, knows_no_empty_line_after_the_last_line_end) {
    LineReader reader;
    reader.add("one\n");
    reader.end();
    EXPECT_EQ(lines_of(reader), std::vector<std::string>{"one"});
}

TEST(LineReader, passes_over_a_byte_order_mark_at_the_beginning_alone) {
    LineReader reader;
    reader.add("\xEF\xBB\xBFone\n\xEF\xBB\xBFtwo\n");
    EXPECT_EQ(lines_of(reader), (std::vector<std::string>{"one", "\xEF\xBB\xBFtwo"}));
}

TEST(LineReader, takes_a_long_line_whole) {
    LineReader reader;
    const std::string line(LineReader::longest_line, 'a');
    reader.add(line);
    EXPECT_FALSE(reader.next());
    reader.add("\r\nnext\n");
    EXPECT_EQ(lines_of(reader), (std::vector<std::string>{line, "next"}));
}

TEST(LineReader, refuses_a_line_that_is_too_long_as_a_whole) {
    LineReader reader;
    reader.add("before\n");
    for (int part = 0; part < 50; ++part) {
        reader.add(std::string(65536, 'a'));
        if (part > 0) {
            EXPECT_FALSE(reader.next());
        } else {
            EXPECT_EQ(reader.next()->text, "before");
        }
    }
    reader.add("\nnext\n");
    EXPECT_EQ(lines_of(reader), (std::vector<std::string>{"(too long)", "next"}));
}

TEST(LineReader, refuses_a_last_line_that_is_too_long) {
    LineReader reader;
    reader.add(std::string(LineReader::longest_line + 2, 'a'));
    EXPECT_FALSE(reader.next());
    reader.end();
    EXPECT_EQ(lines_of(reader), std::vector<std::string>{"(too long)"});
}

RC_GTEST_PROP(LineReader, does_not_care_how_bytes_arrive, (const std::vector<std::string>& parts)) {
    std::string all;
    LineReader in_parts;
    std::vector<std::string> lines;
    for (const auto& part : parts) {
        all += part;
        in_parts.add(part);
        for (auto& line : lines_of(in_parts)) { lines.push_back(std::move(line)); }
    }
    in_parts.end();
    for (auto& line : lines_of(in_parts)) { lines.push_back(std::move(line)); }
    LineReader at_once;
    at_once.add(all);
    at_once.end();
    RC_ASSERT(lines == lines_of(at_once));
}

} // namespace
} // namespace kindly
