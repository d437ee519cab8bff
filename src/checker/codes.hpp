// SPDX-License-Identifier: MIT
// Every code that a message about a file can have, in one table: how grave it is, the rule in a sentence, why
// it matters to the person practising, a bad and a good example, and whether an author may waive it.
// `kindly check --explain CODE` and kindly-exercise(5) show it. Knows no file.
#pragma once

#include "base/diagnostic.hpp"

#include <string_view>
#include <vector>

namespace kindly {

struct Code {
    const char* code;   ///< "S002"
    Severity severity;  ///< as a rule; S002 is advice in gentle exercises
    const char* rule;   ///< one sentence, as an author would say it
    const char* why;    ///< one to three plain sentences: what it does to the person practising
    const char* bad;    ///< a few lines of a file
    const char* good;   ///< the same, put right
    bool may_be_waived; ///< by "safety": { "allow": [ ... ] }
};

/// In the order of the families: J, K, R, A, T, S, L, X, M, V, P, H.
[[nodiscard]] const std::vector<Code>& all_codes();

/// Null if there is none; letters may be small.
[[nodiscard]] const Code* find_code(std::string_view code);

} // namespace kindly
