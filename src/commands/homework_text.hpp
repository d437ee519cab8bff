// SPDX-License-Identifier: MIT
// Homework for people and for scripts: what is set, what is for today, what comes next. Makes texts and JSON
// of plain values; asks nobody and changes nothing.
#pragma once

#include "exercise/catalogue.hpp"
#include "homework/begun.hpp"
#include "homework/due.hpp"

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

/// One programme that was begun, whole lines. `waiting`: what of it is due or next.
[[nodiscard]] std::string homework_text(const BegunProgramme& begun, const std::vector<Waiting>& waiting,
                                        std::size_t columns);

/// The stable shape of `homework --json`.
[[nodiscard]] nlohmann::ordered_json as_json(const BegunProgramme& begun, const std::vector<Waiting>& waiting,
                                             const Catalogue& catalogue);

} // namespace kindly
