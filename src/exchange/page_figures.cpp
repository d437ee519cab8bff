// SPDX-License-Identifier: MIT
#include "exchange/page_figures.hpp"

#include "base/filled.hpp"
#include "base/translate.hpp"
#include "exchange/statistics_plots.hpp"
#include "exchange/statistics_words.hpp"
#include "render/dates_in_words.hpp"
#include "render/svg_plot.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr int days_of_week = 7;

std::string one_decimal(double value) { return fmt::format("{:.1f}", value); }

/// Short, for a cell under "Time".
std::string time_of(const Amount& amount) {
    return amount.without_time == amount.practices ? _("not known") : short_time(amount.seconds);
}

struct NamedMeasure {
    Measure pairs;
    const char* id;
    std::string title, name;
};

std::vector<NamedMeasure> measures() {
    return {{&RatingPairs::distress, "distress", _("Distress, 0 to 10"), _("Distress")},
            {&RatingPairs::kindness, "kindness", _("Kindness to oneself, 0 to 10"), _("Kindness")}};
}

/// As many calendars as there is practice in, the latest ones; each of half a year.
PageSection days_section(const Statistics& statistics) {
    constexpr int most_calendars = 6;
    PageSection section;
    section.heading = _("Days");
    const std::vector<CalendarDay> days = calendar_of(statistics);
    const DayNumber first_day = days.front().day;
    const DayNumber last_day = days.back().day;
    constexpr int stretch_days = calendar_weeks * days_of_week;
    const DayNumber first_monday = monday_of(first_day);
    const int all = (last_day - first_monday) / stretch_days + 1;
    const int shown = std::min(all, most_calendars);
    for (int index = all - shown; index < all; ++index) {
        CalendarStretch stretch{.first_monday = first_monday + index * stretch_days,
                                .first_day = first_day,
                                .last_day = last_day};
        stretch.first_day = std::max(first_day, stretch.first_monday);
        stretch.last_day = std::min(last_day, stretch.first_monday + stretch_days - 1);
        std::int64_t practices = 0;
        std::int64_t practised_days = 0;
        for (const CalendarDay& day : days) {
            if (day.day < stretch.first_day || day.day > stretch.last_day) { continue; }
            practices += day.count;
            ++practised_days;
        }
        const std::string from_to =
            filled(_("{} to {}"), written_day(stretch.first_day), written_day(stretch.last_day));
        const std::string numbers = filled(_("{} on {}"), plural("{} practice", "{} practices", practices),
                                           plural("{} day", "{} days", practised_days));
        section.drawings.push_back(
            {.svg =
                 svg_calendar(days, stretch,
                              {.id = fmt::format("calendar{}", index),
                               .title = filled(_("Calendar, {}"), from_to),
                               .description = filled(_("A square for each day, darker where there was more "
                                                       "practice: {}."),
                                                     numbers)}),
             .caption = filled("{}: {}", from_to, numbers),
             .figures = {}});
    }
    if (shown < all) {
        section.remarks.push_back(
            filled(_("The calendar begins on {}; earlier weeks are in the table by week."),
                   written_day(first_monday + (all - shown) * stretch_days)));
    }
    return section;
}

PageSection weeks_section(const Statistics& statistics) {
    PageSection section;
    section.heading = _("By week");
    PageTable table;
    table.caption = _("Weeks from Monday to Sunday.");
    table.heads = {_("Week"), _("From"), _("Practices"), _("Time")};
    for (const auto& [monday, week] : statistics.by_week) {
        table.rows.push_back({iso_week(monday), written_day(monday), std::to_string(week.amount.practices),
                              time_of(week.amount)});
    }
    section.tables = {std::move(table)};
    return section;
}

PageSection exercises_section(const Statistics& statistics) {
    PageSection section;
    section.heading = _("By exercise");
    PageTable table;
    table.caption = _("Each exercise with the day of its latest practice.");
    table.heads = {_("Exercise"), _("Practices"), _("Time"), _("Latest")};
    for (const auto& [id, figures] : statistics.by_exercise) {
        table.rows.push_back({figures.title.empty() ? id : figures.title,
                              std::to_string(figures.amount.practices), time_of(figures.amount),
                              written_day(figures.last_day)});
    }
    section.tables = {std::move(table)};
    return section;
}

PageDrawing before_after(const NamedMeasure& measure, const Pairs& pairs) {
    PairCounts counts{};
    for (int before = 0; before <= Pairs::highest; ++before) {
        for (int after = 0; after <= Pairs::highest; ++after) {
            counts[static_cast<std::size_t>(before)][static_cast<std::size_t>(after)] =
                pairs.count(before, after);
        }
    }
    PageTable table;
    table.caption = _("How often each rating was given");
    table.heads = {_("Rating"), _("before"), _("after")};
    for (int rating = Pairs::highest; rating >= 0; --rating) {
        const auto index = static_cast<std::size_t>(rating);
        table.rows.push_back({std::to_string(rating), std::to_string(pairs.before()[index]),
                              std::to_string(pairs.after()[index])});
    }
    return {.svg = svg_before_after(counts,
                                    {.id = std::string(measure.id) + "pairs",
                                     .title = filled(_("{} before and after"), measure.name),
                                     .description = filled(_("A line for each pair of ratings: {}; mean "
                                                             "{}."),
                                                           changes_in_words(pairs), means_in_words(pairs))}),
            .caption = pairs.count() > 1
                           ? _("A line from each rating before to the one after, stronger where there "
                               "were more such pairs. The broken line: the means.")
                           : _("A line from the rating before to the one after."),
            .figures = {std::move(table)}};
}

/// Of at least two weeks.
PageDrawing trend(const NamedMeasure& measure, const Trend& weeks) {
    const int together = (weeks_spanned(weeks) + most_trend_points - 1) / most_trend_points;
    const Trend points = pooled(weeks, together);
    PageTable table;
    table.caption = together == 1 ? std::string(_("Means of each week"))
                                  : filled(_("Means of {} weeks together"), together);
    table.heads = {_("From"), _("before"), _("after"), _("pairs")};
    for (const TrendPoint& point : points) {
        table.rows.push_back({written_day(point.monday), one_decimal(point.before), one_decimal(point.after),
                              std::to_string(point.pairs)});
    }
    return {.svg =
                svg_trend(weeks, {.id = std::string(measure.id) + "trend",
                                  .title = filled(_("{} over time"), measure.name),
                                  .description = _("Means before and after, as in the table that follows.")}),
            .caption = _("Open circles and the broken line: before. Full circles and the full line: after."),
            .figures = {std::move(table)}};
}

PageSection ratings_section(const NamedMeasure& measure, const Statistics& statistics) {
    const Pairs& pairs = statistics.ratings.*measure.pairs;
    PageSection section;
    section.heading = measure.title;
    section.sentences = {
        filled(_("After, compared with before: {}"), changes_in_words(pairs)),
        filled(_("Mean of {}: {}"), plural("{} pair", "{} pairs", pairs.count()), means_in_words(pairs)),
        filled(_("Mean change: {}"), mean_change_in_words(pairs))};
    section.drawings.push_back(before_after(measure, pairs));
    if (const Trend weeks = trend_of(statistics, measure.pairs); weeks.size() > 1) {
        section.drawings.push_back(trend(measure, weeks));
    }
    bool apart = false;
    for (const auto& [id, figures] : statistics.by_exercise) {
        const bool several = versions_are_apart(figures);
        for (const auto& [major, version] : figures.versions) {
            const Pairs& own = version.ratings.*measure.pairs;
            if (own.count() == 0) { continue; }
            const std::string title = figures.title.empty() ? id : figures.title;
            const std::string name =
                several ? filled(_("{}, version {}"), title, major.empty() ? _("not known") : major) : title;
            section.points.push_back(
                filled(_("{}: {}; mean {}"), name, changes_in_words(own), means_in_words(own)));
            apart = apart || several;
        }
    }
    if (apart) { section.remarks.push_back(remark_on_versions()); }
    return section;
}

} // namespace

std::vector<PageSection> figure_sections(const Statistics& statistics, Share share) {
    const bool ratings = ratings_leave(share);
    PageSection totals;
    totals.heading = _("In all");
    totals.sentences = totals_in_words(statistics, share);
    totals.sentences.insert(totals.sentences.begin(), number_in_words(statistics));
    std::vector<PageSection> sections{std::move(totals), days_section(statistics)};
    bool any_rated = false;
    for (const auto& measure : measures()) {
        if (!ratings || (statistics.ratings.*measure.pairs).count() == 0) { continue; }
        sections.push_back(ratings_section(measure, statistics));
        any_rated = true;
    }
    if (any_rated) {
        auto& remarks = sections.back().remarks;
        for (const auto& remark : remarks_on_ratings()) { remarks.push_back(remark); }
    } else if (ratings) {
        sections.front().sentences.emplace_back(
            _("None of these practices was rated both before and after."));
    }
    sections.push_back(exercises_section(statistics));
    sections.push_back(weeks_section(statistics));
    return sections;
}

} // namespace kindly
