// SPDX-License-Identifier: MIT
// Family T: time.
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_time() {
    return {
        {"T001", Severity::error, N_("\"shortest\" is at most \"for\", and \"for\" is at most \"longest\""),
         N_("A silence shrinks towards its shortest and stretches towards its longest when somebody has less "
            "or more time. With the two the wrong way round, nobody could say how long it lasts."),
         R"({ "kind": "pause", "for": "30s", "shortest": "40s" })",
         R"({ "kind": "pause", "for": "30s", "shortest": "20s" })", false},
        {"T002", Severity::warning,
         N_("The exercise keeps the time that it promises, and never takes more than 45 minutes"),
         N_("Someone who has five minutes relies on them. Running over makes the next thing late, and people "
            "stop in the middle, often in the hardest part."),
         R"("about": { "promised": "5m",
           "note": "It usually takes eight minutes." })",
         R"("about": { "promised": "8m",
           "note": "It usually takes eight minutes." })",
         true},
        {"T003", Severity::warning, N_("A long silence says how long it is and that one may leave it"),
         N_("In a long silence with nothing on the screen people wonder whether the program has stopped, or "
            "are left alone with what came up. Long means over 3 minutes in a gentle exercise, 1 minute in a "
            "moderate one, 45 seconds in a strong one."),
         R"({ "kind": "pause", "for": "4m" })",
         R"({ "kind": "pause", "for": "4m",
  "text": "Four quiet minutes. You can leave them at any time." })",
         true},
        {"T004", Severity::error,
         N_("Paced breathing stays easy: 1 to 15 seconds a phase, 7 for holding, 3 to 15 breaths a minute, "
            "at most 30 rounds and 5 minutes"),
         N_("Long holds, very slow and very fast breathing can cause dizziness and fear, and here nobody is "
            "there to notice it."),
         R"({ "kind": "breathe", "in": "4s", "hold": "20s", "out": "6s", "rounds": 3 })",
         R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 3 })", false},
        {"T005", Severity::advice, N_("The exercise can be made to fit into five minutes"),
         N_("On the days when people need it most they often have least time. With elastic silences, or "
            "sections marked \"extra\", the program can offer them a short version that is still whole."),
         R"({ "kind": "pause", "for": "3m" })", R"({ "kind": "pause", "for": "3m", "shortest": "40s" })",
         true},
        {"T006", Severity::warning, N_("A text that stays during a silence can be read before it goes"),
         N_("Having words taken away before one has read them feels like failing. Someone who is distressed "
            "or tired reads more slowly than usual."),
         R"({ "kind": "pause", "for": "3s",
  "text": "The smallest part of it is enough. You need not find words." })",
         R"({ "kind": "pause", "for": "12s",
  "text": "The smallest part of it is enough. You need not find words." })",
         true},
    };
}

} // namespace kindly
