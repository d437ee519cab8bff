// SPDX-License-Identifier: MIT
// `kindly check --play N`: whole practices of one exercise by people of several kinds, and what came of them.
#pragma once

#include "commands/check_files.hpp"

#include <cstdint>
#include <string>

namespace kindly {

class Context;
struct PlayOptions;

/// False where something did not hold; it has been told then, with how to play it again.
[[nodiscard]] bool play_and_tell(Context& context, const CheckedFile& file, const PlayOptions& options);

/// The command that plays one practice again, as a shell takes it.
[[nodiscard]] std::string command_to_play(const PlayOptions& options, std::uint64_t seed,
                                          const std::string& file);

/// The same for `--transcript`: whole practices on paper. `first`: nothing was printed before it.
[[nodiscard]] bool print_transcripts(Context& context, const CheckedFile& file, const PlayOptions& options,
                                     bool& first);

} // namespace kindly
