// SPDX-License-Identifier: MIT
// A practice on a terminal, with a home of its own and an empty log. Knows how it is started, not what it
// shows.
#pragma once

#include "screen_child.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kindly::tests {

struct TerminalSize {
    int rows = 24;
    int columns = 80;
};
inline constexpr TerminalSize usual_screen{24, 80};
inline constexpr TerminalSize smallest_screen{12, 40};
inline constexpr TerminalSize large_screen{60, 200};

[[nodiscard]] inline std::string in_words(const TerminalSize& size) {
    return std::to_string(size.columns) + "x" + std::to_string(size.rows);
}

/// A folder that is gone afterwards.
class PractisingHome {
public:
    PractisingHome() {
        std::string name = (std::filesystem::temp_directory_path() / "kindly-practising-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    PractisingHome(const PractisingHome&) = delete;
    PractisingHome& operator=(const PractisingHome&) = delete;
    ~PractisingHome() { std::filesystem::remove_all(path_); }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::filesystem::path file(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }
    [[nodiscard]] ScreenChild::Start kindly(const std::vector<std::string>& arguments,
                                            TerminalSize size = usual_screen,
                                            const std::vector<std::string>& variables = {}) const {
        ScreenChild::Start start;
        start.command = {KINDLY_BINARY};
        start.command.insert(start.command.end(), arguments.begin(), arguments.end());
        start.home = path_.string();
        start.variables = variables; // the first one of a name counts
        for (const std::string& usual :
             {"KINDLY_DATA_DIR=" + (path_ / "data").string(), "XDG_RUNTIME_DIR=" + path_.string(),
              "XDG_CONFIG_HOME=" + (path_ / "config").string()}) {
            start.variables.push_back(usual);
        }
        start.rows = size.rows;
        start.columns = size.columns;
        return start;
    }

private:
    std::filesystem::path path_;
};

/// Of those that only tests use.
[[nodiscard]] inline std::string test_exercise(const std::string& name) {
    return KINDLY_SOURCE_DIR "/tests/terminal/exercises/" + name + ".json";
}

} // namespace kindly::tests
