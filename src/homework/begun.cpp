// SPDX-License-Identifier: MIT
#include "homework/begun.hpp"

#include "exercise/programme_reader.hpp"
#include "homework/assignment_reader.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

AgreedItem agreed_from(const std::string& words) {
    AgreedItem agreed;
    const auto json = nlohmann::json::parse(words, nullptr, false);
    if (!json.is_object()) { return agreed; }
    const auto text = [&](const char* key) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    agreed.plan = {text("cue"), text("place"), text("obstacle"), text("then")};
    if (const auto found = json.find("confidence"); found != json.end() && found->is_number_integer()) {
        agreed.confidence = found->get<int>();
    }
    return agreed;
}

void stand_in_programme(Begun& begun, const std::vector<Entry>& entries, DayNumber began, DayNumber today) {
    std::vector<Practised> all;
    for (const Entry& entry : entries) {
        if (auto one = practised(entry)) { all.push_back(std::move(*one)); }
    }
    std::vector<LeftOut> left_out;
    for (const HomeworkNote& note : begun.notes) {
        const auto on = read_day(note.day);
        if (note.kind == "skipped" && on) { left_out.push_back({note.item, *on, note.noted_at.unix_ms}); }
    }
    begun.place = place_in(*begun.programme, began, std::move(all), left_out, today);
}

void stand_in_assignment(Begun& begun, const std::vector<Entry>& entries, DayNumber today) {
    const Assignment& assignment = *begun.assignment;
    begun.agreed.resize(assignment.items.size());
    for (const HomeworkNote& note : begun.notes) {
        const auto item = static_cast<std::size_t>(note.item) - 1;
        if (note.kind != "agreed" || note.item < 1 || item >= assignment.items.size()) { continue; }
        begun.agreed[item] = agreed_from(note.words);
        begun.agreed[item].sealed = note.sealed;
    }
    begun.standings = standings_of(begun, entries, items_of(assignment, begun.notes, entries), today);
}

} // namespace

std::vector<std::string> Begun::exercises() const {
    if (programme != nullptr) { return exercises_of(*programme); }
    return assignment == nullptr ? std::vector<std::string>() : exercises_of(*assignment);
}

std::vector<int> unanswered_questions(const Begun& begun) {
    std::vector<int> numbers;
    if (begun.assignment == nullptr) { return numbers; }
    for (int number = 1; number <= static_cast<int>(begun.assignment->questions.size()); ++number) {
        const bool answered =
            std::any_of(begun.notes.begin(), begun.notes.end(), [&](const HomeworkNote& note) {
                return note.kind == "answer" && note.item == number;
            });
        if (!answered) { numbers.push_back(number); }
    }
    return numbers;
}

namespace {

/// Whoever reads the first page and leaves has not practised, and nothing was hard about it.
bool was_begun(const Entry& entry) {
    return entry.status != "stopped" || entry.source != "timed" || !entry.last_section.empty() ||
           entry.practised_seconds.value_or(0) > 0;
}

} // namespace

std::vector<Entry> entries_since(const Journal& journal, const HomeworkRow& row) {
    Filter since;
    since.from_day = row.begun_day;
    since.trials = false;
    std::vector<Entry> entries = journal.entries(since);
    std::erase_if(entries, [&](const Entry& entry) {
        const std::int64_t at = entry.started_at.unix_ms;
        return !was_begun(entry) || (!entry.homework.empty() && entry.homework != row.id) ||
               (row.kind == "assignment" && at < row.begun_at.unix_ms) ||
               (row.after && at <= row.after->unix_ms) || (row.ended_at && at > row.ended_at->unix_ms);
    });
    return entries;
}

std::optional<Practised> practised(const Entry& entry) {
    const auto day = read_day(entry.day);
    if (!day) { return std::nullopt; }
    Practised one;
    one.exercise = entry.exercise;
    one.day = *day;
    one.started_ms = entry.started_at.unix_ms;
    one.how = entry.status == "stopped"       ? Practised::How::part
              : entry.status == "interrupted" ? Practised::How::cut_off
                                              : Practised::How::whole;
    one.for_it = !entry.homework.empty();
    return one;
}

std::vector<std::optional<std::size_t>> items_of(const Assignment& assignment,
                                                 const std::vector<HomeworkNote>& notes,
                                                 const std::vector<Entry>& entries) {
    std::vector<std::optional<std::size_t>> items(entries.size());
    std::set<std::pair<std::size_t, std::string>> taken; // item and day
    const auto meant = [&](const Entry& entry, std::size_t item) {
        return std::any_of(notes.begin(), notes.end(), [&](const HomeworkNote& note) {
            return note.kind == "instead" && note.day == entry.day &&
                   static_cast<std::size_t>(note.item) == item + 1;
        });
    };
    for (std::size_t place = 0; place < entries.size(); ++place) {
        const Entry& entry = entries[place];
        std::vector<std::size_t> own;
        std::vector<std::size_t> easier;
        for (std::size_t item = 0; item < assignment.items.size(); ++item) {
            if (assignment.items[item].exercise == entry.exercise) { own.push_back(item); }
            if (assignment.items[item].easier == entry.exercise) { easier.push_back(item); }
        }
        std::stable_partition(easier.begin(), easier.end(),
                              [&](std::size_t item) { return meant(entry, item); });
        std::vector<std::size_t> candidates = own;
        candidates.insert(candidates.end(), easier.begin(), easier.end());
        if (candidates.empty()) { continue; }
        const auto free = std::find_if(candidates.begin(), candidates.end(), [&](std::size_t item) {
            return !taken.contains({item, entry.day});
        });
        items[place] = free == candidates.end() ? candidates.front() : *free;
        taken.insert({*items[place], entry.day});
    }
    return items;
}

std::vector<Standing> standings_of(const Begun& begun, const std::vector<Entry>& entries,
                                   const std::vector<std::optional<std::size_t>>& items, DayNumber today) {
    const Assignment& assignment = *begun.assignment;
    const DayNumber began = read_day(begun.row.begun_day).value_or(today);
    std::vector<Schedule> schedules;
    for (const AssignmentItem& item : assignment.items) {
        schedules.push_back(
            {item.often, std::max(began, item.from.value_or(began)), item.until, item.locked_until_agreed});
    }
    std::vector<DoneOn> happened;
    for (std::size_t place = 0; place < entries.size(); ++place) {
        const auto one = practised(entries[place]);
        if (!items[place] || !one || one->how == Practised::How::cut_off) { continue; }
        happened.push_back({*items[place], one->day,
                            one->how == Practised::How::whole ? DoneOn::What::whole : DoneOn::What::part});
    }
    for (const HomeworkNote& note : begun.notes) {
        const auto on = read_day(note.day);
        const auto item = static_cast<std::size_t>(note.item) - 1;
        if (note.kind != "skipped" || note.item < 1 || item >= schedules.size() || !on) { continue; }
        happened.push_back({item, *on, DoneOn::What::left_out});
    }
    return standings(schedules, std::move(happened), today);
}

Begun stand_of(const Journal& journal, HomeworkRow row, const std::string& today) {
    Begun begun;
    const auto source = std::make_shared<const SourceText>(row.id + ".json", row.file);
    if (row.kind == "programme") { begun.programme = read_programme(source).programme; }
    if (row.kind == "assignment") { begun.assignment = read_assignment(source).assignment; }
    begun.row = std::move(row);
    const auto began = read_day(begun.row.begun_day);
    const auto day = read_day(today);
    if (!begun.readable() || !began || !day) { return begun; }
    begun.notes = notes_of(journal, begun.row.number);
    const auto entries = entries_since(journal, begun.row);
    if (begun.programme != nullptr) {
        stand_in_programme(begun, entries, *began, *day);
    } else {
        stand_in_assignment(begun, entries, *day);
    }
    return begun;
}

std::vector<Begun> begun_homework(const Journal& journal, const std::string& today) {
    std::vector<Begun> all;
    for (HomeworkRow& row : homework_of(journal, WhichHomework::going_on)) {
        all.push_back(stand_of(journal, std::move(row), today));
    }
    return all;
}

std::string agreed_text(const AgreedItem& agreed) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) { json[key] = text; }
    };
    add("cue", agreed.plan.cue);
    add("place", agreed.plan.place);
    add("obstacle", agreed.plan.obstacle);
    add("then", agreed.plan.then);
    if (agreed.confidence) { json["confidence"] = *agreed.confidence; }
    return json.empty() ? std::string() : json.dump();
}

} // namespace kindly
