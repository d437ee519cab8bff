// SPDX-License-Identifier: MIT
// Every catalogue in po/ is whole, and its sentences hold what the English ones hold. (Whether kindly.pot is
// what the sources say is asked by po/extract --check.)
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {

namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(KINDLY_SOURCE_DIR) / "po";

struct Message {
    std::string id, id_plural;
    std::vector<std::string> texts;
    bool fuzzy = false;
};

/// As many of the format's rules as msgmerge writes.
std::vector<Message> read(const fs::path& file) {
    std::ifstream in(file);
    EXPECT_TRUE(in) << file;
    std::vector<Message> messages(1);
    std::string* at = nullptr;
    const std::regex keyword(R"re(^(msgid|msgid_plural|msgstr|msgstr\[\d\]) "(.*)"$)re");
    for (std::string line; std::getline(in, line);) {
        Message& message = messages.back();
        std::smatch parts;
        if (line.empty()) {
            if (!message.texts.empty()) { messages.emplace_back(); }
        } else if (line.starts_with("#,")) {
            message.fuzzy = line.find("fuzzy") != std::string::npos;
        } else if (line.starts_with("#~")) {
            ADD_FAILURE() << file << ": a sentence that nobody says any more: " << line;
        } else if (std::regex_match(line, parts, keyword)) {
            if (parts[1] == "msgid") {
                at = &message.id;
            } else if (parts[1] == "msgid_plural") {
                at = &message.id_plural;
            } else {
                at = &message.texts.emplace_back();
            }
            *at = parts[2];
        } else if (line.front() == '"' && at != nullptr) {
            *at += line.substr(1, line.size() - 2);
        }
    }
    if (messages.back().texts.empty()) { messages.pop_back(); }
    return messages;
}

std::vector<std::string> languages() {
    std::vector<std::string> names;
    std::ifstream in(folder / "LINGUAS");
    for (std::string name; std::getline(in, name);) { names.push_back(name); }
    return names;
}

/// "{}" and "{0}" as what they stand for, sorted; "{{" is a brace.
std::vector<std::string> placeholders(const std::string& text) {
    std::vector<std::string> found;
    int next = 0;
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at)) {
        if (text.compare(at, 2, "{{") == 0) {
            at += 2;
            continue;
        }
        const std::size_t end = text.find('}', at);
        const std::string name = text.substr(at + 1, end - at - 1);
        found.push_back(name.empty() ? std::to_string(next++) : name);
        at = end;
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string around(const std::string& text) {
    const auto outside = [](const std::string& whole, bool front) {
        static const std::regex first(R"(^(\s|\\n)*)");
        static const std::regex last(R"((\s|\\n)*$)");
        std::smatch found;
        std::regex_search(whole, found, front ? first : last);
        return found.str();
    };
    return outside(text, true) + "|" + outside(text, false);
}

} // namespace

TEST(Catalogues, ThereAreSome) {
    EXPECT_THAT(languages(), testing::Contains("de"));
    EXPECT_GT(read(folder / "kindly.pot").size(), 500U);
}

TEST(Catalogues, AreWholeAndHoldWhatTheEnglishHolds) {
    std::map<std::string, std::string> english;
    for (const auto& message : read(folder / "kindly.pot")) { english[message.id] = message.id_plural; }
    for (const std::string& language : languages()) {
        std::map<std::string, std::string> here;
        for (const auto& message : read(folder / (language + ".po"))) {
            SCOPED_TRACE(language + ": " + message.id);
            here[message.id] = message.id_plural;
            EXPECT_FALSE(message.fuzzy);
            if (message.id.empty()) { // the heading
                EXPECT_THAT(message.texts.front(), testing::HasSubstr("Language: " + language + "\\n"));
                EXPECT_THAT(message.texts.front(), testing::HasSubstr("charset=UTF-8"));
                continue;
            }
            EXPECT_EQ(message.texts.size(), message.id_plural.empty() ? 1U : 2U);
            for (std::size_t form = 0; form < message.texts.size(); ++form) {
                const std::string& text = message.texts[form];
                EXPECT_FALSE(text.empty());
                EXPECT_EQ(text.find('!'), std::string::npos) << text;
                EXPECT_EQ(around(text), around(message.id)) << text;
                // One of something may be said without its number.
                const auto wanted = placeholders(form == 0 ? message.id : message.id_plural);
                EXPECT_EQ(placeholders(text), wanted) << text;
            }
        }
        EXPECT_EQ(here, english) << language;
    }
}

/// "g ground": a key that is named is the one that works.
TEST(Catalogues, NameTheSameKeys) {
    const std::regex key(R"(^(Esc )?([gsqpbxcmhyn?+]|←|→|↑|↓) .*)");
    int keys = 0;
    for (const std::string& language : languages()) {
        for (const auto& message : read(folder / (language + ".po"))) {
            std::smatch english;
            if (!std::regex_match(message.id, english, key)) { continue; }
            const std::string named = english[1].str() + english[2].str() + " ";
            EXPECT_TRUE(message.texts.front().starts_with(named))
                << message.id << ": " << message.texts.front();
            ++keys;
        }
    }
    EXPECT_GT(keys, 10);
}

} // namespace kindly::test
