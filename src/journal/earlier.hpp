// SPDX-License-Identifier: MIT
// What a later practice needs to show an earlier one's choices in the words that they had then. The choices
// themselves are Journal::earlier_answers().
#pragma once

#include "journal/journal.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace kindly {

/// By (exercise, question), then by option id.
using EarlierOptions = std::map<std::pair<std::string, std::string>, std::map<std::string, std::string>>;

/// Of every question with options, those of its latest answer. Trials give nothing.
[[nodiscard]] EarlierOptions earlier_options(const Journal& journal, const std::set<std::string>& exercises);

} // namespace kindly
