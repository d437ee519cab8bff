// SPDX-License-Identifier: MIT
#include "homework/begun.hpp"

#include "exercise/programme_reader.hpp"

namespace kindly {

std::vector<Practised> practised_since(const std::vector<Entry>& entries, const HomeworkRow& row) {
    std::vector<Practised> found;
    for (const Entry& entry : entries) {
        if (entry.day < row.begun_day || entry.source == "trial") { continue; }
        if (!entry.homework.empty() && entry.homework != row.id) { continue; }
        if (row.after && entry.started_at.unix_ms <= row.after->unix_ms) { continue; }
        if (row.ended_at && entry.started_at.unix_ms > row.ended_at->unix_ms) { continue; }
        const auto day = read_day(entry.day);
        if (!day) { continue; }
        Practised& practised = found.emplace_back();
        practised.exercise = entry.exercise;
        practised.day = *day;
        practised.started_ms = entry.started_at.unix_ms;
        practised.how = entry.status == "stopped"       ? Practised::How::part
                        : entry.status == "interrupted" ? Practised::How::cut_off
                                                        : Practised::How::whole;
        practised.for_it = !entry.homework.empty();
    }
    return found;
}

BegunProgramme begun_programme(const Journal& journal, HomeworkRow row, const std::string& today) {
    BegunProgramme begun;
    begun.programme =
        read_programme(std::make_shared<const SourceText>(row.id + ".json", row.file)).programme;
    begun.row = std::move(row);
    const auto begun_day = read_day(begun.row.begun_day);
    const auto day = read_day(today);
    if (begun.programme == nullptr || !begun_day || !day) { return begun; }
    std::vector<LeftOut> left_out;
    for (const HomeworkNote& note : notes_of(journal, begun.row.number)) {
        const auto on = read_day(note.day);
        if (note.kind == "skipped" && on) { left_out.push_back({note.item, *on, note.noted_at.unix_ms}); }
    }
    Filter since;
    since.from_day = begun.row.begun_day;
    since.trials = false;
    begun.place = place_in(*begun.programme, *begun_day, practised_since(journal.entries(since), begun.row),
                           left_out, *day);
    return begun;
}

std::vector<BegunProgramme> begun_programmes(const Journal& journal, const std::string& today) {
    std::vector<BegunProgramme> all;
    for (HomeworkRow& row : homework_of(journal, WhichHomework::going_on)) {
        if (row.kind == "programme") { all.push_back(begun_programme(journal, std::move(row), today)); }
    }
    return all;
}

} // namespace kindly
