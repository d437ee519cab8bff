// SPDX-License-Identifier: MIT
// Family V: two versions of one exercise, seen side by side (--against).
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_versions() {
    return {
        {"V001", Severity::error,
         N_("A question keeps its meaning as long as it keeps its id: its sort of answer, its scale, its "
            "measure"),
         N_("Answers are compared over months. If the same name once meant a scale and now means words, the "
            "person's own history becomes a muddle."),
         R"({ "kind": "ask", "id": "keep", "text": "Which sentence will you keep?",
  "answer": "text", "optional": true,
  "note": "In version 1.4 \"keep\" was a scale from 0 to 10." })",
         R"({ "kind": "ask", "id": "sentence", "text": "Which sentence will you keep?",
  "answer": "text", "optional": true,
  "note": "In version 1.4 \"keep\" was a scale from 0 to 10." })",
         false},
        {"V002", Severity::error, N_("An option keeps its text's meaning as long as it keeps its id"),
         N_("Someone who chose \"Nowhere\" last spring would seem to have chosen something else. A new "
            "meaning takes a new id."),
         R"({ "id": "unsure", "text": "I am not sure",
  "note": "In version 1.4 this said \"Nowhere\"." })",
         R"({ "id": "not_sure", "text": "I am not sure",
  "note": "In version 1.4 \"unsure\" said \"Nowhere\"." })",
         false},
        {"V003", Severity::warning, N_("Whatever is changed in an exercise raises its version"),
         N_("Two different files with one version cannot be told apart in the practice log, and a review "
            "would seem to stand for words that nobody has looked at."),
         R"("version": "2.1",
"title": "A pause that is new since 2.1")",
         R"("version": "2.2",
"title": "A pause that is new since 2.1")",
         false},
    };
}

} // namespace kindly
