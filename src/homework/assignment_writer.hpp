// SPDX-License-Identifier: MIT
// From a plan to the file that travels: with an id, a date, the version and digest of each exercise, whole
// exercises that the library does not have, and a digest of it all; without remarks for colleagues, and
// without paths for an editor. Makes texts; reads and writes no files.
#pragma once

#include <map>
#include <string>

namespace kindly {

struct ExerciseToAssign {
    std::string version, digest;
    std::string bytes; ///< whole, where it has to travel along; else empty
};

struct AssignmentToMake {
    std::string plan; ///< JSON that read_plan() has read without errors
    std::string id, made_on;
    std::string reply_to; ///< id of the report that it answers; may be empty
    std::map<std::string, ExerciseToAssign> exercises;
};

/// All together may be more than a file can have, or nested too deeply: the text then has errors, which
/// read_assignment() finds.
[[nodiscard]] std::string make_assignment(const AssignmentToMake& made);

} // namespace kindly
