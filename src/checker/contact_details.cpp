// SPDX-License-Identifier: MIT
// Telephone numbers, web and mail addresses in a text: they go out of date, and differ by country.
#include "checker/wording_parts.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <array>

namespace kindly {

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_name_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || is_digit(letter);
}
bool is_blank(char letter) { return letter == ' ' || letter == '\n' || letter == '\t'; }

struct Piece {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] bool found() const { return end > begin; }
};

/// Groups of digits with one mark, or ") " between them.
struct Number {
    Piece piece;
    std::vector<std::string_view> groups;
    std::string marks; ///< the first mark between each two groups
    bool international = false;
    std::size_t digits = 0;
};

Number number_at(std::string_view text, std::size_t at) {
    constexpr std::string_view between = " -./()";
    Number number;
    number.piece.begin = at;
    if (at > 0 && (text[at - 1] == '+' || text[at - 1] == '(')) {
        --number.piece.begin;
        // "(0800)": nothing but a telephone's is written so; "(2003-2013)" may be years.
        number.international = text[at - 1] == '+' || (at < text.size() && text[at] == '0');
    }
    while (at < text.size() && is_digit(text[at])) {
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) { ++end; }
        number.groups.push_back(text.substr(at, end - at));
        number.digits += end - at;
        number.piece.end = end;
        const std::size_t mark = end;
        constexpr std::size_t most_marks = 2;
        while (end < text.size() && end - mark < most_marks &&
               between.find(text[end]) != std::string_view::npos) {
            ++end;
        }
        if (end == mark || end >= text.size() || !is_digit(text[end])) { break; }
        if (end - mark > 1 && text.substr(mark, 2) != ") " && text.substr(mark, 2) != " (") { break; }
        number.marks += text[mark];
        at = end;
    }
    return number;
}

bool is_year(std::string_view group) {
    return group.size() == 4 && (group.starts_with("19") || group.starts_with("20"));
}

/// 2026-11-22, 22.11.2026, 2003-2013.
bool is_date(const Number& number) {
    const auto& groups = number.groups;
    if (std::all_of(groups.begin(), groups.end(), is_year)) { return true; }
    if (groups.size() != 3 || number.marks[0] != number.marks[1] || number.marks[0] == ' ') { return false; }
    auto is_short = [](std::string_view group) { return group.size() <= 2; };
    return (is_year(groups[0]) && is_short(groups[1]) && is_short(groups[2])) ||
           (is_short(groups[0]) && is_short(groups[1]) && is_year(groups[2]));
}

/// 1 000 000, 1.000.000
bool is_large_number(const Number& number) {
    const auto& groups = number.groups;
    return groups.size() > 1 && groups[0].size() <= 3 && groups[0].front() != '0' &&
           std::all_of(groups.begin() + 1, groups.end(),
                       [](std::string_view group) { return group.size() == 3; });
}

bool is_phone(const Number& number) {
    if (number.digits < limits::least_phone_digits || number.digits > limits::most_phone_digits) {
        return false;
    }
    if (number.international) { return true; }
    if (is_date(number) || is_large_number(number)) { return false; }
    constexpr std::size_t of_phones = 3; // counting has shorter groups: 10 20 30 40
    return number.groups[0].front() == '0' ||
           std::any_of(number.groups.begin(), number.groups.end(),
                       [](std::string_view group) { return group.size() >= of_phones; });
}

/// "dial 112": a short number right behind a word that calls.
Piece short_phone(const TextWords& words, const PhraseTable& phrases) {
    constexpr std::size_t reach = 3;
    constexpr std::size_t shortest = 3;
    constexpr std::size_t longest = 6;
    for (std::size_t index = 0; index < words.words.size(); ++index) {
        if (!phrases.has_mark(words.words[index], Mark::calls)) { continue; }
        for (std::size_t next = index + 1; next < std::min(index + 1 + reach, words.words.size()); ++next) {
            if (words.words[next].before >= Between::colon) { break; }
            const std::string_view word = words.word(next);
            if (word.size() >= shortest && word.size() <= longest &&
                std::all_of(word.begin(), word.end(), is_digit) &&
                !word.ends_with("00")) { // "a text of 100 words"
                return {words.words[next].begin, words.words[next].end};
            }
        }
    }
    return {};
}

/// From the white space before to that behind, without a bracket or the end of a sentence.
Piece whole_word(std::string_view text, std::size_t at) {
    Piece piece{at, at};
    while (piece.begin > 0 && !is_blank(text[piece.begin - 1])) { --piece.begin; }
    while (piece.end < text.size() && !is_blank(text[piece.end])) { ++piece.end; }
    constexpr std::string_view around = "()<>[]\"',.;:!?";
    while (piece.begin < at && around.find(text[piece.begin]) != std::string_view::npos) { ++piece.begin; }
    while (piece.end > at + 1 && around.find(text[piece.end - 1]) != std::string_view::npos) { --piece.end; }
    return piece;
}

/// A point between two names, the second the end of an address. Ends that are words of a language do not
/// count by themselves: a forgotten space ("mano.de") is no address.
bool is_domain_end(std::string_view text, std::size_t point) {
    constexpr std::array<std::string_view, 13> ends{"com", "org", "net", "info", "edu",    "gov", "eu",
                                                    "uk",  "app", "io",  "nhs",  "health", "help"};
    constexpr std::array<std::string_view, 6> before_slash{"de", "at", "ch", "es", "us", "life"};
    if (point == 0 || !is_name_letter(text[point - 1])) { return false; }
    std::size_t end = point + 1;
    while (end < text.size() && is_name_letter(text[end])) { ++end; }
    const std::string_view name = text.substr(point + 1, end - point - 1);
    const bool slash = end < text.size() && text[end] == '/';
    return std::find(ends.begin(), ends.end(), name) != ends.end() ||
           (slash && std::find(before_slash.begin(), before_slash.end(), name) != before_slash.end());
}

bool is_mail_sign(std::string_view text, std::size_t at) {
    if (at == 0 || at + 1 >= text.size() || !is_name_letter(text[at - 1]) || !is_name_letter(text[at + 1])) {
        return false;
    }
    const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
    const std::size_t point = text.find('.', at);
    return point < end && point + 1 < end && is_name_letter(text[point + 1]);
}

} // namespace

void check_contact_details(const ShownText& text, const TextWords& words, const PhraseTable* phrases,
                           Findings& findings) {
    const std::string_view written = text.text();
    auto say = [&](const Piece& piece, const char* message) {
        findings.warning(
            "S010", place_of(findings, text, piece.begin, piece.end), message,
            {_("Someone may need help when the old one no longer answers. The support page is kept up "
               "to date."),
             text.step != nullptr && std::holds_alternative<Say>(text.step->what) ? "\"support\": true" : "",
             {}});
    };
    bool digits = false;
    for (std::size_t at = 0; at < written.size();) {
        if (is_digit(written[at])) {
            digits = true;
            const Number number = number_at(written, at);
            if (is_phone(number)) {
                say(number.piece,
                    _("This looks like a phone number. Numbers go out of date and differ by country; "
                      "put it on the support page (kindly support)"));
                return;
            }
            at = number.piece.end;
            continue;
        }
        if (written[at] == '@' && is_mail_sign(written, at)) {
            say(whole_word(written, at),
                _("This looks like a mail address. Addresses go out of date; put it on the "
                  "support page (kindly support)"));
            return;
        }
        const bool www = written[at] == '.' && at >= 3 && written.substr(at - 3, 3) == "www" &&
                         (at == 3 || !is_name_letter(written[at - 4]));
        const bool scheme = written[at] == ':' && at > 0 && is_name_letter(written[at - 1]) &&
                            written.substr(at).starts_with("://");
        if (www || scheme || (written[at] == '.' && is_domain_end(written, at))) {
            // Mail addresses have points too, before their sign.
            const Piece piece = whole_word(written, at);
            const bool mail =
                written.substr(piece.begin, piece.end - piece.begin).find('@') != std::string_view::npos;
            say(piece,
                mail ? _("This looks like a mail address. Addresses go out of date; put it on the support "
                         "page (kindly support)")
                     : _("This looks like a web address. Addresses go out of date; put it on the support "
                         "page (kindly support)"));
            return;
        }
        ++at;
    }
    const Piece short_number = digits && phrases != nullptr ? short_phone(words, *phrases) : Piece{};
    if (short_number.found()) {
        say(short_number,
            _("This looks like a phone number. Numbers go out of date and differ by country; put it on "
              "the support page (kindly support)"));
    }
}

} // namespace kindly
