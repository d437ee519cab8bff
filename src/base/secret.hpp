// SPDX-License-Identifier: MIT
// Bytes that must not be found lying about: passphrases and keys. Their memory is kept out of swap where the
// system allows it, and is overwritten when they go. Knows nothing of what they open.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kindly {

class Secret {
public:
    Secret() = default;
    /// So many bytes, all zero. Throws Failure (environment) where the system gives no such memory.
    explicit Secret(std::size_t size);
    /// Takes the bytes over: what they were read into is overwritten.
    [[nodiscard]] static Secret taken_from(std::string& text);

    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] unsigned char* bytes() { return bytes_; }
    [[nodiscard]] const unsigned char* bytes() const { return bytes_; }
    [[nodiscard]] std::string_view view() const;
    /// In a time that tells nothing about where they differ.
    [[nodiscard]] bool same_as(const Secret& other) const;
    /// Its first bytes.
    [[nodiscard]] Secret first(std::size_t size) const;

private:
    void release() noexcept;

    unsigned char* bytes_ = nullptr;
    std::size_t size_ = 0;
};

/// A passphrase as it is used: letters that can be typed in two ways (an accent of its own, or one with its
/// letter) are the same. What is not UTF-8 stays as it is.
[[nodiscard]] Secret as_typed_anywhere(const Secret& passphrase);

/// Overwrites what words stood in.
void wipe(std::string& text) noexcept;

} // namespace kindly
