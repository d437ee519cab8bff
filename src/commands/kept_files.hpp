// SPDX-License-Identifier: MIT
// Everything that kindly keeps about the person, file by file: for `erase`, which removes it, and `doctor`,
// which looks at it. What is to be kept in a new file is added here. Changes nothing.
#pragma once

#include "base/paths.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct KeptFile {
    enum class Kind {
        log,
        log_part,
        lock,
        preferences,
        contacts,
        config,
        exercises,
        exported,
        prompt,
        words
    };
    Kind kind = Kind::log;
    std::filesystem::path path;
    std::uintmax_t bytes = 0;
    bool is_folder = false; ///< after what is in it: below the person's own exercises; of an editor
    bool in_use = false;    ///< a lock: the practice is going on
};

/// Those that are there. Symbolic links are not followed. `editing`: where words are on their way to an
/// editor; what is there of a program that was killed is among them, what is in use is not.
[[nodiscard]] std::vector<KeptFile> kept_files(const Paths& paths, const std::filesystem::path& editing);

/// Of the practice log with the files beside it.
[[nodiscard]] std::uintmax_t size_of_log(const std::vector<KeptFile>& kept);

/// "512 bytes", "12 kB", "3.4 MB".
[[nodiscard]] std::string size_in_words(std::uintmax_t bytes);

/// The permission bits; nothing where there is no such file. Of a link, those of the file that it leads to.
[[nodiscard]] std::optional<unsigned> mode_of(const std::filesystem::path& path);

} // namespace kindly
