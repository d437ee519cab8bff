// SPDX-License-Identifier: MIT
// SHA-256 and identifiers (UUIDv7), through libsodium.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kindly {

/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// RFC 9562 version 7: sorts by time; the rest is random.
[[nodiscard]] std::string make_uuid7(std::int64_t unix_ms);

/// For --seed, when none was given; below 2^53, so that JSON can carry it exactly.
[[nodiscard]] std::uint64_t random_seed();

} // namespace kindly
