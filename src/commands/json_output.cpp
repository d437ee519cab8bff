// SPDX-License-Identifier: MIT
#include "commands/json_output.hpp"

#include "base/text.hpp"

#include <nlohmann/json.hpp>

namespace kindly {

void write_json(Output& out, const nlohmann::ordered_json& value) {
    out.write(json_in_sight(value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) +
              "\n");
}

} // namespace kindly
