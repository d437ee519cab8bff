// SPDX-License-Identifier: MIT
// A programme for `kindly list`, `show` and `preview`: opened with what it names, on paper, and as JSON.
// Knows nothing of beginning one.
#pragma once

#include "commands/programme_files.hpp"
#include "render/paper.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

class Context;

struct UsableProgramme {
    std::shared_ptr<const Programme> programme;
    std::filesystem::path file;
    ProgrammeExercises exercises; ///< in its language
    /// That it is there in, sorted. Opens every exercise of it in each: only for whoever asks.
    std::function<std::vector<std::string>()> languages;
};

/// In `language`; else in the person's, where it is there in that; else as it was written. Where it cannot be
/// used, its diagnostics are shown and Failure is thrown, as in Context::open_exercise().
[[nodiscard]] UsableProgramme open_programme(Context& context, const std::string& name,
                                             const std::optional<std::string>& language);
/// Those that open_programme() would give; what is wrong with the others is told on `err`, a line each.
[[nodiscard]] std::vector<UsableProgramme>
list_programmes(Context& context, const std::optional<std::string>& language = std::nullopt);

/// With every day. `notes`: the authors' remarks for colleagues, too.
[[nodiscard]] Paper programme_paper(UsableProgramme& usable, bool notes);

/// The stable shape of `list --json` and, with `whole`, of `show --json`.
[[nodiscard]] nlohmann::ordered_json as_json(UsableProgramme& usable, bool whole);

} // namespace kindly
