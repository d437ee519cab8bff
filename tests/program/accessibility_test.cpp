// SPDX-License-Identifier: MIT
// What people rely on who listen to the screen, see no colours, or want no motion: the program in pipes and
// in pseudo-terminals, in every environment that counts.
#include "base/text.hpp"
#include "program/child.hpp"

#include <algorithm>
#include <regex>

#include <gtest/gtest.h>
#include <utf8proc.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

const winsize usual_size{24, 80, 0, 0};
constexpr char escape = '\x1b';

/// Enough answers for every question of every exercise: each fits somewhere, and an empty line does
/// everywhere.
std::string many_answers() {
    std::string typed;
    for (int times = 0; times < 60; ++times) { typed += "1\n\n"; }
    return typed;
}

std::vector<std::string> exercises(const TemporaryHome& home) {
    std::vector<std::string> ids;
    const json shape = json::parse(finished(home, {"list", "--json"}).output);
    for (const auto& one : shape) {
        if (one.at("kind") == "exercise") { ids.push_back(one.at("id")); }
    }
    return ids;
}

std::vector<char32_t> code_points(const std::string& text) {
    std::vector<char32_t> all;
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t point = 0;
        const utf8proc_ssize_t length = utf8proc_iterate(at, left, &point);
        if (length <= 0) { throw std::runtime_error("no UTF-8:\n" + text); }
        all.push_back(static_cast<char32_t>(point));
        at += length;
        left -= length;
    }
    return all;
}

/// Letters, digits, punctuation that voices and Braille displays know; no lines, blocks, dots or pictures.
bool may_stand_in_plain(char32_t point) {
    const std::u32string punctuation = U"\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2026";
    return point == '\n' || (point >= 0x20 && point < 0x7f) || (point >= 0xa0 && point < 0x250) ||
           punctuation.find(point) != std::u32string::npos;
}

/// What a terminal was sent, with its own line ends taken back.
std::string without_line_ends(std::string text) {
    for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos;) { text.erase(at, 1); }
    return text;
}

/// What `doctor` says in a terminal of this kind.
json doctor_says(const std::vector<std::string>& variables, std::vector<std::string> options = {},
                 const winsize* size = &usual_size) {
    const TemporaryHome home;
    options.insert(options.begin(), {"doctor", "--json"});
    Child child(home, options, Child::On::terminal, variables, size);
    EXPECT_EQ(child.wait(), 0) << child.output();
    return json::parse(child.output());
}

} // namespace

TEST(Accessibility, PlainOutputOnlyEverAppends) {
    const TemporaryHome home;
    const auto ids = exercises(home);
    ASSERT_FALSE(ids.empty());
    for (const auto& id : ids) {
        const auto done =
            finished(home, {"practice", id, "--instant", "--unrecorded", "--seed", "1"}, many_answers());
        EXPECT_EQ(done.status, 0) << id;
        EXPECT_GT(done.output.size(), 500U) << id;
        for (const char32_t point : code_points(done.output)) {
            EXPECT_TRUE(may_stand_in_plain(point))
                << id << ": U+" << std::hex << static_cast<unsigned>(point);
        }
    }
}

TEST(Accessibility, HelpAndSupportAndGroundingOnlyAppendToo) {
    const TemporaryHome home;
    const auto done = finished(home, {"ground", "--instant"}, "?\n");
    for (const char32_t point : code_points(done.output + finished(home, {"support"}).output)) {
        EXPECT_TRUE(may_stand_in_plain(point)) << std::hex << static_cast<unsigned>(point);
    }
}

TEST(Accessibility, ATerminalThatCannotMoveItsCursorGetsPlainLines) {
    for (const char* term : {"TERM=dumb", "TERM=", "TERM=no-such-terminal"}) {
        const TemporaryHome home;
        Child child(home, {"practice", "feet", "--unrecorded"}, Child::On::terminal, {term}, &usual_size);
        child.wait_for("q stop");
        child.send("q\n");
        EXPECT_EQ(child.wait(), 0);
        const std::string shown = without_line_ends(child.output());
        EXPECT_EQ(shown.find_first_of("\x1b\r\b"), std::string::npos) << term << '\n' << shown;
        EXPECT_NE(shown.find("stays in this terminal's history"), std::string::npos) << shown;
    }
}

TEST(Accessibility, PlainIsAskedForByOptionAndEnvironment) {
    const std::string xterm = "TERM=xterm-256color";
    const struct {
        std::vector<std::string> variables, options;
        const char* guide;
    } rows[] = {
        {{xterm}, {}, "screen"},
        {{xterm}, {"--plain"}, "plain"},
        {{xterm, "ACCESSIBLE=1"}, {}, "plain"},
        {{xterm, "ACCESSIBLE=yes"}, {}, "plain"},
        {{xterm, "ACCESSIBLE=0"}, {}, "screen"},
        {{xterm, "ACCESSIBLE=false"}, {}, "screen"},
        {{xterm, "ACCESSIBLE="}, {}, "screen"},
        {{xterm, "ACCESSIBLE=0"}, {"--plain"}, "plain"},
        {{"TERM=dumb", "ACCESSIBLE=0"}, {}, "plain"},
        {{"TERM="}, {}, "plain"},
    };
    for (const auto& row : rows) {
        const json guide = doctor_says(row.variables, row.options).at("guide");
        EXPECT_EQ(guide.at("auto"), row.guide)
            << row.variables.back() << (row.options.empty() ? "" : " --plain") << ": " << guide.at("reason");
    }
    const winsize small{11, 80, 0, 0};
    EXPECT_EQ(doctor_says({xterm}, {}, &small).at("guide").at("auto"), "plain");
    EXPECT_EQ(doctor_says({xterm}, {}, nullptr).at("guide").at("auto"), "plain");
}

TEST(Accessibility, AskingForPlainLinesGivesPlainLines) {
    for (const auto& [variable, option] :
         {std::pair("ACCESSIBLE=1", "--unrecorded"), std::pair("ACCESSIBLE=0", "--plain"),
          std::pair("ACCESSIBLE=0", "--guide=plain")}) {
        const TemporaryHome home;
        Child child(home, {"practice", "feet", option}, Child::On::terminal,
                    {"TERM=xterm-256color", variable}, &usual_size);
        child.wait_for("q stop");
        child.send("q\n");
        EXPECT_EQ(child.wait(), 0);
        EXPECT_EQ(child.output().find(escape), std::string::npos) << variable << ' ' << option;
    }
}

TEST(Accessibility, NoColorGoesBeforeForcedColourBeforeTheTerminal) {
    for (const bool no_color : {false, true}) {
        for (const std::string color : {"auto", "always", "never"}) {
            const TemporaryHome home;
            std::vector<std::string> variables{"TERM=xterm-256color"};
            if (no_color) { variables.emplace_back("NO_COLOR=1"); }
            Child child(home,
                        {"show", KINDLY_SOURCE_DIR "/exercises/exercise-1.schema.json", "--color", color},
                        Child::On::terminal, variables, &usual_size);
            EXPECT_EQ(child.wait(), 3);
            const bool coloured = child.output().find(escape) != std::string::npos;
            EXPECT_EQ(coloured, !no_color && color != "never") << color << (no_color ? " NO_COLOR" : "");
        }
    }
}

TEST(Accessibility, NothingIsToldByColourAlone) {
    const auto shown = [](const std::vector<std::string>& variables) {
        const TemporaryHome home;
        Child child(home, {"check", KINDLY_SOURCE_DIR "/exercises/exercise-1.schema.json"},
                    Child::On::terminal, variables, &usual_size);
        child.wait();
        return child.output();
    };
    const std::string coloured = shown({"TERM=xterm-256color"});
    const std::string plain = shown({"TERM=xterm-256color", "NO_COLOR=1"});
    EXPECT_NE(coloured, plain) << "there is colour to take away";
    EXPECT_EQ(std::regex_replace(coloured, std::regex("\x1b\\[[0-9;]*m"), ""), plain);

    const TemporaryHome home;
    const std::vector<std::string> practice{"practice", "look", "--instant", "--unrecorded",
                                            "--seed",   "1",    "--color",   "always"};
    Child forced(home, practice);
    forced.send(many_answers());
    forced.close_input();
    EXPECT_EQ(forced.wait(), 0);
    Child without(home, practice, Child::On::pipes, {"NO_COLOR=1"});
    without.send(many_answers());
    without.close_input();
    EXPECT_EQ(without.wait(), 0);
    EXPECT_EQ(forced.output(), without.output()) << "plain lines have no colours at all";
}
