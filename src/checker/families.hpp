// SPDX-License-Identifier: MIT
// The families of checks that look at an exercise that can be read (kindly-exercise(5), MESSAGES), one
// function and source file or more each. checker.hpp runs them; programmes need what is said about authors.
#pragma once

#include "exercise/exercise.hpp"
#include "exercise/findings.hpp"
#include "exercise/shown_texts.hpp"

#include <string>
#include <vector>

namespace kindly {

struct OwnWords;

/// What check_wording can know beyond the texts themselves.
struct WordingContext {
    const OwnWords* own = nullptr; ///< from words.json beside the exercise; used where it speaks the language
    /// The texts of the fragments that the closing section uses. Empty: not opened, and then S017 says
    /// nothing about a closing that uses any.
    std::vector<std::string> closing_fragments;
};

/// S007, S008 (texts that deny the way out), S009, S010, S012, S017 (what the closing says), S020, L001,
/// L002, L004 to L007. `exercise` is null for a fragment.
void check_wording(const std::vector<ShownText>& texts, const std::string& language, const Exercise* exercise,
                   Findings& findings, const WordingContext& context = {});

/// M001, M002, M003. `today`: YYYY-MM-DD.
void check_about(const About& about, const Written& root, const std::string& version,
                 const std::string& today, Findings& findings);

} // namespace kindly
