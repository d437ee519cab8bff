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

TEST(Review, NoTableOfSomebodyElsesReportCommandsTheTerminal) {
    const TemporaryHome home;
    const fs::path file = report_in(home);
    std::ifstream written(file);
    std::string report((std::istreambuf_iterator<char>(written)), std::istreambuf_iterator<char>());
    const std::string name = "\"for\": \"Sam\"";
    ASSERT_NE(report.find(name), std::string::npos);
    report.replace(report.find(name), name.size(), "\"for\": \"Sam\\u001b[31m\"");
    const std::string practice = R"("practices": [ { "exercise": "look", "version": "1.0", "digest": ")" +
                                 std::string(64, 'a') +
                                 R"(", "day": "2026-11-23", "status": "completed", "practised_seconds": 300,
            "entered_later": false, "groundings": 0 } ])";
    const std::size_t begin = report.find("\"practices\":");
    report.replace(begin, report.find(']', begin) + 1 - begin, practice);
    std::ofstream(file) << report;
    Child child(home, {"review", file.string(), "--format", "csv"}, Child::On::terminal);
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(child.output(), HasSubstr("look,1.0,2026-11-23,completed"));
    EXPECT_EQ(child.output().find('\x1b'), std::string::npos) << child.output();
}

TEST(CheckPlay, StoppedItSaysSo) {
    const TemporaryHome home;
    Child child(home, {"check", "look", "--play", "1000000"}, Child::On::terminal);
    child.wait_for(" of 1000000 practices");
    child.send("\x03");
    EXPECT_EQ(child.wait(), 130);
    EXPECT_THAT(child.output(), HasSubstr("Stopped; nothing amiss"));
}
