// SPDX-License-Identifier: MIT
// JSON on standard output, the same everywhere: two spaces, a line end, names of files that are not UTF-8
// made so. Knows no command's shape.
#pragma once

#include "base/output.hpp"

#include <nlohmann/json_fwd.hpp>

namespace kindly {

void write_json(Output& out, const nlohmann::ordered_json& value);

} // namespace kindly
