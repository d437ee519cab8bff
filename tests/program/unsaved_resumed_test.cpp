// SPDX-License-Identifier: MIT
// A practice that goes on, and then cannot be saved: the file holds both parts.
#include "program/child.hpp"

#include <fstream>
#include <sys/resource.h>

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

using namespace kindly::tests;
using nlohmann::json;

namespace {

const std::vector<std::string> arguments{"practice", "kind-pause", "--guide", "events", "--untimed"};

std::string answer(const json& value) { return json{{"do", "answer"}, {"value", value}}.dump() + "\n"; }
const std::string go_on = "{\"do\":\"continue\"}\n";

void break_off(const TemporaryHome& home) {
    Child child(home, arguments);
    child.wait_for_event("warning");
    child.send(go_on);
    child.wait_for_event("say");
    child.send(go_on);
    child.wait_for_event("check_in");
    child.send(answer(3));
    child.wait_for_event("ask");
    child.kill(SIGKILL);
    child.wait();
}

/// Goes on, rates again without room for it, and leaves: what the file says.
json go_on_without_room(const TemporaryHome& home) {
    const auto file = home.path() / "rescued.jsonl";
    std::vector<std::string> more = arguments;
    more.insert(more.end(), {"--resume", "--rescue", file.string()});
    Child child(home, more);
    child.wait_for_event("warning");
    child.send(go_on);
    child.wait_for_event("say");
    child.send(go_on);
    child.wait_for_event("check_in");
    const rlimit limit{16384, RLIM_INFINITY};
    EXPECT_EQ(::prlimit(child.id(), RLIMIT_FSIZE, &limit, nullptr), 0);
    child.send(answer(5));
    child.wait_for_event("problem");
    child.send("{\"do\":\"stop\"}\n{\"do\":\"stop\"}\n");
    EXPECT_EQ(child.wait(), 1);
    json line;
    std::ifstream(file) >> line;
    return line;
}

} // namespace

TEST(UnsavedAfterReturning, BothPartsAreInTheFileAndGoBeforeWhatTheLogHas) {
    const TemporaryHome home;
    break_off(home);
    const json line = go_on_without_room(home);
    ASSERT_EQ(line["answers"].size(), 2U);
    EXPECT_EQ(line["answers"][0]["value_number"], 3);
    EXPECT_EQ(line["answers"][1]["value_number"], 5);
    EXPECT_EQ(line["distress_before"], 3);
    EXPECT_EQ(line["revision"], 3);
    EXPECT_EQ(line["status"], "stopped");
    EXPECT_TRUE(line["more"]["settings"].is_object());
    EXPECT_EQ(log_of(home)[0]["id"], line["id"]);
}

TEST(UnsavedAfterReturning, WhatIsSealedInTheLogIsWithheldAndNotDeleted) {
    const TemporaryHome home;
    break_off(home);
    {
        SQLite::Database log((home.path() / ".local/share/kindly/practice.db").string(),
                             SQLite::OPEN_READWRITE);
        log.exec("UPDATE answer SET value_number = NULL, sealed = x'01'");
        log.exec("UPDATE session SET settings = NULL, settings_sealed = x'01'");
    }
    const json line = go_on_without_room(home);
    EXPECT_EQ(line["answers"][0]["withheld"], true);
    EXPECT_TRUE(line["answers"][0]["value_number"].is_null());
    EXPECT_FALSE(line["answers"][1].contains("withheld"));
    EXPECT_TRUE(line["more"]["settings"].is_null());
    EXPECT_EQ(line["more"]["settings_withheld"], true);
}
