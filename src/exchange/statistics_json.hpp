// SPDX-License-Identifier: MIT
// The figures of the log as JSON: the shape of `stats --json` (kindly-log(5)). Everything there is, nothing
// rounded, a missing value null.
#pragma once

#include "journal/statistics.hpp"

#include <nlohmann/json_fwd.hpp>

namespace kindly {

[[nodiscard]] nlohmann::ordered_json as_json(const Statistics& statistics);

} // namespace kindly
