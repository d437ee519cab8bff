// SPDX-License-Identifier: MIT
#include "base/translate.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <langinfo.h>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <libintl.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

constexpr const char* domain = "kindly";
constexpr const char* english = "en";
constexpr const char* list_variable = "LANGUAGE";

/// Where the catalogues are, and the one in use, as gettext names it.
struct Catalogues {
    fs::path folder;
    std::string spoken = english;
};

Catalogues& catalogues() {
    static Catalogues state;
    return state;
}

bool is_letter_or_digit(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9');
}

bool asks_for_no_language(const std::string& locale) {
    const std::string name = locale.substr(0, locale.find('.'));
    return name == "C" || name == "POSIX";
}

/// "de_AT.UTF-8@euro" is "de-AT"; empty for what is no language.
std::string tag_of(const std::string& locale) {
    if (asks_for_no_language(locale)) { return {}; }
    std::string tag = locale.substr(0, locale.find_first_of(".@"));
    std::replace(tag.begin(), tag.end(), '_', '-');
    const std::size_t primary = std::min(tag.find('-'), tag.size());
    tag = lowered_ascii(tag.substr(0, primary)) + tag.substr(primary);
    const bool letters = std::all_of(tag.begin(), tag.end(),
                                     [](char letter) { return letter == '-' || is_letter_or_digit(letter); });
    return letters && primary >= 2 && primary <= 3 ? tag : std::string();
}

/// What a catalogue for this language can be called, the nearest first: "de_AT", "de"; for "de-x-sie"
/// "de@sie", "de".
std::vector<std::string> catalogue_names(const std::string& language) {
    std::vector<std::string> names;
    const std::size_t own_way = lowered_ascii(language).find("-x-");
    std::string name = language.substr(0, own_way);
    std::replace(name.begin(), name.end(), '-', '_');
    if (own_way != std::string::npos) {
        names.push_back(name + '@' + lowered_ascii(language.substr(own_way + 3)));
    }
    for (;;) {
        names.push_back(name);
        const std::size_t cut = name.rfind('_');
        if (cut == std::string::npos) { return names; }
        name.resize(cut);
    }
}

/// Nothing where there is none, and none is needed for English.
std::optional<std::string> catalogue_for(const std::string& language) {
    for (const std::string& name : catalogue_names(language)) {
        if (name == english || name.starts_with("en_")) { return english; }
        std::error_code none;
        if (fs::exists(catalogues().folder / name / "LC_MESSAGES/kindly.mo", none)) { return name; }
    }
    return std::nullopt;
}

void speak(const std::string& catalogue) {
    catalogues().spoken = catalogue;
    // gettext looks at this variable before the locale; there is no other way to tell it.
    setenv(list_variable, catalogue.c_str(), 1);
    textdomain(domain); // else it would go on giving what it found before
}

} // namespace

const char* _(const char* sentence) { return *sentence == '\0' ? sentence : dgettext(domain, sentence); }

std::string plural(const char* one, const char* many, long long count) {
    const auto magnitude = static_cast<unsigned long>(count < 0 ? -count : count);
    return fmt::format(fmt::runtime(dngettext(domain, one, many, magnitude)), count);
}

std::vector<std::string> languages_wanted(const Environment& environment) {
    std::string locale;
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const auto set = environment(variable)) {
            locale = *set;
            break;
        }
    }
    std::vector<std::string> wanted;
    const auto list = environment(list_variable);
    if (list && locale != "C" && locale != "POSIX") {
        for (std::size_t start = 0; start <= list->size();) {
            const std::size_t end = std::min(list->find(':', start), list->size());
            if (const std::string tag = tag_of(list->substr(start, end - start)); !tag.empty()) {
                wanted.push_back(tag);
            }
            start = end + 1;
        }
    }
    if (wanted.empty()) {
        if (const std::string tag = tag_of(locale); !tag.empty()) { wanted.push_back(tag); }
    }
    return wanted;
}

std::vector<std::string> use_environment_language(const Environment& environment, const fs::path& folder) {
    std::vector<std::string> wanted = languages_wanted(environment);
    // Only these two: numbers and dates in our files and event streams are the same whatever the country, and
    // each of the other eleven would be a file to open at every start. One that is not installed leaves
    // things as in "C".
    std::setlocale(LC_CTYPE, "");
    std::setlocale(LC_MESSAGES, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        // gettext would convert sentences to the old codeset and wcwidth would not know most letters.
        std::setlocale(LC_CTYPE, "C.UTF-8");
    }
    // In the locale "C" gettext does not even look at LANGUAGE.
    const char* messages = std::setlocale(LC_MESSAGES, nullptr);
    if (messages == nullptr || std::strcmp(messages, "C") == 0 || std::strcmp(messages, "POSIX") == 0) {
        std::setlocale(LC_MESSAGES, "C.UTF-8");
    }
    catalogues().folder = folder;
    if (!folder.empty()) { bindtextdomain(domain, folder.c_str()); }
    bind_textdomain_codeset(domain, "UTF-8");
    for (const std::string& language : wanted) {
        if (const auto found = catalogue_for(language)) {
            speak(*found);
            return wanted;
        }
    }
    // Other programs that are started from here shall find it as it was, wherever that makes no difference to
    // us.
    if (environment(list_variable)) { speak(english); }
    return wanted;
}

void use_environment_language() { use_environment_language(process_environment(), {}); }

bool can_speak(const std::string& language) { return catalogue_for(language).has_value(); }

Speaking::Speaking(const std::string& language) : spoken_before_(catalogues().spoken) {
    if (const char* variable = std::getenv(list_variable); variable != nullptr) {
        variable_before_ = variable;
    }
    speak(catalogue_for(language).value_or(english));
}

Speaking::~Speaking() {
    speak(spoken_before_);
    if (variable_before_) {
        setenv(list_variable, variable_before_->c_str(), 1);
    } else {
        unsetenv(list_variable);
    }
}

std::string spoken_language() { return tag_of(catalogues().spoken); }

} // namespace kindly
