// SPDX-License-Identifier: MIT
#include "base/files.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

std::string reason(int error) { return std::generic_category().message(error); }

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
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) { throw failed(errno); }
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) { throw failed(errno); }
    if (S_ISDIR(status.st_mode)) { throw failed(EISDIR); }
    std::string bytes;
    constexpr std::size_t chunk = 65536;
    while (bytes.size() <= most_bytes) {
        const std::size_t had = bytes.size();
        bytes.resize(had + chunk);
        const ssize_t got = ::read(file.get(), bytes.data() + had, chunk);
        if (got < 0 && errno == EINTR) {
            bytes.resize(had);
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

void write_private_file(const fs::path& path, std::string_view bytes) {
    auto failed = [&](int error) {
        return Failure(ExitCode::environment, fmt::format(fmt::runtime(_("{} cannot be written: {}")),
                                                          path.string(), reason(error)));
    };
    std::string temporary = path.string() + ".XXXXXX";
    const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC)); // mode 0600
    if (file.get() < 0) { throw failed(errno); }
    int error = 0;
    while (!bytes.empty() && error == 0) {
        const ssize_t wrote = ::write(file.get(), bytes.data(), bytes.size());
        if (wrote < 0) {
            error = errno == EINTR ? 0 : errno;
        } else {
            bytes.remove_prefix(static_cast<std::size_t>(wrote));
        }
    }
    if (error == 0 && ::fsync(file.get()) != 0) { error = errno; }
    if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) { error = errno; }
    if (error != 0) {
        ::unlink(temporary.c_str());
        throw failed(error);
    }
}

} // namespace kindly
