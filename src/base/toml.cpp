// SPDX-License-Identifier: MIT
#include "base/toml.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/toml_parts.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace kindly {

namespace {

constexpr const char* code_line = "C001";
constexpr const char* code_twice = "C002";
constexpr const char* code_value = "C003";

/// A problem ends the line that it is on; the next line is read as if nothing had happened.
struct Problem {};

class Reader {
public:
    explicit Reader(std::shared_ptr<const SourceText> source)
        : source_(std::move(source)), bytes_(source_->bytes()) {}

    TomlFile read() {
        if (const auto wrong = first_invalid_utf8(bytes_)) {
            note(code_line, {*wrong, *wrong + 1}, _("This is not UTF-8 from here on"),
                 _("save the file as UTF-8"));
            return std::move(file_);
        }
        constexpr std::string_view mark = "\xEF\xBB\xBF"; // some editors put it there; it says nothing
        if (std::string_view(bytes_).starts_with(mark)) { at_ = mark.size(); }
        while (at_ < bytes_.size()) {
            try {
                read_line();
            } catch (const Problem&) { // noted
                skip_line();
                while (in_list_ && at_ < bytes_.size()) { skip_rest_of_list(); }
                in_list_ = false;
            }
        }
        sort_by_place(file_.diagnostics);
        return std::move(file_);
    }

private:
    void note(const char* code, Span where, std::string message, std::string suggestion = {},
              std::optional<Span> also = std::nullopt) {
        Diagnostic one;
        one.code = code;
        one.message = std::move(message);
        one.suggestion = std::move(suggestion);
        one.source = source_;
        one.where = where;
        one.also = also;
        file_.diagnostics.push_back(std::move(one));
    }
    [[noreturn]] void refuse(const char* code, Span where, std::string message, std::string suggestion = {}) {
        note(code, where, std::move(message), std::move(suggestion));
        throw Problem();
    }

    [[nodiscard]] char here() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
    [[nodiscard]] bool at_line_end() const {
        return at_ >= bytes_.size() || here() == '\n' || starts("\r\n");
    }
    [[nodiscard]] bool starts(std::string_view text) const {
        return std::string_view(bytes_).substr(at_).starts_with(text);
    }
    [[nodiscard]] Span here_span() const { return {at_, std::min(at_ + 1, bytes_.size())}; }
    void skip_blanks() {
        while (here() == ' ' || here() == '\t') { ++at_; }
    }
    void skip_line() {
        at_ = std::min(bytes_.find('\n', at_), bytes_.size());
        if (at_ < bytes_.size()) { ++at_; }
    }
    /// So that one mistake in a list is not followed by one for each of its lines.
    void skip_rest_of_list() {
        const std::string_view line =
            trimmed(std::string_view(bytes_).substr(at_, bytes_.find('\n', at_) - at_));
        const bool begins_something = line.starts_with("[") || line.find('=') != std::string_view::npos;
        if (!begins_something) { skip_line(); }
        in_list_ = !begins_something && !line.ends_with("]");
    }
    void take_line_end() {
        if (here() == '\r') { ++at_; }
        if (here() == '\n') { ++at_; }
    }

    void skip_remark() {
        if (here() != '#') { return; }
        while (!at_line_end()) {
            if (is_control(here())) {
                refuse(code_line, here_span(), _("A control character stands in this remark"));
            }
            ++at_;
        }
    }
    static bool is_control(char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte < 0x20 && letter != '\t') || byte == 0x7F;
    }

    void end_line() {
        skip_blanks();
        skip_remark();
        if (!at_line_end()) {
            refuse(code_line, rest_of_line(), _("Nothing more is expected on this line"),
                   _("a new line for the next key, or \"#\" before a remark"));
        }
        take_line_end();
    }
    [[nodiscard]] Span rest_of_line() const {
        std::size_t end = std::min(bytes_.find('\n', at_), bytes_.size());
        while (end > at_ && (bytes_[end - 1] == '\r' || bytes_[end - 1] == ' ')) { --end; }
        return {at_, std::max(end, std::min(at_ + 1, bytes_.size()))};
    }

    void read_line() {
        skip_blanks();
        if (at_line_end() || here() == '#') { return end_line(); }
        if (here() == '[') { return read_table(); }
        read_entry();
    }

    void read_table() {
        const std::size_t begin = at_;
        ++at_;
        if (here() == '[') {
            refuse(code_line, {begin, begin + 2},
                   _("Lists of tables, with two brackets, are not used in this file"));
        }
        std::vector<std::string> name = read_key();
        skip_blanks();
        if (here() != ']') {
            refuse(code_line, {begin, at_}, _("The name of a table ends with \"]\""), _("[practice]"));
        }
        ++at_;
        const Span where{begin, at_};
        // What follows belongs to it all the same: one mistake gives one message.
        const auto [earlier, is_new] = table_places_.emplace(name, where);
        if (!is_new) {
            note(code_twice, where,
                 filled(_("The table [{}] stands here for the second time"), joined(name, ".")),
                 _("put all of its keys below the first one"), earlier->second);
        }
        table_ = name;
        file_.tables.push_back({std::move(name), where});
        end_line();
    }

    void read_entry() {
        const std::size_t begin = at_;
        std::vector<std::string> path = read_key();
        const Span where{begin, at_};
        skip_blanks();
        if (here() != '=') {
            refuse(code_line, where, filled(_("\"{}\" is followed by no \"=\" and value"), joined(path, ".")),
                   filled("{} = ...", path.back()));
        }
        ++at_;
        skip_blanks();
        TomlEntry entry;
        entry.table = table_;
        entry.key = path.back();
        path.pop_back();
        entry.table.insert(entry.table.end(), path.begin(), path.end());
        entry.key_where = where;
        entry.value = read_value(false);
        std::vector<std::string> whole = entry.table;
        whole.push_back(entry.key);
        const auto [earlier, is_new] = key_places_.emplace(std::move(whole), where);
        if (!is_new) {
            note(code_twice, where,
                 filled(_("\"{}\" is set here for the second time; the first is on line {}"), entry.key,
                        source_->locate(earlier->second.begin).line),
                 _("keep one of them"));
        } else {
            file_.entries.push_back(std::move(entry));
        }
        end_line();
    }

    /// Parts separated by points: bare ones, and texts in quotation marks.
    std::vector<std::string> read_key() {
        std::vector<std::string> parts;
        for (;;) {
            skip_blanks();
            const std::size_t begin = at_;
            if (here() == '"') {
                parts.push_back(read_quoted());
            } else if (here() == '\'') {
                parts.push_back(read_literal());
            } else {
                while (is_bare_in_toml(here())) { ++at_; }
                if (at_ == begin) {
                    refuse(code_line, rest_of_line(),
                           _("A line of this file is KEY = VALUE, [TABLE], or a remark after \"#\""));
                }
                parts.push_back(bytes_.substr(begin, at_ - begin));
            }
            const std::size_t end = at_;
            skip_blanks();
            if (here() != '.') {
                at_ = end;
                return parts;
            }
            ++at_;
        }
    }

    TomlValue read_value(bool inside_list) {
        TomlValue value;
        const std::size_t begin = at_;
        if (here() == '"') {
            value.text = read_quoted();
        } else if (here() == '\'') {
            value.text = read_literal();
        } else if (here() == '[') {
            if (inside_list) {
                refuse(code_value, here_span(), _("Lists inside lists are not used in this file"));
            }
            read_list(value);
        } else if (here() == '{') {
            refuse(code_value, here_span(), _("Groups in { } are not used in this file"),
                   _("a table: [practice], and its keys on the lines below"));
        } else {
            read_word(value);
        }
        value.where = {begin, at_};
        return value;
    }

    void read_list(TomlValue& list) {
        list.kind = TomlValue::Kind::list;
        const Span opened = here_span();
        in_list_ = true;
        ++at_;
        for (;;) {
            skip_between_items(opened);
            if (here() == ']') { break; }
            list.items.push_back(read_value(true));
            skip_between_items(opened);
            if (here() == ',') {
                ++at_;
            } else if (here() != ']') {
                refuse(code_value, rest_of_line(),
                       _("A comma or the closing \"]\" of the list is missing here"),
                       _("[\"one\", \"two\"]"));
            }
        }
        ++at_;
        in_list_ = false;
    }
    void skip_between_items(Span opened) {
        for (;;) {
            skip_blanks();
            skip_remark();
            if (at_ >= bytes_.size()) { refuse(code_value, opened, _("This list has no closing \"]\"")); }
            if (!at_line_end()) { return; }
            take_line_end();
        }
    }

    std::string read_quoted() {
        const std::size_t begin = at_;
        if (starts("\"\"\"")) { refuse_several_lines(); }
        ++at_;
        std::string text;
        while (here() != '"') {
            if (at_line_end() || at_ >= bytes_.size()) { refuse_open(begin, '"'); }
            if (is_control(here())) { refuse_control(); }
            if (here() == '\\') {
                read_escape(text);
            } else {
                text += bytes_[at_++];
            }
        }
        ++at_;
        return text;
    }

    std::string read_literal() {
        const std::size_t begin = at_;
        if (starts("'''")) { refuse_several_lines(); }
        ++at_;
        while (here() != '\'') {
            if (at_line_end() || at_ >= bytes_.size()) { refuse_open(begin, '\''); }
            if (is_control(here())) { refuse_control(); }
            ++at_;
        }
        ++at_;
        return bytes_.substr(begin + 1, at_ - begin - 2);
    }

    [[noreturn]] void refuse_several_lines() {
        refuse(code_value, {at_, at_ + 3}, _("Texts over several lines are not used in this file"),
               _("one line, between single marks: \"...\""));
    }
    [[noreturn]] void refuse_open(std::size_t begin, char mark) {
        refuse(code_value, {begin, begin + 1},
               filled(_("The text that begins here has no closing {}"), mark));
    }
    [[noreturn]] void refuse_control() {
        refuse(code_value, here_span(), _("A control character stands in this text"),
               _("\\t for a tab, \\u and four digits for any other"));
    }

    void read_escape(std::string& text) {
        static const std::map<char, char> simple{{'b', '\b'}, {'t', '\t'}, {'n', '\n'}, {'f', '\f'},
                                                 {'r', '\r'}, {'"', '"'},  {'\\', '\\'}};
        const std::size_t begin = at_;
        ++at_;
        if (const auto known = simple.find(here()); known != simple.end()) {
            text += known->second;
            ++at_;
            return;
        }
        const std::size_t digits = here() == 'u' ? 4 : here() == 'U' ? 8 : 0;
        ++at_;
        unsigned long code = 0;
        bool whole = digits > 0 && at_ + digits <= bytes_.size();
        for (std::size_t count = 0; whole && count < digits; ++count) {
            const auto value =
                std::string_view("0123456789abcdef").find(lowered_ascii(bytes_.substr(at_ + count, 1)));
            whole = value != std::string_view::npos;
            if (whole) { code = code * 16 + value; }
        }
        const bool exists = code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        if (!whole || !exists) {
            refuse(code_value, {begin, std::min(begin + 2, bytes_.size())},
                   _("After \"\\\" in a text comes one of b t n f r \" \\, or u and four digits, or U and "
                     "eight"),
                   _("'...' around a text in which \"\\\" is only itself"));
        }
        append_utf8(text, code);
        at_ += digits;
    }

    /// Anything without quotation marks: true, false, numbers.
    void read_word(TomlValue& value) {
        const std::size_t begin = at_;
        while (!at_line_end() && std::string_view(" \t,]#").find(here()) == std::string_view::npos) { ++at_; }
        const Span where{begin, std::max(at_, std::min(begin + 1, bytes_.size()))};
        const std::string word = bytes_.substr(begin, at_ - begin);
        if (word.empty()) { refuse(code_value, where, _("A value is missing here")); }
        if (word == "true" || word == "false") {
            value.kind = TomlValue::Kind::truth;
            value.text = word;
            return;
        }
        if (const auto number = read_toml_number(word)) {
            value.kind = number->decimal ? TomlValue::Kind::decimal_number : TomlValue::Kind::whole_number;
            value.text = number->text;
            return;
        }
        if (word.find_first_not_of("0123456789-:.TZ+") == std::string::npos &&
            word.find_first_of(":-", 1) != std::string::npos) {
            refuse(code_value, where, _("Times and dates are written as texts in this file"),
                   filled("\"{}\"", word));
        }
        refuse(
            code_value, where,
            filled(
                _("\"{}\" is no number, and neither true nor false; a text stands between quotation marks"),
                harmless(word)),
            word.find_first_of("\"'\\") == std::string::npos ? filled("\"{}\"", harmless(word))
                                                             : std::string());
    }

    std::shared_ptr<const SourceText> source_;
    const std::string& bytes_;
    std::size_t at_ = 0;
    bool in_list_ = false;
    std::vector<std::string> table_;
    std::map<std::vector<std::string>, Span> table_places_, key_places_;
    TomlFile file_;
};

} // namespace

TomlFile read_toml(std::shared_ptr<const SourceText> source) { return Reader(std::move(source)).read(); }

} // namespace kindly
