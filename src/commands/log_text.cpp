// SPDX-License-Identifier: MIT
#include "commands/log_text.hpp"

#include "base/duration.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/terminal_columns.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace kindly {

namespace {

Milliseconds seconds(std::int64_t count) { return std::chrono::seconds(count); }

std::string status_in_words(const std::string& status) {
    if (status == "completed") { return _("completed"); }
    if (status == "closed_early") { return _("closed early"); }
    if (status == "stopped") { return _("stopped"); }
    return _("interrupted");
}

/// Why, where that is not plain already.
std::string reason_in_words(const std::string& reason) {
    if (reason == "person") { return _("because you chose to"); }
    if (reason == "distress") { return _("because it was too much just then, which was a good decision"); }
    if (reason == "unanswered") { return _("because nobody was answering"); }
    if (reason == "signal") { return _("because the program was ended from outside"); }
    if (reason == "crash") { return _("because the program ended without warning"); }
    return {};
}

std::string source_in_words(const std::string& source) {
    if (source == "trial") { return _("trial"); }
    if (source == "entered_later") { return _("entered later"); }
    return {};
}

/// "distress 6 -> 3"; one alone says which it is; empty if there is neither.
std::string change(const char* name, const std::optional<int>& before, const std::optional<int>& after) {
    if (before && after) { return filled("{} {} -> {}", name, *before, *after); }
    if (before) { return filled(_("{} {} before"), name, *before); }
    if (after) { return filled(_("{} {} after"), name, *after); }
    return {};
}

std::string ratings(const Entry& entry) {
    std::vector<std::string> parts;
    for (auto& part : {change(_("distress"), entry.distress_before, entry.distress_after),
                       change(_("kindness"), entry.kindness_before, entry.kindness_after)}) {
        if (!part.empty()) { parts.push_back(part); }
    }
    return joined(parts, ", ");
}

/// "5 min" in columns; in whole words for who listens to them.
std::string length(const Entry& entry, bool plain) {
    if (!entry.practised_seconds) { return {}; }
    const Milliseconds practised = seconds(*entry.practised_seconds);
    const auto minutes = std::chrono::round<std::chrono::minutes>(practised).count();
    if (plain) { return about_duration(practised); }
    return minutes < 1 ? std::string(_("< 1 min")) : filled(_("{} min"), minutes);
}

std::vector<std::string> row_of(const Entry& entry, bool plain) {
    std::string ending = status_in_words(entry.status);
    if (const auto source = source_in_words(entry.source); !source.empty()) { ending += " (" + source + ")"; }
    return {date_and_time(entry.started_at),
            short_id(entry),
            harmless(entry.title),
            length(entry, plain),
            ending,
            ratings(entry)};
}

std::string number_in_words(double number) {
    // Scales and check-ins are whole; a number that a person gave may not be.
    constexpr double most_exact = 1e15;
    if (std::nearbyint(number) == number && std::abs(number) < most_exact) {
        return fmt::format("{}", static_cast<std::int64_t>(number));
    }
    return fmt::format("{}", number);
}

std::string option_text(const AnswerEntry& answer, const std::string& id) {
    const auto found = std::find_if(answer.options.begin(), answer.options.end(),
                                    [&](const auto& option) { return option.first == id; });
    return found == answer.options.end() || found->second.empty() ? id : found->second;
}

std::string value_in_words(const AnswerEntry& answer) {
    if (answer.words_deleted) { return _("(these words were deleted, as you wished)"); }
    if (answer.sealed) {
        return answer.seal_broken ? _("(sealed, and damaged: it cannot be opened)") : _("(sealed)");
    }
    if (answer.value_number) { return number_in_words(*answer.value_number); }
    if (answer.skipped || !answer.value_text) { return _("(skipped)"); }
    const std::string& text = *answer.value_text;
    if (answer.kind == "check_in") { return _("numb or far away"); }
    if (answer.kind == "yes_no") { return text == "yes" ? _("yes") : _("no"); }
    if (answer.kind == "choice") { return option_text(answer, text); }
    if (answer.kind != "choices") { return text; }
    std::vector<std::string> chosen;
    for (std::size_t begin = 0; !text.empty() && begin <= text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        chosen.push_back(option_text(answer, text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return chosen.empty() ? std::string(_("(none of them)")) : joined(chosen, "; ");
}

std::string when(const Entry& entry) {
    std::string text = date_and_time(entry.started_at);
    if (entry.ended_at) {
        const std::string end = date_and_time(*entry.ended_at);
        constexpr std::size_t day = 10; // YYYY-MM-DD, and the space after it
        const bool same_day = end.substr(0, day) == text.substr(0, day);
        text = filled(_("{} to {}"), text, same_day ? end.substr(day + 1) : end);
    }
    if (entry.practised_seconds) { text += ", " + duration_in_words(seconds(*entry.practised_seconds)); }
    if (entry.paused_seconds.value_or(0) > 0) {
        text += ", " + filled(_("paused for {}"), duration_in_words(seconds(*entry.paused_seconds)));
    }
    return text;
}

std::string backdraft_in_words(const std::string& backdraft) {
    if (backdraft == "noticed") { return _("Backdraft: noticed"); }
    if (backdraft == "grounded") { return _("Backdraft: noticed, and met with grounding"); }
    return {};
}

/// Columns that begin a line of their own, where a terminal is too narrow for one line.
using Folds = std::set<std::size_t>;

Folds folds_of(const std::vector<std::size_t>& widths, std::size_t columns) {
    constexpr std::size_t title = 2;
    constexpr std::size_t how_long = 3;
    constexpr std::size_t rated = 5;
    std::size_t whole = 0;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (widths[column] > 0) { whole += widths[column] + (column == 0 ? 0 : 2); }
    }
    if (columns == 0 || whole <= columns || widths.size() <= rated) { return {}; }
    if (whole - widths[rated] <= columns + 2) { return {rated}; }
    return {title, how_long, rated};
}

} // namespace

std::string day_of(Moment moment) {
    constexpr std::size_t length = 10;
    return date_and_time(moment).substr(0, length);
}

std::string short_id(const Entry& entry) {
    constexpr std::size_t time_part = 13; // 48 bits and a hyphen
    return harmless(entry.id.substr(0, time_part));
}

std::vector<std::string> entry_lines(const std::vector<Entry>& entries, bool plain, std::size_t columns) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(entries.size());
    for (const auto& entry : entries) { rows.push_back(row_of(entry, plain)); }
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(row.size(), 0);
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], display_width(row[column]));
        }
    }
    const Folds folds = folds_of(widths, plain ? 0 : columns);
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        std::string line;
        bool begins = true;
        const auto trim = [&] { line.erase(line.find_last_not_of(' ') + 1); };
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (widths[column] == 0 || (plain && row[column].empty())) { continue; }
            if (folds.contains(column)) {
                if (row[column].empty()) { continue; }
                trim();
                line += "\n  ";
                begins = true;
            }
            if (!begins) { line += plain ? "; " : "  "; }
            begins = false;
            line += row[column];
            if (!plain) { line.append(widths[column] - display_width(row[column]), ' '); }
        }
        trim();
        lines.push_back(std::move(line));
    }
    return lines;
}

void write_entries(Output& out, const std::vector<Entry>& entries, bool plain) {
    for (const auto& line : entry_lines(entries, plain, terminal_columns(out))) { out.write(line + "\n"); }
}

void write_indented(Output& out, const std::string& text, std::size_t indent, std::size_t columns) {
    for (const auto& line : wrapped(harmless(text), columns > indent ? columns - indent : 1)) {
        out.write(line.empty() ? "\n" : std::string(indent, ' ') + line + "\n");
    }
}

void write_answer(Output& out, const AnswerEntry& answer, std::size_t columns) {
    std::string prompt = filled("{}. {}", answer.position,
                                answer.question_sealed ? _("(a question with words of yours: sealed)")
                                                       : answer.prompt.c_str());
    if (answer.lowest && answer.highest) {
        prompt += filled(_(" ({} to {})"), *answer.lowest, *answer.highest);
    }
    if (answer.is_private) { prompt += std::string(" ") + _("[private]"); }
    constexpr std::size_t question_indent = 2;
    constexpr std::size_t answer_indent = 6;
    write_indented(out, prompt, question_indent, columns);
    write_indented(out, value_in_words(answer), answer_indent, columns);
}

void write_facts(Output& out, const Entry& entry, const std::string& left_in, std::size_t columns) {
    const auto line = [&](const std::string& text) {
        if (!text.empty()) { write_indented(out, text, 0, columns); }
    };
    line(filled(_("{} ({}, version {})"), entry.title, entry.exercise, entry.exercise_version));
    line(when(entry));
    const std::string reason = reason_in_words(entry.stop_reason);
    const std::string ending = status_in_words(entry.status);
    line(filled(_("How it ended: {}"), reason.empty() ? ending : ending + ", " + reason));
    if (!left_in.empty()) { line(filled(_("Left in the part \"{}\""), left_in)); }
    if (const auto rated = ratings(entry); !rated.empty()) { line(filled(_("Ratings: {}"), rated)); }
    line(backdraft_in_words(entry.backdraft));
    if (entry.groundings.value_or(0) > 0) {
        line(plural("Grounding was taken once", "Grounding was taken {} times", *entry.groundings));
    }
    if (!entry.homework.empty()) { line(filled(_("For the homework {}"), entry.homework)); }
    if (entry.source == "trial") { line(_("A trial run: it counts nowhere")); }
    if (entry.source == "entered_later") { line(_("Entered later")); }
    line(filled(_("Its id is {}"), entry.id));
}

} // namespace kindly
