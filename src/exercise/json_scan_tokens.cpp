// SPDX-License-Identifier: MIT
// Texts, numbers and words: what json_scan.cpp finds between the marks.
#include "base/duration.hpp"
#include "base/text.hpp"
#include "exercise/json_scanner.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kindly {

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool is_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           static_cast<unsigned char>(letter) >= 0x80;
}

/// Part of a word, a number or a duration.
bool is_word_part(char letter) {
    return is_digit(letter) || is_letter(letter) || letter == '_' || letter == '-' || letter == '+' ||
           letter == '.';
}

/// A value's end as it stands in the file: the text, without the marks and spaces that were swallowed behind
/// it.
std::string_view without_marks(std::string_view text) {
    constexpr std::string_view swallowed = " \t\r\n,{}[]";
    const std::size_t last = text.find_last_not_of(swallowed);
    return last == std::string_view::npos ? text.substr(0, 0) : text.substr(0, last + 1);
}

/// 1840 as "1,840".
std::string with_thousands(std::size_t number) {
    std::string digits = std::to_string(number);
    constexpr std::size_t group = 3;
    for (std::size_t from_end = group; from_end < digits.size(); from_end += group + 1) {
        digits.insert(digits.size() - from_end, 1, ',');
    }
    return digits;
}

} // namespace

void JsonScanner::string(const Mark& mark) {
    if (mark.foreign) {
        foreign_string(mark);
        return;
    }
    const std::size_t begin = at_;
    std::size_t characters = 0;
    ++at_;
    while (at_ < text_.size()) {
        const char letter = text_[at_];
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"') {
            if (characters > limits::text_characters) { too_long_text(begin, characters); }
            token_read(begin, at_ + 1, Token::string);
            return;
        }
        if (letter == '\n' || letter == '\r') { break; }
        if (byte < 0x20) {
            broken({at_, at_ + 1}, letter == '\t' ? _("A tab stands inside a text. Use a space")
                                                  : _("A control character stands inside a text. Delete it"));
            return;
        }
        if (letter == '\\') {
            if (!escape()) { return; }
            ++characters;
            continue;
        }
        if ((byte & 0xC0U) != 0x80U) { ++characters; }
        ++at_;
    }
    line_break_in_string(begin);
}

bool JsonScanner::escape() {
    constexpr std::size_t digits = 4;
    auto unit_at = [&](std::size_t at) -> std::optional<unsigned> {
        if (at + 2 + digits > text_.size() || text_[at] != '\\' || text_[at + 1] != 'u') {
            return std::nullopt;
        }
        unsigned unit = 0;
        const char* first = text_.data() + at + 2;
        const auto [end, error] = std::from_chars(first, first + digits, unit, 16);
        return error == std::errc() && end == first + digits ? std::optional(unit) : std::nullopt;
    };
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
    if (std::string_view("\"\\/bfnrt").find(next) != std::string_view::npos) {
        at_ += 2;
        return true;
    }
    if (const auto unit = unit_at(at_)) {
        const bool high = *unit >= 0xD800 && *unit <= 0xDBFF;
        const bool low = *unit >= 0xDC00 && *unit <= 0xDFFF;
        const auto second = unit_at(at_ + 2 + digits);
        const bool pair = high && second && *second >= 0xDC00 && *second <= 0xDFFF;
        if (pair || (!high && !low)) {
            at_ += pair ? 2 * (2 + digits) : 2 + digits;
            return true;
        }
        broken({at_, at_ + 2 + digits}, _("This stands for half a character. Write the character itself"));
        return false;
    }
    if (next == '\n' || next == '\r') {
        ++at_; // the line break behind it is the mistake
        return true;
    }
    broken({at_, at_ + 1},
           _("A backslash (\\) begins a special character. For the backslash itself write two: \\\\"));
    return false;
}

void JsonScanner::too_long_text(std::size_t begin, std::size_t characters) {
    const bool key = expected_ == Expected::key || expected_ == Expected::key_or_end;
    const bool say = !key && last_key_ == "text";
    find_fault(
        "J007", {begin, begin + 1},
        filled(
            say ? _("This text has {} characters; a screen holds about {}. Split it into two \"say\" steps")
                : _("This text has {} characters; at most {} can be kept. Make it shorter"),
            with_thousands(characters), with_thousands(limits::text_characters)));
}

/// Between foreign quotes. Where the text was meant to end is a guess: at the first quote, of whatever sort,
/// that is followed by a mark.
void JsonScanner::foreign_string(const Mark& mark) {
    const std::size_t begin = at_;
    const std::string message = foreign_mark_message(text_, begin);
    auto mark_follows = [&](std::size_t after) {
        while (after < text_.size() && (text_[after] == ' ' || text_[after] == '\t')) { ++after; }
        if (after >= text_.size()) { return true; }
        const char meaning = mark_at(text_, after).meaning;
        return meaning == ',' || meaning == ':' || meaning == '}' || meaning == ']' || meaning == '\n' ||
               meaning == '\r';
    };
    std::optional<std::size_t> end;
    Mark last;
    for (std::size_t at = begin + mark.bytes; at < text_.size() && text_[at] != '\n';) {
        const Mark here = mark_at(text_, at);
        if (text_[at] == '\\') {
            at += 2;
            continue;
        }
        if (here.meaning == '"' && mark_follows(at + here.bytes)) {
            end = at;
            last = here;
            break;
        }
        at += here.bytes;
    }
    Findings::More more{
        _("Word processors change these marks on their own; a plain text editor does not."), {}, {}};
    if (end && last.foreign) { more.also = Span{*end, *end + last.bytes}; }
    find_fault("J002", {begin, begin + mark.bytes}, message, std::move(more));
    guessed_ = true;
    if (!end) {
        stopped_ = true;
        return;
    }
    mend(begin, mark.bytes, ' ');
    mended_[begin + mark.bytes - 1] = '"'; // nothing between it and the text
    for (std::size_t at = begin + mark.bytes; at < *end; ++at) {
        if (mended_[at] == '"' && mended_[at - 1] != '\\') { mended_[at] = '\''; }
    }
    mend(*end, last.bytes, '"');
    token_read(begin, *end + last.bytes, Token::string);
    last_foreign_ = true;
}

bool JsonScanner::end_at_curly_quote(std::size_t begin, std::size_t content_end) {
    int inner = 0; // quotes of the text itself that are open: she said “yes”, and ...
    for (std::size_t at = begin + 1; at < content_end;) {
        const Mark mark = mark_at(text_, at);
        const std::string_view written = text_.substr(at, mark.bytes);
        if (mark.meaning == '"' && mark.foreign && written != "'" && written != "\xE2\x80\x99") {
            std::size_t after = at + mark.bytes;
            while (after < text_.size() && (text_[after] == ' ' || text_[after] == '\t')) { ++after; }
            const char meaning = after < text_.size() ? mark_at(text_, after).meaning : '\n';
            const bool ends = std::string_view(",:}]\r\n").find(meaning) != std::string_view::npos;
            if (ends && inner == 0) {
                find_fault(
                    "J002", {at, at + mark.bytes}, foreign_mark_message(text_, at),
                    {_("Word processors change these marks on their own; a plain text editor does not."),
                     {},
                     {}});
                guessed_ = true;
                mend(at, mark.bytes, '"');
                token_read(begin, at + mark.bytes, Token::string);
                last_foreign_ = true;
                return true;
            }
            const bool opens =
                written == "\xE2\x80\x9C" || written == "\xE2\x80\x9E" || written == "\xC2\xAB";
            inner = opens ? inner + 1 : std::max(0, inner - 1);
        }
        at += mark.bytes;
    }
    return false;
}

bool JsonScanner::missing_quote_of_key(std::size_t begin, std::size_t content_end) {
    const std::string_view content = text_.substr(begin + 1, content_end - begin - 1);
    const std::size_t colon = content.find(':');
    if (colon == std::string_view::npos) { return false; }
    const std::string_view name = trimmed(content.substr(0, colon));
    if (name.empty() || !std::all_of(name.begin(), name.end(),
                                     [](char letter) { return is_word_part(letter) || letter == '$'; })) {
        return false;
    }
    last_end_ = begin + 1 + static_cast<std::size_t>(name.data() - content.data()) + name.size();
    broken(last_character(), _("A quote (\") is missing after this"));
    return true;
}

void JsonScanner::line_break_in_string(std::size_t begin) {
    const std::size_t line_end = at_;
    if (end_at_curly_quote(begin, line_end)) { return; }
    const bool key = expected_ == Expected::key || expected_ == Expected::key_or_end;
    if (key && missing_quote_of_key(begin, line_end)) { return; }
    const std::size_t next = text_.find_first_not_of(" \t\r\n", line_end);
    const bool marks_follow = next == std::string_view::npos ||
                              std::string_view("\"{}[]").find(text_[next]) != std::string_view::npos;
    if (key || marks_follow) {
        // A missing quote: the text was meant to end on this line.
        last_end_ = begin + 1 + without_marks(text_.substr(begin + 1, line_end - begin - 1)).size();
        broken(last_character(), _("A quote (\") is missing after this"), {{}, {}, Span{begin, begin + 1}});
        return;
    }
    broken({line_end, std::min(line_end + 1, text_.size())}, _("A line break stands inside a text"),
           {_("Write the text on one line. Where the screen should begin a new line, write \\n."),
            {},
            Span{begin, begin + 1}});
}

bool JsonScanner::name_follows(std::size_t at) const {
    const std::size_t quote = text_.find_first_of("\"\n", at);
    if (quote == std::string_view::npos || text_[quote] == '\n') { return false; }
    const std::size_t after = text_.find_first_not_of(" \t", quote + 1);
    const char wanted = in_list() ? ',' : ':';
    return after != std::string_view::npos && (text_[after] == wanted || (in_list() && text_[after] == ']'));
}

bool JsonScanner::blame_last_string(const Mark& mark) {
    if (last_token_ != Token::string || last_foreign_) { return false; }
    const std::size_t begin = last_string_.begin;
    const std::size_t closing = last_string_.end - 1;
    const bool key = expected_ == Expected::colon;
    const bool another_text = mark.meaning == '"';
    if (!another_text) {
        // token_read() moves on from what is expected now, so go back to what was expected before this text.
        const Expected now = expected_;
        expected_ = key ? Expected::key : Expected::value;
        if (end_at_curly_quote(begin, closing)) { return true; }
        expected_ = now;
    }
    const bool letters = is_word_part(mark.meaning) || mark.meaning == '\0';
    if (key && letters && missing_quote_of_key(begin, closing)) { return true; }
    if (key) { return false; }
    const std::string_view content = text_.substr(begin + 1, closing - begin - 1);
    const std::string_view kept = without_marks(content);
    const bool swallowed = content.find_first_of(",{}[]", kept.size()) != std::string_view::npos;
    if (letters && swallowed && name_follows(at_)) {
        last_end_ = begin + 1 + kept.size();
        broken(last_character(), _("A quote (\") is missing after this"), {{}, {}, Span{begin, begin + 1}});
        return true;
    }
    const bool adjacent = at_ == last_string_.end;
    if ((letters && !is_digit(mark.meaning) && mark.meaning != '-') || adjacent) {
        if (mark.meaning == ':' || mark.meaning == ';') { return false; }
        if (another_text && name_follows(at_ + 1)) { return false; } // "a""b": a comma is missing
        broken({closing, closing + 1}, _("This quote (\") ends the text. Inside a text write \\\""));
        return true;
    }
    return false;
}

std::size_t JsonScanner::word_end(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && is_word_part(text_[end])) {
        const Mark mark = mark_at(text_, end);
        if (mark.foreign) { break; }
        end += mark.bytes;
    }
    return end;
}

void JsonScanner::number() {
    const std::size_t begin = at_;
    const std::size_t end = word_end(begin);
    const std::string_view run = text_.substr(begin, end - begin);
    // -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
    std::size_t at = run.front() == '-' ? 1 : 0;
    auto digits = [&] {
        const std::size_t first = at;
        while (at < run.size() && is_digit(run[at])) { ++at; }
        return at - first;
    };
    const bool zero = at < run.size() && run[at] == '0';
    const std::size_t whole_digits = digits();
    bool correct = whole_digits > 0 && !(zero && whole_digits > 1);
    bool whole = true;
    if (correct && at < run.size() && run[at] == '.') {
        ++at;
        whole = false;
        correct = digits() > 0;
    }
    if (correct && at < run.size() && (run[at] == 'e' || run[at] == 'E')) {
        ++at;
        whole = false;
        if (at < run.size() && (run[at] == '+' || run[at] == '-')) { ++at; }
        correct = digits() > 0;
    }
    const Span where{begin, end};
    if (!correct || at != run.size()) {
        if (lowered_ascii(run).starts_with("-inf")) {
            find_fault("J007", where, _("This is not a number that can be used"));
            stopped_ = true;
        } else if (read_duration(run) || right_spelling_of_duration(run)) {
            broken(where, _("A duration needs quotes around it"), {{}, filled("\"{}\"", run), {}});
        } else if (zero && whole_digits > 1) {
            broken(where, _("A number cannot begin with 0"));
        } else {
            broken(where, _("This is not a number, and a text needs quotes around it"));
        }
        return;
    }
    double value = 0;
    const auto read = std::from_chars(run.data(), run.data() + run.size(), value);
    const bool too_large = whole && std::abs(value) > static_cast<double>(limits::largest_number);
    if (read.ec != std::errc() || too_large) {
        find_fault(
            "J007", where,
            whole ? filled(_("This number is too large: whole numbers go up to {}"), limits::largest_number)
                  : std::string(_("This number is too large or too small to be kept")));
        // Nothing can be read in its place, but the rest can.
        mended_[begin] = '0';
        std::fill(mended_.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                  mended_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }
    token_read(begin, end, Token::other);
}

void JsonScanner::word() {
    const std::size_t begin = at_;
    const std::size_t end = word_end(begin);
    const std::string_view run = text_.substr(begin, end - begin);
    constexpr std::array<std::string_view, 3> words{"true", "false", "null"};
    if (std::find(words.begin(), words.end(), run) != words.end()) {
        token_read(begin, end, Token::other);
        return;
    }
    if (run.empty()) {
        broken(character(at_), _("This does not belong here"));
        return;
    }
    const std::string lower = lowered_ascii(run);
    const Span where{begin, end};
    if (std::find(words.begin(), words.end(), lower) != words.end()) {
        broken(where, filled(_("Write {} in small letters"), lower));
    } else if (lower == "nan" || lower == "infinity" || lower == "inf") {
        find_fault("J007", where, _("This is not a number that can be used"));
        stopped_ = true;
    } else if (run.front() == '+' || run.front() == '.') {
        broken(where, run.front() == '+' ? _("A number is written without +")
                                         : _("A number cannot begin with a point"));
    } else {
        broken({begin, begin + mark_at(text_, begin).bytes}, _("A quote (\") is missing before this"),
               {_("Texts stand between quotes."), "\"text\": \"...\"", {}});
    }
}

} // namespace kindly
