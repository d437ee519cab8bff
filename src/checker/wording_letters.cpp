// SPDX-License-Identifier: MIT
// What can be seen without knowing any language: markup, white space, letters, and room on the screen.
#include "base/text.hpp"
#include "checker/wording_parts.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace kindly {

namespace {

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

struct Piece {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] bool found() const { return end > begin; }
};

/// <b>, </p>, <br />: not "<3", not "a < b".
Piece tag_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 60;
    std::size_t next = at + 1;
    if (next < text.size() && text[next] == '/') { ++next; }
    if (next >= text.size() || !is_letter(text[next])) { return {}; }
    while (next < text.size() && (is_letter(text[next]) || is_digit(text[next]))) { ++next; }
    if (next >= text.size() || (text[next] != '>' && text[next] != ' ' && text[next] != '/')) { return {}; }
    const std::size_t close = text.substr(0, std::min(text.size(), at + longest)).find_first_of("<>\n", next);
    return close == std::string_view::npos || text[close] != '>' ? Piece{} : Piece{at, close + 1};
}

/// &nbsp; &#160;: not "tea & rest".
Piece entity_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 10;
    std::size_t next = at + 1;
    if (next < text.size() && text[next] == '#') { ++next; }
    const std::size_t first = next;
    while (next < text.size() && next - at < longest && (is_letter(text[next]) || is_digit(text[next]))) {
        ++next;
    }
    return next > first && next < text.size() && text[next] == ';' ? Piece{at, next + 1} : Piece{};
}

/// *word*, or two or more of * or _ in a row, right before or behind a word.
Piece emphasis_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] == text[at]) { ++end; }
    if (end - at < 2) {
        // *gently*
        const std::size_t close = text[at] == '*' ? text.find_first_of("*\n", end) : std::string_view::npos;
        const bool word =
            close < text.size() && text[close] == '*' && is_letter(text[end]) && text[close - 1] != ' ';
        return word ? Piece{at, close + 1} : Piece{};
    }
    auto touches = [&](std::size_t place) {
        return place < text.size() && text[place] != ' ' && text[place] != '\n' && text[place] != '.';
    };
    const bool blank_to_fill_in = text[at] == '_' && end - at > 2; // "I am ____"
    return !blank_to_fill_in && (touches(end) || (at > 0 && touches(at - 1))) ? Piece{at, end} : Piece{};
}

bool may_be_markup(char letter) {
    switch (letter) {
    case '<':
    case '&':
    case '*':
    case '_':
    case '`':
    case '\t':
    case ' ': return true;
    default: return false;
    }
}

void check_markup(const ShownText& text, Findings& findings) {
    const std::string_view written = text.text();
    auto next_mark = [&](std::size_t from) {
        return static_cast<std::size_t>(
            std::find_if(written.begin() + static_cast<std::ptrdiff_t>(from), written.end(), may_be_markup) -
            written.begin());
    };
    std::size_t next = 0;
    for (std::size_t at = next_mark(0); at < written.size(); at = next_mark(next)) {
        Piece piece;
        next = std::min(written.find_first_not_of(written[at], at), written.size());
        switch (written[at]) {
        case '<': piece = tag_at(written, at); break;
        case '&': piece = entity_at(written, at); break;
        case '*':
        case '_': piece = emphasis_at(written, at); break;
        case '`': // not as an apostrophe: it`s
            if (written.substr(at).starts_with("``")) { piece = {at, at + 2}; }
            break;
        case '\t':
            findings.warning("L004", place_of(findings, text, at, at + 1),
                             _("There is a tab here. One space is enough"),
                             {_("Tabs have a different width on each screen."), {}, {}});
            return;
        default: {
            const std::size_t end = std::min(written.find_first_not_of(' ', at), written.size());
            if (end - at < 2) { break; }
            findings.warning("L004", place_of(findings, text, at, end),
                             filled(_("There are {} spaces in a row here. One is enough"), end - at),
                             {_("The program sets the lines itself."), {}, {}});
            return;
        }
        }
        if (piece.found()) {
            findings.warning(
                "L004", place_of(findings, text, piece.begin, piece.end),
                filled(_("\"{}\" will be shown as it is. Text is plain"),
                       written.substr(piece.begin, piece.end - piece.begin)),
                {_("People see the marks themselves, and a screen reader says them aloud."), {}, {}});
            return;
        }
    }
}

/// Letters of different scripts that look the same on most screens.
enum class Script { none, latin, greek, cyrillic };

Script script_of(utf8proc_int32_t value) {
    if (value < 0x80) { return is_letter(static_cast<char>(value)) ? Script::latin : Script::none; }
    if ((value >= 0xC0 && value <= 0x24F && value != 0xD7 && value != 0xF7) ||
        (value >= 0x1E00 && value <= 0x1EFF)) {
        return Script::latin;
    }
    if (value >= 0x370 && value <= 0x3FF) { return Script::greek; }
    return value >= 0x400 && value <= 0x52F ? Script::cyrillic : Script::none;
}

struct LookAlike {
    utf8proc_int32_t other;
    char latin;
};
constexpr std::array look_alikes{
    // Cyrillic
    LookAlike{0x430, 'a'},
    LookAlike{0x435, 'e'},
    LookAlike{0x43E, 'o'},
    LookAlike{0x440, 'p'},
    LookAlike{0x441, 'c'},
    LookAlike{0x443, 'y'},
    LookAlike{0x445, 'x'},
    LookAlike{0x456, 'i'},
    LookAlike{0x458, 'j'},
    LookAlike{0x455, 's'},
    LookAlike{0x4BB, 'h'},
    LookAlike{0x501, 'd'},
    LookAlike{0x410, 'A'},
    LookAlike{0x412, 'B'},
    LookAlike{0x415, 'E'},
    LookAlike{0x41A, 'K'},
    LookAlike{0x41C, 'M'},
    LookAlike{0x41D, 'H'},
    LookAlike{0x41E, 'O'},
    LookAlike{0x420, 'P'},
    LookAlike{0x421, 'C'},
    LookAlike{0x422, 'T'},
    LookAlike{0x423, 'Y'},
    LookAlike{0x425, 'X'},
    LookAlike{0x406, 'I'},
    LookAlike{0x408, 'J'},
    LookAlike{0x405, 'S'},
    // Greek
    LookAlike{0x391, 'A'},
    LookAlike{0x392, 'B'},
    LookAlike{0x395, 'E'},
    LookAlike{0x396, 'Z'},
    LookAlike{0x397, 'H'},
    LookAlike{0x399, 'I'},
    LookAlike{0x39A, 'K'},
    LookAlike{0x39C, 'M'},
    LookAlike{0x39D, 'N'},
    LookAlike{0x39F, 'O'},
    LookAlike{0x3A1, 'P'},
    LookAlike{0x3A4, 'T'},
    LookAlike{0x3A5, 'Y'},
    LookAlike{0x3A7, 'X'},
    LookAlike{0x3BF, 'o'},
    LookAlike{0x3BD, 'v'},
    LookAlike{0x3B1, 'a'},
    LookAlike{0x3B9, 'i'},
    LookAlike{0x3C1, 'p'},
    LookAlike{0x3C5, 'u'},
};

const char* name_of(Script script) {
    switch (script) {
    case Script::greek: return _("Greek");
    case Script::cyrillic: return _("Cyrillic");
    case Script::latin:
    case Script::none: break;
    }
    return _("Latin");
}

struct Letter {
    utf8proc_int32_t value = 0;
    std::size_t begin = 0, end = 0;
};

/// The letters of one word; says the first that belongs to another script than most of them.
class MixedWord {
public:
    void add(const Letter& letter) { letters_.push_back(letter); }
    void clear() { letters_.clear(); }

    bool judge(const ShownText& text, Findings& findings) const {
        constexpr std::size_t scripts = 4;
        std::array<std::size_t, scripts> count{};
        for (const auto& letter : letters_) { ++count[static_cast<std::size_t>(script_of(letter.value))]; }
        const auto most =
            static_cast<Script>(std::max_element(count.begin() + 1, count.end()) - count.begin());
        if (count[0] + count[static_cast<std::size_t>(most)] == letters_.size()) { return false; }
        for (const auto& letter : letters_) {
            const Script script = script_of(letter.value);
            const LookAlike* pair =
                script == Script::none || script == most ? nullptr : pair_of(letter.value, most);
            if (pair == nullptr) { continue; }
            const std::string_view written = text.text();
            utf8proc_uint8_t bytes[4];
            const auto length = utf8proc_encode_char(
                most == Script::latin ? static_cast<utf8proc_int32_t>(pair->latin) : pair->other, bytes);
            const std::size_t begin = letters_.front().begin;
            findings.warning(
                "L005", place_of(findings, text, letter.begin, letter.end),
                filled(
                    _("The \"{}\" in \"{}\" is {}. It looks like \"{}\" but is another letter"),
                    written.substr(letter.begin, letter.end - letter.begin),
                    written.substr(begin, letters_.back().end - begin), name_of(script),
                    std::string_view(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length))),
                {_("A screen reader stumbles over it, and searching does not find the word. Type the word "
                   "again."),
                 {},
                 {}});
            return true;
        }
        return false;
    }

private:
    /// That `value` looks like a letter of `script`.
    static const LookAlike* pair_of(utf8proc_int32_t value, Script script) {
        const bool from_latin = value < 0x80;
        const auto found = std::find_if(look_alikes.begin(), look_alikes.end(), [&](const LookAlike& pair) {
            return from_latin ? pair.latin == static_cast<char>(value) && script_of(pair.other) == script
                              : pair.other == value && script == Script::latin;
        });
        return found == look_alikes.end() ? nullptr : &*found;
    }

    std::vector<Letter> letters_;
};

bool check_scripts(const ShownText& text, Findings& findings) {
    const std::string_view written = text.text();
    MixedWord word;
    for (std::size_t at = 0; at < written.size();) {
        Letter letter{0, at, at + 1};
        const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(written.data() + at),
                                           static_cast<utf8proc_ssize_t>(written.size() - at), &letter.value);
        if (read > 0) { letter.end = at + static_cast<std::size_t>(read); }
        at = letter.end;
        const auto category = read > 0 ? utf8proc_category(letter.value) : UTF8PROC_CATEGORY_CN;
        if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_MC) {
            word.add(letter);
            continue;
        }
        if (word.judge(text, findings)) { return true; }
        word.clear();
    }
    return word.judge(text, findings);
}

/// NFC: one letter, one character. The first place where the two differ.
void check_composition(const ShownText& text, Findings& findings) {
    const std::string& written = text.text();
    struct Free {
        void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); } // NOLINT: malloc of utf8proc
    };
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(written.data()),
                                     static_cast<utf8proc_ssize_t>(written.size()), &mapped,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, Free> owner(mapped);
    if (length < 0) { return; }
    const std::string_view right(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    if (right == written) { return; }
    auto starts_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    std::size_t begin = static_cast<std::size_t>(
        std::mismatch(written.begin(), written.end(), right.begin(), right.end()).first - written.begin());
    while (begin > 0 && (begin == written.size() || !starts_character(written[begin]))) { --begin; }
    // The mark may follow its letter: take the whole of what is seen as one.
    auto next = [&](std::size_t at, utf8proc_int32_t& value) {
        const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(written.data() + at),
                                           static_cast<utf8proc_ssize_t>(written.size() - at), &value);
        return at + (read > 0 ? static_cast<std::size_t>(read) : 1);
    };
    utf8proc_int32_t value = 0;
    std::size_t end = next(begin, value);
    if (utf8proc_category(value) == UTF8PROC_CATEGORY_MN) {
        while (begin > 0 && !starts_character(written[--begin])) {}
    }
    while (end < written.size()) {
        const std::size_t after = next(end, value);
        if (utf8proc_category(value) != UTF8PROC_CATEGORY_MN) { break; }
        end = after;
    }
    findings.warning(
        "L005", place_of(findings, text, begin, end),
        filled(_("The \"{}\" here is stored in a roundabout way. Type it again as one letter"),
               std::string_view(written).substr(begin, end - begin)),
        {_("It looks the same, but searching and comparing can miss it, and some screens show two letters."),
         {},
         {}});
}

void check_room(const ShownText& text, Findings& findings) {
    const std::string_view written = text.text();
    for (std::size_t begin = written.find_first_not_of(" \t\n"); begin < written.size();) {
        const std::size_t end = std::min(written.find_first_of(" \t\n", begin), written.size());
        const bool long_enough = end - begin > limits::widest_word; // a column takes a byte at least
        const std::size_t width = long_enough ? display_width(written.substr(begin, end - begin)) : 0;
        if (width > limits::widest_word) {
            findings.warning("L006", place_of(findings, text, begin, end),
                             filled(_("This word is {} columns wide; a narrow screen cannot hold it"), width),
                             {filled(_("A word can have {} columns."), limits::widest_word), {}, {}});
            return;
        }
        begin = written.find_first_not_of(" \t\n", end);
    }
    // Two lines that follow one another are together wider than one: below this no text has so many.
    const auto breaks = static_cast<std::size_t>(std::count(written.begin(), written.end(), '\n'));
    const std::size_t columns = limits::normal_screen_columns;
    if (written.size() + breaks * columns < limits::most_screen_lines / 2 * columns) { return; }
    const std::size_t lines = wrapped(written, columns).size();
    if (lines <= limits::most_screen_lines) { return; }
    findings.warning("L006", text.written->span,
                     filled(_("{} lines on a normal screen; the first lines scroll away"), lines),
                     {filled(_("{} lines of {} columns go in at once. Two steps can share the text."),
                             limits::most_screen_lines, columns),
                      {},
                      {}});
}

} // namespace

void check_letters(const ShownText& text, Findings& findings) {
    check_markup(text, findings);
    const std::string& written = text.text();
    const bool ascii = std::all_of(written.begin(), written.end(),
                                   [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
    if (!ascii && !check_scripts(text, findings)) { check_composition(text, findings); }
    if (text.kind != ShownText::Kind::about) { check_room(text, findings); }
}

} // namespace kindly
