// SPDX-License-Identifier: MIT
// The walk behind scan_json (json_scan.hpp), shared by its two source files: brackets and commas in
// json_scan.cpp, texts, numbers and words in json_scan_tokens.cpp. Nobody else includes this.
#pragma once

#include "exercise/findings.hpp"
#include "exercise/json_marks.hpp"
#include "exercise/json_scan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

class JsonScanner {
public:
    JsonScanner(const std::shared_ptr<const SourceText>& source, Remarks remarks);
    ScannedText run();

private:
    enum class Expected { value, value_or_end, key, key_or_end, colon, comma_or_end, nothing };
    enum class Token { none, string, other };
    struct Bracket {
        char mark = '{';
        std::size_t at = 0;
        std::size_t line_start = 0;
        std::size_t indent = 0; ///< of the line on which it stands
        /// Of its first entry, where that begins a line.
        std::optional<std::size_t> entry_indent = std::nullopt;
    };
    /// By the indentation, a bracket should have been closed before this place.
    struct Unclosed {
        Bracket bracket;
        std::size_t end; ///< of the last value before
    };

    // Brackets, commas, colons.
    void skip_blanks();
    void skip_comment(std::size_t length, std::string_view end);
    void on_value(const Mark& mark);
    void on_key(const Mark& mark);
    void on_colon(const Mark& mark);
    void on_comma_or_end(const Mark& mark);
    void on_nothing(const Mark& mark);
    void open_bracket(const Mark& mark);
    void close_bracket(const Mark& mark);
    void wrong_bracket(const Mark& mark);
    void extra_comma(const Mark& mark, const char* message);
    void end_of_text();
    void look_at_indentation(const Mark& mark);
    bool blame_unclosed();

    // Texts, numbers, words.
    void string(const Mark& mark);
    void foreign_string(const Mark& mark);
    bool escape();
    void line_break_in_string(std::size_t begin);
    void number();
    void word();
    /// Where the letters, digits and signs that begin here end.
    [[nodiscard]] std::size_t word_end(std::size_t begin) const;
    /// After a text comes something that cannot follow it: perhaps the text ended too early, or should have
    /// ended earlier. True if that was said (or mended).
    bool blame_last_string(const Mark& mark);
    /// A curly quote was typed where the text should end: `content` reaches from after its opening quote.
    bool end_at_curly_quote(std::size_t begin, std::size_t content_end);
    bool missing_quote_of_key(std::size_t begin, std::size_t content_end);
    [[nodiscard]] bool name_follows(std::size_t at) const;
    void token_read(std::size_t begin, std::size_t end, Token token);
    void too_long_text(std::size_t begin, std::size_t characters);

    // Saying and mending.
    void find_fault(const char* code, Span where, std::string message, Findings::More more = {});
    /// J001: nothing after it can be trusted.
    void broken(Span where, std::string message, Findings::More more = {});
    /// The last character before this place: where something is missing after it.
    [[nodiscard]] Span last_character() const;
    [[nodiscard]] Span character(std::size_t at) const { return {at, at + mark_at(text_, at).bytes}; }
    void mend(std::size_t at, std::size_t bytes, char mark);
    /// Reports and mends a foreign mark, then steps over it.
    void take(const Mark& mark);
    [[nodiscard]] bool in_list() const { return !open_.empty() && open_.back().mark == '['; }

    std::shared_ptr<const SourceText> source_;
    std::string_view text_;
    Remarks remarks_;
    Findings findings_;
    std::string mended_;
    std::size_t at_ = 0;
    Expected expected_ = Expected::value;
    std::vector<Bracket> open_;
    std::optional<std::size_t> comma_;   ///< the mark just passed was this comma
    std::size_t before_comma_ = 0;       ///< where the value before it ended
    std::optional<Bracket> last_closed_; ///< the last value was this group or list
    std::optional<Unclosed> unclosed_;   ///< the first one
    std::size_t line_start_ = 0;
    std::size_t indent_ = 0;
    bool fresh_line_ = true;   ///< nothing but blanks since the line began
    std::size_t last_end_ = 0; ///< where the last value, name or mark ended
    Span last_string_;         ///< with its quotes
    Token last_token_ = Token::none;
    bool last_foreign_ = false; ///< the last text stood between foreign quotes: nothing more is said about it
    std::string last_key_;
    bool stopped_ = false;
    bool complete_ = false;
    bool guessed_ = false; ///< a J002 was mended: what follows from it is not to be said
};

} // namespace kindly
