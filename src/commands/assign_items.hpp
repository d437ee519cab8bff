// SPDX-License-Identifier: MIT
// The items of an assignment's plan, as JSON: from exercises or a programme that the command line names, and
// what people type of how often and until when. Asks nothing.
#pragma once

#include "homework/assignment.hpp"

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

class Context;
struct AssignOptions;

/// "daily" as it stands in a file: a text, or a list of days.
[[nodiscard]] nlohmann::ordered_json how_often_as_json(const HowOften& often);
/// Throws Failure (usage) for what is no such thing.
[[nodiscard]] HowOften how_often_from(const std::string& written);
/// The same date, YYYY-MM-DD. Throws Failure (usage) for what is none.
[[nodiscard]] std::string date_from(const std::string& written);

[[nodiscard]] nlohmann::ordered_json items_named(Context& context, const AssignOptions& options);
/// What stands once in a programme is done once, in its order; the rest so many times a week.
[[nodiscard]] nlohmann::ordered_json items_of_programme(Context& context, const AssignOptions& options);

} // namespace kindly
