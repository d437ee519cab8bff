// SPDX-License-Identifier: MIT
// A practice with closed eyes: what rings and what is said, by real programs and in real time.
#include "program/child.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kindly::tests;
namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

std::string content(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines(const fs::path& file) {
    std::istringstream text(content(file));
    std::vector<std::string> all;
    for (std::string line; std::getline(text, line);) { all.push_back(line); }
    return all;
}

/// A few seconds at pace 4: a text, a silence with a bell, and a closing.
std::string short_exercise(const TemporaryHome& home) {
    const fs::path file = home.path() / "short.json";
    std::ofstream(file)
        << R"({ "format": "1.0", "id": "short", "version": "1.0", "language": "en", "title": "Short",
  "safety": { "intensity": "gentle", "before": "Quiet.", "distress": { "offer_grounding_at": 5, "stop_at": 8 } },
  "sections": [
    { "id": "rest", "title": "Rest", "purpose": "soothe", "steps": [
      { "kind": "say", "text": "Notice your feet." },
      { "kind": "pause", "for": "5s", "bell": "end" } ] },
    { "id": "feet", "title": "Feet", "role": "grounding", "steps": [ { "kind": "say", "text": "Look around." } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Enough." } ] } ] })";
    return file.string();
}

class Heard {
public:
    explicit Heard(const TemporaryHome& home) : folder_(home.path() / "heard") {
        fs::create_directory(folder_);
    }
    /// A configuration whose programs write down what they are given; `speaks` also hands it to espeak-ng.
    void configure(const TemporaryHome& home, bool espeak) const {
        const std::string speak = espeak ? " | espeak-ng --stdin -w $1/$$.wav" : "";
        write(home, "bell = [\"sh\", \"-c\", \"echo rang >>$1/bells\", \"sh\", \"" + folder_.string() +
                        "\"]\nspeech = [\"sh\", \"-c\", \"tee -a $1/words" + (espeak ? speak : " >$1/last") +
                        "\", \"sh\", \"" + folder_.string() + "\"]\n");
    }
    static void write(const TemporaryHome& home, const std::string& toml) {
        fs::create_directories(home.path() / ".config/kindly");
        std::ofstream(home.path() / ".config/kindly/config.toml") << toml;
    }
    [[nodiscard]] std::vector<std::string> words() const { return lines(folder_ / "words"); }
    [[nodiscard]] std::size_t bells() const { return lines(folder_ / "bells").size(); }
    [[nodiscard]] std::vector<fs::path> recordings() const {
        std::vector<fs::path> all;
        for (const auto& file : fs::directory_iterator(folder_)) {
            if (file.path().extension() == ".wav") { all.push_back(file.path()); }
        }
        return all;
    }

private:
    fs::path folder_;
};

bool has_espeak() {
    return ::access("/usr/bin/espeak-ng", X_OK) == 0 || ::access("/usr/local/bin/espeak-ng", X_OK) == 0;
}

} // namespace

TEST(EyesClosed, TextsAndSilencesAreSaidAndRung) {
    const TemporaryHome home;
    const Heard heard(home);
    heard.configure(home, false);
    const auto done =
        finished(home, {"practice", short_exercise(home), "--listen", "--pace", "4", "--unrecorded"});
    EXPECT_EQ(done.status, 0);
    EXPECT_THAT(heard.words(), ElementsAre("Short", HasSubstr("This takes"), "Quiet.", "Notice your feet.",
                                           HasSubstr("Quiet for"), "Enough.", HasSubstr("You did this for")))
        << "the last words too";
    EXPECT_EQ(heard.bells(), 1U);
}

TEST(EyesClosed, NothingIsHeardWhereItIsOff) {
    const TemporaryHome home;
    const Heard heard(home);
    Heard::write(home, "bell = \"off\"\nspeech = []\n");
    Child child(home, {"practice", short_exercise(home), "--listen", "--pace", "4", "--unrecorded"},
                Child::On::terminal);
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(child.output().find('\a'), std::string::npos);
    EXPECT_THAT(heard.words(), ElementsAre());
}

TEST(EyesClosed, TheTerminalRingsWhereNothingElseIsNamed) {
    const TemporaryHome home;
    Child child(home, {"practice", short_exercise(home), "--listen", "--pace", "4", "--unrecorded"},
                Child::On::terminal);
    EXPECT_EQ(child.wait(), 0);
    const std::string& shown = child.output();
    EXPECT_EQ(std::count(shown.begin(), shown.end(), '\a'), 1);
}

TEST(EyesClosed, MutingWorksInTheMiddle) {
    const TemporaryHome home;
    const Heard heard(home);
    heard.configure(home, false);
    Child child(home, {"practice", short_exercise(home), "--pace", "4", "--unrecorded"});
    child.send("m\n");
    child.wait_for("The sound is off. m turns it on again.");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(heard.bells(), 0U);
    for (const auto& word : heard.words()) { EXPECT_NE(word, "Enough."); }
}

TEST(EyesClosed, AProgramThatIsMissingIsToldOnceAtTheEnd) {
    const TemporaryHome home;
    Heard::write(home, "speech = [\"no-such-voice\"]\n");
    Child child(home, {"practice", short_exercise(home), "--listen", "--pace", "4", "--unrecorded"},
                Child::On::terminal);
    EXPECT_EQ(child.wait(), 0);
    const std::string told =
        "kindly: Nothing was spoken: there is no program \"no-such-voice\". \"kindly doctor\" "
        "says what was found.";
    const std::string& shown = child.output();
    const auto place = shown.find(told);
    ASSERT_NE(place, std::string::npos) << shown;
    EXPECT_GT(place, shown.find("You did this for"));
    EXPECT_EQ(shown.find(told, place + 1), std::string::npos);
}

TEST(EyesClosed, StoppingEndsTheVoiceAtOnce) {
    const TemporaryHome home;
    const fs::path begun = home.path() / "begun";
    const fs::path never = home.path() / "never";
    ASSERT_EQ(::mkfifo(begun.c_str(), 0600), 0);
    ASSERT_EQ(::mkfifo(never.c_str(), 0600), 0);
    Heard::write(home, "speech = [\"sh\", \"-c\", \"echo $$ >$1; read -r line <$2\", \"sh\", \"" +
                           begun.string() + "\", \"" + never.string() + "\"]\n");
    Child child(home, {"practice", short_exercise(home), "--unrecorded"});
    pid_t voice = -1;
    std::ifstream(begun) >> voice;
    ASSERT_GT(voice, 0);
    ASSERT_EQ(::kill(voice, 0), 0);
    child.send("q\nq\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_NE(::kill(voice, 0), 0);
}

/// KINDLY_LISTEN names an exercise of the library; without it, the short one is listened to.
TEST(EyesClosed, AWholeExerciseCanBeListenedTo) {
    if (!has_espeak()) { GTEST_SKIP() << "espeak-ng is not installed: nothing can be spoken here"; }
    const TemporaryHome home;
    const Heard heard(home);
    heard.configure(home, true);
    const char* named = std::getenv("KINDLY_LISTEN");
    std::vector<std::string> arguments{"practice", named != nullptr ? named : short_exercise(home),
                                       "--listen", "--pace", "4"};
    if (named != nullptr) { arguments.insert(arguments.end(), {"--minutes", "2"}); }
    const auto done = finished(home, arguments);
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(log_of(home)[0]["status"], "completed");
    const auto words = heard.words();
    const auto recordings = heard.recordings();
    EXPECT_EQ(recordings.size(), words.size()) << "each text was spoken, in a run of its own";
    ASSERT_GE(words.size(), named != nullptr ? 15U : 7U);
    for (const auto& file : recordings) {
        EXPECT_EQ(content(file).substr(0, 4), "RIFF");
        EXPECT_GT(fs::file_size(file), 10000U) << "a second of sound or so";
    }
    EXPECT_THAT(words.back(), HasSubstr("You did this for"));
    EXPECT_GE(heard.bells(), 1U);
}
