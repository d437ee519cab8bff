// SPDX-License-Identifier: MIT
// The schema of programmes and their reader agree: on those that we ship, and on thousands that were made at
// random, good ones and broken ones; and they know the same keys.
#include "base/files.hpp"
#include "exercise/limits.hpp"
#include "exercise/programme_reader.hpp"
#include "schema/breaking.hpp"
#include "schema/schemas.hpp"
#include "support/programme_writer.hpp"

#include <filesystem>

#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

Diagnostics found_in(const std::string& text) {
    return read_programme(std::make_shared<const SourceText>("made.json", text)).diagnostics;
}

/// What the reader finds and no schema of draft-07 can express.
bool beyond_a_schema(const Diagnostic& finding) {
    return finding.code.front() == 'J' || finding.code == "K010" || finding.also;
}

/// Empty if they agree.
std::string disagreement(const std::string& text) {
    const Diagnostics found = found_in(text);
    const nlohmann::json document = nlohmann::json::parse(text);
    const bool accepted = programme_schema().accepts(document);
    if (!accepted && !has_errors(found)) {
        return "The schema refuses what the reader accepts:\n" + programme_schema().complaints(document);
    }
    if (!accepted) { return {}; }
    for (const auto& finding : found) {
        if (finding.severity == Severity::error && !beyond_a_schema(finding)) {
            return "The schema accepts what the reader refuses:\n" + to_text(found, {.plain = true});
        }
    }
    return {};
}

TEST(Programmes, good_ones_pass_both) {
    constexpr std::uint64_t files = 500;
    for (std::uint64_t seed = 0; seed < files; ++seed) {
        const std::string text = ProgrammeWriter(seed).programme().dump();
        const Diagnostics found = found_in(text);
        ASSERT_FALSE(has_errors(found)) << "seed " << seed << "\n" << to_text(found, {.plain = true}) << text;
        ASSERT_EQ(disagreement(text), "") << "seed " << seed << "\n" << text;
    }
}

TEST(Programmes, broken_ones_are_refused_by_both_or_neither) {
    constexpr std::uint64_t files = 3000;
    int refused = 0;
    for (std::uint64_t seed = 0; seed < files; ++seed) {
        Json document = ProgrammeWriter(seed).programme();
        const std::string change = Breaking(seed).change(document);
        const std::string text = document.dump();
        ASSERT_EQ(disagreement(text), "") << "seed " << seed << ", " << change << "\n" << text;
        refused += has_errors(found_in(text)) ? 1 : 0;
    }
    EXPECT_GT(refused, static_cast<int>(files) / 2); // else this has looked at nothing
}

TEST(Programmes, that_are_shipped_pass_the_schema_that_they_name) {
    const std::filesystem::path folder(KINDLY_SOURCE_DIR "/exercises/programmes");
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto document = nlohmann::json::parse(read_file(entry.path(), limits::file_bytes));
        if (document.contains("translates")) { continue; }
        EXPECT_TRUE(programme_schema().accepts(document)) << programme_schema().complaints(document);
        EXPECT_EQ(std::filesystem::weakly_canonical(folder / document.at("$schema").get<std::string>()),
                  std::filesystem::path(KINDLY_SOURCE_DIR "/exercises/programme-1.schema.json"));
    }
}

} // namespace
} // namespace kindly::tests
