// SPDX-License-Identifier: MIT
#include "exercise/catalogue.hpp"

#include "base/failure.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string exercise_text(const std::string& id, const std::string& title, const std::string& language = "en",
                          const std::string& step = R"({ "kind": "say", "text": "Notice." })") {
    return fmt::format(R"({{ "format": "1.0", "id": "{}", "version": "1.0", "language": "{}", "title": "{}",
  "about": {{ "authors": ["a"], "license": "CC-BY-4.0" }},
  "safety": {{ "intensity": "gentle", "before": "You can stop." }},
  "sections": [
    {{ "id": "main", "title": "Main", "purpose": "notice", "steps": [ {} ] }},
    {{ "id": "feet", "title": "Feet", "role": "grounding", "steps": [ {{ "kind": "pause", "for": "30s" }} ] }},
    {{ "id": "close", "title": "Close", "role": "closing", "steps": [ {{ "kind": "say", "text": "Look around." }} ] }} ] }})",
                       id, language, title, step);
}

std::string fragment_text(const std::string& id, const std::string& version, const std::string& language,
                          const std::string& title) {
    return fmt::format(R"({{ "format": "1.0", "id": "{}", "version": "{}", "language": "{}", "title": "{}",
  "about": {{ "authors": ["a"], "license": "CC-BY-4.0" }}, "steps": [ {{ "kind": "say", "text": "Here." }} ] }})",
                       id, version, language, title);
}

/// Two folders, the first one going before the second.
class CatalogueTest : public testing::Test {
protected:
    CatalogueTest() : root_(fs::temp_directory_path() / fmt::format("kindly-catalogue-{}", ::getpid())) {
        fs::remove_all(root_);
        fs::create_directories(root_ / "first");
        fs::create_directories(root_ / "second");
    }
    ~CatalogueTest() override { fs::remove_all(root_); }

    void put(const std::string& name, const std::string& text) const {
        fs::create_directories((root_ / name).parent_path());
        std::ofstream(root_ / name) << text;
    }
    [[nodiscard]] Catalogue catalogue() const {
        return Catalogue({root_ / "first", root_ / "missing", root_ / "second"});
    }
    [[nodiscard]] std::string title(const std::string& name,
                                    const std::optional<std::string>& language = std::nullopt) const {
        const OpenedExercise opened = catalogue().open(name, language);
        return opened.exercise ? opened.exercise->title : "broken";
    }
    [[nodiscard]] std::string refused(const std::string& name,
                                      const std::optional<std::string>& language = std::nullopt) const {
        try {
            return "opened: " + title(name, language);
        } catch (const Failure& failure) {
            EXPECT_EQ(failure.code(), ExitCode::not_found) << failure.what();
            return failure.what();
        }
    }

    fs::path root_;
};

TEST_F(CatalogueTest, TheFirstFolderWins) {
    put("first/a.json", exercise_text("a", "from the first"));
    put("second/a.json", exercise_text("a", "from the second"));
    put("second/b.json", exercise_text("b", "only there"));
    EXPECT_EQ(title("a"), "from the first");
    EXPECT_EQ(title("b"), "only there");
    const Listing listing = catalogue().list();
    ASSERT_THAT(listing.exercises, SizeIs(2));
    EXPECT_EQ(listing.exercises[0].exercise->title, "from the first");
}

TEST_F(CatalogueTest, APathIsAFileWhateverItsName) {
    put("elsewhere/mine.json", exercise_text("other", "by path"));
    EXPECT_EQ(title((root_ / "elsewhere/mine.json").string()), "by path");
    EXPECT_THAT(refused((root_ / "elsewhere/none.json").string()), HasSubstr("There is no file"));
}

/// As "kindly show <(cat a.json)" gives it: a pipe can be read only once.
TEST_F(CatalogueTest, AFileMayComeThroughAPipe) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const std::string text = exercise_text("a", "through a pipe");
    ASSERT_EQ(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ::close(ends[1]);
    const OpenedExercise opened = catalogue().open(fmt::format("/dev/fd/{}", ends[0]), {});
    ::close(ends[0]);
    ASSERT_TRUE(opened.exercise) << to_text(opened.diagnostics, {});
    EXPECT_EQ(opened.exercise->title, "through a pipe");
}

TEST_F(CatalogueTest, IdsNeverLeaveTheFolders) {
    put("secret.json", exercise_text("secret", "secret"));
    for (const char* name : {"..", ".", "", "a b", "a\nb", "../secret", "a\\b", "\xC3\xA4"}) {
        EXPECT_EQ(refused(name).find("opened"), std::string::npos) << name;
    }
    EXPECT_FALSE(is_exercise_id(std::string("a\0b", 3)));
    EXPECT_FALSE(is_exercise_id(std::string(5000, 'a')));
    EXPECT_TRUE(is_exercise_id("kind-pause_2"));
}

TEST_F(CatalogueTest, AnUnknownNameIsAnsweredWithTheNearest) {
    put("second/kind-pause.json", exercise_text("kind-pause", "x"));
    EXPECT_EQ(refused("kindpause"), "There is no exercise \"kindpause\". Did you mean \"kind-pause\"?");
    EXPECT_EQ(refused("qqqqqq"), "There is no exercise \"qqqqqq\"");
}

TEST_F(CatalogueTest, OpeningOneReadsNoOther) {
    put("first/a.json", exercise_text("a", "a"));
    put("first/broken.json", "{");
    fs::create_symlink("loop.json", root_ / "first/loop.json");
    EXPECT_EQ(title("a"), "a");
    EXPECT_THAT(refused("x"), HasSubstr("There is no exercise"));
}

TEST_F(CatalogueTest, ListingTellsOfEveryBrokenFileAndHidesNoOther) {
    put("first/a.json", exercise_text("a", "a"));
    put("first/broken.json", "{");
    put("second/broken.json", exercise_text("broken", "shadowed, as open() would find"));
    put("first/renamed.json", exercise_text("other", "x"));
    put("first/notes.txt", "x");
    put("first/exercise-1.schema.json", "{}");
    put("first/.hidden.json", "{");
    fs::create_symlink("loop.json", root_ / "first/loop.json");
    fs::create_directories(root_ / "first/folder.json");
    const Listing listing = catalogue().list();
    EXPECT_THAT(listing.exercises, SizeIs(1));
    std::vector<std::string> broken;
    for (const BrokenExercise& file : listing.broken) {
        broken.push_back(file.file.filename().string());
        EXPECT_FALSE(file.problem.empty());
    }
    EXPECT_THAT(broken, ElementsAre("broken.json", "loop.json", "renamed.json"));
    EXPECT_EQ(title("broken"), "broken");
}

TEST_F(CatalogueTest, AnIdThatIsNotTheFilesNameIsDiagnosed) {
    put("first/renamed.json", exercise_text("other", "x"));
    const OpenedExercise opened = catalogue().open("renamed", std::nullopt);
    EXPECT_EQ(opened.exercise, nullptr);
    ASSERT_THAT(opened.diagnostics, SizeIs(1));
    EXPECT_THAT(first_line(opened.diagnostics[0]), HasSubstr("renamed.json:1:26: error K011"));
}

TEST_F(CatalogueTest, LanguagesAreChosenWhole) {
    put("first/a.json", exercise_text("a", "English"));
    put("first/a.de.json", exercise_text("a", "Deutsch", "de"));
    put("second/a.de-x-sie.json", exercise_text("a", "Deutsch, förmlich", "de-x-sie"));
    put("first/a.fr.json", R"({ "translates": "a", "of_version": "1.0", "language": "fr", "texts": {} })");
    EXPECT_EQ(title("a"), "English");
    EXPECT_EQ(title("a", "en"), "English");
    EXPECT_EQ(title("a", "en-GB"), "English");
    EXPECT_EQ(title("a", "de"), "Deutsch");
    EXPECT_EQ(title("a", "de-AT"), "Deutsch");
    EXPECT_EQ(title("a", "de-x-sie"), "Deutsch, förmlich");
    EXPECT_EQ(refused("a", "fr"), "\"a\" is not available in the language \"fr\", but in: de, de-x-sie, en");
    EXPECT_THAT(refused("a", "../x"), HasSubstr("is not available"));
    EXPECT_THAT(catalogue().list().exercises, SizeIs(3));
    EXPECT_THAT(catalogue().list().broken, IsEmpty());
    EXPECT_THAT(catalogue().ids(), ElementsAre("a"));
}

TEST_F(CatalogueTest, FragmentsBesideTheExerciseGoFirst) {
    put("second/library/grounding/senses.json", fragment_text("grounding/senses", "1.0", "en", "second"));
    put("elsewhere/mine.json", exercise_text("mine", "x"));
    const std::string mine = (root_ / "elsewhere/mine.json").string();
    EXPECT_EQ(catalogue().open(mine, {}).find_fragment("grounding/senses", 1)->title, "second");
    put("elsewhere/library/grounding/senses.json", fragment_text("grounding/senses", "1.3", "en", "beside"));
    EXPECT_EQ(catalogue().open(mine, {}).find_fragment("grounding/senses", 1)->title, "beside");
    // Another major version does not hide the one that is asked for.
    put("elsewhere/library/grounding/senses.json", fragment_text("grounding/senses", "2.0", "en", "beside"));
    EXPECT_EQ(catalogue().open(mine, {}).find_fragment("grounding/senses", 1)->title, "second");
    EXPECT_EQ(catalogue().open(mine, {}).find_fragment("grounding/senses", 2)->title, "beside");
}

TEST_F(CatalogueTest, FragmentsInAnotherLanguageAndOtherNamesAreNotThere) {
    put("first/a.json", exercise_text("a", "a", "de"));
    put("first/library/grounding/senses.json", fragment_text("grounding/senses", "1.0", "en", "English"));
    put("secret.json", fragment_text("secret", "1.0", "de", "secret"));
    const OpenedExercise opened = catalogue().open("a", {});
    EXPECT_EQ(opened.find_fragment("grounding/senses", 1), nullptr);
    for (const char* id :
         {"../../secret", "/etc/passwd", "", "grounding//senses", "grounding/", "../secret"}) {
        EXPECT_EQ(opened.find_fragment(id, 1), nullptr) << id;
    }
    put("first/library/grounding/senses.de.json", fragment_text("grounding/senses", "1.0", "de", "Deutsch"));
    EXPECT_EQ(catalogue().open("a", {}).find_fragment("grounding/senses", 1)->title, "Deutsch");
}

TEST_F(CatalogueTest, ABrokenFragmentIsToldAndNotUsed) {
    put("first/a.json", exercise_text("a", "a"));
    put("first/library/grounding/senses.json", "{");
    const OpenedExercise opened = catalogue().open("a", {});
    EXPECT_EQ(opened.find_fragment("grounding/senses", 1), nullptr);
    EXPECT_EQ(opened.find_fragment("grounding/senses", 1), nullptr);
    EXPECT_THAT(*opened.fragment_problems, SizeIs(1)); // read once
}

} // namespace
} // namespace kindly
