// SPDX-License-Identifier: MIT
// The screen guide for closed eyes: the words of a breath are said by a program while the screen shows it.
#include "states.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

std::string heard(const PractisingHome& home) {
    std::stringstream all;
    all << std::ifstream(home.path() / "heard").rdbuf();
    return all.str();
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) { ++count; }
    return count;
}

TEST(Spoken, PhasesOfABreathAreSaidWhileTheScreenShowsThemAndNotWhilePaused) {
    const PractisingHome home;
    home.file("config/kindly/config.toml", "bell = \"off\"\nspeech = [\"sh\", \"-c\", \"cat >> " +
                                               (home.path() / "heard").string() + "\"]\n");
    ScreenChild child(start_of(home, state("breathing"), usual_screen));
    go_to(child, state("breathing"));
    child.wait_until([&] { return times(heard(home), "A breath in any way.") == 1; }, "the text to be said");
    child.send_keys("p");
    child.wait_for_text("This is paused. Take the time you need.");
    const PractisingHome quiet;
    ScreenChild clock(start_of(quiet, state("silence"), usual_screen));
    go_to(clock, state("silence"));
    clock.wait_for_text("4:55"); // longer than the breath in
    EXPECT_EQ(times(heard(home), "Out"), 0U) << heard(home);
    child.send_keys("p");
    child.wait_until([&] { return times(heard(home), "Out.") == 1; }, "the breath out to be said");
    child.wait_for_text("Out");
    child.send_keys("m");
    child.wait_for_text("The sound is off. m turns it on.");
    child.send_keys("qq");
    EXPECT_EQ(child.wait(), 0);
}

} // namespace

} // namespace kindly::tests
