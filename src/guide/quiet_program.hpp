// SPDX-License-Identifier: MIT
// Starts a program beside our own: by its words, without a shell, in a process group of its own, with nothing
// of ours but the text on its standard input. Knows neither bells nor speech.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace kindly {

/// What a pipe takes in at once on every system, so that a program which never reads blocks nobody.
inline constexpr std::size_t most_bytes_at_once = 2048;

struct StartedProgram {
    pid_t id = -1; ///< of the process and of its group; -1: it could not be started
    int error = 0; ///< then: errno
};

/// `words`: the program, looked for in PATH, and its arguments. `input`: at most most_bytes_at_once. What it
/// prints goes nowhere. Returns at once; whoever calls waits for the process some time.
[[nodiscard]] StartedProgram start_quietly(const std::vector<std::string>& words, std::string_view input);

/// The file that would be started; nothing where there is none. `path`: as in PATH.
[[nodiscard]] std::optional<std::string> find_program(const std::string& name, const std::string& path);

} // namespace kindly
