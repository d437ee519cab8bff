// SPDX-License-Identifier: MIT
#include "person/preferences_file.hpp"

#include "base/failure.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace fs = std::filesystem;

class PreferencesFile : public testing::Test {
protected:
    PreferencesFile() {
        std::string name = (fs::temp_directory_path() / "kindly-me-XXXXXX").string();
        folder = ::mkdtemp(name.data());
        file = folder / "config/me.json";
    }
    ~PreferencesFile() override { fs::remove_all(folder); }

    void write(const std::string& text) const {
        fs::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }
    [[nodiscard]] std::string text() const {
        std::ostringstream all;
        all << std::ifstream(file).rdbuf();
        return all.str();
    }
    [[nodiscard]] Preferences read() const {
        const ReadPreferences found = load_preferences(file);
        EXPECT_THAT(found.diagnostics, IsEmpty());
        return found.preferences;
    }

    fs::path folder, file;
};

TEST_F(PreferencesFile, EverythingThatIsSetIsReadBackAndTheFileIsForThePersonAlone) {
    set_preference(file, "name", " Sam\tthe\nKind ");
    set_preference(file, "anchor", "feet");
    set_preference(file, "tradition", "my grandmother's \"prayer\"");
    set_preference(file, "country", "IE");
    set_preference(file, "pace", "0.5");
    set_preference(file, "ratings", "off");
    set_avoided(file, {Avoidable::touch, Avoidable::breath});
    const Preferences preferences = read();
    EXPECT_EQ(preferences.name, "Sam the Kind");
    EXPECT_EQ(value_of(preferences, "anchor"), "feet");
    EXPECT_EQ(value_of(preferences, "tradition"), "my grandmother's \"prayer\"");
    EXPECT_EQ(value_of(preferences, "country"), "IE");
    EXPECT_EQ(value_of(preferences, "pace"), "0.5");
    EXPECT_EQ(value_of(preferences, "ratings"), "off");
    EXPECT_EQ(written_avoided(preferences.avoided), "breath, touch");
    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    ASSERT_EQ(::stat(file.parent_path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0700U);
    EXPECT_EQ(std::distance(fs::directory_iterator(file.parent_path()), fs::directory_iterator()), 1)
        << "nothing else is left there";
}

TEST_F(PreferencesFile, WhatIsTakenAwayIsAsIfNeverSet) {
    write(
        R"({ "settings": { "rounds": 3 }, "name": "Sam", "pace": 2, "ratings": "off", "avoid": ["touch"] })");
    for (const std::string& name : preference_names()) { set_preference(file, name, ""); }
    set_avoided(file, {});
    EXPECT_EQ(text(), "{\n  \"settings\": {\n    \"rounds\": 3\n  }\n}\n");
    for (const std::string& name : preference_names()) { EXPECT_EQ(value_of(read(), name), ""); }
}

TEST_F(PreferencesFile, WhatWasWrittenByHandKeepsItsOrder) {
    write("{ \"ratings\": \"before\",\n\"settings\": { \"b\": \"two\", \"a\": 1 }, \"name\": \"Sam\" }");
    set_preference(file, "ratings", "ask");
    set_preference(file, "anchor", "feet");
    EXPECT_EQ(text(),
              "{\n  \"ratings\": \"ask\",\n  \"settings\": {\n    \"b\": \"two\",\n    \"a\": 1\n  },\n"
              "  \"name\": \"Sam\",\n  \"anchor\": \"feet\"\n}\n");
}

TEST_F(PreferencesFile, AFileWithErrorsStaysAsItIs) {
    for (const std::string wrong :
         {"{ \"pace\": 9 }", "{ \"name\": \"Sam\" ", "[]", "", "{ \"a\": 1, \"a\": 2 }"}) {
        write(wrong);
        EXPECT_THROW(set_preference(file, "name", "Kim"), Failure) << wrong;
        EXPECT_THROW(set_avoided(file, {Avoidable::touch}), Failure) << wrong;
        EXPECT_EQ(text(), wrong);
    }
}

TEST_F(PreferencesFile, WhatDoesNotFitChangesNothing) {
    const std::pair<const char*, std::string> wrong[] = {
        {"pace", "0.2"},    {"pace", "4.1"},
        {"pace", "nan"},    {"pace", "1x"},
        {"ratings", "no"},  {"settings", "{}"},
        {"avoid", "touch"}, {"name", std::string(31, 'a')},
        {"", "x"},          {"anchor", std::string(81, 'a')}};
    for (const auto& [name, value] : wrong) {
        EXPECT_THROW(set_preference(file, name, value), Failure) << name << " = " << value;
    }
    EXPECT_FALSE(fs::exists(file.parent_path()));
    set_preference(file, "name", "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ"); // 30 of them
    EXPECT_TRUE(fs::exists(file));
}

TEST_F(PreferencesFile, ALinkStaysALink) {
    fs::create_directories(folder / "elsewhere");
    fs::create_directories(file.parent_path());
    fs::create_symlink(folder / "elsewhere/me.json", file); // which is not there yet
    set_preference(file, "name", "Sam");
    EXPECT_TRUE(fs::is_symlink(file));
    EXPECT_TRUE(fs::is_regular_file(folder / "elsewhere/me.json"));
    EXPECT_EQ(read().name, "Sam");
}

TEST(Avoided, IsReadAsItIsWritten) {
    EXPECT_EQ(read_avoided(""), std::set<Avoidable>{});
    EXPECT_EQ(read_avoided("none"), std::set<Avoidable>{});
    EXPECT_EQ(read_avoided(" touch,breath  eyes-closed,"),
              (std::set{Avoidable::touch, Avoidable::breath, Avoidable::eyes_closed}));
    for (const Avoidable thing : all_values<Avoidable>()) {
        EXPECT_EQ(read_avoided(written_avoided({thing})), std::set{thing});
    }
    try {
        (void)read_avoided("touch, breth");
        FAIL() << "it was taken";
    } catch (const Failure& failure) { EXPECT_THAT(failure.what(), HasSubstr("Did you mean \"breath\"?")); }
}

} // namespace
} // namespace kindly
