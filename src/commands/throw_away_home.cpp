// SPDX-License-Identifier: MIT
#include "commands/throw_away_home.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

constexpr const char* name_begins = "kindly-try.";
constexpr const char* lock_name = "in-use.lock";

/// -1: it is not there, or somebody holds it.
int take_lock(const fs::path& file, int more_flags) {
    const int lock = ::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | more_flags, S_IRUSR | S_IWUSR);
    if (lock >= 0 && ::flock(lock, LOCK_EX | LOCK_NB) == 0) { return lock; }
    if (lock >= 0) { ::close(lock); }
    return -1;
}

/// Somebody's words may be in what a program that was killed has left.
void remove_left_over(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        struct stat status {};
        if (!at->path().filename().string().starts_with(name_begins) ||
            ::lstat(at->path().c_str(), &status) != 0 || !S_ISDIR(status.st_mode) ||
            status.st_uid != ::getuid()) {
            continue;
        }
        const int lock = take_lock(at->path() / lock_name, 0);
        if (lock < 0) { continue; } // in use, or only just being made
        std::error_code none;
        fs::remove_all(at->path(), none);
        ::close(lock);
    }
}

} // namespace

ThrowAwayHome::ThrowAwayHome() {
    std::error_code error;
    const fs::path place = fs::temp_directory_path(error);
    if (!error) { remove_left_over(place); }
    std::string name = (place / (std::string(name_begins) + "XXXXXX")).string();
    if (error || ::mkdtemp(name.data()) == nullptr) {
        throw Failure(ExitCode::environment, _("No folder could be made to try this in"),
                      _("TMPDIR names the folder in which it would be made."));
    }
    folder_ = name;
    lock_ = take_lock(folder_ / lock_name, O_CREAT);
}

ThrowAwayHome::~ThrowAwayHome() {
    std::error_code none;
    fs::remove_all(folder_, none);
    if (lock_ >= 0) { ::close(lock_); }
}

Environment ThrowAwayHome::environment(const Environment& real) const {
    return [real, folder = folder_.string()](const std::string& name) -> std::optional<std::string> {
        if (name == "KINDLY_DATA_DIR" || name == "XDG_DATA_HOME" || name == "XDG_CONFIG_HOME") {
            return folder;
        }
        return real(name);
    };
}

} // namespace kindly
