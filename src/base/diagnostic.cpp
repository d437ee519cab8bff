// SPDX-License-Identifier: MIT
#include "base/diagnostic.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>

#include <fmt/color.h>
#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::size_t most_shown = 20;
constexpr std::size_t widest_line = 160; ///< columns of an author's line that are shown

const char* word_for(Severity severity) {
    switch (severity) {
    case Severity::error: return N_("error");
    case Severity::warning: return N_("warning");
    case Severity::advice: return N_("advice");
    }
    return "";
}

fmt::text_style style_for(Severity severity) {
    switch (severity) {
    case Severity::error: return fmt::emphasis::bold | fmt::fg(fmt::terminal_color::red);
    case Severity::warning: return fmt::emphasis::bold | fmt::fg(fmt::terminal_color::yellow);
    case Severity::advice: break;
    }
    return fmt::emphasis::bold | fmt::fg(fmt::terminal_color::cyan);
}

std::string coloured(std::string text, Severity severity, MessageLayout layout) {
    return layout.colour ? fmt::format(style_for(severity), "{}", text) : text;
}

std::string first_line(const Diagnostic& diagnostic, MessageLayout layout) {
    const LineColumn place = diagnostic.source->locate(diagnostic.where.begin);
    return fmt::format("{}:{}:{}: {}: {}", harmless(diagnostic.source->name()), place.line, place.column,
                       coloured(fmt::format("{} {}", word_for(diagnostic.severity), diagnostic.code),
                                diagnostic.severity, layout),
                       harmless(diagnostic.message));
}

/// The author's line, tabs as one space, with `^` under the place.
std::string excerpt(const Diagnostic& diagnostic, Span where, MessageLayout layout) {
    const SourceText& source = *diagnostic.source;
    const LineColumn place = source.locate(where.begin);
    const std::string_view whole = source.line(place.line);
    const std::size_t line_start = where.begin - std::min(where.begin, [&] {
                                       std::size_t start = std::min(where.begin, source.bytes().size());
                                       while (start > 0 && source.bytes()[start - 1] != '\n') { --start; }
                                       return start;
                                   }());
    const std::size_t before_length = std::min(line_start, whole.size());
    const std::size_t marked_length =
        std::min(where.end > where.begin ? where.end - where.begin : 1, whole.size() - before_length);
    auto shown = [](std::string_view part) {
        std::string text = harmless(part);
        std::replace(text.begin(), text.end(), '\t', ' ');
        return text;
    };
    std::string before = shown(whole.substr(0, before_length));
    const std::string marked = shown(whole.substr(before_length, marked_length));
    std::string after = shown(whole.substr(before_length + marked_length));
    // A very long line is shown from near the place.
    if (display_width(before) > widest_line / 2) {
        std::size_t cut = before.size() - widest_line / 2;
        while (cut < before.size() && (static_cast<unsigned char>(before[cut]) & 0xC0U) == 0x80U) { ++cut; }
        before = "..." + before.substr(cut);
    }
    if (after.size() > widest_line / 2) {
        std::size_t cut = widest_line / 2;
        while (cut > 0 && (static_cast<unsigned char>(after[cut]) & 0xC0U) == 0x80U) { --cut; }
        after = after.substr(0, cut) + "...";
    }
    const std::size_t carets = std::clamp<std::size_t>(display_width(marked), 1, widest_line / 2);
    return fmt::format("{:>5} | {}{}{}\n      | {}{}\n", place.line, before, marked, after,
                       std::string(display_width(before), ' '),
                       coloured(std::string(carets, '^'), diagnostic.severity, layout));
}

} // namespace

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

void sort_by_place(Diagnostics& diagnostics) {
    std::stable_sort(
        diagnostics.begin(), diagnostics.end(), [](const Diagnostic& left, const Diagnostic& right) {
            return std::pair(left.where.begin, left.severity) < std::pair(right.where.begin, right.severity);
        });
}

std::string first_line(const Diagnostic& diagnostic) { return first_line(diagnostic, MessageLayout{}); }

std::string to_text(const Diagnostic& diagnostic, MessageLayout layout) {
    std::string text = first_line(diagnostic, layout) + '\n';
    if (!layout.plain) {
        text += excerpt(diagnostic, diagnostic.where, layout);
        if (diagnostic.also) { text += excerpt(diagnostic, *diagnostic.also, layout); }
    }
    constexpr std::size_t columns = 95;
    if (!diagnostic.explanation.empty()) {
        for (const auto& line : wrapped(harmless(diagnostic.explanation), columns)) {
            text += fmt::format("   {}\n", line);
        }
    }
    if (!diagnostic.suggestion.empty()) {
        text += fmt::format(fmt::runtime(_("   Try: {}\n")), harmless(diagnostic.suggestion));
    }
    return text;
}

std::string to_text(const Diagnostics& diagnostics, MessageLayout layout) {
    std::string text;
    std::size_t shown = 0;
    for (const auto& diagnostic : diagnostics) {
        if (shown == most_shown) {
            text += '\n' + plural("and {} more\n", "and {} more\n",
                                  static_cast<long long>(diagnostics.size() - shown));
            break;
        }
        if (shown > 0) { text += '\n'; }
        text += to_text(diagnostic, layout);
        ++shown;
    }
    return text;
}

} // namespace kindly
