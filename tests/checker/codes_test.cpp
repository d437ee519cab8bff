// SPDX-License-Identifier: MIT
#include "checker/codes.hpp"

#include "base/text.hpp"
#include "checker/explain.hpp"
#include "checker/families.hpp"
#include "checker/whole_check.hpp"
#include "exercise/expand.hpp"
#include "exercise/reading.hpp"

#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using test::lines;
using test::Sample;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Where in a file an example stands.
enum class Place {
    step,
    section,
    kindness,
    parameter,
    heading,
    parameters_and_safety,
    safety,
    grounding,
    closing,
    sections
};

struct Written {
    Place place = Place::step;
    std::string before; ///< questions that an example relies on
};

/// Every code whose examples are parts of an exercise; translations, "about" and versions stand elsewhere.
const std::map<std::string, Written>& places() {
    static const std::string tired =
        R"({ "kind": "ask", "id": "tired", "text": "Tired?", "answer": "yes_no" },)";
    static const std::string ways =
        R"({ "kind": "ask", "id": "rest_today", "text": "Rest?", "answer": "yes_no" },)"
        R"({ "kind": "ask", "id": "go_on", "text": "Go on?", "answer": "yes_no" },)";
    static const std::map<std::string, Written> all{
        {"J001", {}},
        {"J002", {}},
        {"J003", {}},
        {"J004", {}},
        {"J005", {}},
        {"J007", {}},
        {"K001", {}},
        {"K002", {}},
        {"K003", {}},
        {"K004", {}},
        {"K005", {}},
        {"K006", {Place::parameter, {}}},
        {"K007", {}},
        {"K008", {}},
        {"K009", {Place::heading, {}}},
        {"K010", {}},
        {"R001", {}},
        {"R002", {Place::section, {}}},
        {"R003", {}},
        {"R004", {}},
        {"R005", {Place::step, tired}},
        {"R006", {}},
        {"R007", {Place::closing, {}}},
        {"R008", {}},
        {"A001", {}},
        {"A002", {Place::step, tired}},
        {"A003", {}},
        {"A004", {}},
        {"A005", {}},
        {"A006", {}},
        {"A007", {Place::step, ways}},
        {"A008", {}},
        {"A009", {Place::parameters_and_safety, {}}},
        {"T001", {}},
        {"T003", {}},
        {"T004", {}},
        {"T005", {}},
        {"T006", {}},
        {"S001", {Place::sections, {}}},
        {"S002", {Place::section, {}}},
        {"S003", {Place::safety, {}}},
        {"S004", {Place::closing, {}}},
        {"S005", {Place::grounding, {}}},
        {"S006", {Place::section, {}}},
        {"S007", {}},
        {"S008", {Place::kindness, {}}},
        {"S009", {}},
        {"S010", {}},
        {"S011", {}},
        {"S012", {}},
        {"S014", {}},
        {"S015", {Place::section, {}}},
        {"S016", {Place::section, {}}},
        {"S017", {Place::closing, {}}},
        {"S018", {}},
        {"S019", {Place::grounding, {}}},
        {"S020", {}},
        {"S021", {Place::grounding, {}}},
        {"L001", {}},
        {"L002", {}},
        {"L003", {}},
        {"L004", {}},
        {"L005", {}},
        {"L006", {}},
        {"L007", {}},
    };
    return all;
}

/// The codes that the reader finds by itself, whatever else is checked. R006 is found with the library.
const std::set<std::string>& of_the_reader() {
    static const std::set<std::string> codes{"J001", "J002", "J003", "J004", "J005", "J007", "K001", "K002",
                                             "K003", "K004", "K005", "K006", "K007", "K008", "K009", "K010",
                                             "R001", "R002", "R007", "R008", "A001", "A003", "A004", "A005",
                                             "A006", "T001", "T004", "S001", "S003", "S004", "S005", "L003"};
    return codes;
}

ReadExercise read_with(const std::string& code, const std::string& example) {
    const Written written = places().at(code);
    Sample sample;
    sample.before += written.before;
    sample.parameters =
        R"("parameters": { "warm_name": { "type": "text", "label": "W", "default": "my dear" } },)";
    if (code == "A007") {
        sample.grounding +=
            R"({ "id": "the_critic", "title": "C", "purpose": "critic", "steps": [ { "kind": "say", "text": "C." } ] },)"
            R"({ "id": "soothing", "title": "S", "purpose": "soothe", "steps": [ { "kind": "say", "text": "S." } ] },)";
    }
    switch (written.place) {
    case Place::step: sample.step = example; break;
    case Place::kindness:
        sample.grounding +=
            R"({ "id": "kindness", "title": "Kindness", "component": "kindness", "purpose": "soothe", "steps": [)" +
            example + "] },";
        break;
    case Place::section: sample.grounding += example + ","; break;
    case Place::parameter: sample.parameters = "\"parameters\": {" + example + "},"; break;
    case Place::heading:
        sample.heading =
            example + R"(, "id": "sample", "version": "1.0", "language": "en", "title": "Sample",)";
        break;
    case Place::parameters_and_safety:
        sample.parameters.clear();
        sample.safety = example + ",";
        break;
    case Place::safety: sample.safety = example + ","; break;
    case Place::grounding: sample.grounding = example + ","; break;
    case Place::closing: sample.closing = example; break;
    case Place::sections:
        return read_exercise(test::source("{\n" + sample.heading + "\n" + sample.parameters + "\n" +
                                          sample.safety + "\n" + example + "\n}"));
    }
    if (code == "S018" || code == "S016") {
        sample.safety = std::string(R"("safety": { "before": "You can stop.", "backdraft": "Old pain.", )") +
                        R"("distress": { "offer_grounding_at": 5, "stop_at": 8 }, "intensity": ")" +
                        (code == "S018" ? "strong" : "moderate") + "\" },";
    }
    // One example asks about backdraft.
    if (code == "S002") { sample.safety = Sample().safety; }
    return sample.read();
}

Expanded expand_with_library(const std::shared_ptr<const Exercise>& exercise) {
    const auto fragment =
        read_fragment(test::source(test::file_bytes("exercises/library/grounding/senses.json"))).fragment;
    ExpandRequest request;
    request.settings = {{"warm_name", std::string("my dear")}};
    return expand(
        exercise,
        [&](const std::string& id, int major) {
            return id == fragment->id && major == fragment->major() ? fragment : nullptr;
        },
        request);
}

TEST(Codes, AreSortedByFamilyAndNumberAndUnique) {
    const std::string families = "JKRATSLXMVPH";
    std::vector<std::pair<std::size_t, std::string>> order;
    for (const auto& code : all_codes()) {
        EXPECT_TRUE(std::regex_match(code.code, std::regex("[A-Z][0-9]{3}"))) << code.code;
        order.emplace_back(families.find(code.code[0]), code.code);
    }
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
    EXPECT_EQ(std::adjacent_find(order.begin(), order.end()), order.end());
    constexpr std::size_t of_the_format = 7 + 11 + 8 + 9 + 6 + 21 + 7 + 7 + 3 + 3 + 4 + 7;
    EXPECT_EQ(order.size(), of_the_format);
}

TEST(Codes, SayEverythingPlainly) {
    const std::regex not_for_authors(R"(\b(node|schema|oneOf|object|null|token|parse[rds]?)\b)",
                                     std::regex::icase);
    constexpr std::size_t widest = 77; // with the margin, within 80 columns
    for (const auto& code : all_codes()) {
        for (const std::string text : {code.rule, code.why, code.bad, code.good}) {
            EXPECT_THAT(std::string(trimmed(text)), Not(IsEmpty())) << code.code;
            EXPECT_FALSE(std::regex_search(text, not_for_authors)) << text;
            EXPECT_THAT(text, Not(HasSubstr("!"))) << code.code;
            EXPECT_EQ(trimmed(text), text) << code.code;
        }
        EXPECT_NE(std::string(code.rule).back(), '.') << code.code;
        EXPECT_EQ(std::string(code.why).back(), '.') << code.code;
        EXPECT_STRNE(code.bad, code.good);
        if (std::string(code.code) == "L001") { continue; } // its mistake is to be long
        for (const std::string all : {code.bad, code.good}) {
            std::stringstream example(all);
            for (std::string line; std::getline(example, line);) {
                EXPECT_LE(display_width(line), widest) << code.code << ": " << line;
            }
        }
    }
}

TEST(Codes, AreFoundInAnyCase) {
    ASSERT_NE(find_code("s002"), nullptr);
    EXPECT_STREQ(find_code("s002")->code, "S002");
    EXPECT_EQ(find_code("S999"), nullptr);
    EXPECT_EQ(find_code(""), nullptr);
}

/// Errors without which an exercise cannot be used, and the three rules that nobody may set aside, stay.
TEST(Codes, OnlyRulesOfJudgementMayBeWaived) {
    const std::string never = "JKXVH";
    const std::set<std::string> safety{"S001", "S003", "S004", "S005", "S008", "S013", "S021"};
    for (const auto& code : all_codes()) {
        const char family = code.code[0];
        const bool judged = family == 'S'
                                ? !safety.contains(code.code)
                                : never.find(family) == std::string::npos && code.severity != Severity::error;
        EXPECT_EQ(code.may_be_waived, judged) << code.code;
    }
}

TEST(Codes, HaveEveryCodeThatTheProgramUses) {
    const std::regex literal("\"([A-Z][0-9]{3})\"");
    const std::filesystem::path sources = std::filesystem::path(KINDLY_SOURCE_DIR) / "src";
    std::set<std::string> used;
    for (const char* layer : {"exercise", "checker", "homework"}) {
        for (const auto& file : std::filesystem::directory_iterator(sources / layer)) {
            if (file.path().filename().string().starts_with("code")) { continue; }
            const std::string bytes =
                test::file_bytes("src/" + std::string(layer) + "/" + file.path().filename().string());
            for (std::sregex_iterator at(bytes.begin(), bytes.end(), literal), end; at != end; ++at) {
                used.insert((*at)[1]);
            }
        }
    }
    EXPECT_GE(used.size(), 30U);
    for (const auto& code : used) { EXPECT_NE(find_code(code), nullptr) << code; }
}

TEST(Codes, BadExamplesOfTheReaderGiveTheirCodeAndNothingElse) {
    for (const auto& code : of_the_reader()) {
        const ReadExercise read = read_with(code, find_code(code)->bad);
        EXPECT_THAT(test::codes(read.diagnostics), ElementsAre(code))
            << testing::PrintToString(lines(read.diagnostics));
        EXPECT_EQ(read.exercise, nullptr) << code;
    }
}

TEST(Codes, GoodExamplesAreAccepted) {
    for (const auto& [code, place] : places()) {
        const ReadExercise read = read_with(code, find_code(code)->good);
        EXPECT_THAT(lines(read.diagnostics), IsEmpty()) << code;
        ASSERT_NE(read.exercise, nullptr) << code;
        EXPECT_THAT(lines(expand_with_library(read.exercise).diagnostics), IsEmpty()) << code;
    }
}

/// What only the checker judges can still be read: the mistake is in what it does to people.
TEST(Codes, BadExamplesOfTheCheckerCanBeRead) {
    for (const auto& [code, place] : places()) {
        if (of_the_reader().contains(code)) { continue; }
        const ReadExercise read = read_with(code, find_code(code)->bad);
        EXPECT_THAT(lines(read.diagnostics), IsEmpty()) << code;
    }
}

std::set<std::string> codes_of_the_checker(const std::string& code, const char* example) {
    const ReadExercise read = read_with(code, example);
    std::set<std::string> found;
    for (const auto& one : tests::check(read.exercise).diagnostics) { found.insert(one.code); }
    Findings wording(read.exercise->document->source);
    check_wording(shown_texts(*read.exercise), "en", read.exercise.get(), wording);
    for (const auto& one : wording.take()) { found.insert(one.code); }
    return found;
}

/// R003 and S006 depend on what stands around them, A007 on how long it is, L002 on all texts together.
TEST(Codes, ExamplesOfTheCheckerGiveTheirCodeAndAreCuredOfIt) {
    const std::set<std::string> depend_on_the_rest{"R003", "S006", "A007", "L002", "R006"};
    for (const auto& [code, place] : places()) {
        if (of_the_reader().contains(code) || depend_on_the_rest.contains(code)) { continue; }
        EXPECT_TRUE(codes_of_the_checker(code, find_code(code)->bad).contains(code)) << code;
        EXPECT_FALSE(codes_of_the_checker(code, find_code(code)->good).contains(code)) << code;
    }
}

TEST(Codes, J006IsAboutTheBytesOfTheFile) {
    const std::string text = Sample().text();
    EXPECT_THAT(test::codes(read_exercise(test::source("\xEF\xBB\xBF" + text)).diagnostics),
                ElementsAre("J006"));
    EXPECT_THAT(test::codes(read_exercise(test::source(text)).diagnostics), IsEmpty());
}

TEST(Codes, R006IsFoundWithTheLibrary) {
    const ReadExercise read = read_with("R006", find_code("R006")->bad);
    ASSERT_NE(read.exercise, nullptr);
    EXPECT_THAT(test::codes(expand_with_library(read.exercise).diagnostics), ElementsAre("R006"));
}

TEST(Explained, ShowsRuleReasonExamplesAndHowToMakeAnException) {
    EXPECT_EQ(explained(*find_code("S020"), 60), R"(S020: Texts name no keys and no keyboard

   A warning: the exercise can be practised, but please look
   at it.

Why it matters
   The program shows the keys, and they can differ: some
   people listen, some use another screen. A key that does
   nothing confuses at the worst moment.

Instead of
   { "kind": "say", "text": "Press Enter when you are ready." }

write
   { "kind": "say", "text": "Go on when you are ready.", "wait": "enter" }

Exceptions
   Whoever answers for the exercise may make one, with a
   reason, a name and a last day. Under "safety" write:

   "allow": [ { "code": "S020", "reason": "...",
                "by": "...", "until": "2027-06-30" } ]

   Until that day it is shown as advice only, with the
   reason and the name.
)");
}

TEST(Explained, SaysWhereThereAreNoExceptions) {
    EXPECT_THAT(explained(*find_code("S001"), 76),
                HasSubstr("Exceptions\n   There are none for this rule.\n"));
    EXPECT_THAT(explained(*find_code("T005"), 76), HasSubstr("None are needed"));
    EXPECT_THAT(explained(*find_code("S002"), 76), HasSubstr("Until that day it is shown as a warning"));
    for (const auto& code : all_codes()) {
        EXPECT_EQ(explained(code, 76).find(code.code), 0U);
        EXPECT_EQ(explained(code, 76).back(), '\n');
        EXPECT_THAT(explained(code, 0), Not(IsEmpty())); // whatever the width
    }
}

} // namespace
} // namespace kindly
