// SPDX-License-Identifier: MIT
// The lock of one running practice: a file beside the practice log, "practice-ID.lock", locked for as long as
// the program runs and removed at the end. The system frees it however the program ends, so a free lock means
// that nobody is there. Knows no database.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kindly {

class PracticeLock {
public:
    /// Throws Failure (environment) if another program holds it or the file cannot be made.
    [[nodiscard]] static PracticeLock take(const std::filesystem::path& journal, const std::string& id);
    /// Whether somebody holds it, without touching it. A missing file is a free lock.
    [[nodiscard]] static bool is_held(const std::filesystem::path& journal, const std::string& id);
    /// Removes the file that a program left behind; one that is held stays.
    static void remove_abandoned(const std::filesystem::path& journal, const std::string& id);

    PracticeLock(PracticeLock&& other) noexcept;
    PracticeLock& operator=(PracticeLock&& other) noexcept;
    PracticeLock(const PracticeLock&) = delete;
    PracticeLock& operator=(const PracticeLock&) = delete;
    ~PracticeLock(); ///< removes the file, then frees the lock

private:
    PracticeLock(std::filesystem::path file, int descriptor);
    void release() noexcept;

    std::filesystem::path file_;
    int descriptor_ = -1;
};

} // namespace kindly
