// SPDX-License-Identifier: MIT
// Family A: answers and settings.
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_answers() {
    return {
        {"A001", Severity::error, N_("A condition looks at a question or a setting that is there"),
         N_("A condition on a name that nobody knows would never be true, and everybody would be led the "
            "other way."),
         R"({ "kind": "ask", "id": "tired", "text": "Are you tired today?",
  "answer": "yes_no" },
{ "kind": "say", "text": "Then this can be short.",
  "only_if": { "answer": "tird", "is": true } })",
         R"({ "kind": "ask", "id": "tired", "text": "Are you tired today?",
  "answer": "yes_no" },
{ "kind": "say", "text": "Then this can be short.",
  "only_if": { "answer": "tired", "is": true } })",
         false},
        {"A002", Severity::error, N_("A question is asked on every way that leads to a condition on it"),
         N_("Whoever came by another way has given no answer, and would be treated as if they had said no. "
            "If that is what is meant, \"given\" says so."),
         R"({ "kind": "ask", "id": "short", "text": "Shall this be short?",
  "answer": "yes_no", "only_if": { "answer": "tired", "is": true } },
{ "kind": "say", "text": "Then a few words are enough.",
  "only_if": { "answer": "short", "is": true } })",
         R"({ "kind": "ask", "id": "short", "text": "Shall this be short?",
  "answer": "yes_no" },
{ "kind": "say", "text": "Then a few words are enough.",
  "only_if": { "answer": "short", "is": true } })",
         false},
        {"A003", Severity::error, N_("A question is asked before a condition looks at its answer"),
         N_("There is no answer yet when the condition needs it, so it could never be true."),
         R"({ "kind": "say", "text": "Then this can be short.",
  "only_if": { "answer": "tired", "is": true } },
{ "kind": "ask", "id": "tired", "text": "Are you tired today?",
  "answer": "yes_no" })",
         R"({ "kind": "ask", "id": "tired", "text": "Are you tired today?",
  "answer": "yes_no" },
{ "kind": "say", "text": "Then this can be short.",
  "only_if": { "answer": "tired", "is": true } })",
         false},
        {"A004", Severity::error, N_("The test of a condition suits the sort of answer"),
         N_("A yes is not more or less than six. A test that does not fit could never be true, and the words "
            "behind it would never be heard."),
         R"({ "kind": "ask", "id": "tired", "text": "Are you tired today?",
  "answer": "yes_no" },
{ "kind": "say", "text": "Then this can be short.",
  "only_if": { "answer": "tired", "at_least": 6 } })",
         R"({ "kind": "ask", "id": "tired", "text": "How tired are you today?",
  "answer": "scale", "lowest": 0, "highest": 10 },
{ "kind": "say", "text": "Then this can be short.",
  "only_if": { "answer": "tired", "at_least": 6 } })",
         false},
        {"A005", Severity::error, N_("A condition names an option that the question has"),
         N_("Nobody can choose an option that is not offered. The people it was meant for would be led past "
            "what was written for them."),
         R"({ "kind": "ask", "id": "where", "text": "Where do you notice it?",
  "answer": "choice", "options": [
    { "id": "body", "text": "In my body" },
    { "id": "unsure", "text": "I am not sure" } ] },
{ "kind": "say", "text": "It is fine not to know.",
  "only_if": { "answer": "where", "is": "not_sure" } })",
         R"({ "kind": "ask", "id": "where", "text": "Where do you notice it?",
  "answer": "choice", "options": [
    { "id": "body", "text": "In my body" },
    { "id": "unsure", "text": "I am not sure" } ] },
{ "kind": "say", "text": "It is fine not to know.",
  "only_if": { "answer": "where", "is": "unsure" } })",
         false},
        {"A006", Severity::error,
         N_("A name between braces in a text is the name of a setting, or stands under \"with\""),
         N_("Any other name would leave a hole in the sentence, where a warm word was meant. Answers cannot "
            "stand there either, because a question can be left out; \"recall\" shows them."),
         R"({ "kind": "say", "text": "You can rest now, {warmname}." })",
         R"({ "kind": "say", "text": "You can rest now, {warm_name}." })", false},
        {"A007", Severity::warning, N_("Whoever leaves a question out is led the gentler way"),
         N_("A question can always be left out, and then its condition is not true. Someone who could not "
            "answer should not land in the harder part for that reason."),
         R"({ "kind": "if", "when": { "answer": "rest_today", "is": true },
  "then": [ { "kind": "go_to", "section": "soothing" } ] },
{ "kind": "go_to", "section": "the_critic" })",
         R"({ "kind": "if", "when": { "answer": "go_on", "is": true },
  "then": [ { "kind": "go_to", "section": "the_critic" } ] },
{ "kind": "go_to", "section": "soothing" })",
         true},
        {"A008", Severity::warning, N_("Words that a person writes stay private"),
         N_("People write more truly where nobody else reads. \"private\": false could pass their words on "
            "in a report without their choosing each one."),
         R"({ "kind": "ask", "id": "letter", "text": "What would you say to a friend?",
  "answer": "text", "optional": true, "private": false })",
         R"({ "kind": "ask", "id": "letter", "text": "What would you say to a friend?",
  "answer": "text", "optional": true })",
         true},
        {"A009", Severity::advice, N_("Every setting changes something"),
         N_("A setting that does nothing asks people to choose and then takes no notice."),
         R"("parameters": {
  "warm_name": { "type": "text", "label": "A kind name for you",
                 "default": "my dear" } },
"safety": { "intensity": "gentle", "before": "You can stop at any time." })",
         R"("parameters": {
  "warm_name": { "type": "text", "label": "A kind name for you",
                 "default": "my dear" } },
"safety": { "intensity": "gentle",
            "before": "You can stop at any time, {warm_name}." })",
         true},
    };
}

} // namespace kindly
