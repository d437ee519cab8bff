// SPDX-License-Identifier: MIT
// One pass over the sessions, in whatever order they lie: every figure is a sum, so nothing needs sorting.
#include "journal/statistics.hpp"

#include "journal/filter_sql.hpp"
#include "journal/rows.hpp"
#include "journal/store.hpp"

#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

constexpr const char* columns =
    "SELECT number, started_at, started_offset, day, exercise, exercise_version, title, language, "
    "practised_seconds, status,"
    " stop_reason, source, distress_before, distress_after, kindness_before, kindness_after, backdraft,"
    " groundings FROM session";

enum Index {
    number,
    started_at,
    started_offset,
    day,
    exercise,
    exercise_version,
    title,
    language,
    practised_seconds,
    status,
    stop_reason,
    source,
    distress_before,
    distress_after,
    kindness_before,
    kindness_after,
    backdraft,
    groundings
};

std::optional<int> rating(const Rows& row, Index index) {
    const auto number = row.number_if_any(index);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

class Sums {
public:
    void add(const Rows& row) {
        const auto seconds = row.number_if_any(practised_seconds);
        add(statistics_.all, seconds);
        find_day(row);
        add(*amount_of_day_, seconds);
        add(week_->amount, seconds);
        ++find(statistics_.by_status, row.text(status));
        statistics_.stopped_for_distress += row.text(stop_reason) == "distress" ? 1 : 0;
        statistics_.entered_later += row.text(source) == "entered_later" ? 1 : 0;
        add_backdraft(row.text(backdraft));
        statistics_.groundings += row.number_if_any(groundings).value_or(0);

        Exercise& of = find(exercises_, row.text(exercise));
        add(of.figures.amount, seconds);
        of.figures.last_day = std::max(of.figures.last_day, day_number_);
        const std::pair latest(row.number(started_at), row.number(number));
        if (latest > of.latest) {
            of.latest = latest;
            of.figures.title = row.text(title);
            of.figures.language = row.text(language);
        }
        const std::string_view whole_version = row.text(exercise_version);
        VersionFigures& version = find(of.figures.versions, whole_version.substr(0, whole_version.find('.')));
        ++version.practices;
        add_ratings(row, version.ratings);
    }

    Statistics finish() {
        for (auto& [monday, week] : statistics_.by_week) {
            statistics_.ratings.distress.add(week.ratings.distress);
            statistics_.ratings.kindness.add(week.ratings.kindness);
        }
        for (auto& [id, of] : exercises_) { statistics_.by_exercise.emplace(id, std::move(of.figures)); }
        return std::move(statistics_);
    }

private:
    template <class Value>
    using ByText = std::map<std::string, Value, std::less<>>;

    struct Exercise {
        ExerciseFigures figures{.title = {},
                                .language = {},
                                .amount = {},
                                .last_day = std::numeric_limits<DayNumber>::min(),
                                .versions = {}};
        std::pair<std::int64_t, std::int64_t> latest{std::numeric_limits<std::int64_t>::min(), 0};
    };

    template <class Map>
    static typename Map::mapped_type& find(Map& map, std::string_view key) {
        const auto found = map.find(key);
        return found != map.end() ? found->second : map[std::string(key)];
    }

    static void add(Amount& amount, const std::optional<std::int64_t>& seconds) {
        ++amount.practices;
        if (seconds) {
            amount.seconds += *seconds;
        } else {
            ++amount.without_time;
        }
    }

    /// Neighbours in the file are mostly of one day.
    void find_day(const Rows& row) {
        const std::string_view written = row.text(day);
        if (written == day_) { return; }
        day_ = written;
        // The table lets 2026-02-31 through: such a practice still happened.
        const auto read = read_day(written);
        day_number_ = read ? *read : *read_day(local_day(row.moment(started_at)));
        amount_of_day_ = &statistics_.by_day[day_number_];
        week_ = &statistics_.by_week[monday_of(day_number_)];
    }

    void add_backdraft(std::string_view word) {
        if (word.empty()) { return; }
        ++statistics_.backdraft_asked;
        if (word == "none") { return; }
        ++statistics_.backdraft_noticed;
        statistics_.backdraft_grounded += word == "grounded" ? 1 : 0;
    }

    void add_ratings(const Rows& row, RatingPairs& of_version) {
        const auto distress = std::pair(rating(row, distress_before), rating(row, distress_after));
        const auto kindness = std::pair(rating(row, kindness_before), rating(row, kindness_after));
        for (RatingPairs* const ratings : {&of_version, &week_->ratings}) {
            ratings->distress.add(distress.first, distress.second);
            ratings->kindness.add(kindness.first, kindness.second);
        }
    }

    Statistics statistics_;
    ByText<Exercise> exercises_;
    std::string day_;
    DayNumber day_number_ = 0;
    Amount* amount_of_day_ = nullptr;
    WeekFigures* week_ = nullptr;
};

/// Practices that have not ended and whose program is gone count, as `log` shows them: as interrupted. They
/// are found before the rows are read, so that one that ends meanwhile is seen as it ended.
std::string abandoned(SQLite::Database& database, const std::filesystem::path& file) {
    nlohmann::json ids = nlohmann::json::array();
    SQLite::Statement statement(database, "SELECT id FROM session WHERE running = 1");
    while (statement.executeStep()) {
        std::string id = statement.getColumn(0).getString();
        if (!PracticeLock::is_held(file, id)) { ids.push_back(std::move(id)); }
    }
    return ids.dump();
}

} // namespace

Statistics statistics(const Journal& journal, Filter filter) {
    filter.trials = false;
    Journal::Store& store = journal.store();
    return store.read([&](SQLite::Database& database) {
        const std::string gone = abandoned(database, store.file());
        std::string sql =
            columns + where(filter) + " AND (running = 0 OR id IN (SELECT value FROM json_each(:abandoned)))";
        if (filter.limit > 0) { sql += " ORDER BY started_at DESC, number DESC LIMIT :limit"; }
        Rows rows(database.getHandle(), sql);
        bind_each(
            filter, [&](const char* name, const std::string& value) { rows.bind(name, value); },
            [&](const char* name, std::int64_t value) { rows.bind(name, value); });
        rows.bind(":abandoned", gone);
        if (filter.limit > 0) { rows.bind(":limit", static_cast<std::int64_t>(filter.limit)); }
        Sums sums;
        while (rows.step()) { sums.add(rows); }
        return sums.finish();
    });
}

} // namespace kindly
