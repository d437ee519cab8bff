// SPDX-License-Identifier: MIT
#include "base/diagnostic.hpp"

#include "base/marked_line.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/color.h>
#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::size_t most_shown = 20;

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

/// Keys, values and names of files may hold newlines; whoever reads messages line by line relies on one.
std::string in_one_line(std::string_view text) {
    std::string line = harmless(text);
    std::replace_if(
        line.begin(), line.end(), [](char letter) { return letter == '\n' || letter == '\t'; }, ' ');
    return line;
}

std::string first_line(const Diagnostic& diagnostic, MessageLayout layout) {
    const LineColumn place = diagnostic.source->locate(diagnostic.where.begin);
    return fmt::format("{}:{}:{}: {}: {}", in_one_line(diagnostic.source->name()), place.line, place.column,
                       coloured(fmt::format("{} {}", word_for(diagnostic.severity), diagnostic.code),
                                diagnostic.severity, layout),
                       in_one_line(diagnostic.message));
}

std::string excerpt(const SourceText& source, const std::vector<Mark>& marks, Severity severity,
                    MessageLayout layout) {
    const MarkedLine line = marked_line(source, marks);
    const std::size_t before = std::min(line.marks.find_first_not_of(' '), line.marks.size());
    return fmt::format("{:>5} | {}\n      | {}{}\n", line.number, line.text, line.marks.substr(0, before),
                       coloured(line.marks.substr(before), severity, layout));
}

/// The place, and the second one: in one line where they stand in one, the second marked with '-'.
std::string excerpts(const Diagnostic& diagnostic, MessageLayout layout) {
    const SourceText& source = *diagnostic.source;
    const Mark where{diagnostic.where, '^'};
    if (!diagnostic.also) { return excerpt(source, {where}, diagnostic.severity, layout); }
    if (on_one_line(source, diagnostic.where, *diagnostic.also)) {
        return excerpt(source, {Mark{*diagnostic.also, '-'}, where}, diagnostic.severity, layout);
    }
    return excerpt(source, {where}, diagnostic.severity, layout) +
           excerpt(source, {Mark{*diagnostic.also, '^'}}, diagnostic.severity, layout);
}

std::string to_text(const Diagnostic& diagnostic, MessageLayout layout, bool explain, bool suggest) {
    std::string text = first_line(diagnostic, layout) + '\n';
    if (!layout.plain) { text += excerpts(diagnostic, layout); }
    constexpr std::size_t columns = 76; // with the indent, a terminal of 80
    if (explain && !diagnostic.explanation.empty()) {
        for (const auto& line : wrapped(harmless(diagnostic.explanation), columns)) {
            text += fmt::format("   {}\n", line);
        }
    }
    if (suggest && !diagnostic.suggestion.empty()) {
        text += fmt::format(fmt::runtime(_("   Try: {}\n")), harmless(diagnostic.suggestion));
    }
    return text;
}

/// Which of very many are shown: errors go before warnings, warnings before advice; otherwise the first ones.
std::vector<bool> chosen(const Diagnostics& diagnostics, std::size_t most) {
    std::vector<bool> shown(diagnostics.size(), false);
    std::size_t left = most;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::advice}) {
        for (std::size_t at = 0; at < diagnostics.size() && left > 0; ++at) {
            if (diagnostics[at].severity != severity) { continue; }
            shown[at] = true;
            --left;
        }
    }
    return shown;
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
    return to_text(diagnostic, layout, true, true);
}

std::string to_text(const Diagnostics& diagnostics, MessageLayout layout) {
    Explained explained;
    return to_text(diagnostics, layout, explained);
}

std::string to_text(const Diagnostics& diagnostics, MessageLayout layout, Explained& explained) {
    const std::vector<bool> shown = chosen(diagnostics, most_shown);
    std::string text;
    for (std::size_t at = 0; at < diagnostics.size(); ++at) {
        if (!shown[at]) { continue; }
        const Diagnostic& diagnostic = diagnostics[at];
        const auto [known, is_new] = explained.try_emplace(diagnostic.code);
        if (is_new) { known->second.suggestion = diagnostic.suggestion; }
        const bool explain = known->second.explanations.insert(diagnostic.explanation).second;
        const bool suggest = is_new || diagnostic.suggestion != known->second.suggestion;
        if (!text.empty()) { text += '\n'; }
        text += to_text(diagnostic, layout, explain, suggest);
    }
    if (diagnostics.size() > most_shown) {
        const auto more = static_cast<long long>(diagnostics.size() - most_shown);
        text += '\n';
        text += layout.checked
                    ? plural("and {} more; \"kindly check --format short\" lists all of them\n",
                             "and {} more; \"kindly check --format short\" lists all of them\n", more)
                    : plural("and {} more, shown once some of these are mended\n",
                             "and {} more, shown once some of these are mended\n", more);
    }
    return text;
}

} // namespace kindly
