// SPDX-License-Identifier: MIT
// Values that are given to settings: by a person, an assignment, a programme.
#include "exercise/settings.hpp"

#include "support/exercises.hpp"

#include <gtest/gtest.h>

namespace kindly::tests {

TEST(SetSetting, TakesNoDurationThatIsNothing) {
    std::string text = exercise_around(R"({ "id": "one", "title": "One", "purpose": "soothe", "steps": [
      { "kind": "pause", "for": { "parameter": "quiet" }, "text": "You can stop here." } ] })");
    text.insert(text.find("\"safety\""),
                R"("parameters": { "quiet": { "type": "duration", "label": "Q", "default": "20s",
      "highest": "1m" } }, )");
    const auto exercise = exercise_from(text);
    Settings settings = default_settings(*exercise);
    EXPECT_EQ(set_setting(*exercise, settings, "quiet", "0s"),
              "\"quiet\" cannot be nothing. Write at least \"1s\"");
    EXPECT_EQ(set_setting(*exercise, settings, "quiet", "0m0s"),
              "\"quiet\" cannot be nothing. Write at least \"1s\"");
    EXPECT_EQ(std::get<Milliseconds>(settings.at("quiet")), std::chrono::seconds(20)) << "as it was";
    EXPECT_EQ(set_setting(*exercise, settings, "quiet", "1s"), "");
    EXPECT_EQ(std::get<Milliseconds>(settings.at("quiet")), std::chrono::seconds(1));
}

} // namespace kindly::tests
