// SPDX-License-Identifier: MIT
#include "homework/due.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/translate.hpp"
#include "homework/begun.hpp"
#include "homework/own_exercise.hpp"

#include <algorithm>

namespace kindly {

namespace {

std::string why_of(const Waiting& waiting, int programme_day) {
    std::string why =
        waiting.when == Waiting::When::due
            ? filled(_("Day {} of \"{}\"."), programme_day, waiting.homework_title)
            : filled(_("It comes next in \"{}\", from {} on."), waiting.homework_title, waiting.day);
    if (waiting.optional) { why += std::string(" ") + _("It may be left out."); }
    return why;
}

Waiting begin(const Begun& begun, std::size_t place, Waiting::When when, const std::string& exercise,
              const Catalogue* catalogue) {
    Waiting waiting;
    waiting.when = when;
    waiting.homework = begun.row.id;
    waiting.homework_title = begun.row.title;
    waiting.exercise = exercise;
    waiting.title = title_of(begun.row, exercise, catalogue);
    waiting.item = static_cast<int>(place) + 1;
    return waiting;
}

void add_of_programme(std::vector<Waiting>& all, const Begun& begun, std::size_t place, Waiting::When when,
                      const Catalogue* catalogue) {
    const ProgrammeItem& item = begun.programme->items[place];
    Waiting waiting = begin(begun, place, when, item.exercise, catalogue);
    waiting.alternatives = item.alternatives;
    waiting.substitute = item.substitute;
    waiting.minutes = item.minutes;
    waiting.text = item.text.empty() ? item.review : item.text;
    waiting.optional = item.optional;
    const bool due = when == Waiting::When::due;
    waiting.day = written_day(due ? begun.place.today_since : begun.place.next_day);
    waiting.why = why_of(waiting, due ? begun.place.day_of_today : begun.place.programme_day);
    all.push_back(std::move(waiting));
}

void add_of_assignment(std::vector<Waiting>& all, const Begun& begun, std::size_t place,
                       const Catalogue* catalogue) {
    const AssignmentItem& item = begun.assignment->items[place];
    const Standing& standing = begun.standings[place];
    if (!standing.next) { return; }
    const auto when = standing.due ? Waiting::When::due : Waiting::When::next;
    Waiting waiting = begin(begun, place, when, item.exercise, catalogue);
    waiting.substitute = item.easier;
    waiting.minutes = item.minutes;
    waiting.text = item.text;
    waiting.day = written_day(*standing.next);
    waiting.why = standing.due
                      ? filled(_("Agreed on with {}: {}."), begun.assignment->from, in_words(item.often))
                      : filled(_("Agreed on with {}: {}. It comes next on {}."), begun.assignment->from,
                               in_words(item.often), waiting.day);
    all.push_back(std::move(waiting));
}

} // namespace

std::vector<Waiting> waiting_homework(const Journal& journal, const Catalogue* catalogue, Moment now,
                                      Milliseconds day_starts) {
    std::vector<Waiting> all;
    for (const Begun& begun : begun_homework(journal, local_day(now, day_starts))) {
        if (begun.programme != nullptr) {
            for (const std::size_t item : begun.place.today) {
                add_of_programme(all, begun, item, Waiting::When::due, catalogue);
            }
            for (const std::size_t item : begun.place.next) {
                add_of_programme(all, begun, item, Waiting::When::next, catalogue);
            }
        }
        for (std::size_t item = 0; item < begun.standings.size(); ++item) {
            add_of_assignment(all, begun, item, catalogue);
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Waiting& left, const Waiting& right) {
        return left.when == Waiting::When::due && right.when == Waiting::When::next;
    });
    return all;
}

} // namespace kindly
