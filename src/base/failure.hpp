// SPDX-License-Identifier: MIT
// The one exception type: something that this program cannot mend. Only main
// ends the program over it; it is caught elsewhere where the work can go on without what failed.
// What a person wrote in a file is never a Failure but a list of Diagnostics (diagnostic.hpp).
#pragma once

#include "base/exit_code.hpp"

#include <exception>
#include <string>

namespace kindly {

class Failure : public std::exception {
public:
    /// `what` is one sentence without the program's name; `advice` says what to do next (may be empty).
    Failure(ExitCode code, std::string what, std::string advice = {})
        : code_(code), what_(std::move(what)), advice_(std::move(advice)) {}

    [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }
    [[nodiscard]] const std::string& advice() const noexcept { return advice_; }
    [[nodiscard]] ExitCode code() const noexcept { return code_; }

private:
    ExitCode code_;
    std::string what_;
    std::string advice_;
};

/// The reader of our output has gone (`| head`): leave quietly. Not a failure of ours.
class ReaderGone : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "the reader has closed the pipe"; }
};

} // namespace kindly
