// SPDX-License-Identifier: MIT
#include "commands/configured.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/config_file.hpp"
#include "commands/context.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace kindly {

namespace {

/// Nothing comes before its first line.
constexpr const char* grounding = "ground";

/// These work whatever is in the configuration file: ground and support are for people in distress, doctor is
/// for finding out what is wrong, erase and remind (which can take a reminder away) for being rid of it all.
bool does_without_config(const std::string& name) {
    constexpr std::array names{grounding, "support", "doctor", "erase", "remind"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

std::optional<std::vector<std::string>> configured_words(Context& context, CLI::App& app,
                                                         const std::string& command, bool for_a_prompt) {
    std::optional<std::filesystem::path> file;
    try {
        file = context.config_file();
        if (!file) { return std::nullopt; }
        auto source =
            std::make_shared<const SourceText>(file->string(), read_file(*file, limits::file_bytes));
        if (source->bytes().size() > limits::file_bytes) {
            throw Failure(ExitCode::usage,
                          filled(_("{} is too large for a configuration file"), file->string()));
        }
        ConfigFile read = read_config(std::move(source), app, context.environment);
        if (read.diagnostics.empty()) {
            context.use(std::move(read.config));
            return std::move(read.words);
        }
        if (for_a_prompt) { return std::nullopt; }
        if (!does_without_config(command) || command == "doctor") { // support is for somebody in distress
            context.err.write(
                to_text(read.diagnostics, {context.plain_layout(), context.in_colour(context.err), false}));
        }
        throw Failure(
            ExitCode::usage, filled(_("{} cannot be used as it is"), file->string()),
            _("Mend what is shown above. \"kindly ground\" and \"kindly support\" work without it."));
    } catch (const Failure& failure) {
        if (for_a_prompt) { return std::nullopt; }
        if (!does_without_config(command) || (!file && command != grounding)) { throw; }
        context.config_problem = failure.what();
        if (command == grounding) { return std::vector<std::string>(); } // told when it is over
        context.err.write(filled(_("kindly: {}. Going on without it.\n"), harmless(failure.what())));
        return std::vector<std::string>();
    }
}

} // namespace kindly
