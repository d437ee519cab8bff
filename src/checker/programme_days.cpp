// SPDX-License-Identifier: MIT
// P002: whether the days of a programme fit together.
#include "checker/programme_check.hpp"
#include "exercise/findings.hpp"

#include <algorithm>

namespace kindly {

namespace {

Span place(const ProgrammeItem& item, const char* key) { return item.written->find(key)->span; }

/// "day 3", "days 3 to 7"
std::string days_of(const ProgrammeItem& item) {
    return item.last_day() == item.day ? filled(_("day {}"), item.day)
                                       : filled(_("days {} to {}"), item.day, item.last_day());
}

/// True where its days make sense by themselves.
bool check_span(const ProgrammeItem& item, Findings& findings) {
    if (item.until && *item.until < item.day) {
        findings.error("P002", place(item, "until"),
                       filled(_("\"until\" ({}) is before \"day\" ({})"), *item.until, item.day),
                       {_("So it would never be due."),
                        filled(_("\"until\" from {} on, or leave it out."), item.day + 1),
                        place(item, "day")});
        return false;
    }
    const int days = item.last_day() - item.day + 1;
    if (item.times && *item.times > days) {
        findings.error("P002", place(item, "times"),
                       filled(_("{} times do not fit into {}"), *item.times, days_of(item)),
                       {_("Once a day is the most."), filled(_("\"times\" from 1 to {}."), days), {}});
        return false;
    }
    return true;
}

void check_order(const Programme& programme, Findings& findings) {
    int before = 0;
    for (const ProgrammeItem& item : programme.items) {
        if (before == 0 && item.day != 1) {
            findings.error("P002", place(item, "day"),
                           filled(_("The programme begins with day {}"), item.day),
                           {_("Day 1 is the day on which somebody begins; they would find nothing there."),
                            "\"day\": 1",
                            {}});
        } else if (item.day < before) {
            findings.error("P002", place(item, "day"),
                           filled(_("Day {} stands after day {}"), item.day, before),
                           {_("A programme goes in order, and is written in order."), {}, {}});
        }
        before = std::max(before, item.day);
    }
}

/// The same exercise on the same day.
void check_twice(const Programme& programme, Findings& findings) {
    for (auto item = programme.items.begin(); item != programme.items.end() && !findings.full(); ++item) {
        if (item->exercise.empty()) { continue; }
        const auto other = std::find_if(programme.items.begin(), item, [&](const ProgrammeItem& one) {
            return one.exercise == item->exercise && one.day <= item->last_day() &&
                   item->day <= one.last_day();
        });
        if (other == item) { continue; }
        findings.error(
            "P002", place(*item, "exercise"),
            filled(_("\"{}\" is on day {} twice"), item->exercise, std::max(item->day, other->day)),
            {_("Once a day is enough; one practice would count for both."), {}, place(*other, "exercise")});
    }
}

} // namespace

void check_days(const Programme& programme, Findings& findings) {
    bool fits = true;
    for (const ProgrammeItem& item : programme.items) { fits = check_span(item, findings) && fits; }
    if (!fits) { return; } // the rest may follow from it
    check_order(programme, findings);
    check_twice(programme, findings);
    const int last = programme.days();
    for (const ProgrammeWeek& week : programme.weeks) {
        if (week.week <= programme.week_count()) { continue; }
        findings.error("P002", week.written->find("week")->span,
                       filled(_("There is no week {}: the programme ends on day {}"), week.week, last),
                       {_("A week has seven days: the second one begins on day 8."), {}, {}});
    }
}

} // namespace kindly
