// SPDX-License-Identifier: MIT
// Family P: programmes. The examples stand in "items" of a programme.
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_programmes() {
    return {
        {"P001", Severity::error, N_("Every exercise that a programme names can be found and used"),
         N_("Somebody would come to this day and find nothing, perhaps on the day on which it was most "
            "needed."),
         R"({ "day": 1, "exercise": "feat" })", R"({ "day": 1, "exercise": "feet" })", false},
        {"P002", Severity::error,
         N_("The days of a programme follow each other, and none contradicts another"),
         N_("What can never be due is waited for in vain, and what is due twice at once feels like a "
            "backlog. "
            "A programme never makes one."),
         R"({ "day": 1, "exercise": "feet" },
{ "day": 5, "until": 3, "exercise": "look" })",
         R"({ "day": 1, "exercise": "feet" },
{ "day": 3, "until": 5, "exercise": "look" })",
         false},
        {"P003", Severity::error,
         N_("A strong exercise may be left out, has a gentle substitute, comes after \"open-close\" and "
            "three "
            "gentle practices, and not next to another strong one"),
         N_("Old pain can come up with it. Whoever meets that needs a way to close again, some practice in "
            "steadying, and a quiet day after. The program asks for the same, so the day would stay shut."),
         R"({ "day": 1, "exercise": "feet" },
{ "day": 2, "exercise": "soften" })",
         R"({ "day": 1, "exercise": "feet" },
{ "day": 2, "exercise": "open-close" },
{ "day": 3, "exercise": "look" },
{ "day": 4, "exercise": "feet" },
{ "day": 5, "exercise": "soften", "optional": true, "substitute": "look" })",
         false},
        {"P004", Severity::error,
         N_("What a programme asks of an exercise is something that the exercise can be: its settings, its "
            "time"),
         N_("A value that is passed over in silence gives people another practice than the one that was "
            "meant "
            "for them."),
         R"({ "day": 1, "exercise": "kind-pause",
  "settings": { "rounds": 9 } })",
         R"({ "day": 1, "exercise": "kind-pause",
  "settings": { "rounds": 3 } })",
         false},
    };
}

} // namespace kindly
