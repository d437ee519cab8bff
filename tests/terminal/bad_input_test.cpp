// SPDX-License-Identifier: MIT
// Bad input at the terminal: in an exercise, a setting, what is typed and what is pasted. It is shown
// harmlessly or refused in words; never interpreted, never taken by half.
#include "states.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kindly::tests {

namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// Sets a title, a colour and a palette, clears the screen, asks for answers, turns words around, hides
/// some, and holds what is no character yet.
const std::string harmful = "\033]0;owned\007\033[31;41mred\033[2J\033[6n\033P1$r\033\\\302\233"
                            "31m"
                            "\342\200\256abc\342\201\246def\342\200\213ghi\302\255\315\270\363\240\201\201";

/// Of what was written since, nothing came from a text.
void expect_untouched(ScreenChild& child, std::size_t since = 0) {
    const std::string written = child.raw().substr(since);
    for (const std::string& part :
         {std::string("\033]"), std::string("\033[31"), std::string("\033[6n"), std::string("\033P"),
          std::string("\302\233"), std::string("\342\200\256"), std::string("\342\201\246"),
          std::string("\342\200\213"), std::string("\315\270"), std::string("\363\240\201\201")}) {
        EXPECT_THAT(written, Not(HasSubstr(part)));
    }
    EXPECT_FALSE(child.title_set());
    EXPECT_EQ(child.bells(), 0);
}

void write_json(const std::filesystem::path& path, const json& what) { std::ofstream(path) << what.dump(); }

json states_json() { return json::parse(std::ifstream(test_exercise("states"))); }

TEST(BadInput, AnExerciseWithControlCharactersIsRefusedBeforeAnythingIsShown) {
    for (const std::string part : {"\033]0;owned\007",
                                   "\302\233"
                                   "31m",
                                   "\342\200\256", "\342\201\246", "\342\200\213", "\302\255"}) {
        const PractisingHome home;
        json exercise = states_json();
        exercise["sections"][0]["steps"][0]["text"] = "before " + part + " after";
        write_json(home.path() / "it.json", exercise);
        ScreenChild child(
            home.kindly({"practice", (home.path() / "it.json").string()}, {24, 400}, {"NO_COLOR=1"}));
        EXPECT_EQ(child.wait(), 3);
        EXPECT_TRUE(child.shows("error L003")) << child.all_text();
        EXPECT_TRUE(child.shows("it.json:1:"));
        EXPECT_THAT(child.raw(), Not(HasSubstr("\033[?1049h")));
        expect_untouched(child);
    }
}

TEST(BadInput, AWordOfTenThousandCharactersInAnExerciseIsRefusedAndTheLongestThatIsTakenIsFolded) {
    const PractisingHome home;
    json exercise = states_json();
    exercise["sections"][0]["steps"][0]["text"] = std::string(10000, 'w');
    write_json(home.path() / "it.json", exercise);
    ScreenChild refused(home.kindly({"practice", (home.path() / "it.json").string()}));
    EXPECT_EQ(refused.wait(), 3);
    EXPECT_TRUE(refused.shows("error J007"));
    exercise["sections"][0]["steps"][0]["text"] = std::string(1190, 'w') + "END";
    write_json(home.path() / "it.json", exercise);
    ScreenChild child(
        home.kindly({"practice", (home.path() / "it.json").string(), "--unrecorded"}, smallest_screen));
    child.wait_for_text("Enter begin");
    child.send_keys(keys::enter);
    child.wait_for_text("wwww");
    for (int page = 0; page < 10; ++page) { child.send_keys(keys::page_down); }
    child.wait_for_text("END");
}

TEST(BadInput, ASettingIsShownHarmlessly) {
    const PractisingHome home;
    json exercise = states_json();
    exercise["parameters"]["name"] = {
        {"type", "text"}, {"label", "A name"}, {"default", "friend"}, {"longest", 200}, {"set_by", "client"}};
    exercise["sections"][0]["steps"][0]["text"] = "Hello {name}, hello.";
    write_json(home.path() / "it.json", exercise);
    write_json(home.path() / "settings.json", {{"name", harmful}});
    ScreenChild child(home.kindly({"practice", (home.path() / "it.json").string(), "--unrecorded",
                                   "--settings", (home.path() / "settings.json").string()}));
    child.wait_for_text("Enter begin");
    child.send_keys(keys::enter);
    child.wait_for_text("hello.");
    child.wait_until_it_waits();
    EXPECT_TRUE(child.shows("Hello ]0;owned[31;41mred[2J[6nP1$r\\31mabcdefghi, hello.")) << child.all_text();
    expect_untouched(child);
    child.send_keys("qq");
    EXPECT_EQ(child.wait(), 0);
}

TEST(BadInput, MyOwnSettingsAreShownHarmlesslyToo) {
    const PractisingHome home;
    json exercise = states_json();
    exercise["parameters"]["name"] = {
        {"type", "text"}, {"label", "A name"}, {"default", "friend"}, {"longest", 200}, {"set_by", "client"}};
    exercise["sections"][0]["steps"][0]["text"] = "Hello {name}, hello.";
    write_json(home.path() / "it.json", exercise);
    home.file("config/kindly/me.json", json({{"settings", {{"name", harmful}}}}).dump());
    ScreenChild child(home.kindly({"practice", (home.path() / "it.json").string(), "--unrecorded"}));
    child.wait_for_text("Enter begin");
    child.send_keys(keys::enter);
    child.wait_for_text("hello.");
    child.wait_until_it_waits();
    EXPECT_TRUE(child.shows("mabcdefghi, hello.")) << child.all_text();
    expect_untouched(child);
}

/// What the log holds of the words.
std::string words_in_log(const PractisingHome& home) {
    auto start = home.kindly({});
    const std::string file = (home.path() / "log.json").string();
    start.command = {"/bin/sh", "-c", std::string(KINDLY_BINARY) + " log --json > " + file};
    ScreenChild log(start);
    EXPECT_EQ(log.wait(), 0) << log.all_text();
    std::stringstream all;
    all << std::ifstream(file).rdbuf();
    const json sessions = json::parse(all.str(), nullptr, false);
    for (const auto& item : sessions.is_discarded() ? json() : sessions.flatten()) {
        if (item.is_string() && item.get<std::string>().find("abc") != std::string::npos) {
            return item.get<std::string>();
        }
    }
    return all.str();
}

TEST(BadInput, WhatIsPastedIsShownHarmlesslyAndKeptWithoutControlCharacters) {
    const PractisingHome home;
    ScreenChild child(home.kindly({"practice", test_exercise("states")}));
    go_to(child, state("writing"));
    const auto mark = child.mark();
    child.paste("paste " + harmful + " \003 \032 \034 \004 end");
    child.wait_for_text("end");
    child.wait_until_it_waits();
    EXPECT_TRUE(child.shows("What would help?")) << "none of it was obeyed: " << child.all_text();
    EXPECT_TRUE(child.shows("paste ]0;owned[31;41mred[2J[6nP1$r\\31mabcdefghi end")) << child.all_text();
    expect_untouched(child, mark);
    EXPECT_TRUE(child.in_alternate_screen()) << "and Ctrl-Z in it is no signal";
    child.send_keys(keys::ctrl('d'));
    child.wait_for_text("You wrote this:");
    child.wait_until_it_waits();
    EXPECT_TRUE(child.shows("\\31mabcdefghi end")) << child.all_text();
    expect_untouched(child, mark);
    child.send_keys("qq");
    EXPECT_EQ(child.wait(), 0);
    const std::string kept = words_in_log(home);
    EXPECT_THAT(kept, HasSubstr("paste ]0;owned"));
    EXPECT_THAT(kept, HasSubstr("end"));
    for (const char byte : kept) { EXPECT_FALSE(static_cast<unsigned char>(byte) < ' ') << kept; }
}

TEST(BadInput, WhatIsTypedIsShownHarmlessly) {
    const PractisingHome home;
    ScreenChild child(start_of(home, state("writing"), smallest_screen));
    go_to(child, state("writing"));
    const auto mark = child.mark();
    child.send_keys("typed \342\200\256abc\342\201\246def\342\200\213ghi\315\270 and \302\233"
                    "31m"
                    "end");
    child.wait_for_text("end");
    child.wait_until_it_waits();
    EXPECT_TRUE(child.shows("typed abcdefghi and 31mend")) << child.all_text();
    expect_untouched(child, mark);
}

TEST(BadInput, AWordOfTenThousandCharactersIsPastedWholeOrRefusedWhole) {
    const PractisingHome home;
    ScreenChild child(start_of(home, state("writing"), smallest_screen));
    go_to(child, state("writing"));
    child.send_keys("mine");
    child.wait_for_text("mine");
    child.paste(std::string(10000, 'w')); // 2,000 fit
    child.wait_for_text("8004 characters longer than there is room for. Nothing has changed.");
    EXPECT_TRUE(child.shows("mine"));
    EXPECT_FALSE(child.shows("ww"));
    child.paste(std::string(1990, 'w') + " END");
    child.wait_for_text("END");
    EXPECT_TRUE(child.shows(std::string(35, 'w') + " " + std::string(35, 'w'))) << "folded where a row ends";
}

TEST(BadInput, AMegabyteIsTakenWholeOrRefusedWhole) {
    std::string megabyte;
    while (megabyte.size() < 1024 * 1024) { megabyte += "a line of many\r"; }
    for (const bool limited : {true, false}) {
        const PractisingHome home;
        json exercise = states_json();
        for (auto& step : exercise["sections"][0]["steps"]) {
            if (step.value("id", "") == "a_line" && !limited) { step.erase("longest"); }
        }
        write_json(home.path() / "it.json", exercise);
        ScreenChild child(home.kindly({"practice", (home.path() / "it.json").string(), "--unrecorded"}));
        go_to(child, state("writing"));
        child.send_keys("mine ");
        child.wait_for_text("mine");
        child.paste(megabyte);
        child.wait_for_text("longer than there is room for. Nothing has changed.");
        EXPECT_TRUE(child.shows("mine"));
        EXPECT_FALSE(child.shows("a line of many"));
        child.send_keys("still");
        child.wait_for_text("mine still");
        child.paste(std::string(limited ? 1980 : 19980, 'y') + "END"); // what fits is taken whole
        child.wait_for_text("END");
    }
}

TEST(BadInput, AConfigFileWithAMistakeNamesPlaceAndCureAndGroundAndSupportStillWork) {
    const std::pair<std::string, std::string> mistakes[] = {
        {"colour = \"red\"\n", "Did you mean \"color\"?"},
        {"# fine\ncolor = \n", "config.toml:2:9: error C003: A value is missing here"},
        {"color = 3\n", "There are: auto, always, never"}};
    for (const auto& [file, told] : mistakes) {
        const PractisingHome home;
        home.file("config/kindly/config.toml", file);
        for (const char* command : {"practice", "today", "log"}) {
            std::vector<std::string> arguments{command};
            if (command == std::string("practice")) { arguments.emplace_back("feet"); }
            ScreenChild child(home.kindly(arguments, {24, 300}));
            EXPECT_EQ(child.wait(), 2) << command;
            EXPECT_TRUE(child.shows(told)) << child.all_text();
            EXPECT_TRUE(child.shows("\"kindly ground\" and \"kindly support\" work without it."));
            EXPECT_THAT(child.raw(), Not(HasSubstr("\033[?1049h")));
        }
        ScreenChild support(home.kindly({"support"}, {60, 300}));
        support.wait_for_text("Enter leaves it out.");
        support.send_keys(keys::enter);
        EXPECT_EQ(support.wait(), 0);
        EXPECT_TRUE(support.shows("local emergency number"));
        ScreenChild ground(home.kindly({"ground"}));
        ground.wait_for_text("q stop");
        EXPECT_TRUE(ground.in_alternate_screen());
        ground.send_keys("qq");
        EXPECT_EQ(ground.wait(), 0);
        EXPECT_THAT(ground.left_behind(), HasSubstr("This went on without it."));
    }
}

} // namespace

} // namespace kindly::tests
