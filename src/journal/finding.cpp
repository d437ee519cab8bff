// SPDX-License-Identifier: MIT
#include "journal/finding.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kindly {

namespace {

void add_lines(std::vector<FoundLine>& lines, FoundLine::In in, std::int64_t position,
               const std::string& text) {
    const std::string clean = harmless(text);
    for (std::size_t begin = 0; begin < clean.size();) {
        const std::size_t end = std::min(clean.find('\n', begin), clean.size());
        if (end > begin) { lines.push_back({in, position, clean.substr(begin, end - begin), {}}); }
        begin = end + 1;
    }
}

/// The options that were chosen, as they were shown.
void add_chosen(std::vector<FoundLine>& lines, const AnswerEntry& answer) {
    const std::string chosen = ";" + answer.value_text.value_or("") + ";";
    for (const auto& [id, text] : answer.options) {
        if (chosen.find(';' + id + ';') != std::string::npos) {
            add_lines(lines, FoundLine::In::answer, answer.position, text);
        }
    }
}

/// What matters most comes first.
std::vector<FoundLine> lines_of(const Entry& entry, const std::vector<AnswerEntry>& answers) {
    std::vector<FoundLine> lines;
    for (const auto& answer : answers) {
        if (answer.kind == "text" && answer.value_text) {
            add_lines(lines, FoundLine::In::answer, answer.position, *answer.value_text);
        }
    }
    for (const auto& answer : answers) {
        if (answer.kind == "choice" || answer.kind == "choices") { add_chosen(lines, answer); }
    }
    for (const auto& answer : answers) {
        add_lines(lines, FoundLine::In::question, answer.position, answer.prompt);
    }
    add_lines(lines, FoundLine::In::title, 0, entry.title);
    return lines;
}

} // namespace

std::optional<std::vector<FoundLine>> find_words(const WordsToFind& words, const Entry& entry,
                                                 const std::vector<AnswerEntry>& answers) {
    std::vector<bool> seen(words.count(), false);
    std::vector<FoundLine> found;
    for (auto& line : lines_of(entry, answers)) {
        line.places = words.in(line.text);
        const bool tells_more = std::any_of(line.places.begin(), line.places.end(),
                                            [&](const auto& place) { return !seen[place.word]; });
        if (!tells_more) { continue; }
        for (const auto& place : line.places) { seen[place.word] = true; }
        found.push_back(std::move(line));
    }
    if (std::find(seen.begin(), seen.end(), false) != seen.end()) { return std::nullopt; }
    return found;
}

} // namespace kindly
