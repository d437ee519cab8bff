// SPDX-License-Identifier: MIT
#include "exercise/json_marks.hpp"

#include "base/translate.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace kindly {

namespace {

struct ForeignMark {
    std::string_view written;
    char meaning;
    const char* name;
};

constexpr const char* curly_quote = N_("a curly quote");
constexpr const char* single_quote = N_("a single quote");
constexpr const char* wide_space = N_("a special space");
constexpr const char* invisible = N_("an invisible character");

constexpr std::array foreign_marks{
    ForeignMark{"\xE2\x80\x9C", '"', curly_quote},                // U+201C
    ForeignMark{"\xE2\x80\x9D", '"', curly_quote},                // U+201D
    ForeignMark{"\xE2\x80\x9E", '"', curly_quote},                // U+201E
    ForeignMark{"\xE2\x80\x9F", '"', curly_quote},                // U+201F
    ForeignMark{"\xC2\xAB", '"', N_("an angle quote")},           // «
    ForeignMark{"\xC2\xBB", '"', N_("an angle quote")},           // »
    ForeignMark{"\xEF\xBC\x82", '"', N_("a full-width quote")},   // U+FF02
    ForeignMark{"'", '"', single_quote},                          //
    ForeignMark{"`", '"', single_quote},                          //
    ForeignMark{"\xC2\xB4", '"', single_quote},                   // U+00B4
    ForeignMark{"\xE2\x80\x98", '"', single_quote},               // U+2018
    ForeignMark{"\xE2\x80\x99", '"', single_quote},               // U+2019
    ForeignMark{"\xE2\x80\x9A", '"', single_quote},               // U+201A
    ForeignMark{"\xE2\x80\x9B", '"', single_quote},               // U+201B
    ForeignMark{"\xEF\xBC\x8C", ',', N_("a full-width comma")},   // U+FF0C
    ForeignMark{"\xE3\x80\x81", ',', N_("an ideographic comma")}, // U+3001
    ForeignMark{"\xD8\x8C", ',', N_("an Arabic comma")},          // U+060C
    ForeignMark{"\xEF\xBC\x9A", ':', N_("a full-width colon")},   // U+FF1A
    ForeignMark{"\xEF\xBD\x9B", '{', N_("a full-width bracket")}, // U+FF5B
    ForeignMark{"\xEF\xBD\x9D", '}', N_("a full-width bracket")}, // U+FF5D
    ForeignMark{"\xEF\xBC\xBB", '[', N_("a full-width bracket")}, // U+FF3B
    ForeignMark{"\xEF\xBC\xBD", ']', N_("a full-width bracket")}, // U+FF3D
    ForeignMark{"\xC2\xA0", ' ', N_("a non-breaking space")},     // U+00A0
    ForeignMark{"\xE2\x80\xAF", ' ', N_("a non-breaking space")}, // U+202F
    ForeignMark{"\xE3\x80\x80", ' ', N_("a full-width space")},   // U+3000
    ForeignMark{"\x0B", ' ', wide_space},                         //
    ForeignMark{"\x0C", ' ', wide_space},                         //
    ForeignMark{"\xC2\x85", ' ', wide_space},                     // U+0085
    ForeignMark{"\xC2\xAD", ' ', invisible},                      // U+00AD
    ForeignMark{"\xE1\x9A\x80", ' ', wide_space},                 // U+1680
    ForeignMark{"\xE2\x80\xA8", ' ', wide_space},                 // U+2028
    ForeignMark{"\xE2\x80\xA9", ' ', wide_space},                 // U+2029
    ForeignMark{"\xE2\x81\x9F", ' ', wide_space},                 // U+205F
    ForeignMark{"\xE2\x81\xA0", ' ', invisible},                  // U+2060
    ForeignMark{"\xEF\xBB\xBF", ' ', invisible},                  // U+FEFF
};

/// U+2000 to U+200F and U+202A to U+202E: spaces, zero-width characters and directions.
constexpr ForeignMark general_punctuation{"   ", ' ', nullptr};

const ForeignMark* find_foreign(std::string_view rest) {
    const auto found = std::find_if(foreign_marks.begin(), foreign_marks.end(),
                                    [&](const ForeignMark& mark) { return rest.starts_with(mark.written); });
    if (found != foreign_marks.end()) { return &*found; }
    if (rest.size() >= 3 && rest.starts_with("\xE2\x80")) {
        const auto last = static_cast<unsigned char>(rest[2]);
        if ((last >= 0x80 && last <= 0x8F) || (last >= 0xAA && last <= 0xAE)) { return &general_punctuation; }
    }
    return nullptr;
}

} // namespace

Mark mark_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const char first = rest.front();
    const bool plain = static_cast<unsigned char>(first) < 0x80 && first != '\'' && first != '`' &&
                       first != '\x0B' && first != '\x0C';
    if (plain) { return {first, 1, false}; }
    if (const ForeignMark* foreign = find_foreign(rest)) {
        return {foreign->meaning, foreign->written.size(), true};
    }
    std::size_t bytes = 1;
    while (bytes < rest.size() && (static_cast<unsigned char>(rest[bytes]) & 0xC0U) == 0x80U) { ++bytes; }
    return {'\0', bytes, false};
}

std::string foreign_mark_message(std::string_view text, std::size_t at) {
    const ForeignMark* foreign = find_foreign(text.substr(at));
    if (foreign == nullptr) { return {}; }
    const char* name = foreign->name;
    if (name == nullptr) {
        const auto last = static_cast<unsigned char>(text[at + 2]);
        name = last <= 0x8A ? wide_space : invisible;
    }
    const std::string_view written = text.substr(at, foreign->written.size());
    switch (foreign->meaning) {
    case ' ':
        if (name == invisible) { return _("There is an invisible character here. Delete it"); }
        return fmt::format(fmt::runtime(_("This is {}. JSON needs the ordinary one")), _(name));
    case '"':
        return fmt::format(fmt::runtime(_("This is {} ({}). JSON needs the straight one (\")")), _(name),
                           written);
    default:
        return fmt::format(fmt::runtime(_("This is {} ({}). JSON needs the ordinary one ({})")), _(name),
                           written, foreign->meaning);
    }
}

} // namespace kindly
