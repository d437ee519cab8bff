// SPDX-License-Identifier: MIT
// Many reports, and somebody who stops in the middle of them.
#include "program/child.hpp"
#include "program/comes_true.hpp"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kindly::tests;
using testing::HasSubstr;
namespace fs = std::filesystem;

namespace {

std::string report_in(const TemporaryHome& home) {
    const auto in_home = [&](const char* name) { return (home.path() / name).string(); };
    std::ofstream(in_home("plan.json")) << R"({ "format": "1.0", "language": "en", "title": "Evenings",
        "from": "R. Lind", "for": "Sam", "rationale": "Less of a fight.", "share": "counts",
        "items": [ { "exercise": "look", "how_often": "daily" } ] })";
    EXPECT_EQ(finished(home, {"assign", "--plan", in_home("plan.json"), "-o", in_home("sam.json")}).status,
              0);
    EXPECT_EQ(finished(home, {"homework", "add", in_home("sam.json"), "--agree"}).status, 0);
    EXPECT_EQ(finished(home, {"homework", "report", "-o", in_home("r"), "--share", "counts"}).status, 0);
    return in_home("r");
}

} // namespace

TEST(Review, StoppedItLeavesNoFile) {
    const TemporaryHome home;
    const std::string report = report_in(home);
    const fs::path folder = home.path() / "out";
    fs::create_directory(folder);
    constexpr std::size_t many = 20000; // looked at one after the other, which takes long enough
    std::vector<std::string> arguments{"review", "--format", "csv", "-o", (folder / "all.csv").string()};
    arguments.insert(arguments.end(), many, report);
    Child child(home, arguments, Child::On::terminal);
    ASSERT_TRUE(comes_true([&] { return !fs::is_empty(folder); }));
    child.send("\x03");
    EXPECT_EQ(child.wait(), 130);
    EXPECT_THAT(child.output(), HasSubstr("Stopped; no file was written"));
    EXPECT_TRUE(fs::is_empty(folder)) << fs::directory_iterator(folder)->path();
}

TEST(CheckPlay, StoppedItSaysSo) {
    const TemporaryHome home;
    Child child(home, {"check", "look", "--play", "1000000"}, Child::On::terminal);
    child.wait_for(" of 1000000 practices");
    child.send("\x03");
    EXPECT_EQ(child.wait(), 130);
    EXPECT_THAT(child.output(), HasSubstr("Stopped; nothing amiss"));
}
