// SPDX-License-Identifier: MIT
#include "guide/events_guide.hpp"

#include "support.hpp"

#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using namespace std::chrono_literals;
using testing::at;
using testing::MemoryOutput;
using testing::now;
using testing::Pipe;

struct EventsGuide : ::testing::Test {
    Pipe pipe;
    MemoryOutput output;
    std::unique_ptr<Guide> make(bool instant = false) {
        return make_events_guide({pipe.read_end(), instant}, output);
    }
};

TEST_F(EventsGuide, gives_the_version_once) {
    const auto guide = make();
    guide->show({at(0, event::StepEnded{}), at(5, event::Bell{}), at(7, event::Paused{})});
    guide->show({at(9, event::Resumed{})});
    EXPECT_EQ(output.take(), "{\"v\":1,\"event\":\"bell\",\"at_ms\":5}\n{\"event\":\"paused\",\"at_ms\":7}\n{"
                             "\"event\":\"resumed\",\"at_ms\":9}\n");
}

TEST_F(EventsGuide, refuses_what_it_does_not_understand_and_waits_on) {
    pipe.type("hello\n{\"do\":\"dance\"}\n" + std::string(1000, '[') + "\n{\"do\":\"skip\"}\n");
    const auto guide = make();
    guide->show({at(1234, event::Said{"Hello.", true})});
    output.take();
    const auto happening = guide->wait(std::nullopt);
    EXPECT_TRUE(std::holds_alternative<input::Skip>(happening.input));
    EXPECT_EQ(
        output.take(),
        "{\"event\":\"refused\",\"at_ms\":1234,\"why\":\"This line is not JSON.\"}\n"
        "{\"event\":\"refused\",\"at_ms\":1234,\"why\":\"\\\"do\\\" names nothing that can be done here.\"}\n"
        "{\"event\":\"refused\",\"at_ms\":1234,\"why\":\"A line is one JSON object with \\\"do\\\" in "
        "it.\"}\n");
}

TEST_F(EventsGuide, knows_numb_at_a_check_in) {
    pipe.type("{\"do\":\"answer\",\"value\":\"n\"}\n{\"do\":\"answer\",\"value\":\"n\"}\n");
    const auto guide = make();
    guide->show({now(event::CheckInAsked{{"start", "How is it?", CheckIn::About::distress}, std::nullopt}),
                 now(event::Refused{"no"})});
    EXPECT_EQ(std::get<input::Answer>(guide->wait(std::nullopt).input).value, AnswerValue(Numb{}));
    guide->show({now(event::Asked{testing::question(Ask::Answer::text), std::nullopt})});
    EXPECT_EQ(std::get<input::Answer>(guide->wait(std::nullopt).input).value, AnswerValue(std::string("n")));
}

TEST_F(EventsGuide, ticks_at_the_moment_asked_for) {
    const auto guide = make();
    const auto moment = guide->now() + 5ms;
    const auto happening = guide->wait(moment);
    EXPECT_TRUE(std::holds_alternative<input::Tick>(happening.input));
    EXPECT_GE(happening.at, moment);
}

TEST_F(EventsGuide, pauses_when_it_is_woken_far_too_late) {
    const auto guide = make();
    EXPECT_TRUE(std::holds_alternative<input::Suspend>(guide->wait(guide->now() - 3s).input));
}

TEST_F(EventsGuide, tells_the_end_of_input_once_even_while_time_runs) {
    pipe.type("{\"do\":\"pause\"}");
    pipe.close();
    const auto guide = make();
    EXPECT_TRUE(std::holds_alternative<input::Pause>(guide->wait(guide->now() + 1h).input));
    EXPECT_TRUE(std::holds_alternative<input::EndOfInput>(guide->wait(guide->now() + 1h).input));
    EXPECT_TRUE(std::holds_alternative<input::Tick>(guide->wait(guide->now()).input));
    guide->show({now(event::Suspended{})});
    EXPECT_TRUE(std::holds_alternative<input::Resume>(guide->wait(std::nullopt).input));
}

TEST_F(EventsGuide, reads_nothing_while_instant_time_runs) {
    pipe.type("{\"do\":\"stop\"}\n");
    pipe.close();
    const auto guide = make(true);
    EXPECT_EQ(guide->now(), 0ms);
    const auto happening = guide->wait(7s);
    EXPECT_TRUE(std::holds_alternative<input::Tick>(happening.input));
    EXPECT_EQ(happening.at, 7s);
    EXPECT_TRUE(std::holds_alternative<input::Stop>(guide->wait(std::nullopt).input));
    EXPECT_TRUE(std::holds_alternative<input::EndOfInput>(guide->wait(std::nullopt).input));
}

RC_GTEST_FIXTURE_PROP(EventsGuide, refuses_or_understands_any_bytes, (const std::string& bytes)) {
    pipe.type(bytes);
    pipe.close();
    const auto guide = make();
    Happening happening;
    std::size_t understood = 0;
    do {
        happening = guide->wait(std::nullopt);
        ++understood;
    } while (!std::holds_alternative<input::EndOfInput>(happening.input));
    std::istringstream lines(output.take());
    std::size_t refused = 0;
    for (std::string line; std::getline(lines, line); ++refused) {
        RC_ASSERT(nlohmann::json::parse(line).at("event") == "refused");
    }
    const auto line_ends = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    const bool unfinished = !bytes.empty() && bytes.back() != '\n';
    RC_ASSERT(refused + understood - 1 == line_ends + (unfinished ? 1 : 0));
}

} // namespace
} // namespace kindly
