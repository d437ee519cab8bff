// SPDX-License-Identifier: MIT
// The speeds that + and - go through. Shared by the guides that people meet; knows no keys.
#pragma once

#include <optional>

namespace kindly {

/// The next one; none at either end.
[[nodiscard]] std::optional<double> faster_than(double speed);
[[nodiscard]] std::optional<double> slower_than(double speed);

} // namespace kindly
