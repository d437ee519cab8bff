// SPDX-License-Identifier: MIT
// Any bytes as a programme: what reads without errors leads from its first day to its end, whatever is left
// out on the way.
#include "exercise/programme_reader.hpp"
#include "exercise/shown_texts.hpp"
#include "fuzz.hpp"
#include "homework/programme_walk.hpp"

namespace {

using namespace kindly;
using namespace kindly::fuzz;

constexpr DayNumber begun = 20779; // 2026-11-22

void is_whole(const Programme& programme) {
    must(!programme.items.empty() && programme.days() >= 1, "a programme has a day");
    for (const ProgrammeItem& item : programme.items) {
        must(item.day >= 1 && item.last_day() >= item.day && item.last_day() <= programme.days(),
             "an item's days are in order");
        must(item.practices() >= 1, "an item is done once at least");
        must(!item.exercise.empty() || !item.review.empty(), "a day has something to do, or looks back");
        for (const auto& id : item.choices()) {
            must(!id.empty() && id.find('/') == std::string::npos, "a name leads out of no folder", id);
        }
    }
    for (const ProgrammeTurn& turn : turns_of(programme)) {
        const ProgrammeItem& item = programme.items.at(turn.item);
        must(turn.day >= item.day && turn.day <= item.last_day(), "a turn is on one of its item's days");
    }
    for (const ShownText& text : shown_texts(programme)) { must(!text.name.empty(), "a text has a name"); }
    static_cast<void>(exercises_of(programme));
}

/// Every day the first thing that there is, or leaving it out.
void comes_to_its_end(const Programme& programme) {
    constexpr DayNumber most_days = 60; // of a year's programme the beginning
    std::vector<Practised> practised;
    std::vector<LeftOut> left_out;
    for (DayNumber day = begun; day < begun + most_days; ++day) {
        const ProgrammePlace place = place_in(programme, begun, practised, left_out, day);
        must(place.items.size() == programme.items.size(), "each item has its place");
        must(place.all.done + place.all.in_part + place.all.left_out <= place.all.of,
             "no more is done than there is to do");
        if (place.finished) {
            must(place.today.empty() || place.next.empty(), "a programme that is over asks for nothing");
            return;
        }
        must(place.programme_day >= 1 && place.programme_day <= programme.days(), "a day of the programme");
        if (place.today.empty()) { continue; }
        const std::size_t item = place.today.front();
        const auto number = static_cast<std::int64_t>(day);
        if (day % 5 == 0 || programme.items[item].exercise.empty()) {
            left_out.push_back({static_cast<int>(item) + 1, day, number});
        } else {
            practised.push_back({programme.items[item].exercise, day, number, Practised::How::whole, true});
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = text_of(data, size);
    static_cast<void>(looks_like_programme(bytes));
    const ReadProgramme read = read_programme(source_of("fuzz.json", bytes));
    look_at(read.diagnostics);
    must((read.programme == nullptr) == has_errors(read.diagnostics), "either a programme, or errors");
    if (read.programme == nullptr) { return 0; }
    for (const ProgrammeItem& item : read.programme->items) {
        if (item.last_day() < item.day) { return 0; } // family P refuses it, before anything is done with it
    }
    is_whole(*read.programme);
    comes_to_its_end(*read.programme);
    return 0;
}
