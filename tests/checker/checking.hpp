// SPDX-License-Identifier: MIT
// One text or section at a time through the rules of wording: what was found, as codes, as first lines and as
// the words that each finding points to.
#pragma once

#include "checker/families.hpp"
#include "checker/own_words.hpp"
#include "exercise/reader.hpp"
#include "exercise/shown_texts.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace kindly::test {

struct WordingCase {
    std::string language = "en";
    std::string title = "Sample";
    std::string about;                                              ///< "\"about\": { ... },"
    std::string safety = "You can stop whenever you like.";         ///< the warning before
    std::string steps = R"({ "kind": "say", "text": "Welcome." })"; ///< of the main section, line 5
    std::string closing =
        R"({ "kind": "say", "text": "Look around. Stretch a little. Then think of the next thing to do." })";
    WordingContext context = {};

    [[nodiscard]] std::string json() const {
        return R"({ "format": "1.0", "id": "sample", "version": "1.0", "language": ")" + language +
               R"(", "title": ")" + title + "\",\n" + about +
               R"("safety": { "intensity": "gentle", "before": ")" + safety + "\" },\n\"sections\": [\n" +
               R"({ "id": "one", "title": "One", "purpose": "soothe", "steps": [)" + "\n" + steps +
               "\n] },\n" +
               R"({ "id": "feet", "title": "Feet", "role": "grounding", "steps": [ { "kind": "pause", "for": "40s" } ] },)" +
               "\n" + R"({ "id": "close", "title": "Close", "role": "closing", "steps": [)" + closing +
               "] } ] }";
    }

    [[nodiscard]] Diagnostics check() const {
        const auto source = std::make_shared<const SourceText>("f", json());
        const ReadExercise read = read_exercise(source);
        if (read.exercise == nullptr) {
            throw std::runtime_error(to_text(read.diagnostics, {.plain = true}) + json());
        }
        Findings findings(source);
        check_wording(shown_texts(*read.exercise), language, read.exercise.get(), findings, context);
        return findings.take();
    }
};

/// The text as a value of JSON.
inline std::string quoted(const std::string& text) {
    std::string value = "\"";
    for (const char letter : text) {
        if (letter == '\n') {
            value += "\\n";
        } else if (letter == '\t') {
            value += "\\t";
        } else {
            if (letter == '"' || letter == '\\') { value += '\\'; }
            value += letter;
        }
    }
    return value + '"';
}

inline WordingCase saying(const std::string& text, const std::string& language = "en") {
    WordingCase one;
    one.language = language;
    one.steps = R"({ "kind": "say", "text": )" + quoted(text) + " }";
    if (language.substr(0, 2) == "de") {
        one.closing =
            R"({ "kind": "say", "text": "Schau dich um. Streck dich. Dann denk an das nächste Kleine." })";
        one.safety = "Du kannst jederzeit aufhören.";
    } else if (language.substr(0, 2) == "es") {
        one.closing =
            R"({ "kind": "say", "text": "Mira alrededor. Mueve las manos. Luego, algo sencillo." })";
        one.safety = "Puedes parar cuando quieras.";
    }
    return one;
}

/// "S007 Don't stop now": the code and the words that it points to.
inline std::vector<std::string> found(const WordingCase& one) {
    std::vector<std::string> all;
    for (const auto& diagnostic : one.check()) {
        all.push_back(diagnostic.code + ' ' +
                      diagnostic.source->bytes().substr(diagnostic.where.begin,
                                                        diagnostic.where.end - diagnostic.where.begin));
    }
    return all;
}

inline std::vector<std::string> found_in(const std::string& text, const std::string& language = "en") {
    return found(saying(text, language));
}

inline std::vector<std::string> first_lines(const WordingCase& one) {
    std::vector<std::string> all;
    for (const auto& diagnostic : one.check()) { all.push_back(first_line(diagnostic)); }
    return all;
}

} // namespace kindly::test
