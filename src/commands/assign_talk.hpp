// SPDX-License-Identifier: MIT
// What `kindly assign` asks at a terminal, one question at a time.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace kindly {

class Context;
struct AssignOptions;

/// Asks for whatever `plan` does not hold yet, and puts it there; `named`: what the command line says of each
/// exercise. False: the person wants out.
[[nodiscard]] bool ask_for_plan(Context& context, nlohmann::ordered_json& plan, const AssignOptions& named);

} // namespace kindly
