// SPDX-License-Identifier: MIT
// A practice as JSON: the names of the export contract, answers nested (kindly-log(5)). The one shape of `log
// --json` and of exports. Holds nothing back; knows no share levels.
#pragma once

#include "journal/entry.hpp"

#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

/// Missing values are null, never 0.
[[nodiscard]] nlohmann::ordered_json as_json(const Entry& entry, const std::vector<AnswerEntry>& answers);

} // namespace kindly
