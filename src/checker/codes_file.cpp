// SPDX-License-Identifier: MIT
// Family J: the file itself.
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_the_file() {
    return {
        {"J001", Severity::error, N_("Every bracket, quote, comma and colon of the file is in its place"),
         N_("What stands after a missing mark can be read in several ways, and the program does not guess. "
            "Half an exercise could be one without its grounding or its closing."),
         R"({ "kind": "say", "text": "You might look around." }
{ "kind": "pause", "for": "20s" })",
         R"({ "kind": "say", "text": "You might look around." },
{ "kind": "pause", "for": "20s" })",
         false},
        {"J002", Severity::error,
         N_("Quotes, commas, brackets and spaces are the plain ones of the keyboard"),
         N_("Word processors replace straight quotes and spaces by prettier ones. They look alike, but they "
            "mark nothing in JSON. Inside a text, between straight quotes, the pretty ones are welcome."),
         R"({ "kind": "say", “text”: "You might look around." })",
         R"({ "kind": "say", "text": "You might look around." })", false},
        {"J003", Severity::error, N_("A comma stands between two entries, never after the last one"),
         N_("A comma says that something follows. Nothing does, so perhaps an entry was lost; it is better "
            "to look than to lose a step of the practice without noticing."),
         R"({ "kind": "pause", "for": "20s", })", R"({ "kind": "pause", "for": "20s" })", false},
        {"J004", Severity::error, N_("Each key is written once in its group"),
         N_("Only one of the two could be used, and nobody could tell which one the author meant the person "
            "to see."),
         R"({ "kind": "say", "text": "Hello.", "text": "Good to see you." })",
         R"({ "kind": "say", "text": "Good to see you." })", false},
        {"J005", Severity::error, N_("Remarks stand in \"note\", because JSON has no comments"),
         N_("A \"note\" is kept with the exercise and is never shown to the person practising, so it serves "
            "the same end."),
         R"(// for the evening
{ "kind": "say", "text": "The day is nearly done." })",
         R"({ "kind": "say", "text": "The day is nearly done.",
  "note": "For the evening." })",
         false},
        {"J006", Severity::error, N_("The file is saved as UTF-8, without a mark at its beginning"),
         N_("Only then do letters such as \"ä\" or \"ł\" reach the person as they were written, on every "
            "machine. Editors offer the encoding where a file is saved."),
         "Encoding: UTF-8 with BOM", "Encoding: UTF-8", false},
        {"J007", Severity::error, N_("The file, its texts and its numbers keep within what can be read"),
         N_("At most 1 MB in all, 1,200 characters in one text, 32 brackets inside each other. More than a "
            "screenful at once is hard to take in on a hard day; several short texts are easier."),
         R"({ "kind": "ask", "id": "steps", "text": "How many steps today?",
  "answer": "number", "highest": 99999999999999999999 })",
         R"({ "kind": "ask", "id": "steps", "text": "How many steps today?",
  "answer": "number", "highest": 100000 })",
         false},
    };
}

} // namespace kindly
