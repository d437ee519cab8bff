// SPDX-License-Identifier: MIT
// Family R: the order of things, and what can be reached.
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_order() {
    return {
        {"R001", Severity::error, N_("A jump leads to a section that is there"),
         N_("Someone would come to this place and find no way on."),
         R"({ "kind": "go_to", "section": "clsoe" })", R"({ "kind": "go_to", "section": "close" })", false},
        {"R002", Severity::error, N_("A jump leads forward, to a later main section or to the closing"),
         N_("A way back could go round and round. Because every jump goes forward, every practice is sure to "
            "end, and it can be said beforehand how long it takes. \"repeat\" does steps again, a set number "
            "of times."),
         R"({ "id": "arrive", "title": "Arrive", "purpose": "arrive", "steps": [
  { "kind": "say", "text": "You might look around slowly." } ] },
{ "id": "rest", "title": "Rest", "purpose": "soothe", "steps": [
  { "kind": "pause", "for": "20s" },
  { "kind": "go_to", "section": "arrive" } ] })",
         R"({ "id": "arrive", "title": "Arrive", "purpose": "arrive", "steps": [
  { "kind": "repeat", "times": 2, "steps": [
    { "kind": "say", "text": "You might look around slowly." },
    { "kind": "pause", "for": "20s" } ] } ] },
{ "id": "rest", "title": "Rest", "purpose": "soothe", "steps": [
  { "kind": "pause", "for": "20s" } ] })",
         false},
        {"R003", Severity::warning, N_("Every step and every section can be reached by somebody"),
         N_("What nobody reaches is never practised. Often a jump stands one line too early, and the words "
            "after it were meant to be heard."),
         R"({ "kind": "go_to", "section": "close" },
{ "kind": "say", "text": "You might rest here a little longer." })",
         R"({ "kind": "say", "text": "You might rest here a little longer." },
{ "kind": "go_to", "section": "close" })",
         true},
        {"R004", Severity::warning, N_("A condition can be true for some people and false for others"),
         N_("A condition that always comes out the same way hides a part of the exercise from everybody, or "
            "shows it to people it was not meant for."),
         R"({ "kind": "ask", "id": "tired", "text": "How tired are you?",
  "answer": "scale", "lowest": 0, "highest": 10 },
{ "kind": "say", "text": "Then this can be short.",
  "only_if": { "answer": "tired", "at_least": 11 } })",
         R"({ "kind": "ask", "id": "tired", "text": "How tired are you?",
  "answer": "scale", "lowest": 0, "highest": 10 },
{ "kind": "say", "text": "Then this can be short.",
  "only_if": { "answer": "tired", "at_least": 7 } })",
         true},
        {"R005", Severity::warning, N_("A question that offers ways leads to different ones"),
         N_("Being asked and then not heard stings, above all on a hard day. If the answer is only meant to "
            "be recorded, leave the \"if\" out."),
         R"({ "kind": "if", "when": { "answer": "tired", "is": true },
  "then": [ { "kind": "say", "text": "Thank you for saying so." } ],
  "else": [ { "kind": "say", "text": "Thank you for saying so." } ] })",
         R"({ "kind": "if", "when": { "answer": "tired", "is": true },
  "then": [ { "kind": "say", "text": "Then sitting is enough." } ],
  "else": [ { "kind": "say", "text": "You might stand up, if you like." } ] })",
         true},
        {"R006", Severity::error,
         N_("Parts of the library that are used exist, in the version that is asked for"),
         N_("Grounding often comes from the library. It has to be there when it is needed, and as it was "
            "when the author read it."),
         R"({ "kind": "use", "library": "grounding/senses@7" })",
         R"({ "kind": "use", "library": "grounding/senses@1" })", false},
        {"R007", Severity::error,
         N_("There is one grounding section and one closing section, the closing after all main ones"),
         N_("Whoever needs steadying, and whoever wants to stop, is led to one place. With two of them "
            "nobody could say where."),
         R"({ "id": "bye", "title": "Goodbye", "role": "closing", "steps": [
  { "kind": "say", "text": "That was enough." } ] },
{ "id": "close", "title": "Close", "role": "closing", "steps": [
  { "kind": "say", "text": "You might look around once more." } ] })",
         R"({ "id": "close", "title": "Close", "role": "closing", "steps": [
  { "kind": "say", "text": "You might look around once more." },
  { "kind": "say", "text": "That was enough." } ] })",
         false},
        {"R008", Severity::error,
         N_("Steps are repeated at most 20 times, and at most 60 times inside another repeat"),
         N_("Words lose their warmth when they come too often, and a practice that does not end keeps people "
            "who would have liked to go."),
         R"({ "kind": "repeat", "times": 40, "steps": [
  { "kind": "say", "text": "May I go gently with myself." } ] })",
         R"({ "kind": "repeat", "times": 4, "steps": [
  { "kind": "say", "text": "May I go gently with myself." } ] })",
         false},
    };
}

} // namespace kindly
