// SPDX-License-Identifier: MIT
#include "journal/kept.hpp"

#include "base/text.hpp"
#include "journal/kept_marks.hpp"
#include "journal/store.hpp"

#include <fmt/format.h>

namespace kindly {

namespace {

/// Whether there was anything to change.
bool change(Journal& journal, SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
    return journal.store().changed_rows() > 0;
}

} // namespace

std::vector<KeptWords> kept(const Journal& journal) {
    return journal.store().read([&](SQLite::Database& database) {
        std::vector<KeptWords> found;
        SQLite::Statement rows(
            database, "SELECT name, words, sealed, kept_at, kept_offset, id, exercise, title FROM kept"
                      " LEFT JOIN session ON session.number = kept.session ORDER BY name");
        while (rows.executeStep()) {
            int column = 0;
            KeptWords& one = found.emplace_back();
            one.name = rows.getColumn(column++).getString();
            std::string words = rows.getColumn(column++).getString();
            const auto sealed = rows.getColumn(column++);
            const bool readable =
                sealed.isNull() || journal.store().sealer().open(kept_place(one.name), sealed.getString(),
                                                                 words) == Opened::opened;
            if (readable) { one.words = std::move(words); }
            one.kept_at.unix_ms = rows.getColumn(column++).getInt64();
            one.kept_at.utc_offset_seconds = rows.getColumn(column++).getInt();
            for (std::string* text : {&one.session, &one.exercise, &one.title}) {
                *text = rows.getColumn(column++).getString();
            }
        }
        return found;
    });
}

std::string kept_name(const std::string& exercise, const std::string& question, const std::string& session) {
    constexpr std::size_t time_part = 13; // 48 bits of a UUID and a hyphen; ids of exercises have no point
    return fmt::format("{}.{}.{}", exercise, question, session.substr(0, time_part));
}

bool change_kept(Journal& journal, const std::string& name, const std::string& words, Moment now) {
    auto& store = journal.store();
    bool changed = false;
    store.write([&] {
        const bool seal = store.sealer().on() && !store.sealer().leaves_open(name);
        auto& update = store.statement("UPDATE kept SET words = :words, sealed = :sealed, kept_at = :at,"
                                       " kept_offset = :offset WHERE name = :name");
        update.bind(":name", name);
        update.bind(":words", seal ? std::string() : words);
        const std::string blob = seal ? store.sealer().seal(kept_place(name), words) : std::string();
        if (seal) { update.bind(":sealed", blob.data(), static_cast<int>(blob.size())); }
        update.bind(":at", now.unix_ms);
        update.bind(":offset", now.utc_offset_seconds);
        changed = change(journal, update);
    });
    store.empty_write_ahead_log();
    return changed;
}

bool forget_kept(Journal& journal, const std::string& name, Moment now) {
    auto& store = journal.store();
    bool changed = false;
    store.write([&] {
        auto& remove = store.statement("DELETE FROM kept WHERE name = ?");
        remove.bind(1, name);
        changed = change(journal, remove);
        if (changed) { mark_kept_as_deleted(store, name, now); }
    });
    store.empty_write_ahead_log();
    return changed;
}

std::string line_of_the_day(const std::vector<KeptWords>& all, int day) {
    constexpr std::size_t longest = 120; // columns: more is no line for a prompt
    std::vector<std::string> lines;
    const auto add = [&](std::string line) {
        if (!line.empty() && display_width(line) <= longest) { lines.push_back(std::move(line)); }
    };
    for (const KeptWords& one : all) {
        if (!one.words || one.name == "closing_plan") { continue; }
        const std::string text = harmless(*one.words);
        std::vector<std::string> own;
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            std::string line(trimmed(std::string_view(text).substr(start, end - start)));
            if (!line.empty()) { own.push_back(std::move(line)); }
            start = end + 1;
        }
        // What belongs together stays together, where there is room for it.
        const std::string whole = joined(own, " / ");
        if (display_width(whole) <= longest) {
            add(whole);
        } else {
            for (auto& line : own) { add(std::move(line)); }
        }
    }
    if (lines.empty()) { return {}; }
    const auto count = static_cast<int>(lines.size());
    return lines[static_cast<std::size_t>(((day % count) + count) % count)];
}

} // namespace kindly
