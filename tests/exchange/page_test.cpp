// SPDX-License-Identifier: MIT
// The page: what is on it at each level, that nothing in the log can break out of its place, and that it
// fetches and runs nothing.
#include "exchange/page.hpp"

#include "exchange/reading_back.hpp"
#include "journal/journal.hpp"
#include "journal/world.hpp"

#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using test::MemoryOutput;
using test::TemporaryFolder;
using testing::HasSubstr;
using testing::Not;

class LogPageTest : public testing::Test {
protected:
    std::string page(Share share, const Filter& filter = {}) {
        MemoryOutput out;
        written =
            write_page(out, Journal::open_for_reading(folder.journal()), filter, share, test::at(86400));
        return out.text;
    }
    /// A practice whose title and words are hostile, with ratings.
    void record_hostile() {
        Journal journal = Journal::open_for_writing(folder.journal());
        SessionStart start = test::practice(1);
        start.title = "<script>alert(1)</script> {{title}} & \"x\"";
        journal.begin(start);
        Changes changes = test::rated(7, 1);
        changes.append(test::written("my </dd><img src=http://example.org/x> words\nsecond line", 2));
        changes.figures.distress_before = 7;
        changes.figures.distress_after = 4;
        changes.figures.backdraft = "noticed";
        changes.figures.groundings = 2;
        journal.record(test::id_of(1), changes);
        Changes last = test::rated(4, 3);
        last.figures = changes.figures;
        journal.finish(test::id_of(1), last, "stopped", "distress");
    }

    TemporaryFolder folder;
    PageWritten written;
};

/// Every element that is opened is closed, in order: no other parser is needed to see that nothing broke out.
void is_well_formed(const std::string& page) {
    const std::regex tag("<(/?)([a-zA-Z0-9]+)([^<>]*)>");
    std::vector<std::string> open;
    const auto begin = page.begin() + static_cast<std::ptrdiff_t>(page.find("<html"));
    for (std::sregex_iterator found(begin, page.end(), tag), end; found != end; ++found) {
        const std::string name = found->str(2);
        if (found->str(1) == "/") {
            ASSERT_FALSE(open.empty()) << name;
            ASSERT_EQ(open.back(), name);
            open.pop_back();
        } else if (found->str(3).empty() || found->str(3).back() != '/') {
            open.push_back(name);
        }
    }
    EXPECT_TRUE(open.empty());
}

TEST_F(LogPageTest, HoldsWhatTheLogHoldsAndNothingOfItAsMarkup) {
    record_hostile();
    const std::string all = page(Share::words);
    is_well_formed(all);
    EXPECT_THAT(all, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; {{title}} &amp; &quot;x&quot;"));
    EXPECT_THAT(all, Not(HasSubstr("<script")));
    EXPECT_THAT(all, Not(HasSubstr("<img")));
    EXPECT_THAT(all, HasSubstr("second line"));
    EXPECT_THAT(all, HasSubstr("<!DOCTYPE html>\n<html lang=\"en\">"));
    EXPECT_THAT(all, HasSubstr("default-src 'none'"));
    EXPECT_THAT(all, HasSubstr("width=device-width"));
    EXPECT_EQ(written.withheld.by_level, 0);
    EXPECT_EQ(written.listed, 1);
    // Whatever could fetch something: addresses stand nowhere but in the words themselves.
    const std::regex fetching("(src|href|action|xlink:href)=\"|url\\(|@import");
    EXPECT_FALSE(std::regex_search(all, fetching));
}

TEST_F(LogPageTest, KeepsRatingsAndWordsBackAsAsked) {
    record_hostile();
    const std::string ratings = page(Share::ratings);
    is_well_formed(ratings);
    EXPECT_THAT(ratings, Not(HasSubstr("second line")));
    EXPECT_THAT(ratings, HasSubstr("distress 7 before, 4 after"));
    EXPECT_THAT(ratings, HasSubstr("a good decision"));
    EXPECT_EQ(written.withheld.by_level, 1); // the words
    EXPECT_THAT(ratings, HasSubstr("1 value was held back"));

    const std::string counts = page(Share::counts);
    is_well_formed(counts);
    for (const char* const told :
         {"second line", "distress", "Distress", "Backdraft", "backdraft", "rounding", "decision", "<dl>"}) {
        EXPECT_THAT(counts, Not(HasSubstr(told))) << told;
    }
    EXPECT_THAT(counts, HasSubstr("1 practice"));
    EXPECT_THAT(counts, HasSubstr("stopped"));
    // Two ratings, backdraft, groundings, the reason for stopping, two check-ins, the words.
    EXPECT_EQ(written.withheld.by_level, 8);
}

TEST_F(LogPageTest, ListsTheLatestOnlyAndSaysSo) {
    {
        Journal journal = Journal::open_for_writing(folder.journal());
        test::record_whole(journal, 1);
    }
    test::run_sql(
        folder.journal(),
        "INSERT INTO session (id, exercise, exercise_version, title, language, started_at, started_offset, "
        "day, status, practised_ms, source, recorded_at, recorded_offset, kindly_version, changed_at) "
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) "
        "SELECT 'id-' || i, 'feet', '1.0.0', 'Feet number ' || i, 'en', 1800000000000 + i, 0, "
        "'2027-01-15', 'completed', 60000, 'timed', 0, 0, '0', 0 FROM n");
    const std::string all = page(Share::ratings);
    EXPECT_EQ(written.listed, most_on_page);
    EXPECT_THAT(all, HasSubstr("The latest 500 of 601 practices"));
    EXPECT_THAT(all, HasSubstr("601 practices on 2 days"));
    EXPECT_THAT(all, HasSubstr("Feet number 600<"));
    EXPECT_THAT(all, HasSubstr("Feet number 101<"));
    EXPECT_THAT(all, Not(HasSubstr("Feet number 100<")));
    EXPECT_LT(all.find("Feet number 600<"), all.find("Feet number 101<"));

    Filter newest;
    newest.limit = 3;
    const std::string few = page(Share::ratings, newest);
    EXPECT_THAT(few, HasSubstr("3 practices"));
    EXPECT_THAT(few, HasSubstr("Only the latest 3 practices."));
    EXPECT_THAT(few, Not(HasSubstr("601")));
}

TEST_F(LogPageTest, OfAnEmptyLogSaysSo) {
    const std::string all = page(Share::words);
    is_well_formed(all);
    EXPECT_THAT(all, HasSubstr("There are no practices here yet."));
    EXPECT_FALSE(std::filesystem::exists(folder.journal()));
}

TEST_F(LogPageTest, HasHeadingsInOrder) {
    record_hostile();
    const std::string all = page(Share::words);
    const std::regex heading("<h([1-6])");
    int level = 0;
    for (std::sregex_iterator found(all.begin(), all.end(), heading), end; found != end; ++found) {
        const int next = std::stoi(found->str(1));
        EXPECT_LE(next, level + 1);
        level = next;
    }
    EXPECT_EQ(level, 3);
}

} // namespace
} // namespace kindly
