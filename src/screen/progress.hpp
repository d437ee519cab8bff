// SPDX-License-Identifier: MIT
// How far a practice has come, and how much time is left in words: from the plan's time and what has been
// gone through of it. Says nothing rather than something that may be false. Pure; times are the session's.
#pragma once

#include "session/event.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly::screen {

class Progress {
public:
    /// `untimed`: the person takes whatever time they like.
    Progress(double pace, bool untimed) : pace_(pace), untimed_(untimed) {}

    void observe(const Event& event);
    void change_pace(double pace, Milliseconds now);

    struct Shown {
        double share = 0; ///< 0 to 1
        std::string words;
    };
    [[nodiscard]] std::optional<Shown> at(Milliseconds now) const;

private:
    /// Lengths are at pace 1, as the plan counts them.
    struct Step {
        Milliseconds length{};
        Milliseconds done{}; ///< up to `since`
        Milliseconds since{};
        bool paced = false;
        bool silence = false;
    };
    struct Passed {
        std::size_t instruction = 0;
        Milliseconds length{};
        bool in_part = false; ///< left for grounding: what remains comes again
    };
    void begin(Milliseconds at, Milliseconds length, bool paced, bool silence = false);
    void end(const event::StepEnded& ended, Milliseconds at);
    [[nodiscard]] Milliseconds done(const Step& step, Milliseconds now) const;
    [[nodiscard]] bool pace_counts() const { return !grounding_ && role_ != Role::closing; }

    double pace_;
    bool untimed_;
    std::optional<Milliseconds> planned_;
    std::optional<Step> step_;
    std::vector<Passed> passed_;
    Role role_ = Role::main;
    Role role_before_grounding_ = Role::main;
    bool grounding_ = false;
    bool ended_ = false;
};

/// ━━━━─────
[[nodiscard]] std::string thin_line(double share, int columns, bool done);

} // namespace kindly::screen
