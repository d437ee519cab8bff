// SPDX-License-Identifier: MIT
// Where things are kept (XDG base directories) and where exercises are looked for. Reads the
// environment and looks which folders there are; opens nothing of the person's.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// Looks up a variable of the environment; an unset and an empty one are both nothing.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

[[nodiscard]] Environment process_environment();

struct Paths {
    std::filesystem::path data;   ///< practice.db, exercises/
    std::filesystem::path config; ///< config.toml, me.json, contacts.json
    /// Of this login: nothing that may not be lost. Empty without any such folder.
    std::filesystem::path passing;
    [[nodiscard]] std::filesystem::path journal() const { return data / "practice.db"; }
    [[nodiscard]] std::filesystem::path settings() const { return config / "config.toml"; }
    [[nodiscard]] std::filesystem::path me() const { return config / "me.json"; }
    [[nodiscard]] std::filesystem::path contacts() const { return config / "contacts.json"; }
    [[nodiscard]] std::filesystem::path prompt() const { return passing / "prompt"; }
};

/// `data_dir` (--data-dir) before KINDLY_DATA_DIR before XDG_DATA_HOME/kindly before ~/.local/share/kindly;
/// the configuration in XDG_CONFIG_HOME/kindly or ~/.config/kindly; what passes in XDG_RUNTIME_DIR/kindly
/// (where that folder is the person's own), XDG_CACHE_HOME/kindly or ~/.cache/kindly. Throws Failure when
/// there is no home at all.
[[nodiscard]] Paths find_paths(const Environment& environment, const std::optional<std::string>& data_dir);

/// The folders that are searched for exercises, first one wins: `given` (--exercise-path),
/// KINDLY_EXERCISE_PATH (colon-separated), the person's own, then the library beside the program
/// (../share/kindly/exercises), or the source tree's when it is run from a build folder.
[[nodiscard]] std::vector<std::filesystem::path> find_exercise_folders(const Environment& environment,
                                                                       const Paths& paths,
                                                                       const std::vector<std::string>& given,
                                                                       const std::filesystem::path& program);

/// Where whoever set up this machine may name people to reach: kindly/support.json in the folders of
/// XDG_CONFIG_DIRS (/etc/xdg without it), then /etc/kindly/support.json.
[[nodiscard]] std::vector<std::filesystem::path> find_clinic_files(const Environment& environment);

/// Message catalogues: beside the program (../share/locale), which is also where the build puts them.
[[nodiscard]] std::filesystem::path message_folder(const std::filesystem::path& program);

/// The file of the running program.
[[nodiscard]] std::filesystem::path running_program();

} // namespace kindly
