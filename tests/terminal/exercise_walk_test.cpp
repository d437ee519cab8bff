// SPDX-License-Identifier: MIT
// Every shipped exercise, walked from the first screen to the last by keys alone, with answers of several
// kinds. Each of its texts must stand on the screen whole: what is shown is compared with the file.
#include "practising.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <regex>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kindly::tests {

namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* folder = KINDLY_SOURCE_DIR "/exercises";

std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        // Neither schemas nor translations, which have a point in their names: ID.LANG.json.
        if (name.ends_with(".json") && entry.path().stem().string().find('.') == std::string::npos) {
            all.push_back(entry.path().stem().string());
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::string one_spaced(const std::string& text) {
    std::istringstream words(text);
    std::string all;
    for (std::string word; words >> word;) { all += (all.empty() ? "" : " ") + word; }
    return all;
}

/// What a text of the file may look like where its words stand: with anything in place of a setting.
std::regex pattern_of(const std::string& text) {
    static const std::regex special(R"([.^$|()\[\]*+?\\])");
    static const std::regex setting(R"(\{[a-z_0-9]+\})");
    const std::string plain = std::regex_replace(one_spaced(text), special, R"(\$&)");
    return std::regex(std::regex_replace(plain, setting, ".+"));
}

/// All texts that people can be shown by the file itself.
void collect(const json& node, std::vector<std::regex>& texts) {
    if (node.is_array()) {
        for (const auto& one : node) { collect(one, texts); }
        return;
    }
    if (!node.is_object()) { return; }
    const bool step = node.contains("kind");
    for (const auto& [key, value] : node.items()) {
        if (value.is_string() && step && (key == "text" || key == "otherwise")) {
            texts.push_back(pattern_of(value.get<std::string>()));
        } else if (value.is_string() && (key == "before" || key == "backdraft")) {
            texts.push_back(pattern_of(value.get<std::string>()));
        } else {
            collect(value, texts);
        }
    }
}

json read_json(const std::filesystem::path& path) { return json::parse(std::ifstream(path)); }

std::vector<std::regex> texts_of(const std::string& exercise) {
    std::vector<std::regex> texts;
    collect(read_json(std::filesystem::path(folder) / (exercise + ".json")), texts);
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(folder + std::string("/library"))) {
        if (entry.path().extension() == ".json") { collect(read_json(entry.path()), texts); }
    }
    // The program's own.
    for (const char* own :
         {"What would be kind?", "This is a strong exercise.", "How would you like to go on?",
          "Grounding. Nothing is asked of you here.", "Would you like to keep these words",
          "You took this time for yourself.", "If things get hard, grounding is there at any moment.",
          "Nothing is asked of you here"}) {
        texts.push_back(pattern_of(own));
    }
    return texts;
}

/// How somebody answers.
struct Manner {
    std::string name;
    std::string list;    ///< before Enter
    std::string rating;  ///< at a check-in
    std::string writing; ///< before Ctrl-D; empty: left out
};

const Manner only_enter{"only_Enter", "", "", ""};
const Manner the_first{"the_first_of_each", keys::home, "2", "One line."};
const Manner the_last{"the_last_of_each", keys::end, "4", "Some words\rin lines,\rand one more."};
const Manner in_distress{"in_distress", keys::end, "9", "Hard."};

/// Of somebody who has done what comes before a strong exercise, where it is one.
struct ReadyHome : PractisingHome {
    explicit ReadyHome(const std::string& exercise) {
        std::ifstream file(exercise);
        if (json::parse(file)["safety"]["intensity"] != "strong") { return; }
        for (const char* earlier : {"open-close", "look", "feet", "hand"}) {
            ScreenChild entered(
                kindly({"log", "add", "--exercise", earlier, "--at", "2026-01-05T10:00", "--minutes", "5"}));
            EXPECT_EQ(entered.wait(), 0) << entered.all_text();
        }
    }
};

class Walk {
public:
    Walk(const std::string& exercise, const Manner& manner, TerminalSize size,
         const std::vector<std::regex>& texts)
        // Untimed, each text waits for a key; with a clock that jumps, nothing else takes any time.
        : manner_(manner), texts_(texts), home_(exercise),
          child_(home_.kindly({"practice", exercise, "--unrecorded", "--untimed", "--instant", "--seed", "3"},
                              size)) {
        child_.limit = std::chrono::seconds(20);
        child_.wait_for_text("Enter begin");
    }

    void to_the_end() {
        constexpr int most_screens = 500;
        for (int number = 0; number < most_screens; ++number) {
            child_.wait_until_it_waits();
            judge();
            if (child_.shows("Enter close")) { return close(); }
            go_on();
        }
        FAIL() << "it does not come to an end:\n" << child_.all_text();
    }

private:
    void press(const std::string& keys) {
        child_.wait_until_it_waits();
        const std::string before = child_.all_text();
        child_.send_keys(keys);
        child_.wait_until([&] { return child_.all_text() != before; }, "something to change");
        child_.wait_until_it_waits();
    }

    void go_on() {
        if (child_.shows("Ctrl-D done")) {
            press(manner_.writing.empty() ? keys::alt("s") : manner_.writing + keys::ctrl('d'));
        } else if (child_.shows("Type yes to begin")) {
            press("yes" + keys::enter);
        } else if (child_.shows("Page down") || !child_.shows("then Enter.")) {
            press(keys::enter);
        } else {
            press((child_.shows("numb or far away") ? manner_.rating : manner_.list) + keys::enter);
        }
        if (child_.shows("Choose an answer, or s")) { press("s"); }
    }

    /// The rows between the header and the progress line, scrolled through where they do not fit.
    std::string body() {
        std::string all = rows();
        for (int pages = 0; goes_on_below(); ++pages) {
            const std::string before = child_.all_text();
            press(child_.shows("Esc, then Page down") ? keys::alt(keys::page_down) : keys::page_down);
            if (pages > 20 || child_.all_text() == before) { break; }
            all = joined(all, rows());
        }
        return one_spaced(all);
    }
    [[nodiscard]] bool goes_on_below() const {
        std::istringstream lines(child_.all_text());
        for (std::string line; std::getline(lines, line);) {
            if (is_sign(line) && one_spaced(line) != "↑ more above") { return true; }
        }
        return false;
    }
    [[nodiscard]] std::string rows() const {
        std::string all;
        const std::string picture = child_.all_text();
        std::istringstream lines(picture);
        bool header = true;
        for (std::string line; std::getline(lines, line);) {
            if (!header && !one_spaced(line).empty() && !is_sign(line)) { all += line + "\n"; }
            header = header && one_spaced(line).empty();
        }
        return all;
    }
    /// A silence of no words, after an answer: header, time, progress and keys, and nothing to read.
    [[nodiscard]] bool is_only_time() const {
        std::istringstream lines(child_.all_text());
        int there = 0;
        for (std::string line; std::getline(lines, line);) { there += one_spaced(line).empty() ? 0 : 1; }
        return there <= 4 && child_.shows("· as long as you like ·");
    }
    static bool is_sign(const std::string& line) {
        static const std::set<std::string> signs{"↓ more below", "↑ ↓ more above and below", "↑ more above",
                                                 "Page down: more", "Esc, then Page down: more"};
        return signs.contains(one_spaced(line));
    }
    /// What the second shows of the end of the first stands there once.
    static std::string joined(const std::string& first, const std::string& second) {
        for (std::size_t length = std::min(first.size(), second.size()); length > 0; --length) {
            if (first.ends_with(second.substr(0, length))) { return first + second.substr(length); }
        }
        return first + second;
    }

    void judge() {
        EXPECT_FALSE(child_.shows("…")) << "something is cut:\n" << child_.all_text();
        if (is_only_time()) { return; }
        const std::string all = body();
        const bool known = std::any_of(texts_.begin(), texts_.end(),
                                       [&](const std::regex& text) { return std::regex_search(all, text); });
        EXPECT_TRUE(known) << "no text of the exercise is there whole:\n" << child_.all_text();
    }

    void close() {
        EXPECT_TRUE(child_.shows("Nothing of this was saved."));
        child_.send_keys(keys::enter);
        EXPECT_EQ(child_.wait(), 0);
        EXPECT_EQ(child_.not_restored(), "");
        EXPECT_FALSE(child_.title_set());
    }

    const Manner& manner_;
    const std::vector<std::regex>& texts_;
    ReadyHome home_;
    ScreenChild child_;
};

class EachExercise : public testing::TestWithParam<std::string> {};

TEST_P(EachExercise, CanBeWalkedToItsEndByKeysAlone) {
    const auto texts = texts_of(GetParam());
    const std::string exercise = folder + ("/" + GetParam() + ".json");
    const std::tuple<Manner, TerminalSize> walks[] = {
        {only_enter, smallest_screen}, {the_first, smallest_screen}, {the_last, smallest_screen},
        {in_distress, usual_screen},   {the_last, usual_screen},     {only_enter, large_screen}};
    for (const auto& [manner, size] : walks) {
        SCOPED_TRACE(manner.name + " at " + in_words(size));
        Walk(exercise, manner, size, texts).to_the_end();
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, EachExercise, testing::ValuesIn(names()), [](const auto& which) {
    std::string name = which.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

} // namespace

} // namespace kindly::tests
