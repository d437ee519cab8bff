// SPDX-License-Identifier: MIT
#include "base/translate.hpp"

#include <clocale>
#include <cstdlib>
#include <cstring>
#include <langinfo.h>

#include <fmt/format.h>
#include <libintl.h>

namespace kindly {

namespace {
constexpr const char* domain = "kindly";
}

const char* _(const char* sentence) { return *sentence == '\0' ? sentence : dgettext(domain, sentence); }

std::string plural(const char* one, const char* many, long long count) {
    const auto magnitude = static_cast<unsigned long>(count < 0 ? -count : count);
    return fmt::format(fmt::runtime(dngettext(domain, one, many, magnitude)), count);
}

void use_environment_language() {
    std::setlocale(LC_ALL, "");
    // Numbers in our files and event streams are written with a point, whatever the country.
    std::setlocale(LC_NUMERIC, "C");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        // gettext would convert sentences to the old codeset and wcwidth would not know most letters.
        // The language itself is then chosen through LANGUAGE, which gettext reads from the environment.
        const char* messages = std::setlocale(LC_MESSAGES, nullptr);
        if (messages != nullptr && std::getenv("LANGUAGE") == nullptr && std::strcmp(messages, "C") != 0 &&
            std::strcmp(messages, "POSIX") != 0) {
            setenv("LANGUAGE", messages, 0);
        }
        std::setlocale(LC_CTYPE, "C.UTF-8");
        std::setlocale(LC_MESSAGES, "C.UTF-8");
    }
    bind_textdomain_codeset(domain, "UTF-8");
}

} // namespace kindly
