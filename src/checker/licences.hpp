// SPDX-License-Identifier: MIT
// Licences by their SPDX ids: whether a text is one, which one was probably meant, and whether it forbids
// changed copies. Knows no files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kindly {

/// An id of the table, "LicenseRef-..." or several with OR, AND, WITH; small and capital letters are alike,
/// as SPDX has it.
[[nodiscard]] bool is_licence(std::string_view written);

/// "CC BY" becomes "CC-BY-4.0". Empty if nothing is near.
[[nodiscard]] std::optional<std::string> licence_meant(std::string_view written);

/// A no-derivatives licence, in whatever spelling; of several with OR, all of them.
[[nodiscard]] bool forbids_derivatives(std::string_view written);

} // namespace kindly
