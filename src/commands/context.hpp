// SPDX-License-Identifier: MIT
// What every command is handed: where to write, the environment, the clock, the global options, and what
// follows from them (folders, catalogue), found when first asked for. Tests make one with outputs in memory.
// Knows no single command.
#pragma once

#include "base/clock.hpp"
#include "base/exit_code.hpp"
#include "base/output.hpp"
#include "base/paths.hpp"
#include "commands/config.hpp"
#include "exercise/catalogue.hpp"
#include "person/preferences.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <vector>

namespace kindly {

/// The options that stand before or after any command.
struct GlobalOptions {
    std::optional<std::string> data_dir;     ///< --data-dir
    std::optional<std::string> config;       ///< --config
    std::vector<std::string> exercise_paths; ///< --exercise-path, in the order given
    bool plain = false;                      ///< --plain
    std::string color = "auto";              ///< --color: "auto", "always", "never"
    bool reduced_motion = false;             ///< --reduced-motion
    std::optional<Moment> now;               ///< --now; the clock is already set by it
    bool file_alone = false;                 ///< a file without a command: what to do with it was guessed
};

class Context {
public:
    Context(Output& output, Output& error_output, Environment variables, std::filesystem::path program_file);

    Output& out; ///< standard output: data, exercises
    Output& err; ///< standard error: messages
    Environment environment;
    std::filesystem::path program;
    GlobalOptions global;
    std::vector<std::string> languages;  ///< that the person wants, the best first; empty for any
    std::vector<std::string> configured; ///< what the configuration file added to the command line
    std::string config_problem;          ///< why the configuration file was left aside; empty if it was not
    mode_t umask_of_the_person = S_IWGRP | S_IWOTH; ///< for files that are meant to be shared
    std::shared_ptr<const Clock> clock;             ///< the system's, or --now's; never null
    /// What the command line asked for; set by the chosen command's callback.
    std::function<ExitCode()> run;

    /// Throws Failure where there is no home and no --data-dir.
    [[nodiscard]] const Paths& paths();
    /// Null where paths() would throw: for what works without a home (support, ground, list).
    [[nodiscard]] const Paths* paths_if_any();
    [[nodiscard]] const Catalogue& catalogue();
    /// What was found by global options that were not read to their end: it is looked for anew.
    void forget_places();
    /// me.json. Where it has errors, they are shown on `err` and Failure (invalid_file) is thrown. Without a
    /// home: defaults.
    [[nodiscard]] const Preferences& preferences();

    /// --config, or config.toml in the configuration folder if there is one. Throws Failure (usage) where the
    /// file named is not there.
    [[nodiscard]] std::optional<std::filesystem::path> config_file();
    [[nodiscard]] const Config& config() const { return config_; }
    void use(Config config) { config_ = std::move(config); }

    /// No caret art, no line drawing: --plain, or ACCESSIBLE in the environment.
    [[nodiscard]] bool plain_layout() const;
    /// ACCESSIBLE in the environment: as --plain, but an explicit --guide goes before it.
    [[nodiscard]] bool accessible() const { return switched_on("ACCESSIBLE"); }
    /// Words in place of moving shapes: --reduced-motion, or REDUCED_MOTION in the environment.
    [[nodiscard]] bool reduced_motion() const;
    /// Colour on this output: never with NO_COLOR; else as --color says; else on a terminal.
    [[nodiscard]] bool in_colour(const Output& output) const;

    /// An exercise by id or file, in `language`; else in the person's, where it is there in that and the
    /// program can speak it too; else as it was written. Where it cannot be used, its diagnostics are shown
    /// on `err` and Failure is thrown: not_found (4), environment (1), invalid_file (3). Warnings are not
    /// shown.
    [[nodiscard]] OpenedExercise open_exercise(const std::string& name,
                                               const std::optional<std::string>& language = std::nullopt);
    /// As it was written, in whatever language: for those who write exercises.
    [[nodiscard]] OpenedExercise open_as_written(const std::string& name);
    /// Every exercise that open_exercise() would give, and what is wrong with the others.
    [[nodiscard]] Listing list_exercises(const std::optional<std::string>& language = std::nullopt);
    /// The calendar day, YYYY-MM-DD: exceptions that authors make end on a day.
    [[nodiscard]] std::string today() const;
    /// The day that a practice beginning now counts to, YYYY-MM-DD.
    [[nodiscard]] std::string practice_day() const;
    /// Shows diagnostics with their context on `err`. Throws Failure (invalid_file) naming `file` when they
    /// have errors.
    void refuse_errors(const Diagnostics& diagnostics, const std::string& file);

private:
    [[nodiscard]] Diagnostics problems_of(const OpenedExercise& opened);
    /// Set, and neither empty, "0" nor "false".
    [[nodiscard]] bool switched_on(const std::string& variable) const;

    std::optional<Paths> paths_;
    Config config_;
    std::unique_ptr<Catalogue> catalogue_;
    std::optional<Preferences> preferences_;
};

} // namespace kindly
