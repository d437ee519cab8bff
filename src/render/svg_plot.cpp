// SPDX-License-Identifier: MIT
#include "render/svg_plot.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "render/dates_in_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr int days_of_week = 7;
constexpr double width = 340; // of a phone, without its margins
constexpr double top = 28;
constexpr double rating_step = 18;
constexpr double bottom = top + highest_rating * rating_step;

double height_of(double rating) { return bottom - rating * rating_step; }

std::string escaped(const std::string& text) {
    std::string safe;
    for (const char letter : harmless(text)) {
        switch (letter) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        case '\'': safe += "&#39;"; break;
        default: safe += letter;
        }
    }
    return safe;
}

/// Around what is drawn, with what is said instead of it.
std::string drawing(const SvgWords& words, double height, const std::string& inside) {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:g} {:g}\" role=\"img\" "
        "aria-labelledby=\"{}-title {}-text\" fill=\"currentColor\" stroke=\"none\" "
        "font-size=\"12\">\n<title id=\"{}-title\">{}</title>\n<desc id=\"{}-text\">{}</desc>\n"
        "{}</svg>\n",
        width, height, words.id, words.id, words.id, escaped(words.title), words.id,
        escaped(words.description), inside);
}

std::string text(double x, double y, const char* anchor, const std::string& words) {
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor,
                       escaped(words));
}

std::string line(double x1, double y1, double x2, double y2, double thickness, double opacity) {
    return fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"currentColor\" "
        "stroke-width=\"{:.1f}\" stroke-opacity=\"{:.2f}\"/>\n",
        x1, y1, x2, y2, thickness, opacity);
}

constexpr double middle_of_letters = 4; // from their base line

} // namespace

std::string svg_before_after(const PairCounts& counts, const SvgWords& words) {
    constexpr double left = 70;
    constexpr double right = width - left;
    constexpr double thinnest = 1.5;
    constexpr double thickest = 8;
    constexpr double faintest = 0.12;
    constexpr double strongest = 0.7;
    double count_all = 0;
    double sum_before = 0;
    double sum_after = 0;
    std::string drawn =
        text(left, top - 14, "middle", _("before")) + text(right, top - 14, "middle", _("after"));
    drawn += line(left, top, left, bottom, 1, 0.6) + line(right, top, right, bottom, 1, 0.6);
    for (int rating = 0; rating <= highest_rating; ++rating) {
        const double y = height_of(rating) + middle_of_letters;
        drawn += text(left - 14, y, "end", std::to_string(rating));
        drawn += text(right + 14, y, "start", std::to_string(rating));
    }
    std::int64_t most = 1;
    for (const RatingCounts& row : counts) {
        most = std::max(most, *std::max_element(row.begin(), row.end()));
    }
    for (std::size_t before = 0; before < counts.size(); ++before) {
        for (std::size_t after = 0; after < counts[before].size(); ++after) {
            const std::int64_t count = counts[before][after];
            if (count == 0) { continue; }
            const double share = static_cast<double>(count) / static_cast<double>(most);
            const double y1 = height_of(static_cast<double>(before));
            const double y2 = height_of(static_cast<double>(after));
            drawn += line(left, y1, right, y2, std::max(thinnest, thickest * std::sqrt(share)),
                          faintest + (strongest - faintest) * share);
            count_all += static_cast<double>(count);
            sum_before += static_cast<double>(count) * static_cast<double>(before);
            sum_after += static_cast<double>(count) * static_cast<double>(after);
            drawn += fmt::format(
                "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/><circle cx=\"{:.1f}\" cy=\"{:.1f}\" "
                "r=\"4\"/>\n",
                left, y1, right, y2);
        }
    }
    if (count_all > 1) { // of one pair, the line itself
        drawn +=
            fmt::format("<line class=\"mean\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" "
                        "stroke=\"currentColor\" stroke-width=\"2.5\" stroke-dasharray=\"7 4\"/>\n",
                        left, height_of(sum_before / count_all), right, height_of(sum_after / count_all));
    }
    return drawing(words, bottom + 12, drawn);
}

std::string svg_trend(const Trend& trend, const SvgWords& words) {
    constexpr double left = 34;
    constexpr double right = width - 12;
    const int weeks = (weeks_spanned(trend) + most_trend_points - 1) / most_trend_points;
    const Trend points = pooled(trend, std::max(weeks, 1));
    std::string drawn;
    for (int rating = 0; rating <= highest_rating; rating += 2) {
        drawn += line(left, height_of(rating), right, height_of(rating), 1, 0.2);
        drawn += text(left - 8, height_of(rating) + middle_of_letters, "end", std::to_string(rating));
    }
    if (points.empty()) { return drawing(words, bottom + 30, drawn); }
    const DayNumber first = points.front().monday;
    const DayNumber last = points.back().monday;
    const auto place = [&](DayNumber day) {
        constexpr double margin = 8;
        if (first == last) { return (left + right) / 2; }
        return left + margin + (right - left - 2 * margin) * (day - first) / (last - first);
    };
    std::string before_line;
    std::string after_line;
    std::string marks;
    for (const TrendPoint& point : points) {
        const double x = place(point.monday);
        before_line += fmt::format("{:.1f},{:.1f} ", x, height_of(point.before));
        after_line += fmt::format("{:.1f},{:.1f} ", x, height_of(point.after));
        marks += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\" class=\"open\" "
                             "stroke=\"currentColor\" stroke-width=\"1.5\"/>\n"
                             "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\"/>\n",
                             x, height_of(point.before), x, height_of(point.after));
    }
    drawn += fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\" "
                         "stroke-dasharray=\"3 4\"/>\n<polyline points=\"{}\" fill=\"none\" "
                         "stroke=\"currentColor\" stroke-width=\"1.6\"/>\n{}",
                         before_line, after_line, marks);
    if (first == last) {
        drawn += text(place(first), bottom + 24, "middle", written_day(first));
    } else {
        drawn += text(left, bottom + 24, "start", written_day(first));
        drawn += text(right, bottom + 24, "end", written_day(last));
    }
    return drawing(words, bottom + 30, drawn);
}

std::string svg_calendar(const std::vector<CalendarDay>& days, const CalendarStretch& stretch,
                         const SvgWords& words) {
    constexpr double left = 34;
    constexpr double cell = (width - left) / calendar_weeks;
    constexpr double side = cell - 2;
    constexpr double first_row = 20;
    constexpr double opacities[] = {0.1, 0.6, 0.8, 1};
    std::map<DayNumber, std::int64_t> counts;
    for (const CalendarDay& day : days) { counts[day.day] += day.count; }
    std::string drawn;
    for (int row = 0; row < days_of_week; ++row) {
        drawn += "<g font-size=\"10\">" +
                 text(left - 6, first_row + row * cell + cell - 3, "end", short_weekday(row)) + "</g>";
    }
    for (int week = 0; week < calendar_weeks; ++week) {
        const DayNumber monday = stretch.first_monday + week * days_of_week;
        const DayNumber sunday = monday + days_of_week - 1;
        const double x = left + week * cell;
        if (day_of_month(sunday) <= days_of_week && week < calendar_weeks - 1 && monday <= stretch.last_day) {
            drawn += text(x, first_row - 7, "start", short_month(sunday));
        }
        for (int row = 0; row < days_of_week; ++row) {
            const DayNumber day = monday + row;
            if (day < stretch.first_day || day > stretch.last_day) { continue; }
            const auto found = counts.find(day);
            const std::int64_t count = found == counts.end() ? 0 : found->second;
            const double opacity = opacities[std::min<std::int64_t>(count, 3)];
            drawn +=
                fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"2\" "
                            "fill-opacity=\"{:g}\">",
                            x, first_row + row * cell, side, side, opacity);
            if (count > 0) {
                drawn += "<title>" +
                         escaped(fmt::format("{}: {}", written_day(day),
                                             plural("{} practice", "{} practices", count))) +
                         "</title>";
            }
            drawn += "</rect>\n";
        }
    }
    return drawing(words, first_row + days_of_week * cell + 2, drawn);
}

} // namespace kindly
