// SPDX-License-Identifier: MIT
// A home that is thrown away when it has served: for trying out what would otherwise be kept. Only this
// person can look into it. Knows nothing of what is tried.
#pragma once

#include "base/paths.hpp"

#include <memory>

namespace kindly {

class PassingFolder;

class ThrowAwayHome {
public:
    /// First takes away what programs that were killed have left of theirs. Throws Failure (environment)
    /// where no folder can be made.
    ThrowAwayHome();
    ThrowAwayHome(const ThrowAwayHome&) = delete;
    ThrowAwayHome& operator=(const ThrowAwayHome&) = delete;
    ~ThrowAwayHome();

    /// The environment in which everything that kindly keeps is in this folder.
    [[nodiscard]] Environment environment(const Environment& real) const;

private:
    std::unique_ptr<PassingFolder> folder_;
};

} // namespace kindly
