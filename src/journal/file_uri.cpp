// SPDX-License-Identifier: MIT
#include "journal/file_uri.hpp"

#include <string_view>
#include <sys/stat.h>

namespace kindly {

namespace fs = std::filesystem;

fs::path beside(const fs::path& file, const char* ending) { return file.string() + ending; }

/// A name of SQLite's kind, in which some letters have a meaning.
std::string unlocked_uri(const fs::path& file) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string uri = "file://";
    for (const char letter : file.string()) {
        if (letter == '%' || letter == '?' || letter == '#') {
            const auto byte = static_cast<unsigned char>(letter);
            uri += {'%', hexadecimal[byte / 16], hexadecimal[byte % 16]};
        } else {
            uri += letter;
        }
    }
    return uri + "?immutable=1";
}

bool cannot_be_a_database(const fs::path& file) {
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

bool has_bytes(const fs::path& file) {
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 && status.st_size > 0;
}

} // namespace kindly
