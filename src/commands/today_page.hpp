// SPDX-License-Identifier: MIT
// The page of `today` in words: for a screen, in plain lines, for scripts. From plain facts; reads nothing,
// asks nobody. None of its sentences speaks of days without a practice.
#pragma once

#include "commands/practice_run.hpp"
#include "commands/today_facts.hpp"
#include "screen/page.hpp"

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

/// What Enter begins.
enum class TodayOffer { left, homework, suggestion, nothing };
[[nodiscard]] TodayOffer offer_of(const TodayFacts& facts);
/// `request`: how it is to be practised. Nothing for TodayOffer::nothing.
[[nodiscard]] std::optional<PracticeRequest> request_of(const TodayFacts& facts,
                                                        PracticeRequest request = {});

[[nodiscard]] std::vector<screen::PagePart> today_parts(const TodayFacts& facts);
/// The same with the keys.
[[nodiscard]] screen::Page today_page(const TodayFacts& facts);
/// Ends with a newline. `columns`: of the text.
[[nodiscard]] std::string today_lines(const TodayFacts& facts, std::size_t columns);
/// For where nobody can press a key: which commands do the same.
[[nodiscard]] std::string today_commands(const TodayFacts& facts);
[[nodiscard]] nlohmann::ordered_json as_json(Context& context, const TodayFacts& facts);

} // namespace kindly
