// SPDX-License-Identifier: MIT
#include "guide/input_feed.hpp"

#include "support.hpp"

#include <fcntl.h>

#include <gtest/gtest.h>

namespace kindly {
namespace {

using namespace std::chrono_literals;
using testing::Pipe;

std::string line(InputFeed& feed) {
    const auto came = feed.wait(std::nullopt);
    const auto* line = std::get_if<InputFeed::Line>(&came);
    return line != nullptr ? line->text : "(no line)";
}

TEST(InputFeed, reads_lines_then_tells_the_end_once) {
    Pipe pipe;
    pipe.type("one\ntwo");
    pipe.close();
    InputFeed feed(pipe.read_end(), false);
    EXPECT_EQ(line(feed), "one");
    EXPECT_EQ(line(feed), "two");
    EXPECT_FALSE(feed.ended());
    EXPECT_TRUE(std::holds_alternative<InputFeed::End>(feed.wait(feed.now() + 1h)));
    EXPECT_TRUE(feed.ended());
    EXPECT_TRUE(std::holds_alternative<InputFeed::Woken>(feed.wait(feed.now())));
}

TEST(InputFeed, reads_while_time_runs) {
    const Pipe pipe;
    pipe.type("one\n");
    InputFeed feed(pipe.read_end(), false);
    EXPECT_TRUE(std::holds_alternative<InputFeed::Line>(feed.wait(feed.now() + 1h)));
}

TEST(InputFeed, lets_no_flood_of_lines_delay_what_is_due) {
    const Pipe pipe;
    pipe.type("one\ntwo\n");
    InputFeed feed(pipe.read_end(), false);
    EXPECT_EQ(line(feed), "one");
    EXPECT_TRUE(std::holds_alternative<InputFeed::Woken>(feed.wait(feed.now())));
    EXPECT_EQ(line(feed), "two");
}

TEST(InputFeed, leaves_lines_where_they_are_when_none_are_wanted) {
    const Pipe pipe;
    pipe.type("one\n");
    InputFeed feed(pipe.read_end(), false);
    EXPECT_TRUE(std::holds_alternative<InputFeed::Woken>(feed.wait(feed.now() + 5ms, false)));
    EXPECT_EQ(line(feed), "one");
}

TEST(InputFeed, refuses_a_huge_line_as_a_whole) {
    char name[] = "/tmp/kindly_huge_line_XXXXXX";
    const int file = ::mkstemp(name);
    ::unlink(name);
    const std::string huge = std::string(LineReader::longest_line + 1, 'a') + "\nafter\n";
    ASSERT_EQ(::write(file, huge.data(), huge.size()), static_cast<ssize_t>(huge.size()));
    ::lseek(file, 0, SEEK_SET);
    InputFeed feed(file, false);
    EXPECT_TRUE(std::holds_alternative<InputFeed::TooLong>(feed.wait(std::nullopt)));
    EXPECT_EQ(line(feed), "after");
    ::close(file);
}

TEST(InputFeed, takes_a_closed_descriptor_as_the_end) {
    InputFeed feed(1023, false);
    EXPECT_TRUE(std::holds_alternative<InputFeed::End>(feed.wait(std::nullopt)));
}

TEST(InputFeed, leaves_the_descriptor_blocking) {
    const Pipe pipe;
    pipe.type("one\n");
    InputFeed feed(pipe.read_end(), false);
    EXPECT_EQ(line(feed), "one");
    EXPECT_EQ(::fcntl(pipe.read_end(), F_GETFL) & O_NONBLOCK, 0);
}

TEST(InputFeed, jumps_from_moment_to_moment_when_instant) {
    Pipe pipe;
    pipe.type("one\n");
    pipe.close();
    InputFeed feed(pipe.read_end(), true);
    EXPECT_EQ(feed.now(), 0ms);
    EXPECT_TRUE(std::holds_alternative<InputFeed::Woken>(feed.wait(20min)));
    EXPECT_EQ(feed.now(), 20min);
    EXPECT_TRUE(std::holds_alternative<InputFeed::Woken>(feed.wait(1min)));
    EXPECT_EQ(feed.now(), 20min); // never back
    EXPECT_EQ(line(feed), "one");
    EXPECT_TRUE(std::holds_alternative<InputFeed::Woken>(feed.wait(21min)));
    EXPECT_TRUE(std::holds_alternative<InputFeed::End>(feed.wait(std::nullopt)));
}

} // namespace
} // namespace kindly
