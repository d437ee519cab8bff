// SPDX-License-Identifier: MIT
// Keys and pastes as they come through a real terminal: its driver, its modes, its pace.
#include "painting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

std::size_t sum_of(const std::string& text) { // as the painter has it
    std::size_t sum = 0;
    for (const char byte : text) { sum = sum * 31 + static_cast<unsigned char>(byte); }
    return sum;
}

std::string told(const std::string& text) {
    return "paste " + std::to_string(text.size()) + " " + std::to_string(sum_of(text));
}

TEST(KeysTest, EachHasItsName) {
    const std::pair<std::string, std::string> all[] = {
        {"a", "character a"},
        {"é", "character é"},
        {"日", "character 日"},
        {keys::enter, "enter"},
        {"\n", "enter"},
        {keys::tab, "tab"},
        {keys::back_tab, "back_tab"},
        {keys::backspace, "backspace"},
        {keys::ctrl_backspace, "ctrl backspace"},
        {keys::remove, "remove"},
        {keys::ctrl_remove, "ctrl remove"},
        {keys::left, "left"},
        {keys::right, "right"},
        {keys::up, "up"},
        {keys::down, "down"},
        {keys::home, "home"},
        {keys::end, "end"},
        {keys::page_up, "page_up"},
        {keys::page_down, "page_down"},
        {keys::ctrl_left, "ctrl left"},
        {keys::ctrl_right, "ctrl right"},
        {"\033[1;3D", "alt left"},
        {keys::ctrl('a'), "control a"},
        {keys::ctrl('d'), "control d"},
        {keys::ctrl('o'), "control o"},
        {keys::ctrl('q'), "control q"},
        {keys::ctrl('s'), "control s"}, // and the next one is seen: nothing is frozen
        {keys::ctrl('v'), "control v"},
        {keys::ctrl('w'), "control w"},
        {std::string(1, '\034'), "other"}, // Ctrl-\ does not end everything
        {keys::alt("b"), "alt character b"},
        {keys::alt("é"), "alt character é"},
        {keys::alt(keys::backspace), "alt backspace"},
        {keys::alt(keys::enter), "alt enter"},
        {keys::alt(keys::ctrl('w')), "alt control w"},
        {keys::escape, "escape"},
        {"\033OP", "other"},
    };
    ScreenChild child(painter({.arguments = {}, .rows = 60}));
    wait_for_picture(child);
    int number = 0;
    for (const auto& [bytes, name] : all) {
        child.send_keys(bytes);
        const std::string line = std::to_string(++number) + ": " + name;
        child.wait_until([&] { return child.row(4 + number) == line; }, line);
    }
}

TEST(KeysTest, OfAVt100AreKnownToo) {
    ScreenChild child(painter({.arguments = {}, .term = "vt100"}));
    wait_for_picture(child);
    child.send_keys("\010"); // Backspace, on that one
    child.wait_for_text("1: backspace");
    child.send_keys("\033Ot"); // 4 in the block of numbers
    child.wait_for_text("2: character 4");
}

TEST(KeysTest, ManyAtOnceComeInOrder) {
    ScreenChild child(painter());
    wait_for_picture(child);
    child.send_keys("x" + keys::left + keys::alt("b") + "é" + keys::ctrl_right + "y");
    child.wait_for_text(
        "1: character x 2: left 3: alt character b 4: character é 5: ctrl right 6: character y");
}

TEST(PasteTest, ComesAsOneThingAsItWas) {
    ScreenChild child(painter());
    wait_for_picture(child);
    const std::string text = "two\rlines\t\033[31mred\033[201 Q \001 \005";
    child.paste(text);
    child.wait_for_text("1: " + told(text));
    child.send_keys("a"); // nothing in it was obeyed
    child.wait_for_text("2: character a");
    EXPECT_EQ(child.row(1), "normal quiet strong accent");
}

TEST(PasteTest, AMegabyteComesWhole) {
    ScreenChild child(painter());
    wait_for_picture(child);
    std::string text;
    for (int line = 0; text.size() < 1024 * 1024; ++line) { text += "line " + std::to_string(line) + "\r"; }
    child.paste(text);
    child.wait_for_text("1: " + told(text));
}

TEST(PasteTest, ThreeMegabytesAreRefusedWhole) {
    ScreenChild child(painter());
    wait_for_picture(child);
    child.paste(std::string(3 * 1024 * 1024, 'Q'));
    child.wait_for_text("1: paste_refused");
    child.send_keys("a");
    child.wait_for_text("2: character a");
}

TEST(PasteTest, OneThatNeverEndsIsTakenAfterAWhile) {
    ScreenChild child(painter());
    wait_for_picture(child);
    child.send_keys("\033[200~begun");
    child.wait_for_text("1: " + told("begun"));
    child.send_keys("a");
    child.wait_for_text("2: character a");
    child.send_keys("\033[201~b"); // and the end comes after all
    child.wait_for_text("3: character b");
}

} // namespace

} // namespace kindly::tests
