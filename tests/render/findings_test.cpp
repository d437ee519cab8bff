// SPDX-License-Identifier: MIT
// What other tools read: SARIF against a schema, GitHub's commands against a strict reader of their syntax.
#include "render/findings.hpp"

#include "base/files.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace kindly {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

Diagnostic finding(const std::string& file, Severity severity = Severity::error) {
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.code = "K001";
    diagnostic.message = "A pause has no \"shortset\"";
    diagnostic.explanation = "It would be left out, 50%: silently.";
    diagnostic.suggestion = "\"shortest\": \"10s\"";
    diagnostic.source = std::make_shared<const SourceText>(
        file, "{\n  \"kind\": \"pause\", \"für\": \"ü\", \"shortset\": \"10s\"\n}\n");
    diagnostic.where = {37, 47};
    return diagnostic;
}

std::vector<CheckedOutput> some_files() {
    Diagnostic warning = finding("sub folder/ü#1.json", Severity::warning);
    warning.code = "Z999"; // not in the table
    warning.also = Span{4, 10};
    Diagnostic advice = finding("./a.json", Severity::advice);
    advice.where = {60, 60};
    return {{"./a.json", {finding("./a.json"), advice}, FileReport{100, 200, 300, 2, 1, 6, true}},
            {"sub folder/ü#1.json", {warning}, std::nullopt},
            {"fine.json", {}, FileReport{}}};
}

std::vector<RuleOutput> some_rules() {
    return {{"J001", Severity::error, "A comma stands between entries", "", "", ""},
            {"K001", Severity::warning, "Every key is known", "A misspelt key does nothing.",
             "\"shortset\": \"10s\"", "\"shortest\": \"10s\""}};
}

std::string problems_with(const Json& sarif) {
    const Json schema_json =
        Json::parse(read_file(KINDLY_SOURCE_DIR "/tests/render/sarif-subset.schema.json", 100000));
    valijson::Schema schema;
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);
    valijson::Validator validator;
    valijson::ValidationResults results;
    std::string problems;
    if (!validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(sarif), &results)) {
        for (const auto& error : results) {
            for (const auto& part : error.context) { problems += part; }
            problems += ": " + error.description + "\n";
        }
        if (problems.empty()) { problems = "not valid"; }
    }
    return problems;
}

TEST(Findings, LinesAreFirstLinesOnly) {
    EXPECT_EQ(findings_as_lines(some_files()),
              "./a.json:2:34: error K001: A pause has no \"shortset\"\n"
              "./a.json:4:1: advice K001: A pause has no \"shortset\"\n"
              "sub folder/ü#1.json:2:34: warning Z999: A pause has no \"shortset\"\n");
    Diagnostic two_lines = finding("a.json");
    two_lines.message = "one\ntwo";
    EXPECT_EQ(findings_as_lines({{"a.json", {two_lines}, {}}}), "a.json:2:34: error K001: one two\n");
}

TEST(Findings, JsonHasAStableShape) {
    const Json json = Json::parse(findings_as_json(some_files()));
    EXPECT_EQ(json["errors"], 1);
    EXPECT_EQ(json["warnings"], 1);
    EXPECT_EQ(json["advice"], 1);
    ASSERT_EQ(json["files"].size(), 3U);
    EXPECT_EQ(json["files"][0]["findings"][0], Json::parse(R"({
        "file": "./a.json", "line": 2, "column": 34, "end_line": 2, "end_column": 44, "severity": "error",
        "code": "K001", "message": "A pause has no \"shortset\"",
        "explanation": "It would be left out, 50%: silently.", "suggestion": "\"shortest\": \"10s\"",
        "also": null })"));
    EXPECT_EQ(json["files"][1]["findings"][0]["also"], Json::parse(R"({ "line": 2, "column": 3 })"));
    EXPECT_EQ(json["files"][0]["report"], Json::parse(R"({ "shortest_seconds": 100, "usual_seconds": 200,
        "longest_seconds": 300, "questions": 2, "check_ins": 1, "paths": 6, "exact": true })"));
    EXPECT_TRUE(json["files"][1]["report"].is_null());
    EXPECT_EQ(json["files"][2]["findings"], Json::array());
}

TEST(Findings, SarifIsValid) {
    const Json sarif = Json::parse(findings_as_sarif(some_files(), some_rules(), "1.2.3"));
    EXPECT_EQ(problems_with(sarif), "");
    const Json& run = sarif["runs"][0];
    EXPECT_EQ(run["tool"]["driver"]["name"], "kindly");
    EXPECT_EQ(run["tool"]["driver"]["version"], "1.2.3");
    EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
    ASSERT_EQ(run["results"].size(), 3U);
    const Json& first = run["results"][0];
    EXPECT_EQ(first["level"], "error");
    EXPECT_EQ(run["tool"]["driver"]["rules"][first["ruleIndex"].get<std::size_t>()]["id"], first["ruleId"]);
    EXPECT_EQ(first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "a.json");
    EXPECT_EQ(first["locations"][0]["physicalLocation"]["region"],
              Json::parse(R"({ "startLine": 2, "startColumn": 34, "endLine": 2, "endColumn": 44 })"));
    EXPECT_EQ(run["results"][1]["level"], "note");
    EXPECT_FALSE(run["results"][2].contains("ruleIndex"));
    EXPECT_EQ(run["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
              "sub%20folder/%C3%BC%231.json");
    EXPECT_EQ(run["results"][2]["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"], 3);
}

TEST(Findings, SarifWithoutFindingsIsValid) {
    EXPECT_EQ(problems_with(Json::parse(findings_as_sarif({}, {}, "1.2.3"))), "");
}

TEST(Findings, TheSchemaOfSarifFindsMistakes) {
    const auto broken = [](const Json::json_pointer& where, const Json& value) {
        Json sarif = Json::parse(findings_as_sarif(some_files(), some_rules(), "1.2.3"));
        sarif[where] = value;
        return problems_with(sarif);
    };
    EXPECT_NE(broken("/version"_json_pointer, "2.0.0"), "");
    EXPECT_NE(broken("/runs/0/results/0/level"_json_pointer, "advice"), "");
    EXPECT_NE(broken("/runs/0/results/0/mesage"_json_pointer, "text"), "");
    EXPECT_NE(
        broken("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri"_json_pointer, "a b"),
        "");
    EXPECT_NE(broken("/runs/0/results/0/locations/0/physicalLocation/region/startColumn"_json_pointer, 0),
              "");
}

TEST(Findings, BytesThatAreNoTextDoNotBreakTheFormats) {
    Diagnostic odd = finding("a\xff\x1b.json");
    odd.message = "This is \xff\x1b[31m";
    const std::vector<CheckedOutput> files{{"a\xff\x1b.json", {odd}, {}}};
    EXPECT_EQ(problems_with(Json::parse(findings_as_sarif(files, {}, "1"))), "");
    EXPECT_TRUE(Json::accept(findings_as_json(files)));
    EXPECT_EQ(findings_as_github(files).find('\x1b'), std::string::npos);
}

/// One workflow command, read back as strictly as it can be: throws where anything is out of place.
struct Command {
    std::string name;
    std::map<std::string, std::string> properties;
    std::string message;

    static std::string unescaped(const std::string& text, const std::string& forbidden) {
        std::string plain;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (forbidden.find(text[at]) != std::string::npos) { throw std::runtime_error("raw: " + text); }
            if (text[at] != '%') {
                plain += text[at];
                continue;
            }
            static const std::map<std::string, char> known{
                {"%25", '%'}, {"%0D", '\r'}, {"%0A", '\n'}, {"%3A", ':'}, {"%2C", ','}};
            plain += known.at(text.substr(at, 3));
            at += 2;
        }
        return plain;
    }

    static Command read(const std::string& line) {
        Command command;
        if (!line.starts_with("::")) { throw std::runtime_error("no command: " + line); }
        const std::size_t space = line.find(' ');
        command.name = line.substr(2, space - 2);
        const std::size_t end = line.find("::", space);
        if (end == std::string::npos) { throw std::runtime_error("no end: " + line); }
        command.message = unescaped(line.substr(end + 2), "\r\n");
        std::string rest = line.substr(space + 1, end - space - 1) + ",";
        for (std::size_t comma = 0; (comma = rest.find(',')) != std::string::npos; rest.erase(0, comma + 1)) {
            const std::size_t equals = rest.find('=');
            if (equals >= comma) { throw std::runtime_error("no value: " + line); }
            const std::string value = unescaped(rest.substr(equals + 1, comma - equals - 1), ":,\r\n");
            if (!command.properties.emplace(rest.substr(0, equals), value).second) {
                throw std::runtime_error("twice: " + line);
            }
        }
        return command;
    }
};

std::vector<Command> commands_in(const std::string& text) {
    std::vector<Command> commands;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        if (end == std::string::npos) { throw std::runtime_error("the last line does not end"); }
        commands.push_back(Command::read(text.substr(at, end - at)));
        at = end + 1;
    }
    return commands;
}

TEST(Findings, GithubCommandsSayAll) {
    const std::vector<Command> commands = commands_in(findings_as_github(some_files()));
    ASSERT_EQ(commands.size(), 3U);
    EXPECT_EQ(commands[0].name, "error");
    EXPECT_EQ(commands[1].name, "notice");
    EXPECT_EQ(commands[2].name, "warning");
    const std::map<std::string, std::string> expected{{"file", "a.json"},  {"line", "2"},
                                                      {"col", "34"},       {"endLine", "2"},
                                                      {"endColumn", "43"}, {"title", "K001"}};
    EXPECT_EQ(commands[0].properties, expected);
    EXPECT_EQ(commands[0].message, "A pause has no \"shortset\"\nIt would be left out, 50%: silently.\n"
                                   "Try: \"shortest\": \"10s\"");
    EXPECT_EQ(commands[2].properties.at("file"), "sub folder/ü#1.json");
}

RC_GTEST_PROP(Findings, GithubCommandsKeepEveryText, ()) {
    const auto text = [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "a", "%", "%0A", "%25", ":", "::", ",", "=", "\n", "ü", "座", "\"", " ", "::error ", "file=x"));
        return joined(pieces, "");
    };
    Diagnostic diagnostic = finding("x" + text());
    diagnostic.message = text();
    diagnostic.explanation.clear();
    diagnostic.suggestion.clear();
    const std::vector<Command> commands = commands_in(findings_as_github({{"x", {diagnostic}, {}}}));
    RC_ASSERT(commands.size() == 1U);
    RC_ASSERT(commands[0].message == diagnostic.message);
    RC_ASSERT(commands[0].properties.at("file") == diagnostic.source->name());
}

} // namespace
} // namespace kindly
