// SPDX-License-Identifier: MIT
#include "journal/kept_origin.hpp"

#include "journal/kept.hpp"

#include <set>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

/// The names under which words of the question with this id are kept, where a text of an exercise gives some.
void add_names(const Json& json, const std::string& question, std::set<std::string>& names) {
    if (json.is_object() && json.value("id", Json()) == question) {
        const auto name = json.find("keep_as");
        if (name != json.end() && name->is_string()) { names.insert(name->get<std::string>()); }
    }
    for (const auto& part : json) {
        if (part.is_structured()) { add_names(part, question, names); }
    }
}

} // namespace

std::vector<std::string> kept_from_answer(SQLite::Database& database, std::int64_t number,
                                          std::int64_t position) {
    SQLite::Statement asked(database, "SELECT exercise, question, id FROM session JOIN answer"
                                      " ON session = number WHERE number = ? AND position = ?");
    asked.bind(1, number);
    asked.bind(2, position);
    if (!asked.executeStep()) { return {}; }
    const std::string question = asked.getColumn(1).getString();
    std::set<std::string> names{
        kept_name(asked.getColumn(0).getString(), question, asked.getColumn(2).getString())};
    SQLite::Statement texts(
        database,
        "SELECT bytes FROM exercise_text WHERE digest = (SELECT digest FROM session WHERE number = ?1)"
        " OR digest IN (SELECT digest FROM fragment WHERE session = ?1)");
    texts.bind(1, number);
    while (!question.empty() && texts.executeStep()) {
        add_names(Json::parse(texts.getColumn(0).getString(), nullptr, false), question, names);
    }
    // Where the exercise is not known, they may still say the same.
    SQLite::Statement kept(
        database,
        "SELECT name, sealed IS NULL AND words ="
        " (SELECT value_text FROM answer WHERE session = ?1 AND position = ?2) FROM kept WHERE session = ?1"
        " ORDER BY name");
    kept.bind(1, number);
    kept.bind(2, position);
    std::vector<std::string> found;
    while (kept.executeStep()) {
        std::string name = kept.getColumn(0).getString();
        if (names.contains(name) || kept.getColumn(1).getInt() != 0) { found.push_back(std::move(name)); }
    }
    return found;
}

} // namespace kindly
