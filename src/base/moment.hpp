// SPDX-License-Identifier: MIT
// A moment on the wall clock together with the offset from UTC where it happened. Reading and writing RFC
// 3339. Reads no clock; see clock.hpp.
#pragma once

#include "base/duration.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kindly {

struct Moment {
    std::int64_t unix_ms = 0;   ///< milliseconds since 1970-01-01T00:00:00Z
    int utc_offset_seconds = 0; ///< east positive
    bool operator==(const Moment&) const = default;
};

/// "2026-11-22T08:15:00+01:00"; milliseconds are written only when asked for.
[[nodiscard]] std::string to_rfc3339(Moment moment, bool with_milliseconds = false);

/// With an offset ("...Z", "...+01:00") exactly; without one ("2026-11-20T19:30", "2026-11-20") in the zone
/// TZ. Empty when it is not a date that exists.
[[nodiscard]] std::optional<Moment> read_moment(std::string_view written);

/// The local calendar day, YYYY-MM-DD; a time before `day_starts` (after midnight) counts to the day before.
[[nodiscard]] std::string local_day(Moment moment, Milliseconds day_starts = std::chrono::hours(4));

/// For reading, in the place where it happened: "2026-11-22 08:15".
[[nodiscard]] std::string date_and_time(Moment moment);

/// The offset that the zone TZ has at that time.
[[nodiscard]] Moment in_local_zone(std::int64_t unix_ms);

} // namespace kindly
