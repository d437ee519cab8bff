// SPDX-License-Identifier: MIT
// A folder of this process alone, in memory where the system has such a place; it goes with the process.
#pragma once

#include "fuzz.hpp"

#include <filesystem>
#include <string>
#include <system_error>
#include <unistd.h>

namespace kindly::fuzz {

class TemporaryFolder {
public:
    TemporaryFolder() {
        // Thousands of files a minute, each synced: a disk would do nothing else.
        const std::filesystem::path memory = "/dev/shm";
        const bool there = ::access(memory.c_str(), W_OK | X_OK) == 0;
        std::string name =
            ((there ? memory : std::filesystem::temp_directory_path()) / "kindly-fuzz-XXXXXX").string();
        must(::mkdtemp(name.data()) != nullptr, "there is a place for temporary files", name);
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code none;
        std::filesystem::remove_all(path_, none);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace kindly::fuzz
