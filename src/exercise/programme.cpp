// SPDX-License-Identifier: MIT
#include "exercise/programme.hpp"

#include <algorithm>
#include <set>

namespace kindly {

std::vector<std::string> ProgrammeItem::choices() const {
    std::vector<std::string> all;
    if (!exercise.empty()) { all.push_back(exercise); }
    all.insert(all.end(), alternatives.begin(), alternatives.end());
    return all;
}

int Programme::days() const {
    int last = 0;
    for (const ProgrammeItem& item : items) { last = std::max(last, item.last_day()); }
    return last;
}

int Programme::week_of(int day) {
    constexpr int days_of_a_week = 7;
    return (day + days_of_a_week - 1) / days_of_a_week;
}

const ProgrammeWeek* Programme::week(int number) const {
    const auto found = std::find_if(weeks.begin(), weeks.end(),
                                    [&](const ProgrammeWeek& one) { return one.week == number; });
    return found == weeks.end() ? nullptr : &*found;
}

std::vector<std::string> exercises_of(const Programme& programme) {
    std::set<std::string> all;
    for (const ProgrammeItem& item : programme.items) {
        for (const std::string& one : item.choices()) { all.insert(one); }
        if (!item.substitute.empty()) { all.insert(item.substitute); }
    }
    return {all.begin(), all.end()};
}

} // namespace kindly
