// SPDX-License-Identifier: MIT
#include "exchange/byte_source.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace {

std::string shown(const std::string& name) { return name == "-" ? _("Standard input") : name; }

Failure failed(const std::string& name, int error) {
    const ExitCode code = error == ENOENT || error == ENOTDIR ? ExitCode::not_found : ExitCode::environment;
    return {code, fmt::format(fmt::runtime(_("{} cannot be read: {}")), shown(name),
                              std::generic_category().message(error))};
}

Failure not_put_aside(const std::string& name, int error) {
    return {ExitCode::environment,
            fmt::format(fmt::runtime(_("{} could not be put aside while it is read: {}")), shown(name),
                        std::generic_category().message(error)),
            _("Nothing was changed. TMPDIR names the folder that it is put into.")};
}

/// Nobody else can open it: it is 0600 from its beginning, and its name is gone at once.
int file_without_a_name() {
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error);
    if (error) {
        errno = error.value();
        return -1;
    }
    std::string name = (folder / "kindly-import-XXXXXX").string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor >= 0) { ::unlink(name.c_str()); }
    return descriptor;
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) { continue; }
        if (wrote <= 0) { return false; }
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return true;
}

} // namespace

ByteSource::ByteSource(std::string name, std::function<void()> interrupted)
    : name_(std::move(name)), interrupted_(std::move(interrupted)) {
    if (name_ == "-") {
        descriptor_ = STDIN_FILENO;
    } else {
        // A named pipe is waited for: `import <(ssh there kindly export ...)` is one.
        while ((descriptor_ = ::open(name_.c_str(), O_RDONLY | O_CLOEXEC)) < 0 && errno == EINTR) {
            if (interrupted_) { interrupted_(); }
        }
        if (descriptor_ < 0) { throw failed(name_, errno); }
    }
    struct stat status {};
    if (::fstat(descriptor_, &status) == 0 && S_ISDIR(status.st_mode)) {
        close();
        throw Failure(ExitCode::environment, fmt::format(fmt::runtime(_("{} is a folder")), name_),
                      _("Name the files in it."));
    }
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : name_(std::move(other.name_)), interrupted_(std::move(other.interrupted_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

ByteSource::~ByteSource() { close(); }

void ByteSource::close() {
    if (descriptor_ > STDIN_FILENO) { ::close(descriptor_); }
    descriptor_ = -1;
}

std::size_t ByteSource::read(char* to, std::size_t most) {
    ssize_t got = 0;
    while ((got = ::read(descriptor_, to, most)) < 0 && errno == EINTR) {
        if (interrupted_) { interrupted_(); }
    }
    if (got < 0) { throw failed(name_, errno); }
    return static_cast<std::size_t>(got);
}

bool ByteSource::is_regular_file() const {
    struct stat status {};
    return ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
}

void ByteSource::put_aside(std::string_view begun,
                           const std::function<std::string_view(std::string_view)>& cut,
                           const std::function<void(std::int64_t)>& progress) {
    const int aside = file_without_a_name();
    if (aside < 0) { throw not_put_aside(name_, errno); }
    try {
        constexpr std::size_t chunk = 65536;
        std::string bytes(chunk, '\0');
        std::int64_t came = 0;
        const auto put = [&](std::string_view more) {
            if (!write_all(aside, cut(more))) { throw not_put_aside(name_, errno); }
            came += static_cast<std::int64_t>(more.size());
            if (progress) { progress(came); }
        };
        put(begun);
        while (const std::size_t got = read(bytes.data(), bytes.size())) {
            put(std::string_view(bytes).substr(0, got));
        }
    } catch (...) {
        ::close(aside);
        throw;
    }
    close();
    descriptor_ = aside;
    if (::lseek(descriptor_, 0, SEEK_SET) < 0) { throw not_put_aside(name_, errno); }
}

} // namespace kindly
