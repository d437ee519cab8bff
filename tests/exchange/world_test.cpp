// SPDX-License-Identifier: MIT
// The journal tests' helpers (journal/world.hpp) for this program too.
#include "journal/world_test.cpp" // NOLINT(bugprone-suspicious-include)
