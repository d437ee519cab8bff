// SPDX-License-Identifier: MIT
#include "checker/phrases.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kindly {

namespace {

constexpr std::size_t no_match = static_cast<std::size_t>(-1);
constexpr std::size_t longest_gap = 3;       ///< words that "..." may stand for
constexpr std::size_t reach_of_negation = 5; ///< words: "none of this means that you are"
constexpr std::size_t reach_of_thought = 4;

template <class Use>
void each_part(std::string_view text, char separator, const Use& use) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) { use(text.substr(0, end)); }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::uint64_t pair_of(int first, int second) {
    constexpr unsigned half = 32;
    return static_cast<std::uint64_t>(first) << half | static_cast<std::uint64_t>(second);
}

/// Single letters that are words: "press a hand against the wall".
bool is_word_alone(std::string_view letter) {
    return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

} // namespace

PhraseTable::PhraseTable(const LanguageWords& list) {
    for (const auto& [mark, words] : list.marks) {
        each_part(words, ' ', [&, mark = mark](std::string_view word) {
            const int known = number(word);
            known_[static_cast<std::size_t>(known)].marks |= static_cast<unsigned>(mark);
        });
    }
    for (const auto& group : list.groups) {
        const std::size_t usual = instead_.size();
        const std::size_t formal = *group.formal == '\0' ? usual : usual + 1;
        instead_.emplace_back(group.instead);
        if (formal != usual) { instead_.emplace_back(group.formal); }
        for (const std::string_view phrase : group.phrases) {
            const std::size_t instead = phrase.find("Sie") == std::string_view::npos ? usual : formal;
            add(group.rule, phrase, instead);
            for (const auto& [shorter, full] : list.contractions) {
                const std::size_t at = phrase.find(shorter);
                if (at == std::string_view::npos) { continue; }
                std::string longer(phrase);
                longer.replace(at, std::string_view(shorter).size(), full);
                add(group.rule, longer, instead);
            }
        }
    }
}

int PhraseTable::number(std::string_view word) {
    const auto [place, fresh] = numbers_.try_emplace(std::string(word), static_cast<int>(known_.size()));
    if (fresh) { known_.emplace_back(); }
    return place->second;
}

PhraseTable::Part PhraseTable::part(std::string_view written) {
    Part part;
    if (written == "...") {
        part.kind = Part::Kind::gap;
    } else if (written == "_") {
        part.kind = Part::Kind::any;
    } else if (written == "#") {
        part.kind = Part::Kind::single_letter;
    } else {
        part.optional = written.front() == '?';
        if (part.optional) { written.remove_prefix(1); }
        part.capital = true; // where each of them has one
        each_part(written, '|', [&](std::string_view word) {
            part.capital = part.capital && word.front() >= 'A' && word.front() <= 'Z';
            part.words.push_back(number(lowered_ascii(word)));
        });
    }
    return part;
}

void PhraseTable::add(Rule rule, std::string_view words, std::size_t instead) {
    Pattern pattern;
    pattern.rule = rule;
    pattern.instead = instead;
    if (words.starts_with('^')) {
        pattern.begins_clause = true;
        words.remove_prefix(1);
    }
    bool comma = false;
    each_part(words, ' ', [&](std::string_view written) {
        if (written == "$") {
            pattern.ends_clause = true;
        } else if (written == ",") {
            comma = true;
        } else {
            pattern.looks_ahead = written.front() == '=';
            if (pattern.looks_ahead) { written.remove_prefix(1); }
            pattern.parts.push_back(part(written));
            Part& last = pattern.parts.back();
            last.after_comma = comma;
            comma = comma && (last.optional || last.kind == Part::Kind::gap);
        }
    });
    keep(std::move(pattern));
}

void PhraseTable::add_plain(Rule rule, std::string_view words, std::string_view instead) {
    TextWords read;
    read.read(words);
    Pattern pattern;
    pattern.rule = rule;
    instead_.emplace_back(instead);
    pattern.instead = instead_.size() - 1;
    for (std::size_t index = 0; index < read.words.size(); ++index) {
        if (read.words[index].placeholder) { return; }
        Part part;
        part.after_comma = read.words[index].before >= Between::comma;
        part.words.push_back(number(read.word(index)));
        pattern.parts.push_back(std::move(part));
    }
    keep(std::move(pattern));
}

void PhraseTable::keep(Pattern pattern) {
    if (pattern.parts.empty()) { return; }
    // By two words where there are two: a hundred phrases begin with "you".
    const bool by_two =
        pattern.parts.size() > 1 && pattern.parts[1].kind == Part::Kind::word && !pattern.parts[1].optional;
    for (const int first : pattern.parts.front().words) {
        Known& known = known_[static_cast<std::size_t>(first)];
        if (!by_two) {
            known.patterns.push_back(patterns_.size());
            continue;
        }
        known.by_two = true;
        for (const int second : pattern.parts[1].words) {
            by_two_words_[pair_of(first, second)].push_back(patterns_.size());
        }
    }
    patterns_.push_back(std::move(pattern));
}

bool PhraseTable::begins_clause(const TextWords& text, std::size_t word) const {
    return text.words[word].before >= Between::comma ||
           (word > 0 && has_mark(text.words[word - 1], Mark::leads_in));
}

bool PhraseTable::fits(const TextWords& text, const Part& part, std::size_t word) const {
    const TextWord& one = text.words[word];
    if (one.placeholder) { return part.kind == Part::Kind::any || part.kind == Part::Kind::gap; }
    switch (part.kind) {
    case Part::Kind::any:
    case Part::Kind::gap: return true;
    case Part::Kind::single_letter: {
        const std::string_view letter = text.word(word);
        return letter.size() == 1 && !is_word_alone(letter);
    }
    case Part::Kind::word: break;
    }
    return one.known >= 0 && (!part.capital || one.capital) &&
           std::find(part.words.begin(), part.words.end(), one.known) != part.words.end();
}

/// The word behind the phrase; `part` and `word` are the next to compare.
std::size_t PhraseTable::match(const TextWords& text, const Pattern& pattern, std::size_t part,
                               std::size_t word, std::size_t begin) const {
    if (part == pattern.parts.size()) {
        const bool at_end = word == text.words.size() || text.words[word].before >= Between::comma;
        return !pattern.ends_clause || at_end ? word : no_match;
    }
    const Part& next = pattern.parts[part];
    auto reachable = [&](std::size_t index) {
        if (index >= text.words.size()) { return false; }
        const Between before = text.words[index].before;
        return index == begin || before < Between::comma || (next.after_comma && before < Between::sentence);
    };
    if (next.kind == Part::Kind::gap) {
        std::size_t best = match(text, pattern, part + 1, word, begin);
        for (std::size_t taken = 1; taken <= longest_gap && best == no_match; ++taken) {
            // "du musst nicht durchhalten" is not "du musst ... durchhalten"
            if (!reachable(word + taken - 1) || has_mark(text.words[word + taken - 1], Mark::negates)) {
                break;
            }
            best = match(text, pattern, part + 1, word + taken, begin);
        }
        return best;
    }
    std::size_t best = no_match;
    if (reachable(word) && fits(text, next, word)) { best = match(text, pattern, part + 1, word + 1, begin); }
    if (best == no_match && next.optional) { best = match(text, pattern, part + 1, word, begin); }
    return best;
}

void PhraseTable::find(TextWords& text, std::vector<FoundPhrase>& found) const {
    found.clear();
    for (std::size_t index = 0; index < text.words.size(); ++index) {
        TextWord& word = text.words[index];
        const auto place = word.placeholder ? numbers_.end() : numbers_.find(text.word(index));
        word.known = place == numbers_.end() ? -1 : place->second;
    }
    for (std::size_t index = 0; index < text.words.size(); ++index) {
        const int first = text.words[index].known;
        if (first < 0) { continue; }
        const std::size_t first_here = found.size();
        const Known& known = known_[static_cast<std::size_t>(first)];
        for (const std::size_t number : known.patterns) { try_at(text, index, number, first_here, found); }
        const int second = index + 1 < text.words.size() ? text.words[index + 1].known : -1;
        if (!known.by_two || second < 0) { continue; }
        const auto both = by_two_words_.find(pair_of(first, second));
        if (both == by_two_words_.end()) { continue; }
        for (const std::size_t number : both->second) { try_at(text, index, number, first_here, found); }
    }
}

void PhraseTable::try_at(const TextWords& text, std::size_t index, std::size_t number, std::size_t first_here,
                         std::vector<FoundPhrase>& found) const {
    const Pattern& pattern = patterns_[number];
    if (pattern.begins_clause && !begins_clause(text, index)) { return; }
    std::size_t end = match(text, pattern, 0, index, index);
    if (end == no_match) { return; }
    if (pattern.looks_ahead) { --end; }
    // Not the half of a joined word: "to-do", "broken-hearted".
    auto joined = [&](std::size_t word) {
        return word > 0 && word < text.words.size() && text.words[word].before == Between::hyphen;
    };
    if (joined(index) || joined(end)) { return; }
    const auto same = std::find_if(found.begin() + static_cast<std::ptrdiff_t>(first_here), found.end(),
                                   [&](const FoundPhrase& other) { return other.rule == pattern.rule; });
    if (same == found.end()) {
        found.push_back({pattern.rule, index, end, &instead_[pattern.instead]});
    } else if (end > same->end) {
        *same = {pattern.rule, index, end, &instead_[pattern.instead]};
    }
}

bool PhraseTable::is_taken_back(const TextWords& text, std::size_t word) const {
    for (std::size_t back = 0; back < reach_of_negation && word > 0; ++back, --word) {
        if (text.words[word].before >= Between::comma) { return false; }
        const TextWord& before = text.words[word - 1];
        if (has_mark(before, Mark::turns)) { return false; }
        if (has_mark(before, Mark::negates)) { return true; }
    }
    return false;
}

bool PhraseTable::is_no_statement(const TextWords& text, const FoundPhrase& phrase) const {
    if (text.words[phrase.first].quoted || is_taken_back(text, phrase.first)) { return true; }
    if (phrase.end < text.words.size() && text.words[phrase.end].before < Between::comma &&
        has_mark(text.words[phrase.end], Mark::negates_behind)) {
        return true;
    }
    const TextSentence* sentence = text.sentence_of(phrase.first);
    return sentence != nullptr && sentence->question;
}

bool PhraseTable::lets_leave_out(const TextWords& text, const FoundPhrase& phrase) const {
    if (phrase.rule != Rule::leaves_out && phrase.rule != Rule::may) { return false; }
    if (text.words[phrase.first].quoted || is_taken_back(text, phrase.first)) { return false; }
    // "You may not leave this out."
    const std::size_t reach = phrase.rule == Rule::may ? reach_of_negation : 1;
    for (std::size_t word = phrase.end; word < std::min(phrase.end + reach, text.words.size()); ++word) {
        if (text.words[word].before >= Between::comma || has_mark(text.words[word], Mark::turns)) { break; }
        if (has_mark(text.words[word], Mark::negates) || has_mark(text.words[word], Mark::negates_behind)) {
            return false;
        }
    }
    return true;
}

bool PhraseTable::is_harmless(const TextWords& text, const FoundPhrase& phrase) const {
    if (is_no_statement(text, phrase)) { return true; }
    const TextSentence* sentence = text.sentence_of(phrase.first);
    if (sentence == nullptr || phrase.first == sentence->first) { return false; }
    if (text.words[phrase.first].before < Between::comma &&
        has_mark(text.words[phrase.first - 1], Mark::supposes)) {
        return true;
    }
    bool near = true; // the thought and what it says belong together
    for (std::size_t word = phrase.first; word > sentence->first; --word) {
        const TextWord& before = text.words[word - 1];
        near = near && phrase.first - word < reach_of_thought && text.words[word].before != Between::comma &&
               !has_mark(before, Mark::turns);
        if (has_mark(before, Mark::voice) || (near && has_mark(before, Mark::thinks))) { return true; }
    }
    return false;
}

const PhraseTable* phrases_for(std::string_view language) {
    static const PhraseTable english(english_words());
    static const PhraseTable german(german_words());
    static const PhraseTable spanish(spanish_words());
    const LanguageWords* list = words_for(language);
    if (list == nullptr) { return nullptr; }
    return list == &english_words() ? &english : list == &german_words() ? &german : &spanish;
}

} // namespace kindly
