// SPDX-License-Identifier: MIT
#include "render/plot.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "render/dates_in_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr int days_of_week = 7;

std::string without_spaces_at_end(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string spaces_after(const std::string& text, std::size_t columns) {
    const std::size_t width = display_width(text);
    return text + std::string(columns > width ? columns - width : 0, ' ');
}

std::string spaces_before(const std::string& text, std::size_t columns) {
    const std::size_t width = display_width(text);
    return std::string(columns > width ? columns - width : 0, ' ') + text;
}

/// Shades where there are letters for them; numbers otherwise.
std::string sign_of_day(std::int64_t count, bool unicode) {
    constexpr std::array shades{"·", "▒", "▓", "█"};
    constexpr std::array digits{".", "1", "2", "3", "4", "5", "6", "7", "8", "9", "+"};
    const auto index = static_cast<std::size_t>(std::max<std::int64_t>(count, 0));
    return unicode ? shades[std::min(index, shades.size() - 1)] : digits[std::min(index, digits.size() - 1)];
}

/// The names of months above the weeks in which they begin.
std::string month_line(DayNumber first_monday, int weeks, std::size_t label_width, std::size_t columns) {
    std::string line(label_width, ' ');
    for (int week = 0; week < weeks; ++week) {
        const DayNumber sunday = first_monday + week * days_of_week + days_of_week - 1;
        const bool begins_here = day_of_month(sunday) <= days_of_week;
        const std::size_t column = label_width + 2 * static_cast<std::size_t>(week);
        const std::string name = short_month(sunday);
        const bool has_room =
            (week == 0 || display_width(line) < column) && column + display_width(name) <= columns;
        if (begins_here && has_room) { line = spaces_after(line, column) + name; }
    }
    return line;
}

/// "████▌" of at most `columns`; something is never nothing.
std::string bar(std::int64_t count, std::int64_t most, std::size_t columns, bool unicode) {
    if (count <= 0) { return {}; }
    constexpr std::array eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const double length =
        static_cast<double>(columns) * static_cast<double>(count) / static_cast<double>(most);
    std::string drawn;
    if (!unicode) {
        drawn.append(std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(length))), '#');
        return drawn;
    }
    const auto parts =
        std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(length * eighths.size())));
    for (std::size_t whole = 0; whole < parts / eighths.size(); ++whole) { drawn += "█"; }
    return drawn + eighths[parts % eighths.size()];
}

} // namespace

CalendarPlot draw_calendar(const std::vector<CalendarDay>& days, const PlotPaper& paper) {
    CalendarPlot plot;
    std::size_t label_width = 0;
    for (int index = 0; index < days_of_week; ++index) {
        label_width = std::max(label_width, display_width(short_weekday(index)) + 1);
    }
    plot.last_day = days.back().day;
    const DayNumber last_monday = monday_of(plot.last_day);
    const int room = static_cast<int>((paper.columns - label_width) / 2);
    const DayNumber first_monday =
        std::max(monday_of(days.front().day), last_monday - (room - 1) * days_of_week);
    plot.first_day = std::max(days.front().day, first_monday);
    const int weeks = (last_monday - first_monday) / days_of_week + 1;

    std::map<DayNumber, std::int64_t> counts;
    for (const CalendarDay& day : days) { counts[day.day] += day.count; }
    plot.lines.push_back(without_spaces_at_end(month_line(first_monday, weeks, label_width, paper.columns)));
    for (int weekday = 0; weekday < days_of_week; ++weekday) {
        std::string line = spaces_after(short_weekday(weekday), label_width);
        for (int week = 0; week < weeks; ++week) {
            const DayNumber day = first_monday + week * days_of_week + weekday;
            const bool shown = day >= plot.first_day && day <= plot.last_day;
            const auto found = counts.find(day);
            line += shown ? sign_of_day(found == counts.end() ? 0 : found->second, paper.unicode) : " ";
            line += ' ';
        }
        plot.lines.push_back(without_spaces_at_end(line));
    }
    plot.key = paper.unicode ? _("▒ one practice that day, ▓ two, █ three or more")
                             : _("the number of practices that day, + for more than 9");
    return plot;
}

PlotLines draw_before_after(const BeforeAfter& counts, const PlotPaper& paper) {
    std::int64_t most = 1;
    for (const RatingCounts* const side : {&counts.before, &counts.after}) {
        most = std::max(most, *std::max_element(side->begin(), side->end()));
    }
    constexpr std::size_t label_width = 4;
    const std::size_t number_width = fmt::formatted_size("{}", most) + 1;
    constexpr std::size_t widest_bar = 24;
    const std::size_t side_width = std::min((paper.columns - label_width - 1) / 2, widest_bar + number_width);
    const std::size_t bar_width = side_width - number_width;
    const auto cell = [&](std::int64_t count) {
        return count == 0 ? std::string()
                          : bar(count, most, bar_width, paper.unicode) + fmt::format(" {}", count);
    };
    PlotLines lines{without_spaces_at_end(std::string(label_width, ' ') +
                                          spaces_after(_("before"), side_width) + ' ' + _("after"))};
    for (int rating = highest_rating; rating >= 0; --rating) {
        const auto index = static_cast<std::size_t>(rating);
        lines.push_back(without_spaces_at_end(spaces_before(std::to_string(rating), label_width - 1) + ' ' +
                                              spaces_after(cell(counts.before[index]), side_width) + ' ' +
                                              cell(counts.after[index])));
    }
    return lines;
}

TrendPlot draw_trend(const Trend& trend, const PlotPaper& paper) {
    constexpr std::size_t label_width = 4;
    const int room = static_cast<int>(paper.columns - label_width);
    const int span = weeks_spanned(trend);
    TrendPlot plot;
    plot.weeks = (span + room - 1) / room;
    constexpr int widest_step = 6;
    const int step = std::clamp(room / span, 1, widest_step);
    const Trend points = pooled(trend, plot.weeks);
    const std::string before = paper.unicode ? "○" : "o";
    const std::string after = paper.unicode ? "●" : "x";
    const std::string both = paper.unicode ? "◉" : "*";
    const int width = (span + plot.weeks - 1) / plot.weeks * step;
    for (int rating = highest_rating; rating >= 0; --rating) {
        std::vector<std::string> cells(static_cast<std::size_t>(width),
                                       rating % 5 == 0 ? (paper.unicode ? "┈" : "-") : " ");
        for (const TrendPoint& point : points) {
            const int week = (point.monday - points.front().monday) / days_of_week / plot.weeks;
            std::string& cell = cells[static_cast<std::size_t>(week * step)];
            const bool has_before = std::lround(point.before) == rating;
            const bool has_after = std::lround(point.after) == rating;
            if (has_before || has_after) {
                cell = has_before && has_after ? both : has_before ? before : after;
            }
        }
        plot.lines.push_back(without_spaces_at_end(spaces_before(std::to_string(rating), label_width - 1) +
                                                   ' ' + joined(cells, "")));
    }
    const std::string first = written_day(points.front().monday);
    const std::string last = written_day(points.back().monday);
    std::string dates(label_width, ' ');
    if (static_cast<std::size_t>(width) >= display_width(first) + display_width(last) + 1) {
        dates += first + spaces_before(last, static_cast<std::size_t>(width) - display_width(first));
    } else if (points.size() > 1) {
        dates += fmt::format(fmt::runtime(_("{} to {}")), first, last);
    } else {
        dates += first;
    }
    plot.lines.push_back(dates);
    plot.key = fmt::format(fmt::runtime(_("{} before, {} after, {} both")), before, after, both);
    return plot;
}

} // namespace kindly
