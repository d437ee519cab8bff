// SPDX-License-Identifier: MIT
#include "render/reminder.hpp"

#include "base/day.hpp"
#include "base/filled.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::array day_names{N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
                               N_("Friday"), N_("Saturday"), N_("Sunday")};
constexpr std::array systemd_days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr const char* first_line = "# kindly remind: begin (\"kindly remind --remove\" takes this away)";
constexpr const char* last_line = "# kindly remind: end";

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& parts) {
    std::string all;
    for (std::size_t place = 0; place < parts.size(); ++place) {
        const bool last = place + 1 == parts.size();
        if (place > 0) { all = last ? filled(_("{} and {}"), all, parts[place]) : all + ", " + parts[place]; }
        if (place == 0) { all = parts[place]; }
    }
    return all;
}

template <class Part>
std::string joined_with_commas(const std::vector<Part>& parts) {
    return fmt::format("{}", fmt::join(parts, ","));
}

std::vector<std::string> names_of(const std::vector<int>& days, const auto& names) {
    std::vector<std::string> found;
    for (const int day : days) { found.emplace_back(names.at(static_cast<std::size_t>(day))); }
    return found;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::string replaced(const std::string& text, const auto& replacement_of) {
    std::string made;
    for (const char letter : text) { made += replacement_of(letter); }
    return made;
}

/// One word of a command line of systemd's.
std::string word_for_systemd(const std::string& word) {
    return '"' +
           replaced(word,
                    [](char letter) -> std::string {
                        switch (letter) {
                        case '"':
                        case '\\': return std::string("\\") + letter;
                        case '%':
                        case '$': return std::string(2, letter);
                        default: return {letter};
                        }
                    }) +
           '"';
}

/// One word of a line of a crontab, which is read by a shell once every % has lost its meaning.
std::string word_for_cron(const std::string& word) {
    return '\'' +
           replaced(word,
                    [](char letter) -> std::string {
                        if (letter == '\'') { return "'\\''"; }
                        return letter == '%' ? "\\%" : std::string{letter};
                    }) +
           '\'';
}

/// Lines of at most 75 bytes, the rest on lines that begin with a space; never in the middle of a letter.
std::string folded(const std::string& line) {
    constexpr std::size_t most = 75;
    std::string made;
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at + 1;
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) { ++end; }
        if (column + (end - at) > most) {
            made += "\r\n ";
            column = 1;
        }
        made.append(line, at, end - at);
        column += end - at;
        at = end;
    }
    return made + "\r\n";
}

/// A text of a calendar.
std::string text_for_calendar(const std::string& text) {
    return replaced(text, [](char letter) -> std::string {
        if (letter == '\n') { return "\\n"; }
        const bool special = letter == '\\' || letter == ';' || letter == ',';
        return special ? std::string("\\") + letter : std::string{letter};
    });
}

std::string without_signs(std::string written) {
    std::erase_if(written, [](char letter) { return letter == '-' || letter == ':'; });
    return written;
}

/// YYYYMMDDTHHMMSSZ.
std::string in_utc(Moment moment) {
    constexpr std::size_t without_offset = 19;
    return without_signs(to_rfc3339(Moment{moment.unix_ms, 0}).substr(0, without_offset)) + "Z";
}

/// The first day from now on, YYYYMMDD, at which it is due at this time.
std::string first_day(const Reminder& reminder, TimeOfDay time, Moment now) {
    const std::string written = to_rfc3339(now); // "2026-11-22T08:15..."
    constexpr std::size_t date = 10;
    constexpr std::size_t hours_and_minutes = 5;
    DayNumber day = read_day(written.substr(0, date)).value_or(0);
    if (written.substr(date + 1, hours_and_minutes) >= written_time(time)) { ++day; }
    const auto& days = reminder.days;
    while (!days.empty() && std::find(days.begin(), days.end(), weekday(day)) == days.end()) { ++day; }
    return without_signs(written_day(day));
}

} // namespace

std::optional<TimeOfDay> read_time_of_day(std::string_view written) {
    constexpr std::size_t length = 5;
    constexpr std::size_t colon = 2;
    if (written.size() != length || written[colon] != ':') { return std::nullopt; }
    const auto two_digits = [&](std::size_t at) -> std::optional<int> {
        int number = 0;
        for (std::size_t place = at; place < at + 2; ++place) {
            if (std::isdigit(static_cast<unsigned char>(written[place])) == 0) { return std::nullopt; }
            number = number * 10 + (written[place] - '0');
        }
        return number;
    };
    const auto hour = two_digits(0);
    const auto minute = two_digits(colon + 1);
    if (!hour || !minute || *hour > 23 || *minute > 59) { return std::nullopt; }
    return TimeOfDay{*hour, *minute};
}

std::string written_time(TimeOfDay time) { return fmt::format("{:02}:{:02}", time.hour, time.minute); }

std::string in_words(const Reminder& reminder) {
    std::vector<std::string> times;
    for (const auto time : reminder.times) { times.push_back(written_time(time)); }
    if (reminder.days.empty()) { return filled(_("every day at {}"), listed(times)); }
    std::vector<std::string> days;
    for (const auto& name : names_of(reminder.days, day_names)) { days.emplace_back(_(name.c_str())); }
    return filled(_("on {} at {}"), listed(days), listed(times));
}

const std::string& reminder_mark() {
    static const std::string mark = "# Written by kindly; \"kindly remind --remove\" takes it away.\n";
    return mark;
}

std::string systemd_service(const std::string& program) {
    return reminder_mark() + "[Unit]\nDescription=A quiet minute\n\n[Service]\nType=oneshot\nExecStart=" +
           word_for_systemd(program) + " remind --ring\n";
}

std::string systemd_timer(const Reminder& reminder) {
    std::string timer = reminder_mark() + "[Unit]\nDescription=A quiet minute\n\n[Timer]\n";
    const std::string days =
        reminder.days.empty() ? "" : joined_with_commas(names_of(reminder.days, systemd_days)) + " ";
    for (const auto time : reminder.times) {
        timer += "OnCalendar=" + days + "*-*-* " + written_time(time) + ":00\n";
    }
    // What was missed while the machine slept stays missed: nobody is told about it.
    return timer + "AccuracySec=1min\nPersistent=false\n\n[Install]\nWantedBy=timers.target\n";
}

std::optional<Reminder> read_systemd_timer(const std::string& timer) {
    Reminder found;
    for (const auto& line : lines_of(timer)) {
        constexpr std::string_view key = "OnCalendar=";
        constexpr std::string_view every_date = "*-*-* ";
        constexpr std::string_view seconds = ":00";
        if (!line.starts_with(key) || !line.ends_with(seconds)) { continue; }
        const std::size_t date = line.find(every_date);
        if (date == std::string::npos) { return std::nullopt; }
        const std::size_t at = date + every_date.size();
        const auto time = read_time_of_day(line.substr(at, line.size() - at - seconds.size()));
        if (!time) { return std::nullopt; }
        found.times.push_back(*time);
        found.days.clear();
        for (std::size_t day = 0; day < systemd_days.size(); ++day) {
            if (line.substr(0, date).find(systemd_days.at(day)) != std::string::npos) {
                found.days.push_back(static_cast<int>(day));
            }
        }
    }
    const bool as_written = !found.times.empty() && systemd_timer(found) == timer;
    return as_written ? std::optional(std::move(found)) : std::nullopt;
}

std::string crontab_lines(const Reminder& reminder, const std::string& program) {
    constexpr int days_in_a_week = 7;
    std::vector<int> days; // cron's 0 is Sunday
    for (const int day : reminder.days) { days.push_back((day + 1) % days_in_a_week); }
    std::sort(days.begin(), days.end());
    std::string lines = std::string(first_line) + "\n";
    for (const auto time : reminder.times) {
        lines += fmt::format("{} {} * * {} {} remind --ring\n", time.minute, time.hour,
                             days.empty() ? "*" : joined_with_commas(days), word_for_cron(program));
    }
    return lines + last_line + "\n";
}

Crontab read_crontab(const std::string& table) {
    Crontab found;
    bool inside = false;
    for (const auto& line : lines_of(table)) {
        if (line == first_line) {
            found.torn = found.torn || inside;
            inside = found.ours = true;
        } else if (line == last_line) {
            found.torn = found.torn || !inside;
            inside = false;
        } else if (!inside) {
            found.others += line + "\n";
        }
    }
    found.torn = found.torn || inside;
    return found;
}

std::string calendar_file(const Reminder& reminder, const std::string& summary, Moment now,
                          const std::vector<std::string>& ids) {
    constexpr std::array calendar_days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const std::string text = text_for_calendar(summary);
    const std::string rule =
        reminder.days.empty()
            ? "FREQ=DAILY"
            : "FREQ=WEEKLY;BYDAY=" + joined_with_commas(names_of(reminder.days, calendar_days));
    std::vector<std::string> lines{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kindly//remind//EN"};
    for (std::size_t place = 0; place < reminder.times.size(); ++place) {
        const TimeOfDay time = reminder.times[place];
        const std::vector<std::string> entry{
            "BEGIN:VEVENT", "UID:" + ids.at(place), "DTSTAMP:" + in_utc(now),
            // No zone: eight in the morning is eight in the morning, also on a journey.
            "DTSTART:" + first_day(reminder, time, now) +
                fmt::format("T{:02}{:02}00", time.hour, time.minute),
            "DURATION:PT1M", "RRULE:" + rule, "SUMMARY:" + text, "CLASS:PRIVATE", "TRANSP:TRANSPARENT",
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S", "DESCRIPTION:" + text, "END:VALARM",
            "END:VEVENT"};
        lines.insert(lines.end(), entry.begin(), entry.end());
    }
    lines.emplace_back("END:VCALENDAR");
    std::string file;
    for (const auto& line : lines) { file += folded(line); }
    return file;
}

} // namespace kindly
