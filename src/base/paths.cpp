// SPDX-License-Identifier: MIT
#include "base/paths.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <cstdlib>
#include <fstream>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace kindly {

namespace fs = std::filesystem;

Environment process_environment() {
    return [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        if (value == nullptr || *value == '\0') { return std::nullopt; }
        return std::string(value);
    };
}

namespace {

fs::path base_folder(const Environment& environment, const char* variable, const char* below_home) {
    // The specification says that a relative path here is to be ignored.
    if (const auto set = environment(variable); set && fs::path(*set).is_absolute()) { return *set; }
    const auto home = environment("HOME");
    // A folder in whatever folder this is run would be another home each time.
    if (!home || !fs::path(*home).is_absolute()) {
        throw Failure(ExitCode::environment,
                      home ? _("There is no home folder (HOME does not begin with \"/\")")
                           : _("There is no home folder (HOME is not set)"),
                      _("Set HOME, or name a folder with --data-dir."));
    }
    return fs::path(*home) / below_home;
}

/// Whoever has become somebody else by `su` often has the variables of whom they were.
bool is_ours(const std::string& folder) {
    struct stat status {};
    return ::stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid();
}

std::vector<fs::path> parted_by_colons(const std::string& list) {
    std::vector<fs::path> folders;
    for (std::size_t start = 0; start <= list.size();) {
        const std::size_t end = std::min(list.find(':', start), list.size());
        if (end > start) { folders.emplace_back(list.substr(start, end - start)); }
        start = end + 1;
    }
    return folders;
}

/// The source tree, when the program is run from the folder that CMake built it in, wherever that is.
std::optional<fs::path> source_tree_of(const fs::path& program) {
    constexpr std::string_view key = "CMAKE_HOME_DIRECTORY:INTERNAL=";
    for (fs::path at = program.parent_path(); at.has_relative_path(); at = at.parent_path()) {
        std::ifstream cache(at / "CMakeCache.txt");
        for (std::string line; std::getline(cache, line);) {
            if (line.starts_with(key)) { return fs::path(line.substr(key.size())); }
        }
    }
    return std::nullopt;
}

} // namespace

Paths find_paths(const Environment& environment, const std::optional<std::string>& data_dir) {
    Paths paths;
    if (data_dir && data_dir->empty()) { // "$FOLDER" in a script, say, where it is not set
        throw Failure(ExitCode::usage, _("--data-dir is empty"),
                      _("Name a folder, or leave the option out."));
    }
    if (data_dir) {
        paths.data = fs::absolute(*data_dir);
    } else if (const auto set = environment("KINDLY_DATA_DIR")) {
        paths.data = fs::absolute(*set);
    } else {
        paths.data = base_folder(environment, "XDG_DATA_HOME", ".local/share") / "kindly";
    }
    const auto is_whole = [&](const char* variable) {
        const auto set = environment(variable);
        return set && fs::path(*set).is_absolute();
    };
    paths.config = is_whole("HOME") || is_whole("XDG_CONFIG_HOME")
                       ? base_folder(environment, "XDG_CONFIG_HOME", ".config") / "kindly"
                       : paths.data;
    if (is_whole("XDG_RUNTIME_DIR") && is_ours(*environment("XDG_RUNTIME_DIR"))) {
        paths.passing = fs::path(*environment("XDG_RUNTIME_DIR")) / "kindly";
    } else if (is_whole("HOME") || is_whole("XDG_CACHE_HOME")) {
        paths.passing = base_folder(environment, "XDG_CACHE_HOME", ".cache") / "kindly";
    }
    return paths;
}

std::vector<fs::path> find_exercise_folders(const Environment& environment, const Paths& paths,
                                            const std::vector<std::string>& given, const fs::path& program) {
    std::vector<fs::path> folders(given.begin(), given.end());
    if (const auto set = environment("KINDLY_EXERCISE_PATH")) {
        for (auto& folder : parted_by_colons(*set)) { folders.push_back(std::move(folder)); }
    }
    folders.push_back(paths.data / "exercises");
    std::error_code none;
    const fs::path installed = program.parent_path().parent_path() / "share/kindly/exercises";
    if (fs::is_directory(installed, none)) {
        folders.push_back(installed);
        return folders;
    }
    if (const auto source = source_tree_of(program)) { folders.push_back(*source / "exercises"); }
    return folders;
}

std::vector<fs::path> find_clinic_files(const Environment& environment) {
    std::vector<fs::path> files;
    for (const auto& folder : parted_by_colons(environment("XDG_CONFIG_DIRS").value_or("/etc/xdg"))) {
        if (folder.is_absolute()) { files.push_back(folder / "kindly/support.json"); }
    }
    files.emplace_back("/etc/kindly/support.json");
    return files;
}

fs::path message_folder(const fs::path& program) {
    return program.parent_path().parent_path() / "share/locale";
}

fs::path running_program() {
    std::error_code none;
    return fs::read_symlink("/proc/self/exe", none);
}

} // namespace kindly
