// SPDX-License-Identifier: MIT
#include "checker/word_lists.hpp"

namespace kindly {

const LanguageWords* words_for(std::string_view language) {
    const std::string_view first = language.substr(0, language.find('-'));
    for (const auto* list : {&english_words(), &german_words(), &spanish_words()}) {
        if (first == list->language) { return list; }
    }
    return nullptr;
}

} // namespace kindly
