// SPDX-License-Identifier: MIT
// kindly-exercise(5) and the program agree: every code, with its severity and its rule, and every key.
#include "checker/codes.hpp"
#include "exercise/exercise.hpp"
#include "exercise/limits.hpp"
#include "exercise/reading.hpp"
#include "exercise/step_keys.hpp"

#include <regex>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using testing::HasSubstr;

std::string page() { return test::file_bytes("man/kindly-exercise.5"); }

/// The words of the lines that name keys: ".It Li lowest , highest" and ".Li lowest".
std::set<std::string> named_words() {
    std::set<std::string> words;
    std::stringstream lines(page());
    const std::regex word(R"([$A-Za-z][a-z0-9_-]*)");
    for (std::string line; std::getline(lines, line);) {
        if (line.find("Li ") == std::string::npos || line.front() != '.') { continue; }
        for (std::sregex_iterator at(line.begin(), line.end(), word), end; at != end; ++at) {
            words.insert(at->str());
        }
    }
    return words;
}

/// Between ".Ss HEADING" and the next heading.
std::string part(const std::string& heading) {
    const std::string all = page();
    const std::size_t begin = all.find("\n.Ss " + heading + "\n");
    if (begin == std::string::npos) { return {}; }
    const std::size_t end = std::min(all.find("\n.Ss ", begin + 1), all.find("\n.Sh ", begin + 1));
    return all.substr(begin, end - begin);
}

std::string severity_word(Severity severity) {
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::advice: return "advice";
    }
    return {};
}

TEST(Manual, HasEveryCodeWithItsSeverityItsRuleAndWhetherItMayBeSetAside) {
    const std::string all = page();
    std::size_t before = 0;
    for (const auto& code : all_codes()) {
        const bool may_be_set_aside = code.may_be_waived && code.severity != Severity::advice;
        const std::string entry = "\n.It Li " + std::string(code.code) + " No " +
                                  severity_word(code.severity) + (may_be_set_aside ? " *" : "") + "\n" +
                                  code.rule + ".\n";
        const std::size_t at = all.find(entry);
        EXPECT_NE(at, std::string::npos) << "the page lacks:" << entry;
        EXPECT_TRUE(at == std::string::npos || at > before) << code.code << " stands in another order";
        before = at == std::string::npos ? before : at;
    }
}

TEST(Manual, HasNoCodeThatDoesNotExist) {
    const std::string all = page();
    const std::regex entry(R"(\n\.It Li ([A-Z][0-9]{3}) )");
    for (std::sregex_iterator at(all.begin(), all.end(), entry), end; at != end; ++at) {
        EXPECT_NE(find_code((*at)[1].str()), nullptr) << (*at)[1];
    }
}

TEST(Manual, DescribesEveryKeyOfEveryKindOfStep) {
    const std::set<std::string> common{"kind", "id", "only_if", "note", "involves", "instead"};
    const std::set<std::string> named = named_words();
    for (const auto& kind : step_kinds()) {
        const std::string description = part(kind);
        EXPECT_FALSE(description.empty()) << kind;
        for (const auto& key : step_shape(kind)->keys) {
            if (common.contains(key.name) && !key.required) {
                EXPECT_TRUE(named.contains(key.name)) << key.name;
                continue;
            }
            const std::regex entry("\n\\.It Li (?:[a-z_]+ , )*" + std::string(key.name) +
                                   "(?: , [a-z_]+)*\n([^\n]*)");
            std::smatch found;
            ASSERT_TRUE(std::regex_search(description, found, entry)) << kind << " has no " << key.name;
            EXPECT_EQ(found[1].str().starts_with("Required"), key.required) << kind << ": " << key.name;
        }
    }
}

/// The other keys stand in tables inside the sources that read them: {"key"} or {"key", "an example"}. Pairs
/// of two plain words there are what people write by mistake, and the key for it.
TEST(Manual, NamesEveryOtherKeyThatTheReaderKnows) {
    const std::regex key(R"re(\{"([$a-z_]+)"(?:\}|, "(?:\\"|\{)))re");
    const std::set<std::string> named = named_words();
    std::set<std::string> known;
    for (const char* source :
         {"reader", "decode_about", "decode_ask", "decode_condition", "decode_parameters", "decode_section",
          "decode_step", "decode_timing", "programme_reader"}) {
        const std::string bytes = test::file_bytes(std::string("src/exercise/") + source + ".cpp");
        for (std::sregex_iterator at(bytes.begin(), bytes.end(), key), end; at != end; ++at) {
            known.insert((*at)[1]);
        }
    }
    EXPECT_GE(known.size(), 50U);
    for (const auto& one : known) {
        const bool mentioned =
            named.contains(one) || page().find("\\(dq" + one + "\\(dq:") != std::string::npos;
        EXPECT_TRUE(mentioned) << one;
    }
}

template <class Enumeration>
void expect_words(const std::set<std::string>& named) {
    for (const auto value : all_values<Enumeration>()) {
        EXPECT_TRUE(named.contains(word(value))) << word(value);
    }
}

/// The table of limits: what the program holds people to, as the page says it.
TEST(Manual, TellsTheLimitsOfTheProgram) {
    using std::chrono::duration_cast;
    using std::chrono::minutes;
    using std::chrono::seconds;
    auto in_seconds = [](Milliseconds length) { return duration_cast<seconds>(length).count(); };
    auto in_minutes = [](Milliseconds length) { return duration_cast<minutes>(length).count(); };
    using namespace limits;
    const std::vector<std::string> rows{
        fmt::format("a file Ta {} MB, {} brackets inside each other", file_bytes / (1024 * 1024), nesting),
        fmt::format("a text Ta {},{:03} characters", text_characters / 1000, text_characters % 1000),
        fmt::format("an answer in words Ta {},{:03} characters", longest_answer / 1000,
                    longest_answer % 1000),
        fmt::format("options of a question Ta 2 to {}", most_options),
        fmt::format("conditions in Li all No or Li any Ta 1 to {}", most_tests),
        fmt::format("one pause Ta {} minutes", in_minutes(longest_pause)),
        fmt::format("a phase of a breath Ta 1 to {} seconds, held at most {}",
                    in_seconds(longest_breath_phase), in_seconds(longest_hold)),
        fmt::format("breaths Ta {} to {} a minute", slowest_breaths_a_minute, fastest_breaths_a_minute),
        fmt::format("paced breathing Ta {} rounds, {} minutes", most_breath_rounds,
                    in_minutes(longest_breathing)),
        fmt::format("repeats Ta {}, inside each other {}", most_repeats, most_nested_repeats),
        fmt::format("Li offer_grounding_at Ta {} to {}", lowest_offer_at, highest_offer_at),
        fmt::format("Li stop_at Ta {} to {}", lowest_offer_at, highest_stop_at),
        fmt::format("Li --minutes Ta 1 to {}", most_minutes_asked),
        fmt::format("a programme Ta {} days", most_programme_days),
    };
    for (const auto& row : rows) { EXPECT_THAT(page(), HasSubstr("\n.It " + row + "\n")); }
    EXPECT_THAT(page(), HasSubstr(fmt::format("uses {} and {}.", default_offer_at, default_stop_at)));
}

TEST(Manual, NamesEveryWordThatAKeyCanHave) {
    const std::set<std::string> named = named_words();
    expect_words<Component>(named);
    expect_words<Role>(named);
    expect_words<Purpose>(named);
    expect_words<Intensity>(named);
    expect_words<Priority>(named);
    expect_words<Audience>(named);
    expect_words<Avoidable>(named);
    expect_words<SetBy>(named);
    expect_words<Ask::Answer>(named);
}

} // namespace
} // namespace kindly
