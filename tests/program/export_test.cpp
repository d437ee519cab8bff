// SPDX-License-Identifier: MIT
// Exports that end in the middle: the reader leaves, somebody stops them. And what a terminal is told
// meanwhile.
#include "program/child.hpp"
#include "program/comes_true.hpp"

#include <fstream>

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

using namespace kindly::tests;
namespace fs = std::filesystem;

namespace {

/// Many copies of one practice: more than fits a pipe, and work for a while.
void fill(const TemporaryHome& home, int practices) {
    ASSERT_EQ(
        finished(home, {"practice", "look", "--guide", "events"}, "{\"do\":\"stop\"}\n{\"do\":\"stop\"}\n")
            .status,
        0);
    SQLite::Database log((home.path() / ".local/share/kindly/practice.db").string(), SQLite::OPEN_READWRITE);
    SQLite::Statement copies(
        log,
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO session (id,"
        " exercise, exercise_version, title, language, started_at, started_offset, day, status, source,"
        " recorded_at, recorded_offset, kindly_version, changed_at) SELECT printf('copy-%d', i), exercise,"
        " exercise_version, title, language, started_at + i, started_offset, day, status, source, "
        "recorded_at,"
        " recorded_offset, kindly_version, changed_at FROM n, session WHERE number = 1");
    copies.bind(1, practices);
    copies.exec();
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) { names.push_back(entry.path().filename()); }
    return names;
}

} // namespace

TEST(Export, AReaderThatLeavesEndsItQuietly) {
    const TemporaryHome home;
    fill(home, 20000);
    Child child(home, {"export"});
    child.wait_for("\r\n"); // the names of the columns have come; the rest does not fit the pipe
    child.hang_up();
    EXPECT_EQ(child.wait(), 0);
}

TEST(Export, StoppedItLeavesNoFile) {
    const TemporaryHome home;
    fill(home, 150000);
    const fs::path folder = home.path() / "out";
    fs::create_directory(folder);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        Child child(home, {"export", "--format", "jsonl", "-o", (folder / "all.jsonl").string()});
        // The temporary file is there as soon as the work begins, and stays empty until the first rows.
        ASSERT_TRUE(comes_true([&] { return !names_in(folder).empty(); }));
        EXPECT_NE(names_in(folder).front(), "all.jsonl");
        child.kill(signal);
        EXPECT_EQ(child.wait(), 128 + signal);
        EXPECT_TRUE(names_in(folder).empty()) << names_in(folder).front();
    }
    const fs::path data = home.path() / ".local/share/kindly";
    EXPECT_FALSE(fs::exists(data / "practice.db-wal"));
    EXPECT_FALSE(fs::exists(data / "exported-files.txt")) << "nothing was exported";
}

TEST(Export, ShortWorkSaysNothingOfItself) {
    const TemporaryHome home;
    fill(home, 2000);
    Child child(home, {"export", "-o", (home.path() / "all.csv").string()}, Child::On::terminal);
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.output(), "");
    std::ifstream file(home.path() / "all.csv");
    std::size_t lines = 0;
    for (std::string line; std::getline(file, line);) { lines++; }
    EXPECT_EQ(lines, 2001U);
}
