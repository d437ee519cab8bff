// SPDX-License-Identifier: MIT
#include "commands/context.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/check_files.hpp"
#include "commands/file_sorts.hpp"
#include "commands/programme_files.hpp"
#include "exercise/put_together.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

namespace kindly {

Context::Context(Output& output, Output& error_output, Environment variables,
                 std::filesystem::path program_file)
    : out(output), err(error_output), environment(std::move(variables)), program(std::move(program_file)),
      clock(std::make_shared<SystemClock>()) {}

const Paths& Context::paths() {
    if (!paths_) { paths_ = find_paths(environment, global.data_dir); }
    return *paths_;
}

const Paths* Context::paths_if_any() {
    try {
        return &paths();
    } catch (const Failure&) { // no home: whoever calls this can do without
        return nullptr;
    }
}

const Catalogue& Context::catalogue() {
    if (!catalogue_) {
        const Paths* found = paths_if_any();
        // Without a home there is no folder of the person's own; this one exists nowhere.
        const Paths nowhere_to_look{"/dev/null", "/dev/null", {}};
        // A practice is never half in one language: nor is it where its exercise speaks one that the program
        // does not.
        std::vector<std::string> preferred = languages;
        std::erase_if(preferred, [](const std::string& language) { return !can_speak(language); });
        catalogue_ = std::make_unique<Catalogue>(
            find_exercise_folders(environment, found != nullptr ? *found : nowhere_to_look,
                                  global.exercise_paths, program),
            std::move(preferred));
    }
    return *catalogue_;
}

void Context::forget_places() {
    paths_.reset();
    catalogue_.reset();
    preferences_.reset();
}

const Preferences& Context::preferences() {
    if (!preferences_) {
        const Paths* found = paths_if_any();
        ReadPreferences read;
        if (found != nullptr) {
            read = load_preferences(found->me());
            refuse_errors(read.diagnostics, found->me().string());
        }
        preferences_ = std::move(read.preferences);
    }
    return *preferences_;
}

std::optional<std::filesystem::path> Context::config_file() {
    std::error_code none;
    if (global.config) {
        if (!std::filesystem::is_directory(*global.config, none) &&
            std::filesystem::exists(*global.config, none)) {
            return *global.config;
        }
        throw Failure(ExitCode::usage,
                      fmt::format(fmt::runtime(_("--config: there is no file \"{}\"")), *global.config));
    }
    const Paths* found = paths_if_any();
    if (found == nullptr || !std::filesystem::exists(found->settings(), none)) { return std::nullopt; }
    return found->settings();
}

bool Context::switched_on(const std::string& variable) const {
    const auto value = environment(variable);
    return value && *value != "0" && lowered_ascii(*value) != "false";
}

bool Context::plain_layout() const { return global.plain || accessible(); }

bool Context::reduced_motion() const { return global.reduced_motion || switched_on("REDUCED_MOTION"); }

bool Context::in_colour(const Output& output) const {
    if (environment("NO_COLOR")) { return false; }
    return global.color == "always" || (global.color == "auto" && output.is_terminal());
}

Diagnostics Context::problems_of(const OpenedExercise& opened) {
    Diagnostics found = check_opened(opened, catalogue(), today());
    if (opened.exercise != nullptr) { place_in_files(found, *opened.exercise->document); }
    return found;
}

OpenedExercise Context::open_exercise(const std::string& name, const std::optional<std::string>& language) {
    const auto refuse_other_files = [&] {
        if (!looks_like_path(name)) { return; }
        refuse_other_sorts(name, {FileSort::exercise, FileSort::translation, FileSort::fragment});
    };
    if (names_programme(name, catalogue())) {
        refuse_other_files();
        throw Failure(
            ExitCode::not_found,
            fmt::format(fmt::runtime(_("\"{}\" is a programme of several days, not an exercise")), name),
            fmt::format(fmt::runtime(_("\"kindly show {}\" names the exercise of each day.")), name));
    }
    OpenedExercise opened = catalogue().open(name, language);
    Diagnostics found = problems_of(opened);
    if (has_errors(found)) { refuse_other_files(); }
    if (opened.original && !language && has_errors(found)) {
        // A translation with mistakes must not stand between a person and an exercise that has none.
        return open_as_written(opened.file.string());
    }
    refuse_errors(found, opened.file.string());
    return opened;
}

OpenedExercise Context::open_as_written(const std::string& name) {
    OpenedExercise opened = catalogue().open_as_written(name);
    refuse_errors(problems_of(opened), opened.file.string());
    return opened;
}

Listing Context::list_exercises(const std::optional<std::string>& language) {
    Listing listing = catalogue().list(language);
    std::erase_if(listing.exercises, [&](OpenedExercise& opened) {
        try {
            Diagnostics found = problems_of(opened);
            if (opened.original && !language && has_errors(found)) { // as open_exercise() decides
                opened = catalogue().open_as_written(opened.file.string());
                found = problems_of(opened);
            }
            const auto error = std::find_if(found.begin(), found.end(), [](const Diagnostic& one) {
                return one.severity == Severity::error;
            });
            if (error == found.end()) { return false; }
            std::string problem = first_line(*error);
            listing.broken.push_back({opened.file, std::move(found), std::move(problem)});
        } catch (const Failure& failure) { // a fragment's file that cannot be read
            listing.broken.push_back({opened.file, {}, failure.what()});
        }
        return true;
    });
    return listing;
}

std::string Context::today() const { return local_day(clock->wall(), Milliseconds{}); }

std::string Context::practice_day() const { return local_day(clock->wall(), config_.day_starts); }

void Context::refuse_errors(const Diagnostics& diagnostics, const std::string& file) {
    if (!has_errors(diagnostics)) { return; }
    out.flush();
    Diagnostics to_mend = diagnostics; // the rest is for whoever asks `kindly check`
    std::erase_if(to_mend, [](const Diagnostic& one) { return one.severity != Severity::error; });
    err.write(to_text(to_mend, {plain_layout(), in_colour(err)}));
    const auto errors =
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
    throw Failure(ExitCode::invalid_file, fmt::format(fmt::runtime(_("{} cannot be used as it is: {}")), file,
                                                      plural("{} thing to mend, shown above",
                                                             "{} things to mend, shown above", errors)));
}

} // namespace kindly
