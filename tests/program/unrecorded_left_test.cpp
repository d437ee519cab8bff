// SPDX-License-Identifier: MIT
// Practices that break off behind a question that is not recorded: nothing of what was being done there is in
// the log, and whoever comes back begins before the question, with how it is.
#include "program/child.hpp"

#include <fstream>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

constexpr const char* exercise =
    R"({ "format": "1.0", "id": "careful", "version": "1.0", "language": "en", "title": "Careful",
  "safety": { "intensity": "moderate", "before": "Some writing.", "backdraft": "That happens.",
              "distress": { "offer_grounding_at": 5, "stop_at": 8 } },
  "sections": [
    { "id": "arrive", "title": "Arrive", "purpose": "arrive", "steps": [
      { "kind": "check_in", "id": "start", "text": "How distressed?" },
      { "kind": "ask", "id": "danger", "text": "Danger?", "answer": "yes_no", "recorded": false },
      { "kind": "go_to", "section": "close", "only_if": { "answer": "danger", "is": true } } ] },
    { "id": "write", "title": "Write", "purpose": "soothe", "steps": [
      { "kind": "say", "text": "Then some words." } ] },
    { "id": "more", "title": "More", "component": "kindness", "purpose": "soothe", "steps": [
      { "kind": "check_in", "id": "mid", "text": "And now?" },
      { "kind": "ask", "id": "page", "text": "Write a line.", "answer": "text", "optional": true, "keep": "ask" },
      { "kind": "check_in", "id": "after", "about": "backdraft", "text": "And now?" } ] },
    { "id": "feet", "title": "Feet", "role": "grounding", "steps": [
      { "kind": "say", "text": "Look around." }, { "kind": "pause", "for": "40s" } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Look around." } ] } ] })";

std::string answer(const json& value) { return json{{"do", "answer"}, {"value", value}}.dump() + "\n"; }
const std::string go_on = "{\"do\":\"continue\"}\n";

std::string file_in(const TemporaryHome& home) {
    const std::string file = (home.path() / "careful.json").string();
    std::ofstream(file) << exercise;
    return file;
}

std::vector<std::string> practice(const TemporaryHome& home) {
    return {"practice", file_in(home), "--guide", "events", "--untimed"};
}

std::string ask_log(const TemporaryHome& home, const std::string& sql) {
    SQLite::Database database((home.path() / ".local/share/kindly/practice.db").string(),
                              SQLite::OPEN_READONLY, 5000);
    SQLite::Statement statement(database, sql);
    return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

/// Up to the question in words, on the way of those who are not in danger.
void come_to_page(Child& child) {
    child.wait_for_event("warning");
    child.send(go_on);
    child.wait_for_event("check_in");
    child.send(answer(3));
    child.wait_for_event("ask");
    child.send(answer(false));
    child.wait_for_event("say");
    child.send(go_on);
    child.wait_for_event("check_in");
    child.send(answer(4));
    child.wait_for_event("ask");
}

} // namespace

TEST(UnrecordedLeft, NothingTellsWhereItWasAndItGoesOnBeforeTheQuestion) {
    const TemporaryHome home;
    {
        Child child(home, practice(home));
        come_to_page(child);
        // Asked for help with it, and answered, after the draft: that has come by then.
        child.send("{\"do\":\"draft\",\"text\":\"Dear\"}\n{\"do\":\"support\"}\n{\"do\":\"answer\",\"value\":"
                   "\"Dear me\"}\n");
        child.wait_for_event("check_in");
        child.kill(SIGKILL);
        child.wait();
    }
    EXPECT_EQ(ask_log(home, "SELECT last_section FROM session"), "arrive");
    EXPECT_EQ(ask_log(home, "SELECT group_concat(step) FROM answer"), "arrive/start");
    EXPECT_EQ(ask_log(home, "SELECT group_concat(path) FROM step"), "arrive/start");
    EXPECT_EQ(ask_log(home, "SELECT count(*) FROM draft"), "0");
    EXPECT_EQ(ask_log(home, "SELECT count(*) FROM safety"), "1");
    EXPECT_EQ(ask_log(home, "SELECT distress_after IS NULL FROM session"), "1");

    std::vector<std::string> back = practice(home);
    back.emplace_back("--resume");
    Child child(home, back);
    EXPECT_EQ(child.wait_for_event("started")["resumed"], true);
    child.wait_for_event("warning");
    child.send(go_on);
    EXPECT_EQ(child.wait_for_event("check_in")["id"], "on-return") << "a rating may have been forgotten";
    child.send(answer(2));
    child.wait_for_event("offer");
    child.send(answer("go_on"));
    EXPECT_EQ(child.wait_for_event("check_in")["id"], "start");
    child.send(answer(2));
    EXPECT_EQ(child.wait_for_event("ask")["id"], "danger");
    child.send(answer(true));
    EXPECT_EQ(child.wait_for_event("section")["id"], "close");
    child.send(go_on);
    EXPECT_EQ(child.wait_for_event("ended")["status"], "completed");
    EXPECT_EQ(child.wait(), 0);
}

TEST(UnrecordedLeft, WordsThatAPersonSetsAsideAreThere) {
    const TemporaryHome home;
    Child child(home, practice(home));
    come_to_page(child);
    child.send(answer("Dear me"));
    child.wait_for_event("check_in");
    child.send(answer(3));
    child.wait_for_event("say");
    child.send(go_on);
    child.wait_for_event("keep");
    child.send(answer("later"));
    child.wait_for_event("ask");
    child.send(answer("week"));
    child.wait_for_event("ended");
    EXPECT_EQ(child.wait(), 0);
    EXPECT_EQ(ask_log(home, "SELECT group_concat(question) FROM answer"), "start,page");
    EXPECT_EQ(ask_log(home, "SELECT question FROM letter"), "page");
    const json letters = json::parse(finished(home, {"letters", "--json"}).output);
    EXPECT_EQ(letters.size(), 1U) << letters.dump();
}

TEST(UnrecordedLeft, AHighRatingThereStillLeadsToGrounding) {
    const TemporaryHome home;
    Child child(home, practice(home));
    come_to_page(child);
    child.send("{\"do\":\"skip\"}\n");
    child.wait_for_event("check_in");
    child.send(answer(9));
    EXPECT_EQ(child.wait_for_event("grounding")["phase"], "begin");
    child.send("{\"do\":\"stop\"}\n{\"do\":\"stop\"}\n");
    child.wait_for_event("ended");
    child.wait();
    EXPECT_EQ(ask_log(home, "SELECT group_concat(reason) FROM safety WHERE check_in = 'after'"), "");
    EXPECT_EQ(ask_log(home, "SELECT groundings FROM session"), "1");
}
