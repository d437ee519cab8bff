// SPDX-License-Identifier: MIT
#include "journal/earlier.hpp"

#include "journal/store.hpp"

#include <nlohmann/json.hpp>

namespace kindly {

EarlierOptions earlier_options(const Journal& journal, const std::set<std::string>& exercises) {
    return journal.store().read([&](SQLite::Database& database) {
        EarlierOptions found;
        // Options that are sealed are missing here; the ids of the choices are shown then.
        SQLite::Statement statement(
            database, "SELECT question, options FROM session JOIN answer ON answer.session = session.number"
                      " WHERE exercise = ? AND running = 0 AND source <> 'trial' AND words_deleted = 0"
                      " AND answer.skipped = 0 AND options IS NOT NULL"
                      " ORDER BY started_at DESC, session.number DESC, position DESC");
        for (const auto& exercise : exercises) {
            statement.reset();
            statement.bind(1, exercise);
            while (statement.executeStep()) {
                auto [place, is_latest] = found.try_emplace({exercise, statement.getColumn(0).getString()});
                if (!is_latest) { continue; }
                const auto options =
                    nlohmann::json::parse(statement.getColumn(1).getString(), nullptr, false);
                if (!options.is_array()) { continue; }
                for (const auto& option : options) {
                    if (option.is_object()) {
                        place->second.emplace(option.value("id", ""), option.value("text", ""));
                    }
                }
            }
        }
        return found;
    });
}

} // namespace kindly
