// SPDX-License-Identifier: MIT
#include "commands/throw_away_home.hpp"

#include "base/failure.hpp"
#include "base/passing_folder.hpp"
#include "base/translate.hpp"

#include <memory>
#include <string>
#include <system_error>

namespace kindly {

namespace fs = std::filesystem;

namespace {

std::unique_ptr<PassingFolder> make_folder() {
    std::error_code error;
    const fs::path place = fs::temp_directory_path(error);
    try {
        if (!error) { return std::make_unique<PassingFolder>(place, "kindly-try."); }
    } catch (const Failure&) {
        error = std::make_error_code(std::errc::io_error);
    } // told in words of its own
    throw Failure(ExitCode::environment, _("No folder could be made to try this in"),
                  _("TMPDIR names the folder in which it would be made."));
}

} // namespace

ThrowAwayHome::ThrowAwayHome() : folder_(make_folder()) {}
ThrowAwayHome::~ThrowAwayHome() = default;

Environment ThrowAwayHome::environment(const Environment& real) const {
    return [real, folder = folder_->path().string()](const std::string& name) -> std::optional<std::string> {
        if (name == "KINDLY_DATA_DIR" || name == "XDG_DATA_HOME" || name == "XDG_CONFIG_HOME") {
            return folder;
        }
        return real(name);
    };
}

} // namespace kindly
