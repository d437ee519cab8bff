// SPDX-License-Identifier: MIT
#include "guide/written_text.hpp"

#include "base/text.hpp"
#include "base/words_taken_in.hpp"

namespace kindly {

WrittenText::TextLine WrittenText::counted(std::string words) {
    const std::size_t characters = grapheme_count(words);
    return {std::move(words), characters};
}

void WrittenText::restore(const std::string& id, std::string_view draft) {
    texts_.erase(id);
    if (draft.empty()) { return; }
    auto& lines = texts_[id];
    for (std::size_t begin = 0; begin <= draft.size();) {
        const auto end = std::min(draft.find('\n', begin), draft.size());
        lines.push_back(counted(words_taken_in(draft.substr(begin, end - begin))));
        begin = end + 1;
    }
}

bool WrittenText::add(std::string_view line, std::size_t longest) {
    TextLine words = counted(words_taken_in(line));
    if (longest > 0) {
        std::size_t characters = words.characters;
        if (const auto found = texts_.find(present_); found != texts_.end()) {
            for (const TextLine& one : found->second) {
                characters += one.characters + 1;
            } // and its line end
        }
        if (characters > longest) { return false; }
    }
    texts_[present_].push_back(std::move(words));
    return true;
}

bool WrittenText::take_back() {
    const auto found = texts_.find(present_);
    if (found == texts_.end()) { return false; }
    found->second.pop_back();
    if (found->second.empty()) { texts_.erase(found); }
    return true;
}

bool WrittenText::blank() const { return trimmed(all()).empty(); }

std::string WrittenText::all() const {
    const auto found = texts_.find(present_);
    if (found == texts_.end()) { return {}; }
    std::string text;
    for (const auto& line : found->second) {
        text += line.words;
        text += '\n';
    }
    text.pop_back();
    return text;
}

} // namespace kindly
