// SPDX-License-Identifier: MIT
// Schema and reader agree: on every file that we ship, and on 10,000 that were made at random, good ones and
// broken ones. What a schema can say, it says; what it says, the reader says too.
#include "base/files.hpp"
#include "exercise/limits.hpp"
#include "schema/breaking.hpp"
#include "schema/schemas.hpp"
#include "support/script_writer.hpp"

#include <filesystem>
#include <map>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

struct Read {
    Diagnostics found;
    std::shared_ptr<const SourceText> source;
};

Read read(const std::string& text, bool fragment) {
    Read result;
    result.source = std::make_shared<const SourceText>("made.json", text);
    result.found =
        fragment ? read_fragment(result.source).diagnostics : read_exercise(result.source).diagnostics;
    return result;
}

/// Whether this place lies in a condition about a setting: what may stand there depends on the setting's
/// type.
bool in_test_of_setting(const Diagnostic& finding) {
    const std::string& bytes = finding.source->bytes();
    int open = 0; // the innermost group around the place; the made files have no brackets in texts before it
    std::size_t begin = std::min(finding.where.begin, bytes.size());
    while (begin > 0) {
        --begin;
        if (bytes[begin] == '}') { ++open; }
        if (bytes[begin] == '{' && open-- == 0) { break; }
    }
    return bytes.compare(begin, 13, R"({"parameter":)") == 0;
}

/// What the reader finds and no schema of draft-07 can express.
bool beyond_a_schema(const Diagnostic& finding) {
    const std::string_view code = finding.code;
    switch (code.front()) {
    case 'J': return true; // the file itself: a schema sees only what was read from it
    case 'A':              // names that must have been declared elsewhere
    case 'R':              // order: what comes before what
    case 'T':              // durations are texts: their lengths cannot be compared
    case 'L':              // what stands in a text
    case 'X':
    case 'M':
    case 'V': return true;
    default: break;
    }
    if (code == "K010") { return true; } // a name used twice
    if (finding.also) { return true; }   // two places that disagree: lowest and highest, ...
    if (code[0] == 'S') {                // whole sections that are missing, or stand in the wrong role ...
        return code != "S003";           // ... but a schema knows the range of a threshold
    }
    const std::string& message = finding.message;
    if (code == "K002" && message.find("\"backdraft\"") != std::string::npos) {
        return true; // needed only if some check-in asks for it
    }
    if (code == "K006" && (message.find("could be less than 1") != std::string::npos ||
                           message.find("nothing to practise") != std::string::npos)) {
        return true; // a setting's bounds; roles of all sections together
    }
    return (code == "K003" || code == "K005" || code == "K006") && in_test_of_setting(finding);
}

std::string told(const Read& read) { return to_text(read.found, {.plain = true}); }

/// Empty if they agree.
std::string disagreement(const std::string& text, bool fragment) {
    const Read result = read(text, fragment);
    const nlohmann::json document = nlohmann::json::parse(text);
    SchemaOfFile& schema = fragment ? fragment_schema() : exercise_schema();
    const bool accepted = schema.accepts(document);
    if (!accepted && !has_errors(result.found)) {
        return "The schema refuses what the reader accepts:\n" + schema.complaints(document);
    }
    if (!accepted) { return {}; }
    for (const auto& finding : result.found) {
        if (finding.severity == Severity::error && !beyond_a_schema(finding)) {
            return "The schema accepts what the reader refuses:\n" + told(result);
        }
    }
    return {};
}

ScriptSize small() {
    ScriptSize size;
    size.most_sections = 2;
    size.most_steps = 2;
    return size;
}

class Generated : public testing::TestWithParam<int> {};

TEST_P(Generated, good_files_pass_both) {
    constexpr int files = 500;
    for (int file = 0; file < files; ++file) {
        const auto seed = static_cast<std::uint64_t>(GetParam() * files + file);
        const bool fragment = file % 5 == 0;
        ScriptWriter writer(seed, small());
        const std::string text = (fragment ? writer.fragment() : writer.exercise()).dump();
        const Read result = read(text, fragment);
        ASSERT_FALSE(has_errors(result.found)) << "seed " << seed << "\n" << told(result) << text;
        ASSERT_EQ(disagreement(text, fragment), "") << "seed " << seed << "\n" << text;
    }
}

TEST_P(Generated, broken_files_are_refused_by_both_or_neither) {
    constexpr int files = 500;
    for (int file = 0; file < files; ++file) {
        const auto seed = static_cast<std::uint64_t>(1000000 + GetParam() * files + file);
        const bool fragment = file % 5 == 0;
        ScriptWriter writer(seed, small());
        Json document = fragment ? writer.fragment() : writer.exercise();
        const std::string change = Breaking(seed).change(document);
        const std::string text = document.dump();
        EXPECT_EQ(disagreement(text, fragment), "") << "seed " << seed << ", " << change << "\n" << text;
        if (HasFailure()) { return; }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Generated, testing::Range(0, 10));

/// The files that we ship and that our tests use, by what they are.
std::vector<std::pair<std::string, bool>> files_of_ours() {
    std::vector<std::pair<std::string, bool>> files;
    for (const char* folder : {"/exercises", "/tests"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::string(KINDLY_SOURCE_DIR) + folder)) {
            const std::string path = entry.path().string();
            if (entry.path().extension() != ".json" || path.ends_with(".schema.json")) { continue; }
            const auto document = nlohmann::json::parse(read_file(path, limits::file_bytes), nullptr, false);
            if (!document.is_object()) { continue; } // broken on purpose
            if (document.contains("sections")) {
                files.emplace_back(path, false);
            } else if (document.contains("steps")) {
                files.emplace_back(path, true);
            }
        }
    }
    return files;
}

TEST(OurFiles, are_judged_alike_by_schema_and_reader) {
    const auto files = files_of_ours();
    EXPECT_GE(files.size(), 10U);
    for (const auto& [path, fragment] : files) {
        EXPECT_EQ(disagreement(read_file(path, limits::file_bytes), fragment), "") << path;
    }
}

TEST(OurFiles, that_are_shipped_pass_the_schema_that_they_name) {
    for (const auto& [path, fragment] : files_of_ours()) {
        if (path.find("/exercises/") == std::string::npos || path.find("/tests/") != std::string::npos) {
            continue;
        }
        const auto document = nlohmann::json::parse(read_file(path, limits::file_bytes));
        EXPECT_TRUE((fragment ? fragment_schema() : exercise_schema()).accepts(document)) << path;
        const auto named =
            std::filesystem::path(path).parent_path() / document.at("$schema").get<std::string>();
        EXPECT_TRUE(std::filesystem::exists(named)) << named;
        EXPECT_EQ(named.filename(), fragment ? "fragment-1.schema.json" : "exercise-1.schema.json");
    }
}

} // namespace
} // namespace kindly::tests
