// SPDX-License-Identifier: MIT
// What the fuzz targets have in common: bytes as a source, and promises that end the program where they do
// not hold. Used with libFuzzer and with replay.cpp alike; knows neither.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "base/text.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace kindly::fuzz {

/// Says which promise was broken, and ends the program as a crash does.
[[noreturn]] inline void broken(const char* promise, const std::string& shown = {}) {
    std::fprintf(stderr, "\nbroken: %s\n%s\n", promise, shown.c_str());
    std::abort();
}

inline void must(bool holds, const char* promise, const std::string& shown = {}) {
    if (!holds) { broken(promise, shown); }
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

inline std::shared_ptr<const SourceText> source_of(std::string name, std::string_view bytes) {
    return std::make_shared<const SourceText>(std::move(name), std::string(bytes));
}

/// Every finding has a place inside its file, says something, and hands nothing on that a terminal would
/// obey.
inline void look_at(const Diagnostics& diagnostics) {
    for (const Diagnostic& finding : diagnostics) {
        must(finding.source != nullptr, "a finding belongs to a file", finding.message);
        const std::size_t size = finding.source->bytes().size();
        const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= size; };
        must(inside(finding.where), "a finding lies inside its file", finding.message);
        must(!finding.also || inside(*finding.also), "the second place lies inside the file",
             finding.message);
        must(!finding.code.empty() && !finding.message.empty(), "a finding says what is wrong");
        const std::string line = first_line(finding);
        must(harmless(line) == line, "a message is harmless", line);
        must(line.find('\n') == std::string::npos, "the first line is one line", line);
        for (const bool plain : {false, true}) {
            const std::string text = to_text(finding, {.plain = plain, .colour = false});
            must(harmless(text) == text, "a message is harmless", text);
            must(!first_invalid_utf8(text), "a message is UTF-8", text);
        }
    }
    static_cast<void>(to_text(diagnostics, {}));
}

} // namespace kindly::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
