// SPDX-License-Identifier: MIT
// The fast writer says the same as slow ones that everybody trusts.
#include "exchange/bulk_text.hpp"

#include "base/text.hpp"
#include "exchange/reading_back.hpp"

#include <charconv>
#include <limits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace kindly::test {
namespace {

template <class Write>
std::string written(const Write& write) {
    MemoryOutput out;
    BulkText bulk(out);
    write(bulk);
    bulk.flush();
    return out.text;
}

std::string as_json_string(const std::string& text) {
    return written([&](BulkText& bulk) { bulk.json(text); });
}

/// Words, signs that need care, and characters of every length, in any mixture.
rc::Gen<std::string> texts() {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                            "a", "walk by the river ", "\"", "\\", "\n", "\r", "\t", ",", ";", "'", "=",
                            std::string(1, '\0'), "\x01", "\x1f", "\x7f", "\b", "\f", "\xC3\xA9",
                            "\xE2\x80\xA6", "\xEF\xBB\xBF", "\xF0\x9F\x8C\xBF", "\xED\x9F\xBF",
                            "\xEE\x80\x80", "\xF4\x8F\xBF\xBF", "12345678", "1234567\"", "\xC2\x80")),
                        [](const std::vector<std::string>& parts) { return joined(parts, ""); });
}

RC_GTEST_PROP(BulkText, JsonIsWhatNlohmannWrites, ()) {
    const std::string text = *texts();
    const std::string json = nlohmann::json(text).dump();
    RC_ASSERT(nlohmann::json::parse(as_json_string(text)).get<std::string>() == text);
    if (json_in_sight(json) == json) { // else letters stand as their numbers
        RC_ASSERT(as_json_string(text) == json);
    }
}

RC_GTEST_PROP(BulkText, JsonOfAnyBytesCanBeRead, (const std::string& bytes)) {
    const auto read = nlohmann::json::parse(as_json_string(bytes));
    if (!first_invalid_utf8(bytes)) { RC_ASSERT(read.get<std::string>() == bytes); }
}

RC_GTEST_PROP(BulkText, CsvComesBack, ()) {
    const std::vector<std::string> cells{*texts(), *texts()};
    const auto rows = read_csv(written([&](BulkText& bulk) {
        bulk.csv(cells[0]);
        bulk.put(',');
        bulk.csv(cells[1], "'");
        bulk.put("\r\n");
    }));
    RC_ASSERT(rows == std::vector<std::vector<std::string>>({{cells[0], "'" + cells[1]}}));
}

RC_GTEST_PROP(BulkText, TimesAreRfc3339, ()) {
    const auto moments = *rc::gen::container<std::vector<std::pair<std::int64_t, int>>>(
        rc::gen::pair(rc::gen::inRange<std::int64_t>(-60'000'000'000'000, 250'000'000'000'000),
                      rc::gen::inRange(-50'400, 50'400)));
    std::string expected;
    const std::string text =
        written([&](BulkText& bulk) { // one after another: what it remembers must not stick
            for (const auto& [unix_ms, offset] : moments) {
                for (const bool with_milliseconds : {false, true}) {
                    bulk.time({unix_ms, offset}, with_milliseconds);
                    bulk.put('\n');
                    expected += to_rfc3339({unix_ms, offset}, with_milliseconds) + "\n";
                }
            }
        });
    RC_ASSERT(text == expected);
}

RC_GTEST_PROP(BulkText, NumbersComeBack, (double real, std::int64_t whole)) {
    const std::string text = written([&](BulkText& bulk) {
        RC_ASSERT(bulk.real(real));
        bulk.put(' ');
        bulk.number(whole);
    });
    double real_back = 0;
    std::int64_t whole_back = 0;
    const auto space = std::from_chars(text.data(), text.data() + text.size(), real_back);
    std::from_chars(space.ptr + 1, text.data() + text.size(), whole_back);
    RC_ASSERT(real_back == real);
    RC_ASSERT(whole_back == whole);
    RC_ASSERT(nlohmann::json::accept(text.substr(0, text.find(' '))));
}

TEST(BulkText, AWholeNumberHasNoPoint) {
    EXPECT_EQ(written([](BulkText& bulk) { EXPECT_TRUE(bulk.real(6)); }), "6");
    EXPECT_EQ(written([](BulkText& bulk) { EXPECT_TRUE(bulk.real(-2.5)); }), "-2.5");
    EXPECT_EQ(written([](BulkText& bulk) {
                  EXPECT_FALSE(bulk.real(std::numeric_limits<double>::infinity()));
                  EXPECT_FALSE(bulk.real(std::numeric_limits<double>::quiet_NaN()));
              }),
              "");
}

TEST(BulkText, CellsAreInQuotesOnlyWhereTheyMustBe) {
    const auto cell = [](std::string_view text, std::string_view first = {}) {
        return written([&](BulkText& bulk) { bulk.csv(text, first); });
    };
    EXPECT_EQ(cell("a walk; tea"), "a walk; tea");
    EXPECT_EQ(cell("caf\xC3\xA9"), "caf\xC3\xA9");
    EXPECT_EQ(cell("a, b"), "\"a, b\"");
    EXPECT_EQ(cell("a \"b\""), "\"a \"\"b\"\"\"");
    EXPECT_EQ(cell("a\nb"), "\"a\nb\"");
    EXPECT_EQ(cell("=1+1", "'"), "'=1+1");
    EXPECT_EQ(cell("=1,1", "'"), "\"'=1,1\"");
    EXPECT_EQ(cell("broken \xC3("), "broken \xEF\xBF\xBD(");
}

TEST(BulkText, LongTextsGoThroughWhole) {
    const std::string quotes(300'001, '"');
    const std::string words = std::string(131'070, 'x') + "\xF0\x9F\x8C\xBF" + std::string(131'072, 'y');
    for (const std::string& text : {quotes, words}) {
        EXPECT_EQ(nlohmann::json::parse(as_json_string(text)).get<std::string>(), text);
        const auto rows = read_csv(written([&](BulkText& bulk) {
            bulk.csv(text);
            bulk.put("\r\n");
        }));
        EXPECT_EQ(rows.at(0).at(0), text);
        EXPECT_EQ(written([&](BulkText& bulk) { bulk.put(text); }), text);
    }
}

} // namespace
} // namespace kindly::test
