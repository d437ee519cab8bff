// SPDX-License-Identifier: MIT
// Reminders as systemd, cron and calendars want them.
#include "render/reminder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kindly;
using testing::HasSubstr;
using testing::Not;

namespace {

const Reminder daily{{{8, 0}}, {}};
const Reminder some_days{{{8, 0}, {21, 30}}, {0, 2, 6}};
constexpr std::int64_t sunday_morning = 1795335300000; // 2026-11-22T08:15:00Z
const Moment now{sunday_morning, 0};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find("\r\n", begin);
        EXPECT_NE(end, std::string::npos) << "every line ends with CRLF";
        if (end == std::string::npos) { break; }
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 2;
    }
    return lines;
}

std::string unfolded(std::string text) {
    for (std::size_t at = 0; (at = text.find("\r\n ", at)) != std::string::npos;) { text.erase(at, 3); }
    return text;
}

} // namespace

TEST(Reminder, ReadsTimesOfDayStrictly) {
    EXPECT_EQ(read_time_of_day("00:00"), (TimeOfDay{0, 0}));
    EXPECT_EQ(read_time_of_day("23:59"), (TimeOfDay{23, 59}));
    for (const char* wrong :
         {"", "8:00", "24:00", "08:60", "08.00", "0800", "08:00 ", "-1:00", "a8:00", "08:0O"}) {
        EXPECT_FALSE(read_time_of_day(wrong)) << wrong;
    }
    EXPECT_EQ(written_time({8, 5}), "08:05");
}

TEST(Reminder, InWords) {
    EXPECT_EQ(in_words(daily), "every day at 08:00");
    EXPECT_EQ(in_words(some_days), "on Monday, Wednesday and Sunday at 08:00 and 21:30");
    EXPECT_EQ(in_words({{{8, 0}}, {5}}), "on Saturday at 08:00");
}

TEST(Reminder, ATimerSaysWhenAndNothingElse) {
    EXPECT_THAT(systemd_timer(daily), HasSubstr("\nOnCalendar=*-*-* 08:00:00\n"));
    EXPECT_THAT(systemd_timer(some_days), HasSubstr("\nOnCalendar=Mon,Wed,Sun *-*-* 08:00:00\n"
                                                    "OnCalendar=Mon,Wed,Sun *-*-* 21:30:00\n"));
    EXPECT_THAT(systemd_timer(daily), HasSubstr("\nPersistent=false\n"));
    EXPECT_TRUE(systemd_timer(daily).starts_with(reminder_mark()));
    EXPECT_TRUE(systemd_service("/usr/bin/kindly").starts_with(reminder_mark()));
}

TEST(Reminder, ATimerIsReadBackUnlessSomebodyChangedIt) {
    for (const auto& reminder : {daily, some_days}) {
        const auto read = read_systemd_timer(systemd_timer(reminder));
        ASSERT_TRUE(read);
        EXPECT_EQ(read->times, reminder.times);
        EXPECT_EQ(read->days, reminder.days);
    }
    EXPECT_FALSE(read_systemd_timer(systemd_timer(daily) + "# mine\n"));
    EXPECT_FALSE(read_systemd_timer(reminder_mark()));
    EXPECT_FALSE(read_systemd_timer("[Timer]\nOnCalendar=daily:00\n"));
}

TEST(Reminder, NothingInAPathIsSpecial) {
    EXPECT_THAT(systemd_service("/a b/\"c\"\\%h$d/kindly"),
                HasSubstr("\nExecStart=\"/a b/\\\"c\\\"\\\\%%h$$d/kindly\" remind --ring\n"));
    EXPECT_THAT(crontab_lines(daily, "/a b/it's 5%/kindly"),
                HasSubstr("\n0 8 * * * '/a b/it'\\''s 5\\%/kindly' remind --ring\n"));
}

TEST(Reminder, ACrontabCountsDaysFromSunday) {
    EXPECT_THAT(crontab_lines(some_days, "/k"), HasSubstr("\n0 8 * * 0,1,3 '/k' remind --ring\n"
                                                          "30 21 * * 0,1,3 '/k' remind --ring\n"));
}

TEST(Reminder, OnlyOurLinesLeaveACrontab) {
    const std::string others = "# mine\n5 4 * * * backup\n";
    const Crontab both = read_crontab(others + crontab_lines(daily, "/k") + "@daily x\n");
    EXPECT_TRUE(both.ours);
    EXPECT_FALSE(both.torn);
    EXPECT_EQ(both.others, others + "@daily x\n");
    const Crontab none = read_crontab(others);
    EXPECT_FALSE(none.ours || none.torn);
    EXPECT_EQ(none.others, others);
    const std::string ours = crontab_lines(daily, "/k");
    EXPECT_TRUE(read_crontab(ours.substr(0, ours.find('\n') + 1) + others).torn);
    EXPECT_TRUE(read_crontab(ours.substr(ours.find('\n') + 1) + others).torn);
    EXPECT_TRUE(read_crontab(ours.substr(0, ours.find('\n') + 1) + ours).torn);
}

TEST(Reminder, ACalendarHasOneEntryForEachTimeInLocalTime) {
    const std::string file = calendar_file(some_days, "A quiet minute?", now, {"one", "two"});
    const auto lines = lines_of(file);
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "BEGIN:VEVENT"), 2);
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "END:VEVENT"), 2);
    EXPECT_EQ(lines.front(), "BEGIN:VCALENDAR");
    EXPECT_EQ(lines.back(), "END:VCALENDAR");
    EXPECT_THAT(lines, testing::IsSupersetOf({"UID:one", "UID:two", "DTSTAMP:20261122T081500Z",
                                              "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,SU"}));
    // It is Sunday, 08:15: eight o'clock comes on Monday, half past nine this evening.
    EXPECT_THAT(lines, testing::IsSupersetOf({"DTSTART:20261123T080000", "DTSTART:20261122T213000"}));
    EXPECT_THAT(calendar_file(daily, "x", now, {"u"}), HasSubstr("\r\nRRULE:FREQ=DAILY\r\n"));
    EXPECT_THAT(calendar_file(daily, "x", {sunday_morning, -2 * 3600}, {"u"}),
                HasSubstr("\r\nDTSTART:20261122T080000\r\n"))
        << "where it is a quarter past six";
}

TEST(Reminder, ACalendarsLongLinesAreFoldedBetweenLetters) {
    std::string summary;
    for (int count = 0; count < 40; ++count) { summary += "ä, ß; "; }
    const std::string file = calendar_file(daily, summary, now, {"u"});
    for (const auto& line : lines_of(file)) {
        EXPECT_LE(line.size(), 75U) << line;
        const auto first = static_cast<unsigned char>(line.at(line.front() == ' ' ? 1 : 0));
        EXPECT_NE(first & 0xC0U, 0x80U) << "in the middle of a letter: " << line;
    }
    EXPECT_THAT(unfolded(file), HasSubstr("SUMMARY:ä\\, ß\\; ä\\, ß\\; "));
    EXPECT_THAT(file, Not(HasSubstr("\r\r")));
}
