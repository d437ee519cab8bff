// SPDX-License-Identifier: MIT
// Small exercises for the tests of the reader: a correct one with room for the part at hand, and findings as
// lines.
#pragma once

#include "exercise/reader.hpp"

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kindly::test {

inline std::shared_ptr<const SourceText> source(std::string bytes) {
    return std::make_shared<SourceText>("f", std::move(bytes));
}

inline std::string file_bytes(const std::string& name) {
    std::ifstream file(std::string(KINDLY_SOURCE_DIR) + "/" + name, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

inline std::vector<std::string> lines(const Diagnostics& diagnostics) {
    std::vector<std::string> all;
    for (const auto& diagnostic : diagnostics) { all.push_back(first_line(diagnostic)); }
    return all;
}

inline std::vector<std::string> codes(const Diagnostics& diagnostics) {
    std::vector<std::string> all;
    for (const auto& diagnostic : diagnostics) { all.push_back(diagnostic.code); }
    return all;
}

/// An exercise that reads clean; what a test is about takes the place of one of its lines.
struct Sample {
    std::string heading =
        R"("format": "1.0", "id": "sample", "version": "1.0", "language": "en", "title": "Sample",)";
    std::string parameters =
        R"("parameters": { "rounds": { "type": "number", "label": "Rounds", "default": 2, "lowest": 1, "highest": 4 } },)";
    std::string safety =
        R"("safety": { "intensity": "gentle", "before": "You can stop.", "backdraft": "Old pain." },)";
    std::string before = R"({ "kind": "check_in", "id": "start", "text": "How is it?" },)";
    std::string step = R"({ "kind": "say", "text": "Hello." })";                                   // line 8
    std::string later = R"({ "kind": "ask", "id": "more", "text": "More?", "answer": "yes_no" })"; // line 11
    std::string grounding =
        R"({ "id": "feet", "title": "Feet", "role": "grounding", "steps": [ { "kind": "say", "text": "Look." } ] },)";
    std::string closing =
        R"({ "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "Enough." } ] })";

    [[nodiscard]] std::string text() const {
        return "{\n" + heading + "\n" + parameters + "\n" + safety + "\n\"sections\": [\n" +
               R"({ "id": "one", "title": "One", "purpose": "notice", "steps": [)" + before + "\n" + step +
               "\n] },\n" + R"({ "id": "two", "title": "Two", "purpose": "soothe", "steps": [)" + "\n" +
               later + "\n] },\n" + grounding + "\n" + closing + "\n] }\n";
    }
    [[nodiscard]] ReadExercise read() const { return read_exercise(source(text())); }
};

inline ReadExercise read_with_step(std::string step) {
    Sample sample;
    sample.step = std::move(step);
    return sample.read();
}

/// What stands in one place of the sample, and what is said about it.
struct Case {
    std::string written;
    std::vector<std::string> found;
};

inline void expect_in(std::string Sample::*place, const std::vector<Case>& cases, const Sample& around = {}) {
    for (const auto& one : cases) {
        Sample sample = around;
        sample.*place = one.written;
        const ReadExercise read = sample.read();
        EXPECT_EQ(lines(read.diagnostics), one.found) << one.written;
        EXPECT_EQ(read.exercise != nullptr, one.found.empty()) << one.written;
    }
}

} // namespace kindly::test
