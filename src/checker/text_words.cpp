// SPDX-License-Identifier: MIT
#include "checker/text_words.hpp"

#include <algorithm>

#include <utf8proc.h>

namespace kindly {

namespace {

struct Letter {
    utf8proc_int32_t value = 0;
    std::size_t bytes = 1;
    [[nodiscard]] bool ascii() const { return value < 0x80; }
};

Letter letter_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) { return {byte, 1}; }
    utf8proc_int32_t value = -1;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    return read <= 0 ? Letter{0xFFFD, 1} : Letter{value, static_cast<std::size_t>(read)};
}

bool is_small(utf8proc_int32_t value) { return value >= 'a' && value <= 'z'; }
bool is_large(utf8proc_int32_t value) { return value >= 'A' && value <= 'Z'; }
bool is_digit(utf8proc_int32_t value) { return value >= '0' && value <= '9'; }

bool of_a_word(const Letter& letter) {
    if (letter.ascii()) { return is_small(letter.value) || is_large(letter.value) || is_digit(letter.value); }
    switch (utf8proc_category(letter.value)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND: return true;
    default: return false;
    }
}

bool is_apostrophe(const Letter& letter) {
    switch (letter.value) {
    case '\'':
    case '`':
    case 0xB4:   // acute accent, often typed for one
    case 0x2BC:  // modifier letter apostrophe
    case 0x2018: // single quotation marks
    case 0x2019: return true;
    default: return false;
    }
}

bool is_double_quote(const Letter& letter) {
    switch (letter.value) {
    case '"':
    case 0xAB: // angle quotation marks
    case 0xBB:
    case 0x201C: // curly ones
    case 0x201D:
    case 0x201E: return true;
    default: return false;
    }
}

class Splitter {
public:
    Splitter(std::string_view text, TextWords& result) : text_(text), result_(result) {}

    void split() {
        while (at_ < text_.size()) {
            const Letter letter = letter_at(text_, at_);
            if (of_a_word(letter)) {
                word();
            } else if (letter.value == '{' && placeholder()) {
                continue;
            } else {
                mark(letter);
                at_ += letter.bytes;
            }
        }
        end_sentence();
        if (inside_quotes_) { // no second mark: nothing was quoted
            for (std::size_t index = quoted_from_; index < result_.words.size(); ++index) {
                result_.words[index].quoted = false;
            }
        }
    }

private:
    void begin_word(std::size_t begin) {
        TextWord word;
        word.begin = begin;
        word.folded_begin = word.folded_end = result_.folded.size();
        word.before = result_.words.empty() ? Between::sentence : between_;
        word.quoted = inside_quotes_;
        between_ = Between::space;
        result_.words.push_back(word);
    }

    void end_word() {
        result_.words.back().end = at_;
        result_.words.back().folded_end = result_.folded.size();
    }

    void word() {
        begin_word(at_);
        bool first = true;
        while (at_ < text_.size()) {
            const Letter letter = letter_at(text_, at_);
            if (of_a_word(letter)) {
                if (first) { note_capital(letter); }
                fold(letter);
            } else if (is_apostrophe(letter) && at_ + letter.bytes < text_.size() &&
                       of_a_word(letter_at(text_, at_ + letter.bytes))) {
                result_.folded += '\'';
            } else {
                break;
            }
            first = false;
            at_ += letter.bytes;
        }
        end_word();
    }

    void note_capital(const Letter& letter) {
        result_.words.back().capital =
            letter.ascii() ? is_large(letter.value) : utf8proc_tolower(letter.value) != letter.value;
    }

    void fold(const Letter& letter) {
        constexpr char to_small = 'a' - 'A';
        if (letter.ascii()) {
            const char plain = static_cast<char>(letter.value);
            result_.folded += is_large(letter.value) ? static_cast<char>(plain + to_small) : plain;
            return;
        }
        utf8proc_uint8_t bytes[4];
        const auto length = utf8proc_encode_char(utf8proc_tolower(letter.value), bytes);
        result_.folded.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }

    /// A {name} counts as one word.
    bool placeholder() {
        const std::size_t close = text_.find_first_of("{} ", at_ + 1);
        if (close == std::string_view::npos || text_[close] != '}') { return false; }
        begin_word(at_);
        result_.words.back().placeholder = true;
        at_ = close + 1;
        end_word();
        return true;
    }

    void mark(const Letter& letter) {
        switch (letter.value) {
        case '\n': end_sentence(); return;
        case '.':
        case '!':
        case '?':
        case 0x2026: // ellipsis
        case 0x3002: // ideographic full stop
        case 0xFF1F: // full-width question mark
            if (letter.value == '?' || letter.value == 0xFF1F) { question_ = true; }
            if (ends_here(at_ + letter.bytes)) {
                end_sentence();
            } else {
                raise(Between::comma);
            }
            return;
        case ':': raise(Between::colon); return;
        case ',':
        case ';':
        case '(':
        case ')':
        case '/':
        case 0x2013: // dashes
        case 0x2014: raise(Between::comma); return;
        case '-': raise(joins() ? Between::hyphen : Between::comma); return;
        default: break;
        }
        if (is_double_quote(letter)) {
            inside_quotes_ = !inside_quotes_;
            quoted_from_ = result_.words.size();
        }
    }

    /// Not the point of 3.5, nor of a name with points.
    [[nodiscard]] bool ends_here(std::size_t next) const {
        return next >= text_.size() || !of_a_word(letter_at(text_, next));
    }

    [[nodiscard]] bool joins() const {
        return at_ > 0 && text_[at_ - 1] != ' ' && at_ + 1 < text_.size() && text_[at_ + 1] != ' ';
    }

    void raise(Between mark) { between_ = std::max(between_, mark); }

    void end_sentence() {
        between_ = Between::sentence;
        if (result_.words.size() > sentence_) {
            result_.sentences.push_back({sentence_, result_.words.size(), question_});
            sentence_ = result_.words.size();
        } else if (question_ && !result_.sentences.empty()) {
            result_.sentences.back().question = true; // the second mark of "...?"
        }
        question_ = false;
    }

    std::string_view text_;
    TextWords& result_;
    std::size_t at_ = 0;
    Between between_ = Between::space;
    std::size_t sentence_ = 0; ///< its first word
    std::size_t quoted_from_ = 0;
    bool question_ = false;
    bool inside_quotes_ = false;
};

} // namespace

void TextWords::read(std::string_view text) {
    words.clear();
    sentences.clear();
    folded.clear();
    Splitter(text, *this).split();
}

const TextSentence* TextWords::sentence_of(std::size_t word) const {
    const auto found =
        std::upper_bound(sentences.begin(), sentences.end(), word,
                         [](std::size_t index, const TextSentence& one) { return index < one.end; });
    return found == sentences.end() ? nullptr : &*found;
}

std::size_t TextWords::count(const TextSentence& sentence) const {
    std::size_t count = 0;
    for (std::size_t index = sentence.first; index < sentence.end; ++index) {
        if (index == sentence.first || words[index].before != Between::hyphen) { ++count; }
    }
    return count;
}

} // namespace kindly
