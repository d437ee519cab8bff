// SPDX-License-Identifier: MIT
#include "exercise/json_scan.hpp"

#include "exercise/json_scanner.hpp"
#include "exercise/limits.hpp"

#include <algorithm>

namespace kindly {

namespace {

char closing_for(char bracket) { return bracket == '{' ? '}' : ']'; }

} // namespace

JsonScanner::JsonScanner(const std::shared_ptr<const SourceText>& source, Remarks remarks)
    : source_(source), text_(source->bytes()), remarks_(remarks), findings_(source),
      mended_(source->bytes()) {}

ScannedText JsonScanner::run() {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text_.starts_with(byte_order_mark)) { // reported by parse_written
        mend(0, byte_order_mark.size(), ' ');
        at_ = byte_order_mark.size();
    }
    while (!stopped_) {
        skip_blanks();
        if (stopped_) { break; }
        if (at_ >= text_.size()) {
            end_of_text();
            break;
        }
        const Mark mark = mark_at(text_, at_);
        look_at_indentation(mark);
        switch (expected_) {
        case Expected::value:
        case Expected::value_or_end: on_value(mark); break;
        case Expected::key:
        case Expected::key_or_end: on_key(mark); break;
        case Expected::colon: on_colon(mark); break;
        case Expected::comma_or_end: on_comma_or_end(mark); break;
        case Expected::nothing: on_nothing(mark); break;
        }
        if (findings_.full()) { stopped_ = true; }
    }
    return {std::move(mended_), complete_, findings_.take()};
}

void JsonScanner::find_fault(const char* code, Span where, std::string message, Findings::More more) {
    findings_.error(code, where, std::move(message), std::move(more));
}

void JsonScanner::broken(Span where, std::string message, Findings::More more) {
    // After a guess at what a curly quote meant, what looks broken may only follow from it.
    if (!guessed_) { find_fault("J001", where, std::move(message), std::move(more)); }
    stopped_ = true;
}

Span JsonScanner::last_character() const {
    std::size_t begin = last_end_ == 0 ? 0 : last_end_ - 1;
    while (begin > 0 && (static_cast<unsigned char>(text_[begin]) & 0xC0U) == 0x80U) { --begin; }
    return {begin, last_end_};
}

void JsonScanner::mend(std::size_t at, std::size_t bytes, char mark) {
    mended_[at] = mark;
    std::fill_n(mended_.begin() + static_cast<std::ptrdiff_t>(at) + 1, bytes - 1, ' ');
}

void JsonScanner::take(const Mark& mark) {
    if (mark.foreign) {
        find_fault(
            "J002", character(at_), foreign_mark_message(text_, at_),
            {_("Word processors change these marks on their own; a plain text editor does not."), {}, {}});
        mend(at_, mark.bytes, mark.meaning);
    }
    at_ += mark.bytes;
    last_end_ = at_;
}

void JsonScanner::skip_blanks() {
    bool foreign_before = false;
    while (at_ < text_.size() && !stopped_) {
        const Mark mark = mark_at(text_, at_);
        const std::string_view rest = text_.substr(at_);
        if (is_blank(mark)) {
            if (mark.foreign) {
                if (!foreign_before) { // a run of them is one mistake
                    find_fault("J002", character(at_), foreign_mark_message(text_, at_));
                }
                mend(at_, mark.bytes, ' ');
            }
            foreign_before = mark.foreign;
            at_ += mark.bytes;
            if (mark.meaning == '\n') {
                line_start_ = at_;
                fresh_line_ = true;
            }
        } else if (rest.starts_with("//")) {
            skip_comment(2, "\n");
        } else if (rest.starts_with("#")) {
            skip_comment(1, "\n");
        } else if (rest.starts_with("/*")) {
            skip_comment(2, "*/");
        } else {
            return;
        }
    }
}

void JsonScanner::skip_comment(std::size_t length, std::string_view end) {
    const std::size_t begin = at_;
    const std::size_t found = text_.find(end, begin + length);
    at_ = found == std::string_view::npos ? text_.size() : found + (end == "\n" ? 0 : end.size());
    if (remarks_ == Remarks::in_notes) {
        find_fault("J005", {begin, begin + length},
                   _("JSON has no comments. Put the remark in a \"note\": it is never shown to clients"),
                   {{}, "\"note\": \"...\"", {}});
    } else {
        find_fault("J005", {begin, begin + length}, _("JSON has no comments. Leave the remark out"));
    }
    if (found == std::string_view::npos && end != "\n") { stopped_ = true; }
    for (std::size_t place = begin; place < at_; ++place) {
        if (mended_[place] != '\n') { mended_[place] = ' '; }
    }
}

void JsonScanner::token_read(std::size_t begin, std::size_t end, Token token) {
    at_ = end;
    last_end_ = end;
    last_token_ = token;
    comma_.reset();
    last_closed_.reset();
    if (token == Token::string) {
        last_string_ = {begin, end};
        last_foreign_ = false;
    }
    switch (expected_) {
    case Expected::key:
    case Expected::key_or_end:
        last_key_ = text_.substr(begin + 1, end - begin > 2 ? end - begin - 2 : 0);
        expected_ = Expected::colon;
        break;
    case Expected::value:
    case Expected::value_or_end:
        expected_ = open_.empty() ? Expected::nothing : Expected::comma_or_end;
        break;
    default: break;
    }
}

void JsonScanner::open_bracket(const Mark& mark) {
    if (open_.size() >= static_cast<std::size_t>(limits::nesting)) {
        find_fault(
            "J007", character(at_), filled(_("This is nested more than {} levels deep"), limits::nesting),
            {_("No file needs that; perhaps a closing bracket is missing before this place."), {}, {}});
        stopped_ = true;
        return;
    }
    open_.push_back({mark.meaning, at_, line_start_, indent_});
    take(mark);
    comma_.reset();
    last_token_ = Token::other;
    expected_ = mark.meaning == '{' ? Expected::key_or_end : Expected::value_or_end;
}

void JsonScanner::close_bracket(const Mark& mark) {
    if (comma_) {
        find_fault("J003", character(*comma_), _("There is a comma after the last entry. Remove it"));
        mend(*comma_, mark_at(text_, *comma_).bytes, ' ');
    }
    last_closed_ = open_.back();
    open_.pop_back();
    take(mark);
    comma_.reset();
    last_token_ = Token::other;
    expected_ = open_.empty() ? Expected::nothing : Expected::comma_or_end;
}

void JsonScanner::look_at_indentation(const Mark& mark) {
    if (!fresh_line_) { return; }
    fresh_line_ = false;
    indent_ = at_ - line_start_;
    if (unclosed_ || open_.empty() || mark.meaning == '}' || mark.meaning == ']') { return; }
    Bracket& innermost = open_.back();
    if (!comma_) {
        const bool first = expected_ == Expected::key_or_end || expected_ == Expected::value_or_end;
        if (first) { innermost.entry_indent = indent_; }
        return;
    }
    const bool indented_file = innermost.indent > open_.front().indent;
    const bool outside = innermost.entry_indent ? indent_ < *innermost.entry_indent
                                                : indented_file && innermost.line_start != line_start_ &&
                                                      indent_ <= innermost.indent;
    if (outside) { unclosed_ = Unclosed{innermost, before_comma_}; }
}

/// Brackets do not match, and the indentation says which one was forgotten.
bool JsonScanner::blame_unclosed() {
    if (!unclosed_) { return false; }
    last_end_ = unclosed_->end;
    broken(last_character(),
           filled(_("A \"{}\" is missing after this"), closing_for(unclosed_->bracket.mark)),
           {{}, {}, Span{unclosed_->bracket.at, unclosed_->bracket.at + 1}});
    return true;
}

void JsonScanner::wrong_bracket(const Mark& mark) {
    if (blame_unclosed()) { return; }
    if (open_.empty()) {
        broken(character(at_), filled(_("There is no opening bracket for this \"{}\""), mark.meaning));
        return;
    }
    const Bracket innermost = open_.back();
    const char wanted = closing_for(innermost.mark);
    Findings::More more;
    more.also = Span{innermost.at, innermost.at + 1};
    const bool fits_outside = open_.size() >= 2 && closing_for(open_[open_.size() - 2].mark) == mark.meaning;
    if (fits_outside) {
        more.explanation = filled(_("The \"{}\" on line {} is still open here."), innermost.mark,
                                  findings_.line(*more.also));
        broken(last_character(), filled(_("A \"{}\" is missing after this"), wanted), std::move(more));
        return;
    }
    broken(character(at_),
           filled(_("This should be \"{}\", to close the \"{}\" on line {}"), wanted, innermost.mark,
                  findings_.line(*more.also)),
           std::move(more));
}

void JsonScanner::extra_comma(const Mark& mark, const char* message) {
    find_fault("J003", character(at_), message);
    mend(at_, mark.bytes, ' ');
    at_ += mark.bytes;
}

void JsonScanner::on_value(const Mark& mark) {
    const bool after_colon = expected_ == Expected::value && !comma_;
    switch (mark.meaning) {
    case '{':
    case '[': open_bracket(mark); return;
    case '"': string(mark); return;
    case ',':
        if (after_colon) { break; }
        extra_comma(mark, comma_ ? _("There are two commas here. Remove one")
                                 : _("There is a comma before the first entry. Remove it"));
        return;
    case '}':
    case ']':
        if (after_colon && !open_.empty()) { break; }
        if (mark.meaning == ']' && in_list()) {
            close_bracket(mark);
        } else {
            wrong_bracket(mark);
        }
        return;
    case ':': broken(character(at_), _("This colon does not belong here")); return;
    default:
        if (mark.meaning == '-' || (mark.meaning >= '0' && mark.meaning <= '9')) {
            number();
        } else {
            word();
        }
        return;
    }
    broken(last_character(), _("A value is missing after this"));
}

void JsonScanner::on_key(const Mark& mark) {
    switch (mark.meaning) {
    case '"': string(mark); return;
    case '}': close_bracket(mark); return;
    case ']': wrong_bracket(mark); return;
    case ',':
        extra_comma(mark, comma_ ? _("There are two commas here. Remove one")
                                 : _("There is a comma before the first entry. Remove it"));
        return;
    case '{':
    case '[':
        if (comma_ && mark.meaning == '{' && last_closed_ && last_closed_->mark == '{') {
            // A group is followed by another one: they were meant to be a list.
            broken({last_closed_->at, last_closed_->at + 1}, _("A \"[\" is missing before this"),
                   {_("Several groups after one name stand in a list: [ { ... }, { ... } ]"),
                    {},
                    Span{at_, at_ + 1}});
        } else if (comma_) {
            last_end_ = before_comma_;
            broken(last_character(), _("A \"}\" may be missing after this"),
                   {_("Between { and } every entry begins with a name in quotes; here a bracket follows."),
                    {},
                    Span{open_.back().at, open_.back().at + 1}});
        } else {
            broken(character(at_), _("A name in quotes should stand before this"));
        }
        return;
    case ':': broken(character(at_), _("A name in quotes is missing before this colon")); return;
    default:
        broken(character(at_), _("A quote (\") is missing before this"),
               {_("Every entry begins with a name between quotes."), "\"text\": \"...\"", {}});
        return;
    }
}

void JsonScanner::on_colon(const Mark& mark) {
    if (mark.meaning == ':') {
        take(mark);
        last_token_ = Token::other;
        expected_ = Expected::value;
        return;
    }
    if (blame_last_string(mark)) { return; }
    if (mark.meaning == ',' || mark.meaning == '}' || mark.meaning == ']') {
        broken(last_character(), _("A colon and a value are missing after this"));
    } else if (mark.meaning == '=') {
        broken(character(at_), _("Write a colon (:) instead of this"));
    } else {
        broken(last_character(), _("A colon is missing after this"));
    }
}

void JsonScanner::on_comma_or_end(const Mark& mark) {
    if (mark.meaning == ',') {
        const std::size_t comma = at_;
        before_comma_ = last_end_;
        take(mark);
        comma_ = comma;
        last_token_ = Token::other;
        expected_ = in_list() ? Expected::value : Expected::key;
        return;
    }
    if (mark.meaning == '}' || mark.meaning == ']') {
        if (mark.meaning == closing_for(open_.back().mark)) {
            close_bracket(mark);
        } else {
            wrong_bracket(mark);
        }
        return;
    }
    if (blame_last_string(mark)) { return; }
    if (mark.meaning == ':') {
        if (in_list() && last_token_ == Token::string) {
            broken({last_string_.begin, last_string_.begin + 1}, _("A \"{\" is missing before this"));
        } else {
            broken(character(at_), _("This colon does not belong here"));
        }
    } else if (mark.meaning == ';') {
        broken(character(at_), _("Write a comma (,) instead of this"));
    } else {
        broken(last_character(), _("A comma is missing after this"),
               {in_list() ? _("Two entries of a list need a comma between them.")
                          : _("Two entries need a comma between them."),
                {},
                {}});
    }
}

void JsonScanner::on_nothing(const Mark& mark) {
    if (blame_last_string(mark)) { return; }
    if (mark.meaning == '}' || mark.meaning == ']') {
        broken(character(at_), filled(_("There is one \"{}\" too many"), mark.meaning));
    } else {
        broken(character(at_), _("Nothing may stand after the end of the file's contents"),
               {_("The bracket before this place closes the first one of the file."), {}, {}});
    }
}

void JsonScanner::end_of_text() {
    stopped_ = true;
    if (expected_ == Expected::nothing) {
        complete_ = true;
        return;
    }
    if (open_.empty()) {
        find_fault("J001", {0, 0}, _("There is nothing in this file"));
        return;
    }
    if (blame_unclosed()) { return; }
    const Bracket innermost = open_.back();
    const Span where{innermost.at, innermost.at + 1};
    broken(last_character(),
           filled(_("The file ends here, but the \"{}\" on line {} is still open"), innermost.mark,
                  findings_.line(where)),
           {{}, {}, where});
}

ScannedText scan_json(const std::shared_ptr<const SourceText>& source, Remarks remarks) {
    return JsonScanner(source, remarks).run();
}

} // namespace kindly
