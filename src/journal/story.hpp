// SPDX-License-Identifier: MIT
// What the log knows of one practice beyond its answers: the steps that were walked, what was offered for
// safety, what the entry said before it was amended. Plain values, and the questions that fetch them.
#pragma once

#include "journal/journal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kindly {

struct StepEntry {
    std::string path;                        ///< SECTION/STEP...
    std::int64_t began_ms = 0, ended_ms = 0; ///< session clock
};

struct SafetyEntry {
    std::int64_t at_ms = 0; ///< session clock
    std::string reason;     ///< "distress", "rise", "numb", "stop", "resume", "check_in"
    std::string check_in;   ///< id; empty if the person asked to stop
    std::vector<std::string> offered;
    std::string chosen;
};

/// One field that was put right.
struct AmendmentEntry {
    std::int64_t revision = 0; ///< the one that it made; fields changed together share it
    Moment amended_at;
    std::string field;              ///< a column of the export, or answer.POSITION
    std::optional<std::string> was; ///< as exported; none: it was missing, or was deleted
    bool sealed = false;            ///< what it was is there, but sealed
};

[[nodiscard]] std::vector<StepEntry> steps_of(const Journal& journal, const std::string& id);
[[nodiscard]] std::vector<SafetyEntry> safety_of(const Journal& journal, const std::string& id);
/// Oldest first.
[[nodiscard]] std::vector<AmendmentEntry> amendments_of(const Journal& journal, const std::string& id);

/// The translation in which its exercise was shown; none where that was as it was written, or is not in the
/// log.
[[nodiscard]] std::optional<KeptText> translation_of(const Journal& journal, const std::string& id);

} // namespace kindly
