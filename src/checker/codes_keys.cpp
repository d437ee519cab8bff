// SPDX-License-Identifier: MIT
// Family K: keys and values.
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_keys() {
    return {
        {"K001", Severity::error, N_("Only keys that the format knows are used, spelt as it spells them"),
         N_("A misspelt key would do nothing, quietly. A silence would not stretch, or a question that may "
            "be left out would no longer say so."),
         R"({ "kind": "pause", "for": "40s", "longset": "1m" })",
         R"({ "kind": "pause", "for": "40s", "longest": "1m" })", false},
        {"K002", Severity::error, N_("Whatever a part cannot do without is there"),
         N_("The program fills no gaps with guesses of its own. Without an \"id\", for instance, an answer "
            "has no name and could not be found again."),
         R"({ "kind": "ask", "text": "Is this enough for today?",
  "answer": "yes_no" })",
         R"({ "kind": "ask", "id": "enough", "text": "Is this enough for today?",
  "answer": "yes_no" })",
         false},
        {"K003", Severity::error,
         N_("Each value is of its sort: a text, a number, true or false, a list, a group"),
         N_("\"3\" between quotes is a text, 3 without them is a number. Guessing would work until the day "
            "it changes how long a practice is, or what is kept of it."),
         R"({ "kind": "repeat", "times": "3", "steps": [
  { "kind": "say", "text": "May I go gently with myself." } ] })",
         R"({ "kind": "repeat", "times": 3, "steps": [
  { "kind": "say", "text": "May I go gently with myself." } ] })",
         false},
        {"K004", Severity::error,
         N_("Where the format offers words to choose from, the value is one of them"),
         N_("Each of these words changes what happens: which step it is, how a question is answered, how "
            "careful the program is. A word it does not know would leave that open."),
         R"({ "kind": "checkin", "id": "now", "text": "How distressed are you?" })",
         R"({ "kind": "check_in", "id": "now", "text": "How distressed are you?" })", false},
        {"K005", Severity::error, N_("A length of time is written with its unit: \"45s\", \"2m\", \"1m30s\""),
         N_("A bare 30 could be seconds or minutes. Half an hour of silence where half a minute was meant "
            "would be hard on anybody."),
         R"({ "kind": "pause", "for": "30 seconds" })", R"({ "kind": "pause", "for": "30s" })", false},
        {"K006", Severity::error, N_("Values keep within their range, and lists and texts are not empty"),
         N_("What is out of range would be changed or refused in the middle of a practice. Here it can be "
            "put right in peace."),
         R"("rounds": { "type": "number", "label": "Rounds of kind words",
            "default": 6, "lowest": 1, "highest": 4 })",
         R"("rounds": { "type": "number", "label": "Rounds of kind words",
            "default": 3, "lowest": 1, "highest": 4 })",
         false},
        {"K007", Severity::error,
         N_("Ids are small letters, digits and _; versions, dates and languages have their own spelling"),
         N_("Ids name answers in the practice log and sentences in translations. Plain letters come through "
            "every machine and every language unchanged."),
         R"({ "kind": "check_in", "id": "At the start",
  "text": "How distressed do you feel right now?" })",
         R"({ "kind": "check_in", "id": "at_the_start",
  "text": "How distressed do you feel right now?" })",
         false},
        {"K008", Severity::error, N_("A key stands only where it means something"),
         N_("The key belongs to another sort of step, question or setting. The author meant something by it, "
            "and it would not happen."),
         R"({ "kind": "ask", "id": "mood", "text": "How is it today?",
  "answer": "scale", "options": [
    { "id": "low", "text": "Low" },
    { "id": "fair", "text": "Fair" } ] })",
         R"({ "kind": "ask", "id": "mood", "text": "How is it today?",
  "answer": "choice", "options": [
    { "id": "low", "text": "Low" },
    { "id": "fair", "text": "Fair" } ] })",
         false},
        {"K009", Severity::error, N_("The file is written for a format that this program knows: \"1.0\""),
         N_("A newer file may hold safety rules that this program has never heard of. Running it anyway "
            "would leave them out."),
         R"("format": "2.0")", R"("format": "1.0")", false},
        {"K010", Severity::error,
         N_("Each id is used once: for one section, one step, one option of a question"),
         N_("Two questions with one name would write over each other, and the record would no longer show "
            "what the person answered to which."),
         R"({ "kind": "check_in", "id": "now", "text": "How distressed are you?" },
{ "kind": "pause", "for": "20s" },
{ "kind": "check_in", "id": "now", "text": "And how is it now?" })",
         R"({ "kind": "check_in", "id": "before", "text": "How distressed are you?" },
{ "kind": "pause", "for": "20s" },
{ "kind": "check_in", "id": "after", "text": "And how is it now?" })",
         false},
        {"K011", Severity::error,
         N_("The id and the language in a file agree with its name: my-pause.json has the id \"my-pause\""),
         N_("Exercises are found by the names of their files. If the two differ, someone who asks for one "
            "exercise could be given another."),
         R"("id": "kind-pause")", R"("id": "my-pause")", false},
    };
}

} // namespace kindly
