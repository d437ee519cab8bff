// SPDX-License-Identifier: MIT
// The reasons for a suggestion, as people read them. None of them counts days, praises, or pushes.
#include "base/translate.hpp"
#include "person/suggestion.hpp"

namespace kindly {

const char* word(SuggestionRule rule) {
    switch (rule) {
    case SuggestionRule::first_time: return "first_time";
    case SuggestionRule::unknown_past: return "unknown_past";
    case SuggestionRule::hard: return "hard";
    case SuggestionRule::numb: return "numb";
    case SuggestionRule::once_more: return "once_more";
    case SuggestionRule::night: return "night";
    case SuggestionRule::easy: return "easy";
    case SuggestionRule::gentle: return "gentle";
    case SuggestionRule::after_strong: return "after_strong";
    case SuggestionRule::after_moderate: return "after_moderate";
    case SuggestionRule::lighter: return "lighter";
    case SuggestionRule::kinder: return "kinder";
    case SuggestionRule::new_gentle: return "new_gentle";
    case SuggestionRule::new_moderate: return "new_moderate";
    case SuggestionRule::known: return "known";
    }
    return "";
}

std::string in_words(SuggestionRule rule) {
    switch (rule) {
    case SuggestionRule::first_time: return _("It is short, and nothing in it needs answering.");
    case SuggestionRule::unknown_past: return _("It is short and steady, with eyes open.");
    case SuggestionRule::hard:
        return _("Things were hard lately. This one is short and steady, with eyes open.");
    case SuggestionRule::numb:
        return _("Feelings were far away lately. This one stays with the room, with eyes open.");
    case SuggestionRule::once_more:
        return _("You have been here already, and that is enough for a day. This one is short, if you would "
                 "like more.");
    case SuggestionRule::night: return _("It is night, and this one is short and quiet.");
    case SuggestionRule::easy: return _("It is short and gentle.");
    case SuggestionRule::gentle: return _("It is gentle.");
    case SuggestionRule::after_strong: return _("Something gentle, after a strong one.");
    case SuggestionRule::after_moderate: return _("Something gentle, after two that asked for more.");
    case SuggestionRule::lighter: return _("The last time, distress was lower after this one.");
    case SuggestionRule::kinder: return _("The last time, you were kinder to yourself after this one.");
    case SuggestionRule::new_gentle: return _("You have not tried this one yet. It is gentle.");
    case SuggestionRule::new_moderate: return _("You have not tried this one yet.");
    case SuggestionRule::known: return _("You know this one already.");
    }
    return {};
}

} // namespace kindly
