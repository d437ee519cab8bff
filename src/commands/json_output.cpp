// SPDX-License-Identifier: MIT
#include "commands/json_output.hpp"

#include <nlohmann/json.hpp>

namespace kindly {

void write_json(Output& out, const nlohmann::ordered_json& value) {
    out.write(value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

} // namespace kindly
