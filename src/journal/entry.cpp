// SPDX-License-Identifier: MIT
#include "journal/entry.hpp"

#include <nlohmann/json.hpp>

namespace kindly {

std::vector<std::pair<std::string, std::string>> options_of(const std::string& stored) {
    std::vector<std::pair<std::string, std::string>> options;
    const auto json = nlohmann::json::parse(stored, nullptr, false);
    if (!json.is_array()) { return options; }
    for (const auto& option : json) {
        if (option.is_object()) { options.emplace_back(option.value("id", ""), option.value("text", "")); }
    }
    return options;
}

} // namespace kindly
