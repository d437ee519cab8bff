// SPDX-License-Identifier: MIT
#include "journal/practice_lock.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"
#include "base/uninterrupted.hpp"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

fs::path lock_file(const fs::path& journal, const std::string& id) {
    fs::path file = journal;
    return file.replace_filename(journal.stem().string() + "-" + id + ".lock");
}

/// Nothing from a database may lead out of the folder.
bool is_plain(const std::string& id) {
    return !id.empty() && id.find_first_not_of("0123456789abcdefABCDEF-") == std::string::npos;
}

// Locks of the open file description, not of the process: closing another descriptor of the file keeps them.
bool lock(int descriptor) {
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return ::fcntl(descriptor, F_OFD_SETLK, &whole) == 0;
}

/// Whoever held the lock before us may have removed the file while we opened it; what we locked is then
/// nobody's.
bool is_still(const fs::path& file, int descriptor) {
    struct stat here {};
    struct stat there {};
    return ::fstat(descriptor, &here) == 0 && ::stat(file.c_str(), &there) == 0 &&
           here.st_ino == there.st_ino && here.st_dev == there.st_dev;
}

} // namespace

PracticeLock PracticeLock::take(const fs::path& journal, const std::string& id) {
    const fs::path file = lock_file(journal, id);
    const auto failed = [&](int error) {
        const std::string reason = std::generic_category().message(error);
        return Failure(
            ExitCode::environment,
            fmt::format(fmt::runtime(_("{} cannot be made: {}")), file.string(), reason),
            _("See whether the folder may be written and the disk has room, or choose another folder with "
              "--data-dir."));
    };
    // A program that settles abandoned practices may hold it for a moment.
    constexpr int attempts = 100;
    constexpr int between_ms = 10;
    for (int attempt = 0; is_plain(id) && attempt < attempts; ++attempt) {
        const int descriptor = uninterrupted([&] {
            return ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
        });
        if (descriptor < 0) { throw failed(errno); }
        if (lock(descriptor)) {
            if (is_still(file, descriptor)) { return {file, descriptor}; }
            ::close(descriptor);
            continue;
        }
        const int error = errno;
        ::close(descriptor);
        if (error != EAGAIN && error != EACCES) { throw failed(error); }
        ::poll(nullptr, 0, between_ms);
    }
    throw Failure(ExitCode::environment, _("This practice is running in another terminal"),
                  _("Go on there, or end it there first."));
}

bool PracticeLock::is_held(const fs::path& journal, const std::string& id) {
    if (!is_plain(id)) { return false; }
    const int descriptor = ::open(lock_file(journal, id).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) { return false; }
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    const bool held = ::fcntl(descriptor, F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
    ::close(descriptor);
    return held;
}

void PracticeLock::remove_abandoned(const fs::path& journal, const std::string& id) {
    if (!is_plain(id)) { return; }
    const fs::path file = lock_file(journal, id);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) { return; }
    if (lock(descriptor) && is_still(file, descriptor)) { ::unlink(file.c_str()); }
    ::close(descriptor);
}

PracticeLock::PracticeLock(fs::path file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}

PracticeLock::PracticeLock(PracticeLock&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

PracticeLock& PracticeLock::operator=(PracticeLock&& other) noexcept {
    if (this != &other) {
        release();
        file_ = std::move(other.file_);
        descriptor_ = std::exchange(other.descriptor_, -1);
    }
    return *this;
}

PracticeLock::~PracticeLock() { release(); }

void PracticeLock::release() noexcept {
    if (descriptor_ < 0) { return; }
    // Not another's: the folder may have been taken away and made anew.
    if (is_still(file_, descriptor_)) { ::unlink(file_.c_str()); }
    ::close(std::exchange(descriptor_, -1));
}

} // namespace kindly
