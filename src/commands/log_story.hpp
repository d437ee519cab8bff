// SPDX-License-Identifier: MIT
// One practice of the log, told in order: its parts by their titles as they were then, questions and answers
// in place, what was offered for safety, what was put right since. From plain values; knows no journal.
#pragma once

#include "base/output.hpp"
#include "exercise/exercise.hpp"
#include "journal/story.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kindly {

struct Told {
    Entry entry;
    std::vector<AnswerEntry> answers;
    std::vector<StepEntry> steps;
    std::vector<SafetyEntry> safety;
    std::vector<AmendmentEntry> amendments;
    /// As it was then; null where its text is not in the log: then answers tell what they were asked.
    std::shared_ptr<const Exercise> exercise;
};

[[nodiscard]] Told fetch(const Journal& journal, const Entry& entry);

void write_story(Output& out, const Told& told, std::size_t columns);

/// What an amended field is now, as exported: what it was before the amendment after it, or what it is today.
[[nodiscard]] std::optional<std::string> what_it_became(const Told& told, std::size_t amendment);

} // namespace kindly
