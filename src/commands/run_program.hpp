// SPDX-License-Identifier: MIT
// Runs one program to its end and takes in what it says: by its words, without a shell. For small things that
// answer at once; programs beside a practice are guide/player's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kindly {

struct Ran {
    int error = 0;  ///< errno: it could not be started; nothing else counts then
    int status = 0; ///< its exit status, or 128 + the signal that ended it
    std::string output, errors;
    [[nodiscard]] bool well() const { return error == 0 && status == 0; }
};

/// `words`: the program, looked for in PATH, and its arguments. `input`: for its standard input. `variables`:
/// "NAME=VALUE", before those of our environment.
[[nodiscard]] Ran run_program(const std::vector<std::string>& words, std::string_view input = {},
                              const std::vector<std::string>& variables = {});

} // namespace kindly
