// SPDX-License-Identifier: MIT
// The words that the rules of wording look for, one list a language: what pushes, what denies the way out,
// what promises, what blames, and what is fine all the same. Lists are data: nothing here reads a text.
//
// How a phrase is written: words with spaces between, in small letters. "a|b" is either word, "?word" may be
// missing, "_" is any one word, "..." are none to three words, "#" is a single letter that is no word, ","
// lets a comma stand there; "=" before the last word only looks for it; "^" in front wants the beginning of a
// clause, "$" behind its end. A word that is written with a capital letter wants one ("Sie"). The words to
// write instead belong to the language of the exercise, and so are not translated.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace kindly {

/// What it means that a phrase stands in a text.
enum class Rule : unsigned char {
    push_on,      ///< S007: keeps somebody going who might want to stop
    push,         ///< S007: commands, hurries, forces
    deny,         ///< S008: says that there is no way out
    eyes,         ///< S009
    lying,        ///< S009
    touch,        ///< S009
    promise,      ///< S012
    helpline,     ///< S010
    key,          ///< S020
    blame,        ///< L007
    label,        ///< L007: a diagnosis
    fine,         ///< a phrase in which the words above do no harm
    choice,       ///< leaves a choice (S009)
    eyes_choice,  ///< another way than closed eyes
    lying_choice, ///< another way than lying down
    touch_choice, ///< another way than a hand on the heart
    looks,        ///< a closing that looks around (S017)
    moves,
    next_act,
    leaves_out, ///< says that something can be left out (S008, S014)
    may,        ///< "you may": the same, unless a "not" follows
};

/// What single words do to the phrase after them.
enum class Mark : unsigned short {
    negates = 1U << 0U,        ///< "not": takes the phrase back
    negates_behind = 1U << 8U, ///< the same where it follows the phrase, as in German
    turns = 1U << 1U,          ///< "but": ends what a "not" began
    supposes = 1U << 2U,       ///< "if", right before the phrase
    voice = 1U << 3U,          ///< "critic": what follows is its speech
    thinks = 1U << 4U,         ///< "thought", without a comma before the phrase
    leads_in = 1U << 5U,       ///< "please": a clause may begin behind it
    either = 1U << 6U,         ///< "or"
    calls = 1U << 7U,          ///< "dial": a short number behind it is a telephone's
};

struct PhraseGroup {
    Rule rule;
    const char* instead; ///< what to write; may be empty
    std::vector<const char*> phrases;
    const char* formal = ""; ///< instead, for phrases with "Sie"
};

struct LanguageWords {
    const char* language;                                               ///< "en"
    std::vector<std::pair<Mark, const char*>> marks;                    ///< words with spaces between
    std::vector<std::pair<const char*, const char*>> contractions = {}; ///< "don't": also "do not"
    std::vector<PhraseGroup> groups;
    // What a closing can say (S017).
    const char* look_around;
    const char* move_a_little;
    const char* next_thing;
};

[[nodiscard]] const LanguageWords& english_words();
[[nodiscard]] const LanguageWords& german_words();
[[nodiscard]] const LanguageWords& spanish_words();

/// By the first part of the tag: "de" for "de-x-sie"; null where there is no list.
[[nodiscard]] const LanguageWords* words_for(std::string_view language);

} // namespace kindly
