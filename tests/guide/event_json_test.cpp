// SPDX-License-Identifier: MIT
// The event stream to the letter: other programs rely on it.
#include "guide/event_json.hpp"

#include "support.hpp"

#include <gtest/gtest.h>

namespace kindly {
namespace {

using namespace std::chrono_literals;
using testing::question;

std::string written(decltype(Event::what) what) { return event_line({1500ms, std::move(what)}, false); }

TEST(EventJson, started) {
    const event::Started started{"id-1", "kind-pause", "2.1", "en", "A title", 5min, 7};
    EXPECT_EQ(
        event_line({0ms, started}, true),
        R"({"v":1,"event":"started","at_ms":0,"session":"id-1","exercise":"kind-pause","version":"2.1","language":"en","planned_ms":300000,"seed":7})"
        "\n");
}

TEST(EventJson, plan) {
    EXPECT_EQ(written(event::PlanShown{}), R"({"event":"plan","at_ms":1500,"factor":0,"dropped":[]})"
                                           "\n");
    EXPECT_EQ(written(event::PlanShown{-0.5, {"extra"}}),
              R"({"event":"plan","at_ms":1500,"factor":-0.5,"dropped":["extra"]})"
              "\n");
}

TEST(EventJson, warning_and_consent) {
    EXPECT_EQ(written(event::Warning{"Be kind.", Intensity::moderate, true}),
              R"({"event":"warning","at_ms":1500,"text":"Be kind.","intensity":"moderate"})"
              "\n");
    EXPECT_EQ(written(event::Consent{"Begin?", {"open-close"}}),
              R"({"event":"consent","at_ms":1500,"text":"Begin?","unmet":["open-close"]})"
              "\n");
}

TEST(EventJson, section) {
    EXPECT_EQ(
        written(event::SectionBegan{"notice", "Mindfulness", Component::common_humanity, Role::main,
                                    Purpose::notice}),
        R"({"event":"section","at_ms":1500,"id":"notice","title":"Mindfulness","component":"common_humanity","role":"main","purpose":"notice"})"
        "\n");
    EXPECT_EQ(
        written(event::SectionBegan{"feet", "", std::nullopt, Role::grounding, std::nullopt}),
        R"({"event":"section","at_ms":1500,"id":"feet","title":null,"component":null,"role":"grounding","purpose":null})"
        "\n");
}

TEST(EventJson, texts_and_time) {
    EXPECT_EQ(written(event::Said{"This \"is\" hard.\nü", true}),
              "{\"event\":\"say\",\"at_ms\":1500,\"text\":\"This \\\"is\\\" hard.\\nü\"}\n");
    EXPECT_EQ(written(event::SilenceBegan{30s, "Rest.", false}),
              R"({"event":"pause","at_ms":1500,"ms":30000,"text":"Rest."})"
              "\n");
    EXPECT_NE(written(event::SilenceBegan{0s, "", true}).find("\"waits\":true"), std::string::npos);
    EXPECT_EQ(written(event::SilenceBegan{30s, "", false}),
              R"({"event":"pause","at_ms":1500,"ms":30000,"text":null})"
              "\n");
    EXPECT_EQ(
        written(event::BreathingBegan{4s, 1s, 6s, 2s, 8, "Softly."}),
        R"({"event":"breathe","at_ms":1500,"in_ms":4000,"out_ms":6000,"hold_ms":1000,"rest_ms":2000,"rounds":8,"text":"Softly."})"
        "\n");
    EXPECT_EQ(written(event::Bell{}), R"({"event":"bell","at_ms":1500})"
                                      "\n");
    EXPECT_EQ(written(event::Recalled{"You wrote:", "tea", true}),
              R"({"event":"recall","at_ms":1500,"text":"You wrote:","value":"tea"})"
              "\n");
    EXPECT_EQ(written(event::Recalled{"Nothing yet.", "", true}),
              R"({"event":"recall","at_ms":1500,"text":"Nothing yet.","value":null})"
              "\n");
}

TEST(EventJson, ask) {
    EXPECT_EQ(
        written(event::Asked{question(Ask::Answer::yes_no), std::nullopt}),
        R"({"event":"ask","at_ms":1500,"id":"where","text":"Where do you notice it most?","answer":"yes_no","optional":false})"
        "\n");
    EXPECT_EQ(
        written(event::Asked{question(Ask::Answer::choice), std::nullopt}),
        R"({"event":"ask","at_ms":1500,"id":"where","text":"Where do you notice it most?","answer":"choice","options":[{"id":"body","text":"In my body"},{"id":"thoughts","text":"In my thoughts"},{"id":"nowhere","text":"Nowhere, really"}],"optional":false})"
        "\n");
    Question scale = question(Ask::Answer::scale);
    scale.lowest_label = "not";
    scale.highest_label = "very";
    scale.optional = true;
    scale.measure = "kindness_0_10";
    EXPECT_EQ(
        written(event::Asked{scale, std::nullopt}),
        R"({"event":"ask","at_ms":1500,"id":"where","text":"Where do you notice it most?","answer":"scale","lowest":1,"highest":5,"labels":{"lowest":"not","highest":"very"},"optional":true,"measure":"kindness_0_10"})"
        "\n");
}

TEST(EventJson, check_in_and_offer) {
    EXPECT_EQ(written(event::CheckInAsked{{"start", "How is it?", CheckIn::About::distress}, std::nullopt}),
              R"({"event":"check_in","at_ms":1500,"id":"start","text":"How is it?","lowest":0,"highest":10})"
              "\n");
    EXPECT_EQ(
        written(event::Offered{OfferReason::rise, {choice::ground, choice::go_on}, choice::ground}),
        R"({"event":"offer","at_ms":1500,"reason":"rise","choices":["ground","go_on"],"default":"ground"})"
        "\n");
}

TEST(EventJson, answered) {
    auto answered = [](AnswerValue value) {
        return written(event::Answered{"q", std::move(value), "p", std::nullopt, std::nullopt});
    };
    EXPECT_EQ(answered(true), R"({"event":"answered","at_ms":1500,"id":"q","value":true})"
                              "\n");
    EXPECT_EQ(answered(7.0), R"({"event":"answered","at_ms":1500,"id":"q","value":7})"
                             "\n");
    EXPECT_EQ(answered(2.5), R"({"event":"answered","at_ms":1500,"id":"q","value":2.5})"
                             "\n");
    EXPECT_EQ(answered(1e300), R"({"event":"answered","at_ms":1500,"id":"q","value":1e+300})"
                               "\n");
    EXPECT_EQ(answered("body"), R"({"event":"answered","at_ms":1500,"id":"q","value":"body"})"
                                "\n");
    EXPECT_EQ(answered(std::vector<std::string>{"a", "b"}),
              R"({"event":"answered","at_ms":1500,"id":"q","value":["a","b"]})"
              "\n");
    EXPECT_EQ(answered(Numb{}), R"({"event":"answered","at_ms":1500,"id":"q","value":"numb"})"
                                "\n");
}

TEST(EventJson, what_happens_on_the_way) {
    EXPECT_EQ(written(event::SupportShown{}), R"({"event":"support","at_ms":1500})"
                                              "\n");
    EXPECT_EQ(written(event::Skipped{"q", "p", std::nullopt, std::nullopt}),
              R"({"event":"skipped","at_ms":1500,"id":"q"})"
              "\n");
    EXPECT_EQ(written(event::GroundingPhase{true}), R"({"event":"grounding","at_ms":1500,"phase":"begin"})"
                                                    "\n");
    EXPECT_EQ(written(event::GroundingPhase{false}), R"({"event":"grounding","at_ms":1500,"phase":"end"})"
                                                     "\n");
    EXPECT_EQ(written(event::Paused{}), R"({"event":"paused","at_ms":1500})"
                                        "\n");
    EXPECT_EQ(written(event::Resumed{}), R"({"event":"resumed","at_ms":1500})"
                                         "\n");
    EXPECT_EQ(written(event::Suspended{}), R"({"event":"suspended","at_ms":1500})"
                                           "\n");
    EXPECT_EQ(written(event::Restored{"q", "Dear"}),
              R"({"event":"restored","at_ms":1500,"id":"q","draft":"Dear"})"
              "\n");
    EXPECT_EQ(written(event::KeepAsked{"q", {choice::keep, choice::remove}, "plan"}),
              R"({"event":"keep","at_ms":1500,"id":"q","choices":["keep","delete"]})"
              "\n");
    EXPECT_EQ(written(event::Problem{"Not saved."}),
              R"({"event":"problem","at_ms":1500,"message":"Not saved."})"
              "\n");
    EXPECT_EQ(written(event::Refused{"No."}), R"({"event":"refused","at_ms":1500,"why":"No."})"
                                              "\n");
}

TEST(EventJson, ended) {
    EXPECT_EQ(
        written(event::Ended{Status::completed, StopReason::none, 5min, 1s}),
        R"({"event":"ended","at_ms":1500,"status":"completed","stop_reason":null,"practised_ms":300000,"paused_ms":1000})"
        "\n");
    EXPECT_EQ(
        written(event::Ended{Status::closed_early, StopReason::distress, 5min, 0s}),
        R"({"event":"ended","at_ms":1500,"status":"closed_early","stop_reason":"distress","practised_ms":300000,"paused_ms":0})"
        "\n");
}

TEST(EventJson, leaves_out_what_is_for_the_journal_alone) {
    EXPECT_EQ(written(event::StepEnded{}), "");
    EXPECT_EQ(written(event::Kept{}), "");
}

TEST(EventJson, survives_what_is_not_utf8) {
    EXPECT_EQ(written(event::Said{"a\xFFz", false}),
              "{\"event\":\"say\",\"at_ms\":1500,\"text\":\"a\xEF\xBF\xBDz\"}\n");
}

} // namespace
} // namespace kindly
