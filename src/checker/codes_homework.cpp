// SPDX-License-Identifier: MIT
// Family H: assignments, which travel from one person to another. The examples stand in an assignment.
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_homework() {
    return {
        {"H001", Severity::error, N_("An assignment arrives as it was made"),
         N_("What was agreed on is only known if the file is whole. A digest shows accidents on the way; it "
            "is no "
            "signature, and says nothing about anybody."),
         R"("rationale": "changed by an editor",
"digest": "b84a76...")",
         R"("rationale": "as it was made",
"digest": "b84a76...")",
         false},
        {"H002", Severity::error, N_("Every exercise of an assignment is in the library or in the file"),
         N_("Somebody would begin on a day that is hard enough and find nothing there."),
         R"({ "exercise": "feat", "how_often": "daily" })", R"({ "exercise": "feet", "how_often": "daily" })",
         false},
        {"H003", Severity::error, N_("An exercise is the one that was assigned"),
         N_("Two people who talk about one exercise should have had the same one. Where the library has "
            "another "
            "version of it, that is only a warning, and the report says which version it was."),
         R"("exercise": "feet", "version": "1.0",
"digest": "that of another feet")",
         R"("exercise": "feet", "version": "1.0",
"digest": "that of this feet")",
         false},
        {"H004", Severity::error, N_("An exercise that travels along has a name of its own"),
         N_("Whoever knows the exercise of the library by this name would get another one, perhaps without "
            "the care "
            "that the first one takes."),
         R"("exercises": [ { "id": "feet", ... } ])", R"("exercises": [ { "id": "feet-for-sam", ... } ])",
         false},
        {"H005", Severity::error, N_("The days of an assignment are not over"),
         N_("What can never be due would stand there as left undone from its first day."),
         R"({ "exercise": "feet", "until": "2020-01-31" })",
         R"({ "exercise": "feet", "until": "2099-01-31" })", false},
        {"H006", Severity::error,
         N_("What an assignment asks of an exercise is something that the exercise can be: its settings, its "
            "time"),
         N_("A value that is passed over in silence gives people another practice than the one that they "
            "agreed to."),
         R"({ "exercise": "kind-pause",
  "settings": { "rounds": 9 } })",
         R"({ "exercise": "kind-pause",
  "settings": { "rounds": 3 } })",
         false},
        {"H007", Severity::error, N_("What is easier in an assignment is never a strong exercise"),
         N_("It is for days on which somebody needs less. A strong exercise asks for more, and may not even "
            "begin on such a day."),
         R"({ "exercise": "kind-pause", "how_often": "daily",
  "easier": "soften" })",
         R"({ "exercise": "kind-pause", "how_often": "daily",
  "easier": "look" })",
         false},
    };
}

} // namespace kindly
