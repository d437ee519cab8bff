// SPDX-License-Identifier: MIT
// The person's own closing plan, as `ground` needs it: at once or not at all. Asks for no passphrase, waits
// for no other program, changes nothing. Everything else that is kept is Journal::kept_words()'s.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kindly {

/// The name that exercises keep it under.
inline constexpr const char* closing_plan_name = "closing_plan";

struct OpenClosingPlan {
    std::optional<std::string> words; ///< nothing: there is none, it is locked, or it cannot be read
    bool unreadable = false;          ///< there is a log, and what is in it cannot be read
};

[[nodiscard]] OpenClosingPlan read_open_closing_plan(const std::filesystem::path& journal) noexcept;

} // namespace kindly
