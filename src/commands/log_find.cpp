// SPDX-License-Identifier: MIT
#include "commands/log_find.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/context.hpp"
#include "commands/filters.hpp"
#include "commands/json_output.hpp"
#include "commands/log_text.hpp"
#include "commands/pager.hpp"
#include "commands/passphrase.hpp"
#include "exchange/entry_json.hpp"
#include "journal/finding.hpp"
#include "journal/story.hpp"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

struct FoundPractice {
    Entry entry;
    std::vector<AnswerEntry> answers;
    std::vector<FoundLine> lines;
};

struct FoundKept {
    std::string name;
    FoundLine line;
};

struct Found {
    std::vector<FoundPractice> practices; ///< oldest first
    std::vector<FoundKept> kept;
    std::int64_t sealed = 0; ///< answers that could not be looked into
};

Found look(const Journal& journal, Filter filter, const WordsToFind& words) {
    const std::size_t limit = filter.limit;
    filter.limit = 0; // of what is found, not of what is looked at
    Found found;
    for (auto& entry : journal.entries(filter)) {
        auto answers = journal.answers(entry.id);
        found.sealed += std::count_if(answers.begin(), answers.end(), [](const AnswerEntry& answer) {
            return answer.sealed || answer.question_sealed;
        });
        if (auto lines = find_words(words, entry, answers)) {
            found.practices.push_back({std::move(entry), std::move(answers), std::move(*lines)});
        }
    }
    if (limit != 0 && found.practices.size() > limit) {
        found.practices.erase(found.practices.begin(),
                              found.practices.end() - static_cast<std::ptrdiff_t>(limit));
    }
    if (narrows(filter)) { return found; } // kept words belong to no day and no exercise
    for (const auto& [name, text] : journal.kept_words()) {
        AnswerEntry as_answer;
        as_answer.kind = "text";
        as_answer.value_text = text;
        if (const auto lines = find_words(words, {}, {as_answer})) {
            for (const auto& line : *lines) { found.kept.push_back({name, line}); }
        }
    }
    return found;
}

/// A piece of the line around `places[first]`, with every word that was found marked. `shown_until` is where
/// it ends in the line.
std::string excerpt(const FoundLine& line, std::size_t first, std::size_t columns, bool bold,
                    std::size_t& shown_until) {
    const std::string& text = line.text;
    constexpr std::string_view gap = "... ";
    const auto width = [&](std::size_t begin, std::size_t end) {
        return display_width(std::string_view(text).substr(begin, end - begin));
    };
    // Marks take room too.
    const std::size_t room = columns > 24 ? columns - 2 * gap.size() - 8 : columns / 2;
    std::size_t begin = 0;
    std::size_t end = text.size();
    if (width(begin, end) + 2 * line.places.size() > columns) {
        const auto before = [&](std::size_t at) { return text.rfind(' ', at == 0 ? 0 : at - 1); };
        begin = line.places[first].begin;
        while (begin > 0) {
            const std::size_t space = begin >= 2 ? before(begin - 1) : std::string::npos;
            const std::size_t next = space == std::string::npos ? 0 : space + 1;
            if (next >= begin || width(next, line.places[first].end) > room / 2) { break; }
            begin = next;
        }
        end = line.places[first].end;
        while (end < text.size()) {
            const std::size_t next = std::min(text.find(' ', end + 1), text.size());
            if (width(begin, next) > room) { break; }
            end = next;
        }
    }
    shown_until = end;
    std::string shown = begin > 0 ? std::string(gap) : std::string();
    std::size_t at = begin;
    for (const auto& place : line.places) {
        if (place.begin < at || place.end > end) { continue; }
        shown += text.substr(at, place.begin - at);
        shown += (bold ? "\x1b[1m" : "[") + text.substr(place.begin, place.end - place.begin) +
                 (bold ? "\x1b[22m" : "]");
        at = place.end;
    }
    shown += text.substr(at, end - at);
    return end < text.size() ? shown + " ..." : shown;
}

std::string place_of(const FoundLine& line) {
    switch (line.in) {
    case FoundLine::In::answer: return filled(_("answer {}"), line.position);
    case FoundLine::In::question: return filled(_("question {}"), line.position);
    case FoundLine::In::title: return _("title");
    }
    return {};
}

/// The line, in as many pieces as it takes to see every word.
void write_line(Output& out, const std::string& place, const FoundLine& line, std::size_t columns,
                bool bold) {
    const std::string head = "    " + place + ": ";
    const std::size_t used = display_width(head);
    constexpr std::size_t least = 10;
    std::set<std::size_t> seen;
    std::size_t shown_until = 0;
    for (std::size_t at = 0; at < line.places.size(); ++at) {
        if (seen.contains(line.places[at].word)) { continue; }
        const std::size_t room = columns > used + least ? columns - used : least;
        out.write(head + excerpt(line, at, room, bold, shown_until) + "\n");
        for (const auto& one : line.places) {
            if (one.begin >= line.places[at].begin && one.end <= shown_until) { seen.insert(one.word); }
        }
    }
}

/// `narrow`: practices are fitted to the columns too, not only the lines found in them.
void write_found(Output& out, const Found& found, std::size_t columns, bool narrow, bool plain, bool bold) {
    std::vector<Entry> entries;
    for (const auto& practice : found.practices) { entries.push_back(practice.entry); }
    const auto rows = entry_lines(entries, plain, narrow ? columns : 0);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        out.write(rows[at] + "\n");
        for (const auto& line : found.practices[at].lines) {
            write_line(out, place_of(line), line, columns, bold);
        }
    }
    if (found.kept.empty()) { return; }
    out.write(std::string(_("Words kept under a name")) + "\n");
    for (const auto& kept : found.kept) { write_line(out, harmless(kept.name), kept.line, columns, bold); }
}

nlohmann::ordered_json as_json(const Found& found) {
    static constexpr const char* words[] = {"answer", "question", "title"};
    nlohmann::ordered_json json;
    auto& practices = json["practices"] = nlohmann::ordered_json::array();
    for (const auto& practice : found.practices) {
        auto one = kindly::as_json(practice.entry, practice.answers);
        auto& lines = one["found"] = nlohmann::ordered_json::array();
        for (const auto& line : practice.lines) {
            nlohmann::ordered_json place;
            place["in"] = words[static_cast<std::size_t>(line.in)];
            place["position"] =
                line.position == 0 ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(line.position);
            place["line"] = line.text;
            lines.push_back(std::move(place));
        }
        practices.push_back(std::move(one));
    }
    auto& kept = json["kept"] = nlohmann::ordered_json::array();
    for (const auto& one : found.kept) { kept.push_back({{"name", one.name}, {"line", one.line.text}}); }
    json["sealed"] = found.sealed;
    return json;
}

} // namespace

ExitCode find_in_log(Context& context, const Journal& journal, const Filter& filter, bool json) {
    const auto line = ask_first_line(context, _("Which words are you looking for? (Enter: none)"));
    const WordsToFind words(line.value_or(""));
    if (words.count() == 0) {
        if (somebody_is_there(context)) { return ExitCode::done; }
        throw Failure(ExitCode::usage, _("There are no words to look for"),
                      _("They are read from the first line of standard input, or asked for at a terminal."));
    }
    open_words_for_reading(context, journal);
    const Found found = look(journal, filter, words);
    ExitCode code = ExitCode::done;
    if (json) {
        write_json(context.out, as_json(found));
    } else if (found.practices.empty() && found.kept.empty()) {
        context.out.write(std::string(_("Nothing was found.")) + "\n");
    } else {
        const bool pages = has_pages(context);
        const bool bold = pages && context.in_colour(context.out);
        code = show_pages(context, [&](Output& out, std::size_t columns) {
            write_found(out, found, columns, pages, context.plain_layout(), bold);
        });
    }
    if (found.sealed > 0) {
        context.out.flush();
        context.err.write(plural("One answer is sealed, and was not looked into.",
                                 "{} answers are sealed, and were not looked into.", found.sealed) +
                          "\n");
    }
    return code;
}

} // namespace kindly
