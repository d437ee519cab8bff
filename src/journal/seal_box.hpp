// SPDX-License-Identifier: MIT
// The cryptography of sealed words, all of it libsodium's: sealed boxes to a public key, whose secret half is
// wrapped by a passphrase (Argon2id, then a secret box). Knows no database and no practices.
#pragma once

#include "base/secret.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kindly {

/// As they stand in the table seal.
struct WrappedKey {
    std::string public_key, wrapped_key, nonce, salt;
    std::int64_t operations = 0; ///< Argon2id
    std::int64_t memory = 0;     ///< Argon2id, bytes
};

/// How much work each try of a passphrase is. Usual: 256 MiB and about a second; where that much memory
/// cannot be had, 64 MiB. Least: for tests.
enum class Effort { usual, least };

/// A new key, wrapped. Throws Failure (environment).
[[nodiscard]] WrappedKey make_key(const Secret& passphrase, Effort effort);
/// The same key under another passphrase.
[[nodiscard]] WrappedKey wrap_again(const std::string& public_key, const Secret& key,
                                    const Secret& passphrase, Effort effort);
/// Whether the lengths and limits can be right at all.
[[nodiscard]] bool is_plausible(const WrappedKey& wrapped);
/// The secret half; empty if the passphrase is another one. Throws Failure (environment) where the system has
/// not enough memory to try it.
[[nodiscard]] Secret unwrapped(const WrappedKey& wrapped, const Secret& passphrase);

/// Padded, so that the length tells little. Needs no secret.
[[nodiscard]] std::string seal_bytes(const std::string& public_key, std::string_view bytes);
/// Nothing if a single bit of it is not as it was sealed to this key.
[[nodiscard]] std::optional<std::string> open_bytes(const std::string& public_key, const Secret& key,
                                                    std::string_view blob);

} // namespace kindly
