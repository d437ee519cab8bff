// SPDX-License-Identifier: MIT
// The program as people and scripts meet it: pipes, terminals, signals, and what is in the log afterwards.
#include "program/child.hpp"

#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

const std::vector<std::string> events{"practice", "kind-pause", "--guide", "events", "--seed", "1"};
const std::vector<std::string> trial{"practice",  "kind-pause", "--guide", "plain",
                                     "--instant", "--seed",     "1"};

/// A file of the test's own: nothing but one check-in and one silence.
std::string with_silence(const TemporaryHome& home) {
    const std::string file = (home.path() / "silence.json").string();
    const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const std::string text =
        R"({ "format": "1.0", "id": "silence", "version": "1.0", "language": "en", "title": "Silence",
  "safety": { "intensity": "moderate", "before": "Quiet.", "distress": { "offer_grounding_at": 5, "stop_at": 8 } },
  "sections": [
    { "id": "rest", "title": "Rest", "purpose": "soothe", "steps": [
      { "kind": "check_in", "id": "start", "text": "How distressed?" }, { "kind": "pause", "for": "30s" } ] },
    { "id": "feet", "title": "Feet", "role": "grounding", "steps": [ { "kind": "say", "text": "Look around." } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Look around." } ] } ] })";
    EXPECT_EQ(::write(out, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ::close(out);
    return file;
}

} // namespace

TEST(Practice, AnswersThroughAPipeGiveATranscriptAndATrialInTheLog) {
    const TemporaryHome home;
    const auto done = finished(home, trial, "3\n4\n1\n1\n2\n6\nno\nA walk.\n.\n\n");
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(done.output.find_first_of("\x1b\r\b"), std::string::npos) << "plain lines only ever append";
    EXPECT_NE(done.output.find("\"A walk.\""), std::string::npos) << "what was written is recalled";
    const json log = log_of(home);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0]["source"], "trial");
    EXPECT_EQ(log[0]["status"], "completed");
    EXPECT_TRUE(log[0]["stop_reason"].is_null());
    EXPECT_EQ(log[0]["distress_before"], 3);
    EXPECT_EQ(log[0]["distress_after"], 2);
    EXPECT_EQ(log[0]["kindness_before"], 4);
    EXPECT_EQ(log[0]["kindness_after"], 6);
    EXPECT_EQ(log[0]["answers"].size(), 8U);
    EXPECT_EQ(log[0]["components"], json({"mindfulness", "common_humanity", "kindness"}));
}

TEST(Practice, TheEventStreamTellsTheSame) {
    const TemporaryHome home;
    std::vector<std::string> arguments = events;
    arguments.emplace_back("--instant");
    const auto done = finished(home, arguments, R"({"do":"answer","value":3}
{"do":"answer","value":4}
{"do":"answer","value":"yes"}
{"do":"answer","value":"fine"}
{"do":"answer","value":2}
{"do":"answer","value":6}
{"do":"answer","value":false}
{"do":"answer","value":"A walk."}
{"do":"continue"}
)");
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(json::parse(done.output.substr(0, done.output.find('\n')))["v"], 1);
    const auto last = json::parse(done.output.substr(done.output.rfind('\n', done.output.size() - 2) + 1));
    EXPECT_EQ(last["event"], "ended");
    EXPECT_EQ(last["status"], "completed");
    EXPECT_EQ(done.output.find("refused"), std::string::npos);
    const json log = log_of(home);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0]["distress_before"], 3);
    EXPECT_EQ(log[0]["kindness_after"], 6);
}

TEST(Practice, TheSameSeedAndInputGiveTheSameStream) {
    const TemporaryHome home;
    std::vector<std::string> arguments = events;
    arguments.insert(arguments.end(), {"--instant", "--unrecorded"});
    auto without_id = [](std::string text) { return text.substr(text.find('\n')); };
    EXPECT_EQ(without_id(finished(home, arguments).output), without_id(finished(home, arguments).output));
}

TEST(Practice, AHighRatingLeadsToGroundingAndTheClosing) {
    const TemporaryHome home;
    finished(home, trial, "9\n");
    const json log = log_of(home);
    EXPECT_EQ(log[0]["status"], "closed_early");
    EXPECT_EQ(log[0]["stop_reason"], "distress");
    EXPECT_EQ(log[0]["groundings"], 1);
}

TEST(Practice, NumbLeadsToTheSensesAndIsNoNumber) {
    const TemporaryHome home;
    const auto done = finished(home, trial, "n\n\n");
    EXPECT_NE(done.output.find("find three things"), std::string::npos);
    const json log = log_of(home);
    EXPECT_TRUE(log[0]["distress_before"].is_null());
    EXPECT_EQ(log[0]["answers"][0]["value_text"], "numb");
    EXPECT_TRUE(log[0]["answers"][0]["value_number"].is_null());
}

TEST(Practice, GroundAndStopInsideASilenceActAtOnce) {
    const TemporaryHome home;
    Child child(home, {"practice", with_silence(home), "--guide", "events", "--pace", "4"});
    child.wait_for_event("check_in");
    child.send("{\"do\":\"answer\",\"value\":2}\n");
    EXPECT_EQ(child.wait_for_event("pause")["ms"], 7500);
    child.send("{\"do\":\"ground\"}\n");
    const auto grounding = child.wait_for_event("grounding");
    EXPECT_EQ(grounding["phase"], "begin");
    child.send("{\"do\":\"stop\"}\n{\"do\":\"stop\"}\n");
    EXPECT_EQ(child.wait_for_event("ended")["status"], "stopped");
    EXPECT_EQ(child.wait(), 0);
}

TEST(Practice, SigtermLeavesAnInterruptedEntryWithEveryAnswer) {
    const TemporaryHome home;
    Child child(home, {"practice", with_silence(home), "--guide", "events"});
    child.wait_for_event("check_in");
    child.send("{\"do\":\"answer\",\"value\":2}\n");
    child.wait_for_event("pause");
    child.kill(SIGTERM);
    EXPECT_EQ(child.wait(), 143);
    const json log = log_of(home);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0]["status"], "interrupted");
    EXPECT_EQ(log[0]["stop_reason"], "signal");
    EXPECT_EQ(log[0]["answers"][0]["value_number"], 2);
}

TEST(Practice, SigintFromAnotherProcessInterruptsToo) {
    const TemporaryHome home;
    Child child(home, {"practice", with_silence(home), "--guide", "events"});
    child.wait_for_event("check_in");
    child.kill(SIGINT);
    EXPECT_EQ(child.wait(), 130);
    EXPECT_EQ(log_of(home)[0]["status"], "interrupted");
}

TEST(Practice, SigkillLeavesEveryAnswerAndAnInterruptedEntryAtTheNextStart) {
    const TemporaryHome home;
    Child child(home, {"practice", with_silence(home), "--guide", "events"});
    child.wait_for_event("check_in");
    EXPECT_EQ(log_of(home).size(), 0U) << "a running practice is not yet an entry";
    child.send("{\"do\":\"answer\",\"value\":4}\n");
    child.wait_for_event("pause"); // shown only once the answer is safe
    child.kill(SIGKILL);
    EXPECT_EQ(child.wait(), 128 + SIGKILL);
    const json log = log_of(home);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0]["status"], "interrupted");
    EXPECT_EQ(log[0]["stop_reason"], "crash");
    EXPECT_EQ(log[0]["answers"][0]["value_number"], 4);
    finished(home, {"practice", "look", "--instant"});
    EXPECT_EQ(log_of(home).size(), 2U);
}

TEST(Practice, ClosingTheTerminalKeepsEverything) {
    const TemporaryHome home;
    {
        Child child(home, {"practice", with_silence(home)}, Child::On::terminal);
        child.wait_for("Enter");
        child.send("\n");
        child.wait_for("How distressed?");
        child.send("3\n");
        child.wait_for("30 seconds");
        child.hang_up();
        child.wait();
    }
    const json log = log_of(home);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0]["status"], "interrupted");
    EXPECT_EQ(log[0]["answers"][0]["value_number"], 3);
}

TEST(Practice, ControlCAtATerminalIsStop) {
    const TemporaryHome home;
    Child child(home, {"practice", with_silence(home)}, Child::On::terminal);
    child.wait_for("Enter");
    child.send("\n");
    child.wait_for("How distressed?");
    child.send("\x03");
    child.wait_for("q");
    child.send("q\n");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(log_of(home)[0]["status"], "stopped");
}

TEST(Practice, ALogThatCannotBeWrittenIsSaidBeforeItBegins) {
    const TemporaryHome home;
    const auto done = finished(home, {"practice", "look", "--instant", "--data-dir", "/proc/nowhere"});
    EXPECT_EQ(done.status, 1);
    EXPECT_EQ(done.output, "");
    EXPECT_EQ(finished(home, {"practice", "look", "--instant", "--unrecorded", "--data-dir", "/proc/nowhere"})
                  .status,
              0);
}

TEST(Practice, FilesAreForThePersonAlone) {
    const TemporaryHome home;
    finished(home, trial, "3\n");
    namespace fs = std::filesystem;
    const fs::path folder = home.path() / ".local/share/kindly";
    EXPECT_EQ(fs::status(folder).permissions() & fs::perms::mask, fs::perms::owner_all);
    for (const auto& file : fs::directory_iterator(folder)) {
        EXPECT_EQ(file.status().permissions() & (fs::perms::group_all | fs::perms::others_all),
                  fs::perms::none)
            << file.path();
    }
}

TEST(Practice, TimeThatDoesNotFitIsSaidWithWhatDoes) {
    const TemporaryHome home;
    EXPECT_EQ(finished(home, {"practice", "kind-pause", "--minutes", "1", "--instant"}).status, 4);
    for (const int minutes : {3, 5, 10}) {
        const auto done = finished(home, {"practice", "kind-pause", "--minutes", std::to_string(minutes),
                                          "--instant", "--unrecorded", "--guide", "events"});
        const auto started = json::parse(done.output.substr(0, done.output.find('\n')));
        EXPECT_NEAR(started["planned_ms"].get<double>(), minutes * 60000.0, 10000.0);
    }
}
