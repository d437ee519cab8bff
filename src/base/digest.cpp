// SPDX-License-Identifier: MIT
#include "base/digest.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <array>

#include <fmt/format.h>
#include <sodium.h>

namespace kindly {

namespace {

void start_sodium() {
    static const int started = sodium_init();
    if (started < 0) { throw Failure(ExitCode::environment, _("The system gives no random numbers")); }
}

} // namespace

std::string sha256(std::string_view bytes) {
    start_sodium();
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::string text;
    for (const unsigned char byte : digest) { text += fmt::format("{:02x}", byte); }
    return text;
}

std::string make_uuid7(std::int64_t unix_ms) {
    start_sodium();
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    for (int index = 0; index < 6; ++index) {
        bytes.at(static_cast<std::size_t>(index)) = static_cast<unsigned char>(
            static_cast<std::uint64_t>(unix_ms) >> (8U * static_cast<unsigned>(5 - index)));
    }
    bytes[6] = static_cast<unsigned char>(0x70U | (bytes[6] & 0x0FU));
    bytes[8] = static_cast<unsigned char>(0x80U | (bytes[8] & 0x3FU));
    std::string text;
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        if (index == 4 || index == 6 || index == 8 || index == 10) { text += '-'; }
        text += fmt::format("{:02x}", bytes.at(index));
    }
    return text;
}

std::uint64_t random_seed() {
    start_sodium();
    std::uint64_t seed = 0;
    randombytes_buf(&seed, sizeof seed);
    constexpr std::uint64_t exact_in_json = (1ULL << 53U) - 1;
    return seed & exact_in_json;
}

} // namespace kindly
