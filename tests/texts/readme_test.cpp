// SPDX-License-Identifier: MIT
// exercises/README.md says what there is: every exercise and part of the library with its title, and for each
// idea a file and a section that exist.
#include "texts/library.hpp"
#include "texts/minutes.hpp"

#include <filesystem>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using testing::Contains;
using testing::IsEmpty;

namespace {

std::string readme() { return read_file(KINDLY_SOURCE_DIR "/exercises/README.md", limits::file_bytes); }

/// The lines between a heading and the next one.
std::vector<std::string> lines_under(const std::string& page, const std::string& heading) {
    std::vector<std::string> lines;
    std::istringstream stream(page);
    bool inside = false;
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("#")) {
            inside = line == heading;
        } else if (inside) {
            lines.push_back(line);
        }
    }
    return lines;
}

/// What stands between backticks, in order.
std::vector<std::string> in_backticks(const std::string& line) {
    std::vector<std::string> found;
    for (std::size_t open = line.find('`'); open != std::string::npos;) {
        const std::size_t close = line.find('`', open + 1);
        if (close == std::string::npos) { break; }
        found.push_back(line.substr(open + 1, close - open - 1));
        open = line.find('`', close + 1);
    }
    return found;
}

const LibraryFile* file_named(const std::string& name) {
    for (const auto& file : library().files()) {
        if (file.name == name) { return &file; }
    }
    return nullptr;
}

bool has_section(const LibraryFile& file, const std::string& id) {
    if (file.exercise == nullptr) { return false; }
    const auto& sections = file.exercise->sections;
    return std::any_of(sections.begin(), sections.end(), [&](const Section& one) { return one.id == id; });
}

/// "`mask.json`: `shown`, `under`; `feet.json`: `contact`; `kindly check`": the names of sections follow
/// their file and a colon, up to the next semicolon. What does not exist is said.
std::vector<std::string> wrong_in(const std::string& row) {
    std::vector<std::string> wrong;
    std::istringstream parts(row);
    for (std::string part; std::getline(parts, part, ';');) {
        const auto names = in_backticks(part);
        const auto named = std::find_if(names.begin(), names.end(),
                                        [](const std::string& name) { return name.ends_with(".json"); });
        if (named == names.end()) { continue; }
        const LibraryFile* file = file_named(*named);
        if (file == nullptr) {
            wrong.push_back("there is no " + *named);
            continue;
        }
        if (part.find("`:") == std::string::npos) { continue; } // the whole file is meant
        for (auto section = std::next(named); section != names.end(); ++section) {
            if (!has_section(*file, *section)) { wrong.push_back(*named + " has no section " + *section); }
        }
    }
    return wrong;
}

std::string in_words(const Minutes& minutes) {
    if (minutes.brief == minutes.generous) { return std::to_string(minutes.usual); }
    return fmt::format("{}, {} or {}", minutes.brief, minutes.usual, minutes.generous);
}

} // namespace

TEST(Readme, ListsEveryExercise) {
    const auto lines = lines_under(readme(), "# The exercises");
    for (const LibraryFile* file : library().exercises()) {
        const auto minutes = minutes_of_exercises().find(file->id);
        ASSERT_NE(minutes, minutes_of_exercises().end()) << file->id;
        const std::string row =
            fmt::format("| `{}` | {} | {} | {} | ", file->name, file->exercise->title,
                        word(file->exercise->safety.intensity), in_words(minutes->second));
        EXPECT_THAT(lines, Contains(testing::StartsWith(row)));
    }
}

TEST(Readme, ListsEveryPartOfTheLibrary) {
    const auto lines = lines_under(readme(), "# The exercises");
    for (const auto& file : library().files()) {
        if (file.fragment == nullptr) { continue; }
        EXPECT_THAT(lines,
                    Contains(testing::StartsWith("| `" + file.name + "` | " + file.fragment->title + " | ")));
    }
}

TEST(Readme, ListsNothingThatIsNotThere) {
    for (const auto& line : lines_under(readme(), "# The exercises")) {
        for (const auto& name : in_backticks(line)) {
            if (!name.ends_with(".json")) { continue; }
            EXPECT_TRUE(std::filesystem::exists(KINDLY_SOURCE_DIR "/exercises/" + name)) << name;
        }
    }
}

TEST(Readme, IdeasAreWhereItSays) {
    std::size_t rows = 0;
    for (const auto& line : lines_under(readme(), "## Where each idea lives")) {
        if (!line.starts_with("| A") && !line.starts_with("| B")) { continue; }
        ++rows;
        EXPECT_THAT(wrong_in(line), IsEmpty());
    }
    EXPECT_GE(rows, 25U); // the content brief's table, less what is not there yet
}

TEST(Readme, WrongNamesAreFound) {
    EXPECT_THAT(wrong_in("| A: x | `look.json`: `colours`, `colors`; `glance.json`: `a` |"),
                testing::ElementsAre("look.json has no section colors", "there is no glance.json"));
    EXPECT_THAT(wrong_in("| A: x | `look.json`: `colours`; `kindly check` |"), IsEmpty());
}
