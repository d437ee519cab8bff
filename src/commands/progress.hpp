// SPDX-License-Identifier: MIT
// How far long work has come, on standard error: only where that is a terminal, and only when it takes more
// than a second. On one line that is taken away at the end; in plain layout a line now and then.
#pragma once

#include "base/duration.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace kindly {

class Context;

class Progress {
public:
    /// `sentence`: what is shown for a number of things done.
    Progress(Context& context, std::function<std::string(std::int64_t)> sentence);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    void done(std::int64_t things);
    /// Takes the line away: what is said next begins at its beginning.
    void end();

private:
    Context& context_;
    std::function<std::string(std::int64_t)> sentence_;
    Milliseconds next_{}; ///< not before
    bool on_;
    bool plain_;
    bool shown_ = false;
};

} // namespace kindly
