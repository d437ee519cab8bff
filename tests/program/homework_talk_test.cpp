// SPDX-License-Identifier: MIT
// What `kindly assign` and `kindly homework add` ask at a terminal: one thing after the other, and nothing
// that was answered is lost.
#include "program/child.hpp"

#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/file.h>

#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

using Exchange = std::vector<std::pair<std::string, std::string>>;

/// Waits for each question before it is answered.
void answer(Child& child, const Exchange& exchange) {
    for (const auto& [question, line] : exchange) {
        child.wait_for(question);
        child.send(line + "\n");
    }
}

json json_in(const std::filesystem::path& file) {
    std::ifstream in(file);
    return json::parse(in);
}

/// An assignment for feet with a plan, and for look without one.
std::filesystem::path assignment_in(const TemporaryHome& home) {
    const std::filesystem::path plan = home.path() / "evenings.plan.json";
    const std::filesystem::path made = home.path() / "evenings.json";
    std::ofstream(plan) << R"({ "format": "1.0", "language": "en", "title": "Evenings", "from": "R. Lind",
        "for": "Sam", "rationale": "Less of a fight.", "share": "ratings", "items": [
          { "exercise": "feet", "how_often": "daily", "plan": { "cue": "after supper", "place": "the kitchen" } },
          { "exercise": "look", "how_often": "daily" } ] })";
    const Finished run = finished(home, {"assign", "--plan", plan.string(), "-o", made.string()});
    EXPECT_EQ(run.status, 0) << run.output;
    return made;
}

json homework_of(const TemporaryHome& home) {
    return json::parse(finished(home, {"homework", "--json"}).output);
}

/// What Sam is shown of it, on one line.
std::string plan_of(const TemporaryHome& home) {
    std::istringstream words(finished(home, {"homework"}).output);
    std::string line;
    for (std::string word; words >> word;) { line += word + " "; }
    return line;
}

} // namespace

TEST(HomeworkTalk, EnterAloneLeavesThePlanAsItIs) {
    const TemporaryHome home;
    const auto file = assignment_in(home);
    Child child(home, {"homework", "add", file.string()}, Child::On::terminal);
    answer(child, {{"Change this plan?", ""},
                   {"How sure", "80"},
                   {"Would a plan help", ""},
                   {"How sure", ""},
                   {"What may a report hold?", ""},
                   {"Do you agree", "y"}});
    EXPECT_EQ(child.wait(), 0);
    const json all = homework_of(home);
    ASSERT_EQ(all.size(), 1U) << all;
    EXPECT_EQ(all[0].at("share"), "counts"); // the least, unless Sam says more
    const std::string plan = plan_of(home);
    EXPECT_NE(plan.find("after supper"), std::string::npos) << plan;
}

TEST(HomeworkTalk, ChangesThePlanOneThingAtATime) {
    const TemporaryHome home;
    const auto file = assignment_in(home);
    Child child(home, {"homework", "add", file.string()}, Child::On::terminal);
    answer(child, {{"Change this plan?", "y"},
                   {"After what", "with my tea"},
                   {"Where?", ""},
                   {"come in between?", "visitors"},
                   {"what then?", "the hallway"},
                   {"How sure", "a lot"},
                   {"is not a whole number", "90"},
                   {"Would a plan help", "y"},
                   {"After what", "at noon"},
                   {"Where?", ""},
                   {"come in between?", ""},
                   {"what then?", ""},
                   {"How sure", ""},
                   {"What may a report hold?", "everything"},
                   {"is not one of these", "ratings"},
                   {"Do you agree", "perhaps"},
                   {"Do you agree", "y"}});
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(homework_of(home).at(0).at("share"), "ratings");
    const std::string plan = plan_of(home);
    for (const char* kept : {"with my tea", "the kitchen", "visitors", "the hallway", "at noon"}) {
        EXPECT_NE(plan.find(kept), std::string::npos) << kept << " in " << plan;
    }
    EXPECT_EQ(plan.find("after supper"), std::string::npos) << plan;
}

TEST(HomeworkTalk, QLeavesAtEachQuestionWithoutAgreeing) {
    const TemporaryHome home;
    const auto file = assignment_in(home);
    const Exchange whole{{"Change this plan?", ""}, {"How sure", ""},   {"Would a plan help", ""},
                         {"How sure", ""},          {"What may a", ""}, {"Do you agree", ""}};
    for (std::size_t place = 0; place < whole.size(); ++place) {
        Exchange until(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(place) + 1);
        until.back().second = "q";
        Child child(home, {"homework", "add", file.string()}, Child::On::terminal);
        answer(child, until);
        EXPECT_EQ(child.wait(), 0) << child.output();
        EXPECT_EQ(homework_of(home), json::array()) << until.back().first;
    }
}

/// What the assignment asks for the end is asked where somebody looks back on it, once.
TEST(HomeworkTalk, AReportAsksTheQuestionsForTheEnd) {
    const TemporaryHome home;
    const std::filesystem::path plan = home.path() / "plan.json";
    const std::filesystem::path given = home.path() / "given.json";
    const std::filesystem::path made = home.path() / "report.json";
    std::ofstream(plan) << R"({ "format": "1.0", "language": "en", "title": "Evenings", "from": "R. Lind",
        "for": "Sam", "rationale": "Less of a fight.", "share": "words",
        "questions": [ "What felt real?", "What was easy?" ],
        "items": [ { "exercise": "feet", "how_often": "daily" } ] })";
    ASSERT_EQ(finished(home, {"assign", "--plan", plan.string(), "-o", given.string()}).status, 0);
    ASSERT_EQ(finished(home, {"homework", "add", given.string(), "--agree", "--share", "words"}).status, 0);
    {
        Child child(home, {"homework", "report"}, Child::On::terminal);
        answer(child, {{"What may this report hold?", ""},
                       {"What felt real?", "The floor.\n."},
                       {"What was easy?", "."},
                       {"Put this in?", "perhaps"},
                       {"Put this in?", "y"},
                       {"Write it to which file?", made.string()}});
        EXPECT_EQ(child.wait(), 0) << child.output();
    }
    const json report = json_in(made);
    ASSERT_EQ(report.at("answers").size(), 1U) << report;
    EXPECT_EQ(report.at("answers").at(0).at("text"), "The floor.");
    Child again(home, {"homework", "report", "-o", (home.path() / "second.json").string()},
                Child::On::terminal);
    answer(again, {{"What may this report hold?", ""}, {"What was easy?", ".q"}, {"Put this in?", "n"}});
    answer(again, {{"Write this to", "n"}});
    EXPECT_EQ(again.wait(), 0);
    EXPECT_EQ(again.output().find("What felt real?\n("), std::string::npos) << again.output();
}

TEST(AssignTalk, TellsAMisspeltNameAtItsQuestionAndMakesTheFile) {
    TemporaryHome home;
    home.folder = home.path();
    Child child(home, {"assign", "-o", "sam.json"}, Child::On::terminal);
    answer(child, {{"Which exercise?", "fet"},
                   {"Did you mean \"feet\"", "feet"},
                   {"How often?", "now and then"},
                   {"How often?", "3 times a week"},
                   {"Until when?", "soon"},
                   {"is not a date", "2020-01-01"},
                   {"has passed already", ""},
                   {"After what", "with my tea"},
                   {"Where?", ""},
                   {"come in between?", ""},
                   {"what then?", ""},
                   {"An easier exercise", "lokk"},
                   {"Did you mean \"look\"", "soften"},
                   {"\"soften\" is strong, and a hard day asks for less", "look"},
                   {"A title", "Evenings"},
                   {"What does the client call you?", "R. Lind"},
                   {"What do you call the client", ""},
                   {"What do you call the client", "Sam"},
                   {"Why this", "Less of a fight."},
                   {"A few words", ""},
                   {"What do you ask to see?", ""},
                   {"A question for the end?", ""}});
    EXPECT_EQ(child.wait(), 0) << child.output();
    const json made = json_in(home.path() / "sam.json");
    EXPECT_EQ(made.at("items").at(0).at("easier"), "look");
    EXPECT_EQ(made.at("share"), "counts");
    EXPECT_EQ(made.at("items").at(0).at("plan").at("cue"), "with my tea");
}

TEST(AssignTalk, KeepsWhatWasAnsweredWhenItCannotBeUsed) {
    TemporaryHome home;
    home.folder = home.path();
    Child child(home, {"assign", "feet"}, Child::On::terminal);
    answer(child, {{"How often?", ""},
                   {"Until when?", ""},
                   {"After what", ""},
                   {"Where?", ""},
                   {"come in between?", ""},
                   {"what then?", ""},
                   {"An easier exercise", "feet"},
                   {"A title", "Evenings"},
                   {"What does the client call you?", "R. Lind"},
                   {"What do you call the client", "Sam"},
                   {"Why this", "Less of a fight."},
                   {"A few words", ""},
                   {"What do you ask to see?", ""},
                   {"A question for the end?", ""}});
    EXPECT_EQ(child.wait(), 3) << child.output();
    const json kept = json_in(home.path() / "plan.json");
    EXPECT_EQ(kept.at("rationale"), "Less of a fight.");
    EXPECT_NE(child.output().find("kept in plan.json"), std::string::npos) << child.output();
}

/// What is found only with the exercise at hand, too.
TEST(AssignTalk, KeepsWhatWasAnsweredWhenItDoesNotFit) {
    TemporaryHome home;
    home.folder = home.path();
    Child child(home, {"assign", "goodwill", "--minutes", "1", "--how-often", "once", "-o", "sam.json"},
                Child::On::terminal);
    answer(child, {{"Until when?", ""},
                   {"After what", ""},
                   {"Where?", ""},
                   {"come in between?", ""},
                   {"what then?", ""},
                   {"An easier exercise", ""},
                   {"A title", "Evenings"},
                   {"What does the client call you?", "R. Lind"},
                   {"What do you call the client", "Sam"},
                   {"Why this", "Less of a fight."},
                   {"A few words", ""},
                   {"What do you ask to see?", ""},
                   {"A question for the end?", ""}});
    EXPECT_EQ(child.wait(), 3) << child.output();
    EXPECT_NE(child.output().find("does not fit into 1 minute\r"), std::string::npos) << child.output();
    EXPECT_EQ(json_in(home.path() / "plan.json").at("rationale"), "Less of a fight.");
    EXPECT_FALSE(std::filesystem::exists(home.path() / "sam.json"));
}

TEST(HomeworkTalk, WithJsonItIsShownToo) {
    const TemporaryHome home;
    const auto file = assignment_in(home);
    Child child(home, {"homework", "add", file.string(), "--json"}, Child::On::terminal);
    child.wait_for("Less of a fight.");
    answer(child, {{"Change this plan?", "q"}});
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(homework_of(home), json::array());
}

TEST(HomeworkTalk, ATrialThatIsStoppedLeavesNothing) {
    const TemporaryHome home;
    const auto file = assignment_in(home);
    const auto temporary = home.path() / "tmp";
    std::filesystem::create_directory(temporary);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        Child child(home, {"homework", "try", file.string()}, Child::On::terminal,
                    {"TMPDIR=" + temporary.string()});
        child.wait_for("Change this plan?");
        child.kill(signal);
        EXPECT_EQ(child.wait(), 128 + signal) << child.output();
        EXPECT_TRUE(std::filesystem::is_empty(temporary));
    }
}

TEST(HomeworkTalk, ATrialTakesAwayWhatAKilledOneLeftAndNothingThatIsInUse) {
    const TemporaryHome home;
    const auto file = assignment_in(home);
    const auto left = home.path() / "kindly-try.aaaaaa";
    const auto used = home.path() / "kindly-try.bbbbbb";
    for (const auto& folder : {left, used}) {
        std::filesystem::create_directory(folder);
        std::ofstream(folder / "in-use.lock") << "";
        std::ofstream(folder / "practice.db") << "words";
    }
    const int lock = ::open((used / "in-use.lock").c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_EQ(::flock(lock, LOCK_EX | LOCK_NB), 0);
    Child child(home, {"homework", "try", file.string()}, Child::On::pipes,
                {"TMPDIR=" + home.path().string()});
    EXPECT_EQ(child.wait(), 0);
    EXPECT_FALSE(std::filesystem::exists(left));
    EXPECT_TRUE(std::filesystem::exists(used / "practice.db"));
    ::close(lock);
}

TEST(HomeworkTalk, LeavingOutSaysHowItsReasonEndsAndCanBeLeft) {
    const TemporaryHome home;
    ASSERT_EQ(finished(home, {"homework", "add", "starter"}).status, 0);
    Child child(home, {"homework", "skip", "starter", "--reason"}, Child::On::terminal);
    child.wait_for("What came in between?");
    answer(child, {{"only a full stop ends it", "Visitors"}});
    child.send(".q\n");
    child.wait_for("Nothing was changed.");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(finished(home, {"homework", "skip", "starter"}).status, 0)
        << "it was still there to be left out";
}

TEST(HomeworkTalk, AReportGoesWhereItsNameSays) {
    TemporaryHome home;
    home.folder = home.path();
    const auto file = assignment_in(home);
    ASSERT_EQ(finished(home, {"homework", "add", file.string(), "--agree"}).status, 0);
    for (const char* typed : {"q", "  ", " ~/sam's.json "}) {
        Child child(home, {"homework", "report", "--share", "counts"}, Child::On::terminal);
        answer(child, {{"Write it to which file?", typed}});
        EXPECT_EQ(child.wait(), 0) << child.output();
    }
    EXPECT_FALSE(std::filesystem::exists(home.path() / "q"));
    EXPECT_FALSE(std::filesystem::exists(home.path() / "  "));
    EXPECT_EQ(json_in(home.path() / "sam's.json").at("share"), "counts");
}
