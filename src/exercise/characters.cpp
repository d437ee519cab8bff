// SPDX-License-Identifier: MIT
#include "exercise/characters.hpp"

#include <array>

#include <utf8proc.h>

namespace kindly {

namespace {

/// What a person calls an invisible character; null if it can be seen, or belongs in a text.
const char* name_of_invisible(utf8proc_int32_t value) {
    struct Named {
        utf8proc_int32_t value;
        const char* name;
    };
    constexpr std::array named{
        Named{0x00, N_("zero")},
        Named{0x07, N_("bell")},
        Named{0x08, N_("backspace")},
        Named{0x0D, N_("carriage return")},
        Named{0x1B, N_("escape")},
        Named{0x7F, N_("delete")},
        Named{0xAD, N_("soft hyphen")},
        Named{0x200B, N_("zero-width space")},
        Named{0x200E, N_("left-to-right mark")},
        Named{0x200F, N_("right-to-left mark")},
        Named{0x202A, N_("left-to-right embedding")},
        Named{0x202B, N_("right-to-left embedding")},
        Named{0x202C, N_("end of direction")},
        Named{0x202D, N_("left-to-right override")},
        Named{0x202E, N_("right-to-left override")},
        Named{0x2060, N_("word joiner")},
        Named{0x2066, N_("left-to-right isolate")},
        Named{0x2067, N_("right-to-left isolate")},
        Named{0x2068, N_("first strong isolate")},
        Named{0x2069, N_("end of isolate")},
        Named{0xFEFF, N_("zero-width no-break space")},
    };
    constexpr utf8proc_int32_t zero_width_non_joiner = 0x200C; // several scripts cannot do without these two
    constexpr utf8proc_int32_t zero_width_joiner = 0x200D;
    if (value == '\n' || value == '\t' || value == zero_width_joiner || value == zero_width_non_joiner) {
        return nullptr;
    }
    for (const auto& known : named) {
        if (known.value == value) { return known.name; }
    }
    switch (utf8proc_category(value)) {
    case UTF8PROC_CATEGORY_CC: return N_("control character");
    case UTF8PROC_CATEGORY_CF: return N_("formatting character");
    case UTF8PROC_CATEGORY_ZL: return N_("line separator");
    case UTF8PROC_CATEGORY_ZP: return N_("paragraph separator");
    default: return nullptr;
    }
}

} // namespace

bool check_characters(const Written& text, Findings& findings) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.text.data());
    for (std::size_t at = 0; at < text.text.size();) {
        if (static_cast<unsigned char>(text.text[at]) >= ' ' &&
            static_cast<unsigned char>(text.text[at]) < 0x7F) {
            ++at;
            continue;
        }
        utf8proc_int32_t value = 0;
        const auto read =
            utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.text.size() - at), &value);
        if (read <= 0) { return false; }
        const std::size_t end = at + static_cast<std::size_t>(read);
        if (const char* name = name_of_invisible(value)) {
            findings.error("L003", place_in_text(findings.source(), text, at, end),
                           filled(_("There is an invisible character here (U+{:04X}, {}). Delete it and "
                                    "type the word again"),
                                  value, _(name)));
            return true;
        }
        at = end;
    }
    return false;
}

} // namespace kindly
