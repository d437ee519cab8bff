// SPDX-License-Identifier: MIT
// What `today --short` said last. A prompt asks it at every command, and opening a log takes longer than all
// else, so the answer is remembered for a minute, as long as nobody writes to the log or the configuration.
// It is kept where things are lost when the person logs out (Paths::passing) and holds no word of theirs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

class Context;

/// A question that is being asked: begun before the log is looked into, so that what is written to it
/// meanwhile makes the answer one that is not remembered.
class PromptQuestion {
public:
    /// Opens neither the log nor the configuration. Never throws.
    explicit PromptQuestion(Context& context);

    /// Whether something is ready, where that is known from less than a minute ago. Never with --now.
    [[nodiscard]] std::optional<bool> remembered() const;
    /// Nothing is kept where that is not possible or not safe. Never throws.
    void remember(bool something_is_ready) const;

private:
    std::string file_; ///< empty: nothing can be remembered
    std::string about_;
    std::int64_t asked_ms_ = 0;         ///< since 1970
    std::int64_t latest_change_ms_ = 0; ///< of the log
};

/// Of Paths::prompt(): what is remembered there was asked of this log.
[[nodiscard]] bool is_about(const std::filesystem::path& remembered, const std::filesystem::path& log);

/// The line is `today --short`, at most with --data-dir before it, and nothing is ready, as was found less
/// than a minute ago: neither a language nor the list of commands is needed to say nothing. Never throws.
[[nodiscard]] bool nothing_for_a_prompt(Context& context, const std::vector<std::string>& arguments);

} // namespace kindly
