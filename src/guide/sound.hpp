// SPDX-License-Identifier: MIT
// Bells and speech for whoever has the eyes closed: programs that the config file names, started without a
// shell and never waited for. Shared by the guides that people meet; knows no sessions.
#pragma once

#include "base/duration.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

struct SoundOptions {
    enum class Bell { terminal, off, command };
    Bell bell = Bell::terminal;
    std::vector<std::string> bell_command; ///< with Bell::command: a program and its arguments
    std::vector<std::string> speech;       ///< a program that reads the text from stdin; empty: none
};

class Sound {
public:
    /// `ring_terminal` writes BEL; empty where there is no terminal to write it to.
    Sound(SoundOptions options, std::function<void()> ring_terminal);
    Sound(const Sound&) = delete;
    Sound& operator=(const Sound&) = delete;
    /// Ends what is still being said, and leaves no process behind.
    ~Sound();

    /// One bell at a time: while a bell program is still at it, another ring is part of the same.
    void ring();
    /// After what is being said now. Returns at once. Does nothing without speech.
    void say(std::string_view text);
    /// Ends what is being said, and forgets what was to be said: pause, stop, going on.
    void hush();
    /// While muted, nothing rings or speaks.
    void mute(bool muted);
    [[nodiscard]] bool muted() const;
    /// A speech program is named, and nothing has come in its way yet.
    [[nodiscard]] bool speaks() const;
    /// A speech program is named, whether or not it works: somebody may have the eyes closed.
    [[nodiscard]] bool meant_to_speak() const;
    /// There is something that ring() or say() could do: muting means something.
    [[nodiscard]] bool any() const;
    /// Something is being said, or is to be said.
    [[nodiscard]] bool speaking() const;
    /// Waits until all has been said and has rung: for the last words of a practice. At most `limit`, and no
    /// longer than until one of `wakers` (file descriptors) can be read.
    void finish(Milliseconds limit, const std::vector<int>& wakers);
    /// What went wrong, once, in one sentence; to be told after the practice, never in the middle of it.
    [[nodiscard]] std::optional<std::string> trouble() const;

private:
    class Programs;
    std::unique_ptr<Programs> programs_;
};

/// What went wrong, as a line for standard error; empty where nothing did.
[[nodiscard]] std::string afterword(const Sound& sound);

} // namespace kindly
