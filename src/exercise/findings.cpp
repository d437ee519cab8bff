// SPDX-License-Identifier: MIT
#include "exercise/findings.hpp"

#include "base/text.hpp"
#include "exercise/limits.hpp"

#include <algorithm>

namespace kindly {

void Doubts::add(const Written& part) {
    if (part.kind == Written::Kind::string) { names.insert(part.text); }
    for (const auto& entry : part.entries) { add(entry); }
    for (const auto& member : part.members) {
        names.insert(member.key);
        add(member.value);
    }
}

Findings::Findings(std::shared_ptr<const SourceText> source, Diagnostics earlier)
    : source_(std::move(source)), found_(std::move(earlier)) {
    for (const auto& known : found_) {
        earlier_places_.insert(known.where.begin);
        if (known.code == "J007") { unusable_values_.insert(known.where.begin); }
    }
}

void Findings::error(const char* code, Span where, std::string message, More more) {
    say(Severity::error, code, where, std::move(message), std::move(more));
}

void Findings::warning(const char* code, Span where, std::string message, More more) {
    say(Severity::warning, code, where, std::move(message), std::move(more));
}

void Findings::advice(const char* code, Span where, std::string message, More more) {
    say(Severity::advice, code, where, std::move(message), std::move(more));
}

void Findings::say(Severity severity, const char* code, Span where, std::string message, More more) {
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.code = code;
    diagnostic.message = std::move(message);
    diagnostic.explanation = std::move(more.explanation);
    diagnostic.suggestion = std::move(more.suggestion);
    diagnostic.also = more.also;
    diagnostic.source = source_;
    diagnostic.where = only_place_.value_or(where);
    add(std::move(diagnostic));
}

void Findings::add(Diagnostic diagnostic) {
    if (full() || earlier_places_.contains(diagnostic.where.begin)) { return; }
    if (diagnostic.also && unusable_values_.contains(diagnostic.also->begin)) { return; }
    found_.push_back(std::move(diagnostic));
}

void Findings::error_once(const std::string& cause, const char* code, Span where, std::string message,
                          More more) {
    const auto [known, first] = causes_.try_emplace(cause);
    if (first) {
        const std::size_t before = found_.size();
        error(code, where, std::move(message), std::move(more));
        if (found_.size() > before) { known->second.said = before; }
    } else if (!full() && !only_place_) {
        known->second.other_lines.push_back(std::to_string(line(where)));
    }
}

bool Findings::full() const { return found_.size() >= limits::most_findings; }

std::string Findings::line_and_column(Span where) const {
    if (full()) { return {}; }
    const LineColumn place = source_->locate(where.begin);
    return fmt::format("{}:{}", place.line, place.column);
}

Diagnostics Findings::take() {
    for (auto& [name, cause] : causes_) {
        auto& lines = cause.other_lines;
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        if (!cause.said) { continue; }
        const Span first = found_[*cause.said].where;
        std::erase(lines, std::to_string(source_->locate(first.begin).line));
        if (lines.empty()) { continue; }
        std::string& explanation = found_[*cause.said].explanation;
        if (!explanation.empty()) { explanation += ' '; }
        explanation += lines.size() == 1 ? filled(_("It is the same on line {}."), lines.front())
                                         : filled(_("It is the same on lines {}."), listed(lines));
    }
    causes_.clear();
    sort_by_place(found_);
    return std::move(found_);
}

Span opening(const Written& part) { return {part.span.begin, std::min(part.span.begin + 1, part.span.end)}; }

Span place_in_text(const SourceText& source, const Written& text, std::size_t begin, std::size_t end) {
    const std::string_view bytes = source.bytes();
    const std::size_t last = text.span.end == 0 ? 0 : text.span.end - 1; // the closing quote
    std::size_t raw = text.span.begin + 1;
    while (raw < last && (static_cast<unsigned char>(bytes[raw]) & 0xC0U) == 0x80U) {
        ++raw;
    } // a curly quote
    std::size_t resolved = 0;
    Span place{raw, raw};
    auto advance_to = [&](std::size_t wanted) {
        while (resolved < wanted && raw < last) {
            constexpr std::size_t short_escape = 2; // \n
            constexpr std::size_t long_escape = 6;  // \u0020
            if (bytes[raw] != '\\') {
                ++raw;
                ++resolved;
            } else if (raw + 1 < last && bytes[raw + 1] == 'u') {
                const unsigned long unit =
                    std::strtoul(std::string(bytes.substr(raw + 2, 4)).c_str(), nullptr, 16);
                const bool pair = unit >= 0xD800 && unit < 0xDC00;
                resolved += pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
                raw += pair ? 2 * long_escape : long_escape;
            } else {
                raw += short_escape;
                ++resolved;
            }
        }
        raw = std::min(raw, last);
    };
    advance_to(begin);
    place.begin = raw;
    advance_to(end);
    place.end = std::max(raw, place.begin);
    return place;
}

std::optional<std::string> nearest_of(std::string_view written, const std::vector<std::string>& names) {
    constexpr std::size_t most = 300;
    if (names.size() <= most) { return nearest(written, names); }
    return nearest(written, {names.begin(), names.begin() + most});
}

std::string listed(const std::vector<std::string>& words) {
    constexpr std::size_t most = 30;
    if (words.size() <= most) { return joined(words, ", "); }
    return joined({words.begin(), words.begin() + most}, ", ") + ", ...";
}

std::string did_you_mean(std::string_view written, const std::vector<std::string>& words) {
    auto meant = nearest_of(written, words);
    if (!meant) {
        // Among a few words, the only one with the same beginning.
        constexpr std::size_t beginning = 3;
        const std::string begin = lowered_ascii(written.substr(0, beginning));
        for (const auto& word : words) {
            if (begin.size() < beginning || !word.starts_with(begin)) { continue; }
            if (meant) { return {}; }
            meant = word;
        }
    }
    if (!meant) { // "self-kindness" holds "kindness"
        constexpr std::size_t telling = 4;
        const std::string all = lowered_ascii(written);
        for (const auto& word : words) {
            if (word.size() < telling || all.find(word) == std::string::npos) { continue; }
            if (meant) { return {}; }
            meant = word;
        }
    }
    return meant ? filled(_("Did you mean \"{}\"?"), *meant) : std::string();
}

std::string no_such_option(std::string_view name, std::string_view written,
                           const std::vector<std::string>& options) {
    const std::string meant = did_you_mean(written, options);
    if (meant.empty()) { return filled(_("\"{}\" has no option \"{}\""), name, written); }
    return filled(_("\"{}\" has no option \"{}\". {}"), name, written, meant);
}

} // namespace kindly
