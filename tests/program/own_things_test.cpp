// SPDX-License-Identifier: MIT
// What `kindly me`, `support` and `letters` ask at a terminal.
#include "program/child.hpp"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

using namespace kindly::tests;

namespace {

const std::vector<std::string> simple{"TERM=dumb"};

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream all;
    all << std::ifstream(file).rdbuf();
    return all.str();
}

std::filesystem::path config(const TemporaryHome& home, const char* file) {
    return home.path() / ".config/kindly" / file;
}

/// Waits for each question before it is answered.
void answer(Child& child, const std::vector<std::pair<std::string, std::string>>& exchange) {
    for (const auto& [question, line] : exchange) {
        child.wait_for(question);
        child.send(line + "\n");
    }
}

} // namespace

TEST(Me, AsksOneThingAfterTheOtherAndKeepsWhatWasAnsweredBeforeLeaving) {
    const TemporaryHome home;
    Child child(home, {"me"}, Child::On::terminal, simple);
    answer(child, {{"change some?", "y"},
                   {"like to be called? [not set]", "Sam"},
                   {"come back to", ""},
                   {"tradition", ""},
                   {"Which country", "de"},
                   {"How fast", "fast"},
                   {"is not a pace", "0.8"},
                   {"how distressed", "q"}});
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(text_of(config(home, "me.json")),
              "{\n  \"name\": \"Sam\",\n  \"country\": \"de\",\n  \"pace\": 0.8\n}\n");
}

TEST(Me, LooksWithoutChangingAnything) {
    const TemporaryHome home;
    Child child(home, {"me"}, Child::On::terminal, simple);
    answer(child, {{"change some?", ""}});
    EXPECT_EQ(child.wait(), 0);
    EXPECT_FALSE(std::filesystem::exists(config(home, "me.json")));
}

TEST(Support, AsksForTheCountryOnceAndAfterThePage) {
    const TemporaryHome home;
    {
        Child child(home, {"support"}, Child::On::terminal, simple);
        child.wait_for("If a number fails");
        answer(child, {{"Which country are you in?", ""}});
        EXPECT_EQ(child.wait(), 0);
    }
    EXPECT_EQ(text_of(config(home, "me.json")), "{\n  \"country\": \"\"\n}\n");
    Child again(home, {"support"}, Child::On::terminal, simple);
    EXPECT_EQ(again.wait(), 0); // without a question
}

TEST(Support, ThePageEndsWellWhereTheHomeCannotBeWritten) {
    const TemporaryHome home;
    Child child(home, {"support"}, Child::On::terminal, {"XDG_CONFIG_HOME=/proc/nowhere"});
    answer(child, {{"Which country are you in?", ""}});
    EXPECT_EQ(child.wait(), 0);
    const std::string& shown = child.output();
    EXPECT_EQ(shown.find("Which country"), shown.rfind("Which country")) << "asked once";
}

TEST(Support, TakesPeopleDownOneByOne) {
    const TemporaryHome home;
    Child child(home, {"support", "--edit"}, Child::On::terminal, simple);
    answer(child, {{"+ adds somebody", "+"},
                   {"Name?", "Sam"},
                   {"be reached?", ""},
                   {"are both needed here", "01234"},
                   {"When", "evenings"},
                   {"1. Sam: 01234 (evenings)", "+"},
                   {"Name?", "Kim"},
                   {"be reached?", "q"}, // leaves her out again
                   {"+ adds somebody, a number", "3"},
                   {"not one of the choices", "1"},
                   {"Name? [Sam]", "Sam Lee"},
                   {"[01234]", ""},
                   {"[evenings]", "-"},
                   {"1. Sam Lee: 01234\r\n", "+"},
                   {"Name?", "Kim"},
                   {"be reached?", "next door"},
                   {"When", ""},
                   {"2. Kim", "-1"},
                   {"1. Kim: next door", ""}});
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(
        text_of(config(home, "contacts.json")),
        "{\n  \"people\": [\n    {\n      \"name\": \"Kim\",\n      \"how\": \"next door\"\n    }\n  ]\n}\n");
    EXPECT_EQ(std::filesystem::status(config(home, "contacts.json")).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}
