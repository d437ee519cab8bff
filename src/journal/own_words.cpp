// SPDX-License-Identifier: MIT
#include "journal/own_words.hpp"

#include "base/duration.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kindly {

std::vector<std::string> own_words_in(std::string_view settings) {
    std::vector<std::string> words;
    const auto json = nlohmann::json::parse(settings, nullptr, false);
    if (!json.is_object()) { return words; }
    for (const auto& [name, value] : json.items()) {
        if (!value.is_string()) { continue; }
        const auto text = value.get<std::string>();
        if (!text.empty() && !read_duration(text)) { words.push_back(text); }
    }
    return words;
}

bool holds_any(std::string_view shown, const std::vector<std::string>& own_words) {
    return std::any_of(own_words.begin(), own_words.end(),
                       [&](const std::string& words) { return shown.find(words) != std::string_view::npos; });
}

} // namespace kindly
