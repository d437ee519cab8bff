// SPDX-License-Identifier: MIT
// What stays of lines that are too long while they are put aside.
#include "exchange/line_bound.hpp"

#include "base/failure.hpp"

#include <gtest/gtest.h>

namespace kindly::test {
namespace {

constexpr std::size_t most = 8;

TEST(LineBound, LeavesShortLinesAsTheyAreHoweverTheyCome) {
    const std::string text = "one\n\n12345678\r\nlast";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
        LineBound bound("log.jsonl", most);
        std::string came;
        for (std::size_t at = 0; at < text.size(); at += piece) { came += bound.cut(text.substr(at, piece)); }
        EXPECT_EQ(came, text) << piece;
    }
}

TEST(LineBound, KeepsOneByteTooManyOfALongLine) {
    for (const std::size_t piece : {1U, 3U, 100U}) {
        const std::string text = "a\n" + std::string(50, 'b') + "\nc\n" + std::string(9, 'd');
        LineBound bound("log.jsonl", most);
        std::string came;
        for (std::size_t at = 0; at < text.size(); at += piece) { came += bound.cut(text.substr(at, piece)); }
        EXPECT_EQ(came, "a\nbbbbbbbbb\nc\nddddddddd");
    }
}

TEST(LineBound, DoesNotWaitForTheEndOfALineThatHasNone) {
    LineBound bound("log.jsonl", most);
    EXPECT_EQ(bound.cut("first\n"), "first\n");
    try {
        for (int times = 0; times < 100; ++times) { (void)bound.cut("0000000000"); }
        FAIL() << "it went on";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.code(), ExitCode::invalid_file);
        EXPECT_TRUE(std::string(failure.what()).starts_with("log.jsonl:2: ")) << failure.what();
    }
}

} // namespace
} // namespace kindly::test
