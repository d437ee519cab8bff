// SPDX-License-Identifier: MIT
// Words that the texts go without (lexicon.hpp), exclamation marks, pictures, and letters that look like
// others.
#include "checker/text_words.hpp"
#include "texts/lexicon.hpp"
#include "texts/library.hpp"

#include <iostream>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, at);) { parts.push_back(part); }
    return parts;
}

using Slots = std::vector<std::vector<std::string>>;

/// As our readers fold words: "self-pity" are two of them.
Slots slots_of(std::string phrase) {
    std::replace(phrase.begin(), phrase.end(), '-', ' ');
    Slots slots;
    for (const auto& word : split(phrase, ' ')) { slots.push_back(split(word, '|')); }
    return slots;
}

bool stands_at(const TextWords& words, std::size_t first, const Slots& slots) {
    if (first + slots.size() > words.words.size()) { return false; }
    for (std::size_t at = 0; at < slots.size(); ++at) {
        const std::string_view word = words.word(first + at);
        if (std::find(slots[at].begin(), slots[at].end(), word) == slots[at].end()) { return false; }
    }
    return true;
}

/// A list, taken apart once: its phrases by their first words.
class Finder {
public:
    explicit Finder(const BannedInLanguage& list) {
        for (const auto& group : list.groups) {
            for (const char* phrase : group.phrases) {
                Slots slots = slots_of(phrase);
                const auto first_words = slots.front();
                for (const auto& word : first_words) { phrases_[word].push_back({&group, phrase, slots}); }
            }
            for (const char* phrase : group.fine) { fine_[&group].push_back(slots_of(phrase)); }
        }
    }

    /// A line for each, with the reason.
    [[nodiscard]] std::vector<std::string> in(const LibraryText& text) const {
        TextWords words;
        words.read(text.text);
        std::vector<std::string> found;
        for (std::size_t first = 0; first < words.words.size(); ++first) {
            const auto candidates = phrases_.find(std::string(words.word(first)));
            if (candidates == phrases_.end()) { continue; }
            for (const auto& [group, phrase, slots] : candidates->second) {
                if (group->person_may_say && text.kind == ShownText::Kind::option) { continue; }
                if (!stands_at(words, first, slots) || is_fine(words, first, slots.size(), group)) {
                    continue;
                }
                found.push_back(std::string("\"") + phrase + "\" (" + group->reason + "): " + text.text);
            }
        }
        return found;
    }
    [[nodiscard]] std::vector<std::string> in(const std::string& text) const {
        return in(LibraryText{ShownText::Kind::say, {}, text, false});
    }

private:
    struct Phrase {
        const BannedWords* group = nullptr;
        const char* phrase = "";
        Slots slots;
    };

    /// Whether the words at [first, first + length) are inside one of the phrases that do no harm.
    [[nodiscard]] bool is_fine(const TextWords& words, std::size_t first, std::size_t length,
                               const BannedWords* group) const {
        const auto harmless = fine_.find(group);
        if (harmless == fine_.end()) { return false; }
        for (const auto& slots : harmless->second) {
            for (std::size_t begin = 0; begin <= first; ++begin) {
                if (first + length <= begin + slots.size() && stands_at(words, begin, slots)) { return true; }
            }
        }
        return false;
    }

    std::map<std::string, std::vector<Phrase>> phrases_;
    std::map<const BannedWords*, std::vector<Slots>> fine_;
};

/// Null where there is no list for the language.
const Finder* finder_for(const std::string& language) {
    static const std::map<std::string, Finder> all = [] {
        std::map<std::string, Finder> finders;
        for (const auto& list : banned_words()) { finders.emplace(list.language, Finder(list)); }
        return finders;
    }();
    const auto found = all.find(main_language(language));
    return found == all.end() ? nullptr : &found->second;
}

/// What stands in no text: exclamation marks, and characters beyond letters and plain punctuation.
std::vector<std::string> odd_characters(const std::string& text) {
    static const std::set<char32_t> punctuation{U'–', U'’', U'‘', U'“', U'”', U'„', U'…', U'¿', U'«', U'»'};
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t next = 1; next < length; ++next) {
            code = (code << 6U) | (static_cast<unsigned char>(text[at + next]) & 0x3FU);
        }
        const bool latin_letter = code >= 0xC0 && code <= 0x17F && code != 0xD7 && code != 0xF7;
        const bool plain = code >= 0x20 && code < 0x7F && code != U'!';
        if (!plain && !latin_letter && !punctuation.contains(code)) {
            found.push_back(text.substr(at, length) + " in: " + text);
        }
        at += length;
    }
    return found;
}

std::vector<const LibraryFile*> everything() {
    std::vector<const LibraryFile*> all;
    for (const auto& file : library().files()) { all.push_back(&file); }
    for (const auto& file : library().programmes()) { all.push_back(&file); }
    return all;
}

} // namespace

TEST(Wording, NoTextHasABannedWord) {
    for (const LibraryFile* file : everything()) {
        const Finder* finder = finder_for(file->language);
        if (finder == nullptr) {
            std::cout << "No list of words for " << file->language << ": " << file->name
                      << " is not looked at.\n";
            continue;
        }
        for (const auto& text : file->texts) {
            EXPECT_THAT(finder->in(text), IsEmpty()) << file->name << ", " << text.name;
        }
    }
}

TEST(Wording, NoExclamationNoPictures) {
    for (const LibraryFile* file : everything()) {
        for (const auto& text : file->texts) {
            EXPECT_THAT(odd_characters(text.text), IsEmpty()) << file->name << ", " << text.name;
        }
    }
}

TEST(Wording, EachBannedPhraseIsFound) {
    for (const auto& list : banned_words()) {
        const Finder& finder = *finder_for(list.language);
        for (const auto& group : list.groups) {
            for (const char* phrase : group.phrases) {
                std::string written;
                for (const auto& slot : slots_of(phrase)) { written += " " + slot.back(); }
                EXPECT_THAT(finder.in("Now," + written + ", perhaps."), testing::Contains(HasSubstr(phrase)));
            }
            for (const char* phrase : group.fine) {
                EXPECT_THAT(finder.in("Here " + std::string(phrase) + " now."),
                            testing::Not(testing::Contains(HasSubstr(group.reason))));
            }
        }
    }
}

TEST(Wording, WhatAPersonSaysOfThemselvesIsNoBlame) {
    const Finder& finder = *finder_for("en");
    LibraryText text{ShownText::Kind::option, {}, "It feels selfish", false};
    EXPECT_THAT(finder.in(text), IsEmpty());
    text.kind = ShownText::Kind::say;
    EXPECT_THAT(finder.in(text), testing::SizeIs(1));
    text = {ShownText::Kind::option, {}, "I must do more", false};
    EXPECT_THAT(finder.in(text), testing::SizeIs(1));
}

TEST(Wording, OddCharactersAreFound) {
    EXPECT_THAT(odd_characters("Stay with it!"), testing::SizeIs(1));
    EXPECT_THAT(odd_characters("A heart \xE2\x9D\xA4 here"), testing::SizeIs(1));
    EXPECT_THAT(odd_characters("A face \xF0\x9F\x98\x8A here"), testing::SizeIs(1));
    EXPECT_THAT(odd_characters("A hidden\xC2\xAD hyphen"), testing::SizeIs(1));
    EXPECT_THAT(odd_characters("Größer, año, café: “so” – fine…"), IsEmpty());
}
