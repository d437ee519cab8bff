// SPDX-License-Identifier: MIT
#include "exchange/statistics_words.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "render/dates_in_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace {

/// One decimal; never "-0.0".
double tenths(double value) {
    constexpr double ten = 10;
    const double rounded = std::round(value * ten) / ten;
    return rounded == 0 ? 0 : rounded;
}

std::string mean(double value) { return fmt::format("{:.1f}", tenths(value)); }

/// With its sign: "+0.5", "-2.1", "0.0".
std::string change(double value) {
    const double rounded = tenths(value);
    return rounded == 0 ? fmt::format("{:.1f}", rounded) : fmt::format("{:+.1f}", rounded);
}

/// "8 completed, 1 closed early"
std::string endings(const Statistics& statistics) {
    constexpr std::array<std::pair<const char*, const char*>, 4> endings{
        {{"completed", N_("{} completed")},
         {"closed_early", N_("{} closed early")},
         {"stopped", N_("{} stopped")},
         {"interrupted", N_("{} interrupted")}}};
    std::vector<std::string> parts;
    for (const auto& [status, words] : endings) {
        const auto found = statistics.by_status.find(status);
        if (found != statistics.by_status.end() && found->second > 0) {
            parts.push_back(filled(_(words), found->second));
        }
    }
    return joined(parts, ", ");
}

std::string time_of(const Amount& amount, std::string (*in_words)(std::int64_t)) {
    if (amount.practices > 0 && amount.without_time == amount.practices) { return _("time not known"); }
    return in_words(amount.seconds);
}

} // namespace

std::string number_in_words(const Statistics& statistics) {
    const std::string practices = plural("{} practice", "{} practices", statistics.all.practices);
    const std::string first = written_day(statistics.by_day.begin()->first);
    const std::string last = written_day(statistics.by_day.rbegin()->first);
    const auto days = static_cast<long long>(statistics.by_day.size());
    if (days == 1) { return filled(_("{}, on {}"), practices, first); }
    return filled(_("{} on {}, from {} to {}"), practices, plural("{} day", "{} days", days), first, last);
}

std::vector<std::string> totals_in_words(const Statistics& statistics, Share share) {
    std::vector<std::string> sentences;
    const Amount& all = statistics.all;
    std::string time = filled(_("Time practised: {}"), long_time_of(all));
    if (all.without_time > 0 && all.without_time < all.practices) {
        time += " (" +
                plural("the length of {} practice is not known", "the lengths of {} practices are not known",
                       all.without_time) +
                ")";
    }
    sentences.push_back(std::move(time));
    sentences.push_back(filled(_("How they ended: {}"), endings(statistics)));
    if (statistics.entered_later > 0) {
        sentences.push_back(plural("{} of them was entered later", "{} of them were entered later",
                                   statistics.entered_later));
    }
    if (!ratings_leave(share)) { return sentences; }
    if (statistics.stopped_for_distress > 0) {
        sentences.push_back(
            plural("{} was ended early because it was too much just then, which was a good decision",
                   "{} were ended early because it was too much just then, each of them a good "
                   "decision",
                   statistics.stopped_for_distress));
    }
    if (statistics.backdraft_noticed > 0) {
        std::string noticed = plural("Backdraft was noticed in {} practice",
                                     "Backdraft was noticed in {} practices", statistics.backdraft_noticed);
        if (statistics.backdraft_grounded > 0) {
            noticed += plural(", and met with grounding in {} of them",
                              ", and met with grounding in {} of them", statistics.backdraft_grounded);
        }
        sentences.push_back(std::move(noticed));
    }
    if (statistics.groundings > 0) {
        sentences.push_back(
            plural("Grounding was taken {} time", "Grounding was taken {} times", statistics.groundings));
    }
    return sentences;
}

std::string changes_in_words(const Pairs& pairs) {
    return filled(_("lower {}, same {}, higher {}; {} not rated"), pairs.lower(), pairs.same(),
                  pairs.higher(), pairs.not_rated());
}

std::string means_in_words(const Pairs& pairs) {
    const auto before = pairs.mean_before();
    const auto after = pairs.mean_after();
    if (!before || !after) { return {}; }
    return filled(_("{} before, {} after"), mean(*before), mean(*after));
}

std::string mean_change_in_words(const Pairs& pairs) {
    const auto by = pairs.mean_change();
    if (!by) { return {}; }
    const auto interval = pairs.change_interval();
    if (!interval) {
        return filled(_("{} (with fewer than {} pairs, there is no interval)"), change(*by),
                      Pairs::fewest_for_interval);
    }
    return filled(_("{} (95 % interval {} to {})"), change(*by), change(interval->low),
                  change(interval->high));
}

std::vector<std::string> remarks_on_ratings() {
    return {
        _("\"Not rated\" are practices without a rating before, or after, or both. Means are of those that "
          "have both."),
        _("The 95 % interval is a range in which the mean change would probably lie if there were many more "
          "such practices. With few pairs it is wide."),
        _("These figures say what was rated. They cannot say why, and they are no measure of you.")};
}

std::string remark_on_versions() {
    return _("Versions of an exercise are shown apart, because what it asks may have changed between them.");
}

bool versions_are_apart(const ExerciseFigures& figures) {
    return std::count_if(figures.versions.begin(), figures.versions.end(), [](const auto& version) {
               const RatingPairs& ratings = version.second.ratings;
               return ratings.distress.count() + ratings.kindness.count() > 0;
           }) > 1;
}

std::string short_time_of(const Amount& amount) { return time_of(amount, short_time); }
std::string long_time_of(const Amount& amount) { return time_of(amount, time_in_words); }

} // namespace kindly
