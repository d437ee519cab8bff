// SPDX-License-Identifier: MIT
// A plain guide with something to type into and a page to read. The clock is virtual, or nothing waits for
// it.
#pragma once

#include "guide/plain_guide.hpp"
#include "support.hpp"

#include <gtest/gtest.h>

namespace kindly::testing {

struct PlainGuide : ::testing::Test {
    Pipe pipe;
    MemoryOutput output, afterwards;
    PlainOptions options;
    std::unique_ptr<Guide> guide;

    void begin(bool instant) {
        options.input = pipe.read_end();
        options.instant = instant;
        guide = make_plain_guide(options, output, afterwards);
    }
    std::string shown(std::vector<Event> events) {
        output.take();
        guide->show(events);
        return output.take();
    }
    std::string shown(decltype(Event::what) what) { return shown(std::vector<Event>{now(std::move(what))}); }
    template <class Kind>
    bool next(std::optional<Milliseconds> wake_at = std::nullopt) {
        return std::holds_alternative<Kind>(guide->wait(wake_at).input);
    }
    AnswerValue answer() {
        const auto happening = guide->wait(std::nullopt);
        const auto* answer = std::get_if<input::Answer>(&happening.input);
        return answer != nullptr ? answer->value : AnswerValue("(no answer)");
    }
};

inline event::Asked asked(Ask::Answer how) { return {question(how), std::nullopt}; }
inline event::CheckInAsked check_in() {
    return {{"start", "How distressed do you feel right now?", CheckIn::About::distress}, std::nullopt};
}
inline event::Answered answered(Ask::Answer how, AnswerValue value) {
    return {"where", std::move(value), "p", question(how), std::nullopt};
}

} // namespace kindly::testing
