// SPDX-License-Identifier: MIT
#include "base/passing_folder.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

constexpr const char* lock_name = "in-use.lock";

/// -1: it is not there, or somebody holds it.
int take_lock(const fs::path& folder, int more_flags) {
    const int lock =
        ::open((folder / lock_name).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | more_flags, S_IRUSR | S_IWUSR);
    if (lock >= 0 && ::flock(lock, LOCK_EX | LOCK_NB) == 0) { return lock; }
    if (lock >= 0) { ::close(lock); }
    return -1;
}

bool is_a_folder_of_ours(const fs::path& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid();
}

void remove_with_all(const fs::path& folder) {
    std::error_code none;
    fs::remove_all(folder, none);
}

} // namespace

PassingFolder::PassingFolder(const fs::path& parent, const std::string& name) {
    remove_left_over(parent, name);
    std::string made = (parent / (name + "XXXXXX")).string();
    if (::mkdtemp(made.data()) == nullptr) {
        throw Failure(ExitCode::environment, filled(_("The folder {} cannot be made: {}"), made,
                                                    std::generic_category().message(errno)));
    }
    path_ = made;
    lock_ = take_lock(path_, O_CREAT);
}

PassingFolder::~PassingFolder() {
    remove_with_all(path_);
    if (lock_ >= 0) { ::close(lock_); }
}

std::vector<fs::path> PassingFolder::left_over(const fs::path& parent, const std::string& name) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator at(parent, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        if (!at->path().filename().string().starts_with(name) || !is_a_folder_of_ours(at->path())) {
            continue;
        }
        const int lock = take_lock(at->path(), 0);
        if (lock < 0) { continue; } // in use, or only just being made
        ::close(lock);
        found.push_back(at->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

void PassingFolder::remove_left_over(const fs::path& parent, const std::string& name) {
    for (const fs::path& folder : left_over(parent, name)) { remove_with_all(folder); }
}

} // namespace kindly
