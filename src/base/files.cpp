// SPDX-License-Identifier: MIT
#include "base/files.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"
#include "base/uninterrupted.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

std::string reason(int error) { return std::generic_category().message(error); }

/// Of a pipe whose writer has not written yet: that may take as long as it likes.
void wait_for_more(int pipe) {
    pollfd watched{pipe, POLLIN, 0};
    uninterrupted([&] { return ::poll(&watched, 1, -1); });
}

/// Closes on every way out.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) { ::close(number_); }
    }
    [[nodiscard]] int get() const { return number_; }

private:
    int number_;
};

} // namespace

std::string read_file(const fs::path& path, std::size_t most_bytes) {
    auto failed = [&](int error) {
        const ExitCode code =
            error == ENOENT || error == ENOTDIR ? ExitCode::not_found : ExitCode::environment;
        return Failure(code,
                       fmt::format(fmt::runtime(_("{} cannot be read: {}")), path.string(), reason(error)));
    };
    // Not blocking: a named pipe that nobody writes to must not freeze the program.
    const Descriptor file(
        uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
    if (file.get() < 0) { throw failed(errno); }
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) { throw failed(errno); }
    if (S_ISDIR(status.st_mode)) { throw failed(EISDIR); }
    std::string bytes;
    constexpr std::size_t most_at_once = 65536;
    while (bytes.size() <= most_bytes) {
        const std::size_t had = bytes.size();
        const std::size_t chunk = std::min(most_at_once, most_bytes + 1 - had);
        bytes.resize(had + chunk);
        const ssize_t got = uninterrupted([&] { return ::read(file.get(), bytes.data() + had, chunk); });
        if (got < 0 && errno == EAGAIN && S_ISFIFO(status.st_mode)) {
            bytes.resize(had);
            wait_for_more(file.get());
            continue;
        }
        if (got < 0) { throw failed(errno); }
        bytes.resize(had + static_cast<std::size_t>(got));
        if (got == 0) { break; }
    }
    return bytes;
}

void make_private_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) { return; }
    if (folder.has_parent_path() && folder.parent_path() != folder) {
        make_private_folder(folder.parent_path());
    }
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        throw Failure(ExitCode::environment, fmt::format(fmt::runtime(_("The folder {} cannot be made: {}")),
                                                         folder.string(), reason(errno)));
    }
    if (!fs::is_directory(folder, error)) {
        throw Failure(ExitCode::environment,
                      fmt::format(fmt::runtime(_("{} is not a folder")), folder.string()));
    }
}

namespace {

Failure cannot_be_written(const fs::path& path, int error) {
    return {ExitCode::environment,
            fmt::format(fmt::runtime(_("{} cannot be written: {}")), path.string(), reason(error))};
}

enum class Lasting { yes, no }; ///< yes: it is on the disk before it takes its place

/// A file of its own beside `path`; `finish` puts it in its place and gives errno, or 0.
template <class Finish>
void write_beside(const fs::path& path, std::string_view bytes, mode_t mode, Lasting lasting,
                  const Finish& finish) {
    std::string temporary;
    const Descriptor file(uninterrupted([&] {
        temporary = path.string() + ".XXXXXX";
        return ::mkostemp(temporary.data(), O_CLOEXEC); // mode 0600
    }));
    if (file.get() < 0) { throw cannot_be_written(path, errno); }
    int error = 0;
    while (!bytes.empty() && error == 0) {
        const ssize_t wrote = uninterrupted([&] { return ::write(file.get(), bytes.data(), bytes.size()); });
        if (wrote < 0) {
            error = errno;
        } else {
            bytes.remove_prefix(static_cast<std::size_t>(wrote));
        }
    }
    if (error == 0 && ::fchmod(file.get(), mode) != 0) { error = errno; }
    if (error == 0 && lasting == Lasting::yes && uninterrupted([&] { return ::fsync(file.get()); }) != 0) {
        error = errno;
    }
    if (error == 0) { error = finish(temporary); }
    if (error != 0) {
        ::unlink(temporary.c_str());
        throw cannot_be_written(path, error);
    }
}

int rename_to(const std::string& temporary, const fs::path& path) {
    return ::rename(temporary.c_str(), path.c_str()) == 0 ? 0 : errno;
}

} // namespace

void write_private_file(const fs::path& path, std::string_view bytes) {
    write_beside(path, bytes, S_IRUSR | S_IWUSR, Lasting::yes,
                 [&](const std::string& temporary) { return rename_to(temporary, path); });
}

void write_passing_file(const fs::path& path, std::string_view bytes) {
    write_beside(path, bytes, S_IRUSR | S_IWUSR, Lasting::no,
                 [&](const std::string& temporary) { return rename_to(temporary, path); });
}

bool write_shared_file(const fs::path& path, std::string_view bytes, bool replace, mode_t umask) {
    const mode_t everyone = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;
    std::error_code none;
    const auto is_there = [&] { return fs::exists(fs::symlink_status(path, none)); };
    if (!replace && is_there()) { return false; }
    bool came_first = true;
    write_beside(path, bytes, everyone & ~umask, Lasting::yes, [&](const std::string& temporary) {
        if (replace) { return rename_to(temporary, path); }
        // A link, unlike a rename, replaces nothing that has come into being in the meantime.
        const int error = ::link(temporary.c_str(), path.c_str()) == 0 ? 0 : errno;
        if (error == 0 || error == EEXIST) {
            came_first = error == 0;
            ::unlink(temporary.c_str());
            return 0;
        }
        // Some file systems have no links.
        if (!is_there()) { return rename_to(temporary, path); }
        came_first = false;
        ::unlink(temporary.c_str());
        return 0;
    });
    return came_first;
}

} // namespace kindly
