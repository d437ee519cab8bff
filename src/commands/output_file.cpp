// SPDX-License-Identifier: MIT
#include "commands/output_file.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"
#include "base/uninterrupted.hpp"
#include "exercise/findings.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

Failure cannot_be_written(const fs::path& file, int error) {
    return {ExitCode::environment,
            filled(_("{} cannot be written: {}"), file.string(), std::generic_category().message(error))};
}

Failure there_already(const fs::path& file) {
    return {ExitCode::usage, filled(_("{} is there already; it was left as it is"), file.string()),
            _("Choose another name, or replace it with --force.")};
}

} // namespace

bool means_standard_output(const std::string& named) { return named == "-"; }

void refuse_standard_output(const std::string& named) {
    if (!means_standard_output(named)) { return; }
    throw Failure(ExitCode::usage, _("\"-\" means standard output, and this can only go into a file"),
                  _("Nothing was written. Name the file."));
}

fs::path file_to_write(const std::string& named, bool force) {
    refuse_standard_output(named);
    std::error_code error;
    fs::path file = named;
    const fs::file_status link = fs::symlink_status(file, error);
    if (!fs::exists(link)) { return file; }
    if (!fs::is_regular_file(file, error)) {
        throw Failure(ExitCode::usage,
                      filled(_("{} is there, and is not a file that can be replaced"), file.string()));
    }
    if (!force) { throw there_already(file); }
    fs::path target = fs::canonical(file, error);
    return error ? file : target;
}

/// Large pieces come here; each is written at once.
class OutputFile::Writing : public Output {
public:
    Writing(const fs::path& file, int descriptor) : file_(file), descriptor_(descriptor) {}

    void write(std::string_view text) override {
        while (!text.empty()) {
            const ssize_t wrote = ::write(descriptor_, text.data(), text.size());
            if (wrote < 0 && errno != EINTR) { throw cannot_be_written(file_, errno); }
            if (wrote > 0) { text.remove_prefix(static_cast<std::size_t>(wrote)); }
        }
    }
    void flush() override {}
    [[nodiscard]] bool is_terminal() const override { return false; }

private:
    const fs::path& file_;
    int descriptor_;
};

OutputFile::OutputFile(const fs::path& file, bool force)
    : file_(file), force_(force), descriptor_(uninterrupted([this] {
          temporary_ = file_.string() + ".XXXXXX";
          return ::mkostemp(temporary_.data(), O_CLOEXEC); // mode 0600
      })) {
    if (descriptor_ < 0) { throw cannot_be_written(file_, errno); }
    writing_ = std::make_unique<Writing>(file_, descriptor_);
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) { ::close(descriptor_); }
    if (!temporary_.empty()) { ::unlink(temporary_.c_str()); }
}

Output& OutputFile::output() { return *writing_; }

void OutputFile::finish() {
    if (uninterrupted([this] { return ::fsync(descriptor_); }) != 0) {
        throw cannot_be_written(file_, errno);
    }
    if (!force_) {
        // A link, unlike a rename, replaces nothing that has come into being in the meantime.
        if (::link(temporary_.c_str(), file_.c_str()) == 0) {
            ::unlink(temporary_.c_str());
            temporary_.clear();
            return;
        }
        std::error_code none;
        if (errno == EEXIST || fs::exists(fs::symlink_status(file_, none))) { throw there_already(file_); }
        // Some file systems have no links.
    }
    if (::rename(temporary_.c_str(), file_.c_str()) != 0) { throw cannot_be_written(file_, errno); }
    temporary_.clear();
}

} // namespace kindly
