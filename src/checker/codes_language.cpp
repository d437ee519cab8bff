// SPDX-License-Identifier: MIT
// Family L: language and screen.
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_language() {
    return {
        {"L001", Severity::warning, N_("A sentence has at most 20 words, or what suits its language"),
         N_("Distress makes reading harder. A short sentence arrives whole; a long one has to be begun "
            "again."),
         R"({ "kind": "say", "text":
  "If you like, and only if it is all right for you today, you might let the floor hold you for a bit." })",
         R"({ "kind": "say", "text": "If you like, let the floor hold you for a bit." })", true},
        {"L002", Severity::advice,
         N_("Taken together, the texts are easy to read: as for school years 6 to 7"),
         N_("Simple words are not simple-minded. They reach people who are tired, young, or reading in their "
            "second language."),
         R"({ "kind": "say", "text": "Cultivate non-judgemental awareness." })",
         R"({ "kind": "say", "text": "Notice what is here. It need not be good or bad." })", true},
        {"L003", Severity::error, N_("Texts hold no invisible characters that hide, move or reverse letters"),
         N_("Such characters come along when text is copied. They can turn words around on the screen, and "
            "screen readers stumble over them."),
         R"({ "kind": "say", "text": "You might \u202Erest here." })",
         R"({ "kind": "say", "text": "You might rest here." })", false},
        {"L004", Severity::warning, N_("Texts are plain: no markup, no tabs, no double spaces"),
         N_("Whatever looks like <b> or ** is shown exactly as it is written, and read aloud sign by sign."),
         R"({ "kind": "say", "text": "You are <b>enough</b>." })",
         R"({ "kind": "say", "text": "You are enough." })", true},
        {"L005", Severity::warning,
         N_("Letters are what they look like: composed, and of one script within a word"),
         N_("A look-alike letter from another script looks right, but a screen reader stumbles over it, and "
            "searching does not find the word."),
         R"({ "kind": "say", "text": "A cafe\u0301 on the corner." })",
         R"({ "kind": "say", "text": "A café on the corner." })", true},
        {"L006", Severity::warning,
         N_("A text fits on the screen: no word over 60 columns, at most 12 lines of 72 columns"),
         N_("What scrolls away cannot be read in peace, and people lose their place."),
         R"({ "kind": "say", "text":
  "gently-and-gently-and-gently-and-gently-and-gently-and-gently" })",
         R"({ "kind": "say", "text": "Gently, and gently, and gently." })", true},
        {"L007", Severity::advice, N_("Texts do not blame and do not diagnose"),
         N_("People who come here often blame themselves enough. A diagnosis belongs in a conversation with "
            "someone who knows them."),
         R"({ "kind": "say", "text": "Accept your weakness." })",
         R"({ "kind": "say", "text": "This part is hard for you." })", true},
    };
}

} // namespace kindly
