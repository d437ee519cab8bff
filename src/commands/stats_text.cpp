// SPDX-License-Identifier: MIT
#include "commands/stats_text.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exchange/statistics_plots.hpp"
#include "exchange/statistics_words.hpp"
#include "render/dates_in_words.hpp"
#include "render/plot.hpp"

#include <algorithm>
#include <iterator>

namespace kindly {

namespace {

constexpr std::size_t most_weeks = 12;
constexpr std::size_t most_exercises = 20;
constexpr std::size_t most_days = 14;
constexpr std::size_t indent = 2;

struct NamedMeasure {
    Measure pairs;
    std::string title; ///< "Distress, 0 to 10"
    std::string name;  ///< "distress"
};

std::vector<NamedMeasure> measures() {
    return {{&RatingPairs::distress, _("Distress, 0 to 10"), _("distress")},
            {&RatingPairs::kindness, _("Kindness to yourself, 0 to 10"), _("kindness")}};
}

class Page {
public:
    Page(Output& out, const Statistics& statistics, const StatsLayout& layout)
        : out_(out), statistics_(statistics),
          layout_(layout), paper_{.columns = layout.columns - indent, .unicode = layout.unicode} {}

    void write() {
        line(number_in_words(statistics_), 0);
        for (const auto& words : totals_in_words(statistics_, Share::words)) { line(words, 0); }
        calendar();
        weeks();
        exercises();
        ratings();
    }

private:
    /// Wrapped; what does not fit goes on a little further in.
    void line(const std::string& text, std::size_t at) {
        bool first = true;
        for (const auto& part : wrapped(harmless(text), layout_.columns - at - indent)) {
            out_.write(std::string(first ? at : at + indent, ' ') + part + "\n");
            first = false;
        }
    }
    void heading(const std::string& text) {
        out_.write("\n");
        line(text, 0);
    }
    void drawn(const PlotLines& lines) {
        for (const auto& one : lines) { out_.write(std::string(one.empty() ? 0 : indent, ' ') + one + "\n"); }
    }

    void calendar() {
        if (layout_.plain) {
            heading(_("Days with practice"));
            const auto& days = statistics_.by_day;
            const std::size_t shown = std::min(most_days, days.size());
            for (auto day = std::prev(days.end(), static_cast<std::ptrdiff_t>(shown)); day != days.end();
                 ++day) {
                line(filled("{}: {}, {}", written_day(day->first), practices(day->second),
                            long_time_of(day->second)),
                     indent);
            }
            only_the_latest(shown, days.size(), _("The latest {} of {} days; --json has all of them."));
            return;
        }
        const CalendarPlot plot = draw_calendar(calendar_of(statistics_), paper_);
        heading(
            plot.first_day == plot.last_day
                ? filled(_("Days, {}"), written_day(plot.first_day))
                : filled(_("Days, from {} to {}"), written_day(plot.first_day), written_day(plot.last_day)));
        drawn(plot.lines);
        line(plot.key, indent);
    }

    void weeks() {
        const auto& weeks = statistics_.by_week;
        const std::size_t shown = std::min(most_weeks, weeks.size());
        heading(_("By week, Monday to Sunday"));
        std::size_t number_width = 0;
        const auto first = std::prev(weeks.end(), static_cast<std::ptrdiff_t>(shown));
        for (auto week = first; week != weeks.end(); ++week) {
            number_width = std::max(number_width, practices(week->second.amount).size());
        }
        for (auto week = first; week != weeks.end(); ++week) {
            if (layout_.plain) {
                line(week_in_words(week->first, week->second), indent);
            } else {
                const std::string number = practices(week->second.amount);
                drawn({filled("{}  {}{}  {}", iso_week(week->first), number,
                              std::string(number_width - number.size(), ' '),
                              short_time_of(week->second.amount))});
            }
        }
        only_the_latest(shown, weeks.size(),
                        _("The latest {} of {} weeks with practice; --json has all of them."));
    }

    std::string week_in_words(DayNumber monday, const WeekFigures& week) {
        std::string words = filled(_("{}, from {}: {}, {}"), iso_week(monday), written_day(monday),
                                   practices(week.amount), long_time_of(week.amount));
        for (const auto& measure : measures()) {
            const Pairs& pairs = week.ratings.*measure.pairs;
            if (pairs.count() > 0) {
                words += "; " + filled(_("mean {} {}"), measure.name, means_in_words(pairs));
            }
        }
        return words;
    }

    void exercises() {
        heading(_("By exercise"));
        std::vector<const std::pair<const std::string, ExerciseFigures>*> order;
        for (const auto& exercise : statistics_.by_exercise) { order.push_back(&exercise); }
        std::stable_sort(order.begin(), order.end(), [](const auto* left, const auto* right) {
            return left->second.amount.practices > right->second.amount.practices;
        });
        const std::size_t shown = std::min(most_exercises, order.size());
        bool apart = false;
        for (std::size_t index = 0; index < shown; ++index) {
            const auto& [id, figures] = *order[index];
            exercise(id, figures);
            apart = apart || versions_are_apart(figures);
        }
        only_the_latest(shown, order.size(),
                        _("The {} most practised of {} exercises; --json has all of them."));
        if (apart) { line(remark_on_versions(), indent); }
    }

    void exercise(const std::string& id, const ExerciseFigures& figures) {
        line(filled(_("{} ({})"), figures.title, id), indent);
        line(filled(_("{}, {}, last on {}"), practices(figures.amount),
                    layout_.plain ? long_time_of(figures.amount) : short_time_of(figures.amount),
                    written_day(figures.last_day)),
             2 * indent);
        const bool apart = versions_are_apart(figures);
        for (const auto& [major, version] : figures.versions) {
            for (const auto& measure : measures()) {
                const Pairs& pairs = version.ratings.*measure.pairs;
                if (pairs.count() == 0) { continue; }
                const std::string name =
                    apart ? filled(_("version {}, {}"), major.empty() ? _("not known") : major, measure.name)
                          : measure.name;
                line(filled("{}: {}", name, changes_in_words(pairs)), 2 * indent);
                line(filled(_("mean {}"), means_in_words(pairs)), 3 * indent);
            }
        }
    }

    void ratings() {
        const RatingPairs& all = statistics_.ratings;
        if (all.distress.count() == 0 && all.kindness.count() == 0) {
            heading(_("None of these practices was rated both before and after."));
            return;
        }
        for (const auto& measure : measures()) { ratings(measure, all.*measure.pairs); }
        out_.write("\n");
        for (const auto& remark : remarks_on_ratings()) { line(remark, 0); }
    }

    void ratings(const NamedMeasure& measure, const Pairs& pairs) {
        heading(measure.title);
        if (pairs.count() == 0) {
            line(_("Not rated both before and after in any of these practices"), indent);
            return;
        }
        line(changes_in_words(pairs), indent);
        line(filled(_("Mean of {}: {}"), plural("{} pair", "{} pairs", pairs.count()), means_in_words(pairs)),
             indent);
        line(filled(_("Mean change: {}"), mean_change_in_words(pairs)), indent);
        if (layout_.plain) {
            line(filled(_("Ratings before: {}"), counts_in_words(pairs.before())), indent);
            line(filled(_("Ratings after: {}"), counts_in_words(pairs.after())), indent);
            return;
        }
        out_.write("\n");
        drawn(draw_before_after(before_after_of(pairs), paper_));
        const Trend trend = trend_of(statistics_, measure.pairs);
        if (trend.size() < 2) { return; } // one week is no course of time
        out_.write("\n");
        const TrendPlot plot = draw_trend(trend, paper_);
        line(plot.weeks == 1 ? std::string(_("Means by week"))
                             : filled(_("Means over time; each column stands for {} weeks"), plot.weeks),
             indent);
        drawn(plot.lines);
        line(plot.key, indent);
    }

    /// "8, 1 time; 7, 3 times"
    static std::string counts_in_words(const Pairs::Counts& counts) {
        std::vector<std::string> parts;
        for (int rating = Pairs::highest; rating >= 0; --rating) {
            const auto count = counts[static_cast<std::size_t>(rating)];
            if (count > 0) {
                parts.push_back(filled(_("{}, {}"), rating, plural("{} time", "{} times", count)));
            }
        }
        return joined(parts, "; ");
    }

    static std::string practices(const Amount& amount) {
        return plural("{} practice", "{} practices", amount.practices);
    }
    void only_the_latest(std::size_t shown, std::size_t all, const char* words) {
        if (shown < all) { line(filled(words, shown, all), indent); }
    }

    Output& out_;
    const Statistics& statistics_;
    const StatsLayout& layout_;
    PlotPaper paper_;
};

} // namespace

void write_statistics(Output& out, const Statistics& statistics, const StatsLayout& layout) {
    Page(out, statistics, layout).write();
}

} // namespace kindly
