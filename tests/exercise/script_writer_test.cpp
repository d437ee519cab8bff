// SPDX-License-Identifier: MIT
// What ScriptWriter writes can be read and practised, and is the same from the same seed.
#include "support/script_writer.hpp"

#include "exercise/settings.hpp"

#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

TEST(ScriptWriter, WritesTheSameFromTheSameSeed) {
    EXPECT_EQ(ScriptWriter(7).exercise().dump(), ScriptWriter(7).exercise().dump());
    EXPECT_NE(ScriptWriter(7).exercise().dump(), ScriptWriter(8).exercise().dump());
}

TEST(ScriptWriter, WritesWhatCanBePractised) {
    constexpr std::uint64_t seeds = 200;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const std::string text = ScriptWriter(seed).exercise().dump(2);
        const auto read = read_exercise(std::make_shared<const SourceText>("made.json", text));
        ASSERT_NE(read.exercise, nullptr) << seed << to_text(read.diagnostics, {.plain = true});
        ExpandRequest request;
        request.settings = default_settings(*read.exercise);
        request.seed = seed;
        const Expanded expanded = expand(read.exercise, ScriptWriter::fragments(), request);
        ASSERT_NE(expanded.plan, nullptr) << seed << to_text(expanded.diagnostics, {.plain = true});
    }
}

} // namespace
} // namespace kindly::tests
