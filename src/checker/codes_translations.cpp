// SPDX-License-Identifier: MIT
// Family X: translations. The examples stand in "texts" of a translation file.
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_translations() {
    return {
        {"X001", Severity::warning, N_("Every sentence of the exercise is translated"),
         N_("A practice is never half in one language and half in another, so an unfinished translation "
            "cannot be offered yet."),
         R"("rest/hello/text": { "from": "Good to see you.", "to": "" })",
         R"("rest/hello/text": { "from": "Good to see you.",
                     "to": "Schön, dass du da bist." })",
         false},
        {"X002", Severity::warning, N_("A translation is made from the sentence as it stands now"),
         N_("The exercise has changed since. The two languages would now ask different questions, and their "
            "answers could not be compared."),
         R"("arrive/start/text": { "from": "How bad is it?",
                       "to": "Wie schlimm ist es?" })",
         R"("arrive/start/text": { "from": "How distressed do you feel right now?",
                       "to": "Wie belastet fühlst du dich gerade?" })",
         false},
        {"X003", Severity::error, N_("A translation has the same {names} of settings as its sentence"),
         N_("A name that is missing leaves out the warm word that the person chose. One that is new would "
            "leave a hole in the sentence."),
         R"("rest/bye/text": { "from": "Rest now, {warm_name}.",
                   "to": "Ruh dich jetzt aus." })",
         R"("rest/bye/text": { "from": "Rest now, {warm_name}.",
                   "to": "Ruh dich jetzt aus, {warm_name}." })",
         false},
        {"X004", Severity::warning, N_("A translation holds only sentences that the exercise still has"),
         N_("The sentence was taken out, or its id was changed. Its translation is no longer shown to "
            "anybody; perhaps it belongs to another sentence now."),
         R"("rest/by/text": { "from": "Rest now, {warm_name}.",
                  "to": "Ruh dich jetzt aus, {warm_name}." })",
         R"("rest/bye/text": { "from": "Rest now, {warm_name}.",
                   "to": "Ruh dich jetzt aus, {warm_name}." })",
         false},
        {"X005", Severity::error, N_("The exercise that a translation belongs to can be found"),
         N_("Without the exercise nobody can tell whether its translation is whole. It is looked for beside "
            "the translation, then where exercises are kept."),
         R"("translates": "kind-paus")", R"("translates": "kind-pause")", false},
        {"X006", Severity::error,
         N_("Sentences of safety are all translated: the warning, backdraft, check-ins, grounding, closing"),
         N_("Nobody should meet a warning, or the way back to the room, in a language they cannot read. "
            "Until these sentences are there, the translation does not run."),
         R"("safety/before": { "from": "You can stop whenever you like.",
                   "to": "" })",
         R"("safety/before": { "from": "You can stop whenever you like.",
                   "to": "Du kannst jederzeit aufhören." })",
         false},
        {"X007", Severity::warning, N_("What a translated exercise uses from the library is translated, too"),
         N_("Somebody who needs grounding in the middle of a practice would suddenly be spoken to in another "
            "language. Until all of it is there, the translation does not run."),
         R"(pause.de.json, library/grounding/senses.json)",
         R"(pause.de.json, library/grounding/senses.json,
library/grounding/senses.de.json)",
         false},
    };
}

} // namespace kindly
