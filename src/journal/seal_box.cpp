// SPDX-License-Identifier: MIT
#include "journal/seal_box.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <algorithm>

#include <sodium.h>

namespace kindly {

namespace {

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

constexpr std::size_t wrapped_size = crypto_box_SECRETKEYBYTES + crypto_secretbox_MACBYTES;
/// More than any kindly asks for; a damaged number must not take the machine's memory.
constexpr std::int64_t most_memory = std::int64_t{1} << 31U;
constexpr std::int64_t most_operations = 64;

/// From a passphrase to the key that wraps. Empty where there is not enough memory.
Secret stretched(const Secret& passphrase, const WrappedKey& wrapped) {
    Secret key(crypto_secretbox_KEYBYTES);
    const Secret typed = as_typed_anywhere(passphrase);
    const auto words = typed.view();
    if (crypto_pwhash(key.bytes(), key.size(), words.empty() ? "" : words.data(), words.size(),
                      bytes_of(std::string_view(wrapped.salt)),
                      static_cast<unsigned long long>(wrapped.operations),
                      static_cast<std::size_t>(wrapped.memory), crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return {};
    }
    return key;
}

Failure not_enough_memory() {
    return {ExitCode::environment, _("There is not enough memory to work with the passphrase"),
            _("Nothing was changed. It takes 256 MiB for a moment; close something else, then try again.")};
}

/// Words of about the same length look the same.
std::size_t block_for(std::size_t size) {
    constexpr std::size_t small = 256;
    constexpr std::size_t large = 4096;
    return size < large ? small : large;
}

} // namespace

WrappedKey make_key(const Secret& passphrase, Effort effort) {
    if (sodium_init() < 0) { throw Failure(ExitCode::environment, _("The system gives no random numbers")); }
    std::string public_key(crypto_box_PUBLICKEYBYTES, '\0');
    Secret key(crypto_box_SECRETKEYBYTES);
    crypto_box_keypair(bytes_of(public_key), key.bytes());
    return wrap_again(public_key, key, passphrase, effort);
}

WrappedKey wrap_again(const std::string& public_key, const Secret& key, const Secret& passphrase,
                      Effort effort) {
    WrappedKey wrapped;
    wrapped.public_key = public_key;
    wrapped.salt.resize(crypto_pwhash_SALTBYTES);
    wrapped.nonce.resize(crypto_secretbox_NONCEBYTES);
    wrapped.wrapped_key.resize(wrapped_size);
    randombytes_buf(wrapped.salt.data(), wrapped.salt.size());
    randombytes_buf(wrapped.nonce.data(), wrapped.nonce.size());
    const auto stretch = [&](std::size_t operations, std::size_t memory) {
        wrapped.operations = static_cast<std::int64_t>(operations);
        wrapped.memory = static_cast<std::int64_t>(memory);
        return stretched(passphrase, wrapped);
    };
    Secret wrapping;
    if (effort == Effort::least) {
        wrapping = stretch(crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN);
    } else {
        wrapping = stretch(crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE);
        if (wrapping.empty()) {
            wrapping = stretch(crypto_pwhash_OPSLIMIT_SENSITIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
        }
    }
    if (wrapping.empty()) { throw not_enough_memory(); }
    crypto_secretbox_easy(bytes_of(wrapped.wrapped_key), key.bytes(), key.size(),
                          bytes_of(std::string_view(wrapped.nonce)), wrapping.bytes());
    return wrapped;
}

bool is_plausible(const WrappedKey& wrapped) {
    return wrapped.public_key.size() == crypto_box_PUBLICKEYBYTES &&
           wrapped.wrapped_key.size() == wrapped_size &&
           wrapped.nonce.size() == crypto_secretbox_NONCEBYTES &&
           wrapped.salt.size() == crypto_pwhash_SALTBYTES &&
           wrapped.operations >= static_cast<std::int64_t>(crypto_pwhash_OPSLIMIT_MIN) &&
           wrapped.operations <= most_operations &&
           wrapped.memory >= static_cast<std::int64_t>(crypto_pwhash_MEMLIMIT_MIN) &&
           wrapped.memory <= most_memory;
}

Secret unwrapped(const WrappedKey& wrapped, const Secret& passphrase) {
    const Secret wrapping = stretched(passphrase, wrapped);
    if (wrapping.empty()) { throw not_enough_memory(); }
    Secret key(crypto_box_SECRETKEYBYTES);
    if (crypto_secretbox_open_easy(key.bytes(), bytes_of(std::string_view(wrapped.wrapped_key)),
                                   wrapped.wrapped_key.size(), bytes_of(std::string_view(wrapped.nonce)),
                                   wrapping.bytes()) != 0) {
        return {};
    }
    return key;
}

std::string seal_bytes(const std::string& public_key, std::string_view bytes) {
    // One byte of padding at least, in whole blocks.
    const std::size_t block = block_for(bytes.size());
    std::string padded(bytes);
    padded.resize((bytes.size() / block + 1) * block);
    std::size_t size = 0;
    sodium_pad(&size, bytes_of(padded), bytes.size(), block, padded.size());
    std::string blob(size + crypto_box_SEALBYTES, '\0');
    crypto_box_seal(bytes_of(blob), bytes_of(std::string_view(padded)), size,
                    bytes_of(std::string_view(public_key)));
    wipe(padded);
    return blob;
}

std::optional<std::string> open_bytes(const std::string& public_key, const Secret& key,
                                      std::string_view blob) {
    if (blob.size() <= crypto_box_SEALBYTES || key.size() != crypto_box_SECRETKEYBYTES) {
        return std::nullopt;
    }
    std::string bytes(blob.size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(bytes_of(bytes), bytes_of(blob), blob.size(),
                             bytes_of(std::string_view(public_key)), key.bytes()) != 0) {
        return std::nullopt;
    }
    // The padding ends with a mark and zeros, whatever the block was.
    std::size_t size = 0;
    if (sodium_unpad(&size, bytes_of(std::string_view(bytes)), bytes.size(), bytes.size()) != 0) {
        return std::nullopt;
    }
    bytes.resize(size);
    return bytes;
}

} // namespace kindly
