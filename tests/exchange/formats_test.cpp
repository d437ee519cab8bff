// SPDX-License-Identifier: MIT
// Every format holds what the log holds: compared with what Journal and as_json() tell, read back by readers
// that share nothing with the writers.
#include "base/digest.hpp"
#include "exchange/csv.hpp"
#include "exchange/entry_json.hpp"
#include "exchange/json.hpp"
#include "exchange/json_lines.hpp"
#include "exchange/reading_back.hpp"
#include "journal/world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace kindly::test {
namespace {

using Json = nlohmann::ordered_json;

struct Exported {
    std::string text;
    Withheld withheld;
};

Exported lines(const Journal& journal, Share share, const Filter& filter = {}) {
    MemoryOutput out;
    HoldingBack holding_back(share);
    LogStream log(journal, filter,
                  share == Share::words ? LogStream::Depth::everything : LogStream::Depth::contract);
    WholeLog whole;
    whole.kept = true;
    whole.on_the_way = [](std::int64_t) {};
    write_json_lines(log, holding_back, out, whole);
    return {out.text, holding_back.withheld()};
}

Exported document(const Journal& journal, Share share) {
    MemoryOutput out;
    HoldingBack holding_back(share);
    LogStream log(journal, {}, LogStream::Depth::contract);
    write_json(log, holding_back, out, {false, [](std::int64_t) {}});
    return {out.text, holding_back.withheld()};
}

Exported table(const Journal& journal, Share share, CsvTable which, bool spreadsheet_safe = false) {
    MemoryOutput out;
    HoldingBack holding_back(share);
    LogStream log(journal, {}, LogStream::Depth::contract);
    write_csv(log, holding_back, out, which, spreadsheet_safe, {false, [](std::int64_t) {}});
    return {out.text, holding_back.withheld()};
}

std::vector<Json> records(const std::string& text, const std::string& kind) {
    std::vector<Json> found;
    for (const auto& line : lines_of(text)) {
        auto object = Json::parse(line);
        EXPECT_EQ(object.begin().key(), "record");
        if (object.at("record") == kind) { found.push_back(std::move(object)); }
    }
    return found;
}

/// As a cell of the table.
std::string cell(const Json& value) {
    if (value.is_null()) { return {}; }
    if (value.is_string()) { return value.get<std::string>(); }
    if (!value.is_array()) { return value.dump(); }
    std::string joined;
    for (const auto& part : value) { joined += (joined.empty() ? "" : ";") + part.get<std::string>(); }
    return joined;
}

/// A log of practices with any words and ratings, not in the order of their numbers.
void record_any(Journal& journal) {
    const auto count = *rc::gen::inRange(0, 6);
    std::vector<int> numbers;
    for (int number = 1; number <= count; number++) { numbers.push_back(number); }
    if (*rc::gen::arbitrary<bool>()) { std::reverse(numbers.begin(), numbers.end()); }
    for (const int number : numbers) {
        SessionStart start = practice(number, *rc::gen::element(PracticeSource::timed, PracticeSource::trial,
                                                                PracticeSource::entered_later));
        start.started_at.utc_offset_seconds = *rc::gen::element(0, 3600, -12600);
        start.homework = *rc::gen::element<std::string>("", "h1");
        start.participant = *rc::gen::element<std::string>("", "p,7");
        start.title = *rc::gen::element<std::string>("A pause", "\"Here\", now", "Caf\xC3\xA9");
        journal.begin(start);
        const auto answers = *rc::gen::inRange(0, 4);
        for (int answer = 0; answer < answers; answer++) {
            if (*rc::gen::arbitrary<bool>()) {
                const auto words = *rc::gen::container<std::string>(
                    rc::gen::element('a', ' ', ',', '"', '\n', '\t', '\\', '=', '\x7f', '\r'));
                journal.record(start.id, written(words.empty() ? "x" : words, number * 86400 + answer));
            } else {
                journal.record(start.id, rated(*rc::gen::inRange(0, 11), number * 86400 + answer));
            }
        }
        Changes last;
        last.at = at(number * 86400 + 300);
        last.figures.practised = std::chrono::milliseconds(*rc::gen::inRange(0, 900'000));
        last.figures.distress_before = *rc::gen::element<std::optional<int>>(std::nullopt, 0, 7);
        last.figures.kindness_after = *rc::gen::element<std::optional<int>>(std::nullopt, 10);
        last.figures.backdraft = *rc::gen::element<std::string>("", "noticed");
        const bool stopped = *rc::gen::arbitrary<bool>();
        journal.finish(start.id, last, stopped ? "stopped" : "completed", stopped ? "distress" : "");
    }
}

Json all_of(const Journal& journal) {
    Json all = Json::array();
    for (const auto& entry : journal.entries({})) {
        all.push_back(as_json(entry, journal.answers(entry.id)));
    }
    return all;
}

void expect_the_logs_own_shape(const Journal& journal) {
    const Exported exported = document(journal, Share::words);
    const Json read = Json::parse(exported.text);
    RC_ASSERT(read.at("sessions").dump() == all_of(journal).dump()); // names in the same order too
    RC_ASSERT(read.at("deletions").empty());
    RC_ASSERT(exported.withheld.by_level == 0);
}

void expect_lines_hold_what_the_document_holds(const Journal& journal, Share share) {
    const Json expected = Json::parse(document(journal, share).text).at("sessions");
    std::vector<Json> sessions = records(lines(journal, share).text, "session");
    RC_ASSERT(sessions.size() == expected.size());
    for (std::size_t index = 0; index < sessions.size(); index++) {
        Json& session = sessions[index];
        RC_ASSERT(session.at("revision") == 1);
        session.erase("record");
        session.erase("revision");
        RC_ASSERT(session.contains("more") == (share == Share::words));
        session.erase("more");
        for (auto& answer : session.at("answers")) { answer.erase("more"); }
        RC_ASSERT(session.dump() == expected[index].dump());
    }
}

void expect_tables_hold_what_the_document_holds(const Journal& journal, Share share) {
    const Exported whole = document(journal, share);
    const Json sessions = Json::parse(whole.text).at("sessions");
    const Exported practices = table(journal, share, CsvTable::sessions);
    const auto rows = read_csv(practices.text);
    RC_ASSERT(rows.size() == sessions.size() + 1);
    const Exported answers = table(journal, share, CsvTable::answers);
    RC_ASSERT(practices.withheld.by_level + answers.withheld.by_level == whole.withheld.by_level);
    const auto answer_rows = read_csv(answers.text);
    std::size_t answer_row = 1;
    for (std::size_t row = 1; row < rows.size(); row++) {
        const Json& session = sessions[row - 1];
        for (std::size_t column = 0; column < rows[0].size(); column++) {
            RC_ASSERT(rows[row][column] == cell(session.at(rows[0][column])));
        }
        for (const auto& answer : session.at("answers")) {
            RC_ASSERT(answer_rows.at(answer_row)[0] == session.at("id"));
            for (std::size_t column = 1; column < answer_rows[0].size(); column++) {
                RC_ASSERT(answer_rows[answer_row][column] == cell(answer.at(answer_rows[0][column])));
            }
            answer_row++;
        }
    }
    RC_ASSERT(answer_row == answer_rows.size());
}

RC_GTEST_PROP(Formats, AllHoldTheSame, ()) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    record_any(journal);
    expect_the_logs_own_shape(journal);
    for (const Share share : {Share::counts, Share::ratings, Share::words}) {
        expect_lines_hold_what_the_document_holds(journal, share);
        expect_tables_hold_what_the_document_holds(journal, share);
    }
}

TEST(Formats, NoFormulaReachesASpreadsheet) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    int number = 0;
    for (const char* words : {"=1+1", "+1", "-1", "@here", "\tx", "\rx", "'plain", "a=b"}) {
        journal.begin(practice(++number));
        journal.finish(id_of(number), written(words, number * 86400), "completed", "");
    }
    const auto words_in = [&](bool spreadsheet_safe) {
        std::vector<std::string> words;
        for (const auto& row :
             read_csv(table(journal, Share::words, CsvTable::answers, spreadsheet_safe).text)) {
            if (row[3] == "text") { words.push_back(row[7]); }
        }
        return words;
    };
    EXPECT_EQ(words_in(true),
              (std::vector<std::string>{"'=1+1", "'+1", "'-1", "'@here", "'\tx", "'\rx", "'plain", "a=b"}));
    EXPECT_EQ(words_in(false),
              (std::vector<std::string>{"=1+1", "+1", "-1", "@here", "\tx", "\rx", "'plain", "a=b"}));
}

class Terminal : public MemoryOutput {
public:
    [[nodiscard]] bool is_terminal() const override { return true; }
};

TEST(Formats, ATableCommandsNoTerminal) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    SessionStart start = practice(1);
    start.title = "A pause\x1B]0;mine\x07";
    journal.begin(start);
    journal.finish(start.id, written("words", 86400), "completed", "");
    Terminal out;
    HoldingBack holding_back(Share::words);
    LogStream log(journal, {}, LogStream::Depth::contract);
    write_csv(log, holding_back, out, CsvTable::sessions, false, {false, [](std::int64_t) {}});
    EXPECT_EQ(out.text.find('\x1B'), std::string::npos);
    EXPECT_EQ(read_csv(out.text).at(1).at(3), "A pause]0;mine");
    const std::string elsewhere = table(journal, Share::words, CsvTable::sessions).text;
    EXPECT_EQ(read_csv(elsewhere).at(1).at(3), start.title) << "programs get what the log holds";
}

TEST(Formats, ColumnsAreTheContracts) {
    const TemporaryFolder folder;
    const Journal journal = Journal::open_for_reading(folder.journal()); // there is no log at all
    EXPECT_EQ(
        table(journal, Share::words, CsvTable::sessions).text,
        "id,exercise,exercise_version,title,language,components,started_at,ended_at,day,status,stop_reason,"
        "planned_seconds,practised_seconds,paused_seconds,distress_before,distress_after,kindness_before,"
        "kindness_after,backdraft,groundings,skipped,homework,source,participant,recorded_at,amended_at,"
        "kindly_version\r\n");
    EXPECT_EQ(table(journal, Share::words, CsvTable::answers).text,
              "session_id,position,step,kind,measure,prompt,value_number,value_text,skipped,private,answered_"
              "at\r\n");
    EXPECT_EQ(table(journal, Share::words, CsvTable::deletions).text, "id,deleted_at\r\n");
    EXPECT_EQ(document(journal, Share::words).text, "{\"sessions\":[\n],\"deletions\":[\n]}\n");
    EXPECT_EQ(lines(journal, Share::words).text, "");
}

TEST(Formats, ALosslessLineHoldsAllThatTheLogDoes) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    journal.keep_text(
        {TextToKeep::Kind::exercise, sha256("an exercise"), "kind-pause", "1.0", "en", "{ \"a\":\n1 }"});
    SessionStart start = practice(1);
    start.digest = sha256("an exercise");
    start.settings = {{"name", std::string("my dear")}, {"rounds", 3}};
    start.picks = {{"p", 2}};
    start.dropped = {"one"};
    journal.begin(start);
    Changes changes = written("words", 86400 + 5);
    changes.steps.push_back({"arrive/s1", "say", Milliseconds(5), Milliseconds(1234), "time"});
    SafetyRecord noticed;
    noticed.at = Milliseconds(77);
    noticed.reason = "distress";
    noticed.check_in = "before";
    noticed.value = 9;
    noticed.offered = {"grounding", "go_on"};
    noticed.chosen = "grounding";
    changes.safety.push_back(noticed);
    changes.kept.push_back({"plan", "tea,\nthen \"rest\""});
    journal.record(start.id, changes);
    changes = {};
    changes.at = at(86400 + 60);
    changes.at.unix_ms += 123;
    changes.figures.last_section = "arrive";
    journal.finish(start.id, changes, "completed", "");
    run_sql(
        folder.journal(),
        "INSERT INTO draft VALUES (1, 'q', 'half a sen', NULL, 1795331700001, 3600);"
        "INSERT INTO amendment (session, position, revision, amended_at, amended_offset, field, was, sealed)"
        " VALUES (1, 1, 2, 1795331700002, 3600, 'distress_after', '4', NULL);"
        "INSERT INTO deletion (id, deleted_at, deleted_offset) VALUES ('gone', 1795331700000, -3600),"
        " ('6b657074-0000-8000-9000-000000000000', 1795331700007, 3600)");

    const std::string text = lines(journal, Share::words).text;
    const auto sessions = records(text, "session");
    ASSERT_EQ(sessions.size(), 1U);
    const Json& more = sessions[0].at("more");
    EXPECT_EQ(more.at("ended_at"), "2026-11-23T08:16:00.123+01:00");
    EXPECT_EQ(more.at("planned_ms"), 300000);
    EXPECT_EQ(more.at("intensity"), "gentle");
    EXPECT_EQ(more.at("digest"), start.digest);
    EXPECT_EQ(more.at("seed"), 7);
    EXPECT_EQ(more.at("last_section"), "arrive");
    EXPECT_EQ(more.at("settings").dump(), R"({"name":"my dear","rounds":3})");
    EXPECT_EQ(more.at("plan").at("dropped").dump(), R"(["one"])");
    EXPECT_EQ(more.at("picks").dump(), R"({"p":2})");
    EXPECT_EQ(more.at("steps").dump(),
              R"([{"path":"arrive/s1","kind":"say","began_ms":5,"ended_ms":1234,"how":"time"}])");
    EXPECT_EQ(
        more.at("safety").dump(),
        R"([{"at_ms":77,"reason":"distress","check_in":"before","value":9,"numb":false,)"
        R"("offer_grounding_at":null,"stop_at":null,"offered":["grounding","go_on"],"chosen":"grounding"}])");
    EXPECT_EQ(
        more.at("amendments").dump(),
        R"([{"revision":2,"amended_at":"2026-11-22T08:15:00.002+01:00","field":"distress_after","was":"4"}])");
    EXPECT_EQ(more.at("drafts").dump(),
              R"([{"question":"q","words":"half a sen","saved_at":"2026-11-22T08:15:00.001+01:00"}])");
    EXPECT_EQ(sessions[0].at("answers")[0].at("more").at("question"), "line");
    EXPECT_FALSE(sessions[0].contains("share"));

    const auto texts = records(text, "text");
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_EQ(texts[0].at("bytes"), "{ \"a\":\n1 }");
    const auto kept = records(text, "kept");
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].at("words"), "tea,\nthen \"rest\"");
    EXPECT_EQ(kept[0].at("session"), start.id);
    const auto deletions = records(text, "deletion");
    ASSERT_EQ(deletions.size(), 2U);
    EXPECT_EQ(deletions[0].dump(),
              R"({"record":"deletion","id":"gone","deleted_at":"2026-11-22T06:15:00-01:00"})");
    EXPECT_EQ(deletions[1].dump(), R"({"record":"deletion","id":"6b657074-0000-8000-9000-000000000000",)"
                                   R"("deleted_at":"2026-11-22T08:15:00.007+01:00"})");
    // It says that words were kept, and is no practice's.
    EXPECT_EQ(records(lines(journal, Share::ratings).text, "deletion").size(), 1U);
    EXPECT_EQ(Json::parse(document(journal, Share::words).text).at("deletions").size(), 1U);
    EXPECT_EQ(table(journal, Share::words, CsvTable::deletions).text,
              "id,deleted_at\r\ngone,2026-11-22T06:15:00-01:00\r\n");

    for (const Share less : {Share::counts, Share::ratings}) {
        const std::string withheld = lines(journal, less).text;
        for (const char* word : {"words\"", "my dear", "tea", "half a sen"}) {
            EXPECT_EQ(withheld.find(word), std::string::npos) << word << " in " << withheld;
        }
    }
}

TEST(Formats, ALosslessLineSaysOfWhichRevisionItsPartsAre) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    journal.begin(practice(1));
    journal.finish(id_of(1), written("words of the first", 86400), "completed", "");
    EXPECT_FALSE(
        records(lines(journal, Share::words).text, "session")[0].at("more").contains("details_revision"));
    run_sql(folder.journal(),
            "UPDATE session SET revision = 3, ratings_revision = 2, details_revision = 1;"
            "UPDATE answer SET value_revision = 1;"
            "INSERT INTO amendment (session, position, revision, amended_at, amended_offset, field, was,"
            " withheld) VALUES (1, 1, 2, 1795331700002, 3600, 'answer.1', NULL, 1)");
    const auto line = records(lines(journal, Share::words).text, "session").at(0);
    const auto& more = line.at("more");
    EXPECT_EQ(more.at("ratings_revision"), 2);
    EXPECT_EQ(more.at("details_revision"), 1);
    EXPECT_EQ(more.at("amendments")[0].at("withheld"), true);
    EXPECT_EQ(line.at("answers")[0].at("more").at("value_revision"), 1);
    run_sql(folder.journal(), "UPDATE answer SET value_revision = 0, withheld = 1, value_text = NULL");
    const auto without = records(lines(journal, Share::words).text, "session").at(0);
    EXPECT_FALSE(without.at("answers")[0].at("more").contains("value_revision"));
}

TEST(Formats, WhatIsSealedIsMarkedAndCounted) {
    const TemporaryFolder folder;
    Journal journal = Journal::open_for_writing(folder.journal());
    SessionStart start = practice(1);
    start.settings = {{"name", std::string("my dear")}};
    journal.begin(start);
    Changes changes = written("words", 86400 + 5);
    changes.kept.push_back({"plan", "tea"});
    journal.finish(start.id, changes, "completed", "");
    run_sql(folder.journal(),
            "UPDATE session SET settings = NULL, settings_sealed = x'01';"
            "UPDATE answer SET value_text = NULL, prompt = '', options = NULL, sealed = x'02';"
            "UPDATE kept SET words = '', sealed = x'03';"
            "INSERT INTO draft VALUES (1, 'q', '', x'04', 1795331700001, 3600);"
            "INSERT INTO amendment VALUES (1, 1, 2, 1795331700002, 3600, 'answer.1', NULL, x'05', 0)");
    const Exported exported = lines(journal, Share::words);
    EXPECT_EQ(exported.withheld.sealed, 5);
    const auto sessions = records(exported.text, "session");
    ASSERT_EQ(sessions.size(), 1U);
    const Json& answer = sessions[0].at("answers").at(0);
    EXPECT_EQ(answer.at("withheld"), true);
    EXPECT_TRUE(answer.at("prompt").is_null());
    EXPECT_TRUE(answer.at("value_text").is_null());
    const Json& more = sessions[0].at("more");
    EXPECT_TRUE(more.at("settings").is_null());
    EXPECT_EQ(more.at("settings_withheld"), true);
    EXPECT_EQ(more.at("drafts").at(0).at("withheld"), true);
    EXPECT_TRUE(more.at("drafts").at(0).at("words").is_null());
    EXPECT_EQ(more.at("amendments").at(0).at("withheld"), true);
    const auto kept = records(exported.text, "kept");
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_TRUE(kept[0].at("words").is_null());
    EXPECT_EQ(kept[0].at("withheld"), true);
}

} // namespace
} // namespace kindly::test
