// SPDX-License-Identifier: MIT
#include "base/secret.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <sodium.h>
#include <utf8proc.h>

namespace kindly {

Secret::Secret(std::size_t size) : size_(size) {
    if (size == 0) { return; }
    // Locks the memory where it may; a system that does not allow that is no reason to refuse.
    if (sodium_init() >= 0) { bytes_ = static_cast<unsigned char*>(sodium_malloc(size)); }
    if (bytes_ == nullptr) {
        throw Failure(ExitCode::environment, _("There is not enough memory to keep a passphrase in"));
    }
    sodium_memzero(bytes_, size_);
}

Secret Secret::taken_from(std::string& text) {
    Secret secret(text.size());
    std::copy(text.begin(), text.end(), secret.bytes_);
    wipe(text);
    return secret;
}

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        release();
        bytes_ = std::exchange(other.bytes_, nullptr);
        size_ = std::exchange(other.size_, 0);
    }
    return *this;
}

Secret::~Secret() { release(); }

void Secret::release() noexcept {
    sodium_free(std::exchange(bytes_, nullptr)); // overwrites it
    size_ = 0;
}

std::string_view Secret::view() const {
    return bytes_ == nullptr ? std::string_view()
                             : std::string_view(reinterpret_cast<const char*>(bytes_), size_);
}

bool Secret::same_as(const Secret& other) const {
    return size_ == other.size_ && (size_ == 0 || sodium_memcmp(bytes_, other.bytes_, size_) == 0);
}

Secret Secret::first(std::size_t size) const {
    Secret part(std::min(size, size_));
    std::copy_n(bytes_, part.size_, part.bytes_);
    return part;
}

Secret as_typed_anywhere(const Secret& passphrase) {
    utf8proc_uint8_t* composed = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const utf8proc_ssize_t length = utf8proc_map(
        passphrase.bytes(), static_cast<utf8proc_ssize_t>(passphrase.size()), &composed, options);
    if (length < 0) { return passphrase.first(passphrase.size()); }
    Secret result(static_cast<std::size_t>(length));
    std::copy_n(composed, result.size(), result.bytes());
    sodium_memzero(composed, result.size());
    std::free(composed); // NOLINT(cppcoreguidelines-no-malloc): utf8proc's own
    return result;
}

void wipe(std::string& text) noexcept {
    sodium_memzero(text.data(), text.size());
    text.clear();
}

} // namespace kindly
