// SPDX-License-Identifier: MIT
// The pictures in README.md and kindly(1) are what the program draws, with each theme.
#include "screen_child.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Without the columns that are blank in all of them, blanks at the ends, and blank lines around.
std::string framed(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    std::size_t margin = std::string::npos;
    for (std::string line; std::getline(stream, line);) {
        line.erase(line.find_last_not_of(' ') + 1);
        if (const auto first = line.find_first_not_of(' '); first != std::string::npos) {
            margin = std::min(margin, first);
        }
        lines.push_back(std::move(line));
    }
    std::string all;
    for (const auto& line : lines) { all += (line.size() > margin ? line.substr(margin) : "") + "\n"; }
    all.erase(0, std::min(all.find_first_not_of('\n'), all.size()));
    return all.substr(0, all.find_last_not_of('\n') + 1);
}

/// What stands between the line that names the picture and the one that ends it.
std::string documented(const std::string& file, const std::string& name, const std::string& begin,
                       const std::string& end) {
    const std::string all = bytes_of(std::filesystem::path(KINDLY_SOURCE_DIR) / file);
    const auto named = all.find(name);
    EXPECT_NE(named, std::string::npos) << file << " has no picture named " << name;
    if (named == std::string::npos) { return {}; }
    const auto from = all.find(begin, named) + begin.size();
    return framed(all.substr(from, all.find(end, from) - from));
}

class Pictures : public testing::TestWithParam<const char*> {
protected:
    Pictures() {
        std::string name = (std::filesystem::temp_directory_path() / "kindly-pictures-XXXXXX").string();
        home_ = ::mkdtemp(name.data());
        std::filesystem::create_directories(home_ / ".config/kindly");
        std::ofstream(home_ / ".config/kindly/config.toml") << "theme = \"" << GetParam() << "\"\n";
    }
    ~Pictures() override { std::filesystem::remove_all(home_); }

    [[nodiscard]] ScreenChild::Start practice(int rows, int columns) const {
        ScreenChild::Start start;
        start.command = {KINDLY_BINARY, "practice", "kind-pause", "--seed", "3"};
        start.home = home_.string();
        start.variables = {"LANG=C.UTF-8", "KINDLY_DATA_DIR=" + (home_ / "data").string(),
                           "KINDLY_EXERCISE_PATH=" KINDLY_SOURCE_DIR "/exercises"};
        start.rows = rows;
        start.columns = columns;
        return start;
    }
    static void to_the_rating(ScreenChild& child) {
        child.wait_for_text("Enter begin");
        child.send_keys(keys::enter);
        child.wait_for_text("This is a pause");
        child.send_keys(keys::enter);
        child.wait_for_text("How distressed");
        child.send_keys("3");
    }
    static void to_the_breath(ScreenChild& child) {
        to_the_rating(child);
        child.wait_for_text("[3]");
        child.send_keys(keys::enter);
        child.wait_for_text("How kind");
        child.send_keys("5" + keys::enter);
        child.wait_for_text("If someone can see");
        child.send_keys(keys::enter);
        child.wait_for_text("Sit, stand");
        child.send_keys(keys::enter);
        child.wait_for_text("1 of 3");
    }
    static void to_the_silence(ScreenChild& child) {
        to_the_breath(child);
        child.send_keys("s");
        child.wait_for_text("You might think");
        child.send_keys("s");
        child.wait_for_text("If only big");
        child.send_keys("s");
        child.wait_for_text("You might name it");
        child.send_keys("ss");
        child.wait_for_text("Next comes");
        child.send_keys("1" + keys::enter);
        child.wait_until([&] { return !child.shows("Next comes"); }, "what others know");
        child.send_keys(keys::enter);
    }
    static void meets(ScreenChild& child, const std::string& picture) {
        ASSERT_FALSE(picture.empty());
        child.wait_until([&] { return framed(child.all_text()) == picture; }, "the picture\n" + picture);
    }

    static std::string readme(const std::string& name) {
        return documented("README.md", "<!-- " + name + " -->", "```text\n", "```");
    }
    static std::string manual(const std::string& name) {
        return documented("man/kindly.1", ".\\\" " + name, ".Bd -literal\n", ".Ed");
    }

    std::filesystem::path home_;
};

TEST_P(Pictures, OfABreath) {
    ScreenChild child(practice(24, 80));
    to_the_breath(child);
    meets(child, readme("a breath, 80x24"));
}

TEST_P(Pictures, OfASilence) {
    ScreenChild child(practice(24, 80));
    to_the_silence(child);
    meets(child, manual("a silence, 80x24"));
}

TEST_P(Pictures, OfASilenceWhereThereIsLittleRoom) {
    ScreenChild child(practice(12, 40));
    to_the_silence(child);
    meets(child, readme("a silence, 40x12"));
}

TEST_P(Pictures, OfARatingWhereThereIsLittleRoom) {
    ScreenChild child(practice(12, 40));
    to_the_rating(child);
    meets(child, manual("a rating, 40x12"));
}

INSTANTIATE_TEST_SUITE_P(Themes, Pictures, testing::Values("auto", "light", "dark", "plain"),
                         [](const auto& what) { return what.param; });

} // namespace

} // namespace kindly::tests
