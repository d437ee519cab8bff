// SPDX-License-Identifier: MIT
#include "exchange/import_letters.hpp"

#include "base/day.hpp"
#include "base/translate.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kindly {

namespace {

std::string sentence(const char* format, const std::string& place) {
    return fmt::format(fmt::runtime(format), place);
}

} // namespace

void read_letters(LineFields& more, Details& details) {
    for (auto& line : more.objects("letters")) {
        KeptLetter& letter = details.letters.emplace_back();
        letter.question = line.text("question");
        letter.ready_on = line.text("ready_on");
        if (!read_day(letter.ready_on)) {
            throw WrongLine{sentence(_("\"{}\" is not a day"), line.place("ready_on")),
                            _("A day is written like 2026-12-24.")};
        }
        letter.set_aside_at = line.moment("set_aside_at");
        letter.opened_at = line.moment_if_any("opened_at");
        line.refuse_others();
    }
    const auto question = [](const KeptLetter& left, const KeptLetter& right) {
        return left.question < right.question;
    };
    std::sort(details.letters.begin(), details.letters.end(), question);
    const auto twice = std::adjacent_find(
        details.letters.begin(), details.letters.end(),
        [](const KeptLetter& left, const KeptLetter& right) { return left.question == right.question; });
    if (twice != details.letters.end()) {
        throw WrongLine{sentence(_("\"{}\" has two letters of one question"), more.place("letters")), {}};
    }
}

} // namespace kindly
