// SPDX-License-Identifier: MIT
#include "exchange/statistics_json.hpp"

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

constexpr int days_of_week = 7;

Json number_if_any(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

void add_amount(Json& json, const Amount& amount) {
    json["practices"] = amount.practices;
    const bool known = amount.practices == 0 || amount.without_time < amount.practices;
    json["practised_seconds"] = known ? Json(amount.seconds) : Json(nullptr);
    json["without_time"] = amount.without_time;
}

/// Short, for weeks.
Json means_of(const Pairs& pairs) {
    Json json;
    json["pairs"] = pairs.count();
    json["mean_before"] = number_if_any(pairs.mean_before());
    json["mean_after"] = number_if_any(pairs.mean_after());
    return json;
}

Json all_of(const Pairs& pairs) {
    Json json;
    json["pairs"] = pairs.count();
    json["lower"] = pairs.lower();
    json["same"] = pairs.same();
    json["higher"] = pairs.higher();
    json["not_rated"] = pairs.not_rated();
    json["mean_before"] = number_if_any(pairs.mean_before());
    json["mean_after"] = number_if_any(pairs.mean_after());
    json["mean_change"] = number_if_any(pairs.mean_change());
    const auto interval = pairs.change_interval();
    json["change_interval_95"] = interval ? Json::array({interval->low, interval->high}) : Json(nullptr);
    json["before"] = pairs.before();
    json["after"] = pairs.after();
    return json;
}

Json by_week(const Statistics& statistics) {
    Json weeks = Json::array();
    for (const auto& [monday, week] : statistics.by_week) {
        Json json;
        json["week"] = iso_week(monday);
        json["first_day"] = written_day(monday);
        json["last_day"] = written_day(monday + days_of_week - 1);
        add_amount(json, week.amount);
        json["distress"] = means_of(week.ratings.distress);
        json["kindness"] = means_of(week.ratings.kindness);
        weeks.push_back(std::move(json));
    }
    return weeks;
}

Json by_exercise(const Statistics& statistics) {
    Json exercises = Json::array();
    for (const auto& [id, figures] : statistics.by_exercise) {
        Json json;
        json["exercise"] = id;
        json["title"] = figures.title;
        add_amount(json, figures.amount);
        json["last_day"] = written_day(figures.last_day);
        json["versions"] = Json::array();
        for (const auto& [major, version] : figures.versions) {
            Json one;
            one["major_version"] = major.empty() ? Json(nullptr) : Json(major);
            one["practices"] = version.practices;
            one["distress"] = all_of(version.ratings.distress);
            one["kindness"] = all_of(version.ratings.kindness);
            json["versions"].push_back(std::move(one));
        }
        exercises.push_back(std::move(json));
    }
    return exercises;
}

Json by_day(const Statistics& statistics) {
    Json days = Json::array();
    for (const auto& [day, amount] : statistics.by_day) {
        Json json;
        json["day"] = written_day(day);
        add_amount(json, amount);
        days.push_back(std::move(json));
    }
    return days;
}

} // namespace

Json as_json(const Statistics& statistics) {
    Json json;
    const auto& days = statistics.by_day;
    json["first_day"] = days.empty() ? Json(nullptr) : Json(written_day(days.begin()->first));
    json["last_day"] = days.empty() ? Json(nullptr) : Json(written_day(days.rbegin()->first));
    json["days"] = days.size();
    add_amount(json, statistics.all);
    json["entered_later"] = statistics.entered_later;
    for (const char* const status : {"completed", "closed_early", "stopped", "interrupted"}) {
        const auto found = statistics.by_status.find(status);
        json["by_status"][status] = found == statistics.by_status.end() ? 0 : found->second;
    }
    json["stopped_for_distress"] = statistics.stopped_for_distress;
    json["backdraft"]["asked"] = statistics.backdraft_asked;
    json["backdraft"]["noticed"] = statistics.backdraft_noticed;
    json["backdraft"]["grounded"] = statistics.backdraft_grounded;
    json["groundings"] = statistics.groundings;
    json["distress"] = all_of(statistics.ratings.distress);
    json["kindness"] = all_of(statistics.ratings.kindness);
    json["by_week"] = by_week(statistics);
    json["by_exercise"] = by_exercise(statistics);
    json["by_day"] = by_day(statistics);
    return json;
}

} // namespace kindly
