// SPDX-License-Identifier: MIT
// What is heard of a session: a speech program that writes down what it is given, and a bell that counts.
#include "guide/narrator.hpp"

#include "support.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sys/stat.h>

#include <gtest/gtest.h>

namespace kindly {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using testing::at;
using testing::now;
using testing::question;

struct Narration : ::testing::Test {
    fs::path folder;
    int rings = 0;
    std::optional<Sound> sound;
    std::optional<Narrator> narrator;

    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "kindly-narrator-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
        begin({"sh", "-c", "cat >>\"$1\"", "sh", (folder / "heard").string()});
    }
    void TearDown() override {
        narrator.reset();
        sound.reset();
        fs::remove_all(folder);
    }
    void begin(std::vector<std::string> speech) {
        narrator.reset();
        sound.emplace(SoundOptions{SoundOptions::Bell::terminal, {}, std::move(speech)}, [this] { ++rings; });
        narrator.emplace(*sound);
    }
    /// Speech that goes on until it is ended; without the file "never", as before.
    void begin_endless() {
        begin({"sh", "-c", "cat >>\"$1\"; while [ -p \"$2\" ]; do read -r line <\"$2\"; done", "sh",
               (folder / "heard").string(), (folder / "never").string()});
        ASSERT_EQ(::mkfifo((folder / "never").c_str(), 0600), 0);
    }
    /// All that was said since this was last asked.
    std::string heard() {
        sound->finish(30s, {});
        std::ifstream in(folder / "heard");
        std::string text{std::istreambuf_iterator<char>(in), {}};
        fs::remove(folder / "heard");
        return text;
    }
    std::string heard(decltype(Event::what) what) {
        narrator->show(now(std::move(what)));
        return heard();
    }
};

TEST_F(Narration, says_texts_and_what_goes_with_them) {
    EXPECT_EQ(heard(event::Started{"id", "feet", "1.0", "en", "Through the floor", 3min, 1}),
              "Through the floor\nThis takes about 3 minutes.\n");
    EXPECT_EQ(heard(event::Warning{"You can stop.", Intensity::gentle, false}), "You can stop.\n");
    EXPECT_EQ(heard(event::SectionBegan{"arrive", "Arrive", std::nullopt, Role::main, Purpose::arrive}), "");
    EXPECT_EQ(heard(event::Said{"You might sit.", false}), "You might sit.\n");
    EXPECT_EQ(heard(event::Said{"Look around.", true}), "Look around.\nEnter goes on.\n")
        << "or a voice would end, and nothing would come any more";
    EXPECT_EQ(heard(event::SilenceBegan{35s, "Rest here.", false}), "Rest here.\nQuiet for 35 seconds.\n");
    EXPECT_EQ(heard(event::BreathingBegan{4s, 0s, 6s, 0s, 3, ""}),
              "Breathing, 3 rounds. Or breathe in your own way.\n");
    EXPECT_EQ(heard(event::Recalled{"You wrote:", "A walk."}), "You wrote:\nA walk.\n");
    EXPECT_EQ(heard(event::Asked{question(Ask::Answer::choice), std::nullopt}),
              "Where do you notice it most?\n1. In my body.\n2. In my thoughts.\n3. Nowhere, really.\n");
    EXPECT_EQ(heard(event::GroundingPhase{true}), "Grounding. Nothing is asked of you here.\n");
    EXPECT_EQ(heard(event::Ended{Status::completed, StopReason::none, 90s, 0s}),
              "You did this for 1 minute 30 seconds.\n");
    EXPECT_EQ(rings, 0);
    EXPECT_EQ(sound->trouble(), std::nullopt);
}

TEST_F(Narration, says_offers_with_their_default) {
    EXPECT_EQ(heard(event::Offered{OfferReason::distress, {choice::ground, choice::close}, choice::ground}),
              "There may be a lot here right now. What would be kind?\n"
              "1. Ground first: look around, feel the floor.\n2. A gentle closing.\n"
              "Enter alone: Ground first: look around, feel the floor.\n");
}

TEST_F(Narration, says_nothing_to_somebody_who_has_left) {
    EXPECT_EQ(heard(event::Ended{Status::stopped, StopReason::person, 90s, 0s}), "");
    EXPECT_EQ(heard(event::Ended{Status::interrupted, StopReason::signal, 90s, 0s}), "");
}

TEST_F(Narration, says_the_word_of_each_phase) {
    std::string all;
    for (const auto& cue : breathing_cues({4s, 1s, 6s, 0s, 3, ""}, narrator->aloud())) {
        narrator->cue(cue);
        all += heard();
    }
    EXPECT_EQ(all, "In.\nHold.\nOut.\nIn.\nHold.\nOut.\nIn.\nHold.\nOut.\n");
    EXPECT_EQ(rings, 1) << "where the last breath ends";
}

TEST_F(Narration, rings_where_a_word_would_come_too_late) {
    begin_endless();
    narrator->show(now(event::Said{"A long text.", false}));
    narrator->cue({0s, "In, 4 seconds.", false, false, "In."});
    EXPECT_EQ(rings, 1);
    sound->hush();
    EXPECT_EQ(heard().find("In."), std::string::npos);
}

TEST_F(Narration, rings_phases_where_speech_does_not_work) {
    begin({"no-such-program-here"});
    narrator->show(now(event::Said{"Hello.", false}));
    sound->finish(30s, {});
    ASSERT_FALSE(sound->speaks());
    for (const auto& cue : breathing_cues({4s, 0s, 6s, 0s, 3, ""}, narrator->aloud())) { narrator->cue(cue); }
    EXPECT_EQ(rings, 3 * 2 + 1);
}

TEST_F(Narration, without_speech_rings_as_before) {
    begin({});
    for (const auto& cue : breathing_cues({4s, 0s, 6s, 0s, 3, ""}, narrator->aloud())) { narrator->cue(cue); }
    EXPECT_EQ(rings, 2);
    narrator->show(now(event::SilenceBegan{35s, "", false}));
    narrator->show(at(35000, event::StepEnded{"p", "pause", 0s, StepEnd::time}));
    EXPECT_EQ(rings, 2) << "whoever reads sees that it is over";
}

TEST_F(Narration, rings_once_where_a_long_silence_ends) {
    const auto silence = [&](Milliseconds length, StepEnd how, bool bell) {
        rings = 0;
        narrator->show(now(event::SilenceBegan{length, "", false}));
        const auto end = static_cast<long long>(length.count());
        if (bell) { narrator->show(at(end, event::Bell{})); }
        narrator->show(at(end, event::StepEnded{"p", "pause", 0s, how}));
        return rings;
    };
    EXPECT_EQ(silence(35s, StepEnd::time, false), 1);
    EXPECT_EQ(silence(36s, StepEnd::time, true), 1) << "the exercise has a bell of its own there";
    EXPECT_EQ(silence(5s, StepEnd::time, false), 0) << "no more than a rest";
    EXPECT_EQ(silence(37s, StepEnd::skipped, false), 0) << "the person knows";
}

TEST_F(Narration, ends_what_it_says_when_the_person_goes_on) {
    for (const StepEnd how : {StepEnd::enter, StepEnd::skipped, StepEnd::grounded, StepEnd::stopped,
                              StepEnd::back, StepEnd::answered}) {
        begin_endless();
        narrator->show(now(event::Said{"A long text.", false}));
        ASSERT_TRUE(sound->speaking());
        narrator->show(now(event::StepEnded{"p", "say", 0s, how}));
        sound->finish(30s, {});
        EXPECT_EQ(sound->trouble(), std::nullopt) << "or it had to be waited for";
        fs::remove(folder / "never");
    }
    begin_endless();
    narrator->show(now(event::Warning{"Before you begin.", Intensity::gentle, true}));
    narrator->show(now(event::SectionBegan{"arrive", "Arrive", std::nullopt, Role::main, std::nullopt}));
    sound->finish(30s, {});
    EXPECT_EQ(sound->trouble(), std::nullopt);
}

TEST_F(Narration, goes_on_saying_it_when_time_goes_on) {
    narrator->show(now(event::Said{"One.", false}));
    narrator->show(now(event::StepEnded{"p", "say", 0s, StepEnd::time}));
    narrator->show(now(event::Said{"Two.", false}));
    EXPECT_EQ(heard(), "One.\nTwo.\n");
}

TEST_F(Narration, says_again_what_a_pause_cut_off) {
    begin_endless();
    narrator->show(now(event::Said{"A long text.", false}));
    narrator->show(now(event::Paused{}));
    sound->finish(30s, {});
    ASSERT_FALSE(sound->speaking());
    fs::remove(folder / "heard");
    fs::remove(folder / "never");
    EXPECT_EQ(heard(event::Resumed{}), "Going on.\nA long text.\n");
    EXPECT_EQ(heard(event::Said{"Two.", false}), "Two.\n");
    EXPECT_EQ(heard(event::Suspended{}), "");
    EXPECT_EQ(heard(event::Resumed{}), "Going on.\n") << "that had been said";
}

} // namespace
} // namespace kindly
