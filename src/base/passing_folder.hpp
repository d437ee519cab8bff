// SPDX-License-Identifier: MIT
// A folder for as long as something lasts, and what becomes of it when the program is killed meanwhile:
// somebody's words may be in it, so the next one of that name takes it away.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kindly {

class PassingFolder {
public:
    /// `parent`/`name`XXXXXX, for the person alone; first removes what is left over there. Throws Failure
    /// (environment) where no folder can be made.
    PassingFolder(const std::filesystem::path& parent, const std::string& name);
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    ~PassingFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Folders of this name below `parent` that no program uses any more, sorted. Only those of this user.
    [[nodiscard]] static std::vector<std::filesystem::path> left_over(const std::filesystem::path& parent,
                                                                      const std::string& name);
    /// Removes them, with what is in them.
    static void remove_left_over(const std::filesystem::path& parent, const std::string& name);

private:
    std::filesystem::path path_;
    int lock_ = -1; ///< held as long as this lives: the folder is in use
};

} // namespace kindly
