// SPDX-License-Identifier: MIT
// `kindly preview`: an exercise on paper, for reading together.
#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/translate.hpp"
#include "commands/command_line.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/output_file.hpp"
#include "commands/preview_chart.hpp"
#include "commands/preview_paper.hpp"
#include "exercise/findings.hpp"
#include "exercise/settings.hpp"
#include "render/paper.hpp"

#include <filesystem>
#include <system_error>

#include <CLI/CLI.hpp>

namespace kindly {

namespace {

namespace fs = std::filesystem;

struct PreviewOptions {
    std::string name;
    std::string format;
    std::string language;
    std::string output;
    bool force = false;
    bool notes = false;
};

/// Where none is named, the file's own name says it.
std::string format_of(const PreviewOptions& options) {
    const std::string extension = fs::path(options.output).extension().string();
    for (const char* other : {".pdf", ".docx", ".odt", ".doc", ".rtf", ".png"}) {
        if (extension == other) {
            throw Failure(ExitCode::usage, filled(_("kindly cannot write {} files"), extension),
                          _("Write one that ends in .html; a browser prints it, to paper or to a PDF."));
        }
    }
    if (!options.format.empty()) { return options.format; }
    if (extension == ".html" || extension == ".htm") { return "html"; }
    if (extension == ".md" || extension == ".markdown") { return "markdown"; }
    if (extension == ".mmd" || extension == ".mermaid") { return "mermaid"; }
    return "text";
}

std::string made(const ScriptWords& words, const TimeRange& times, const PreviewOptions& options) {
    const std::string format = format_of(options);
    if (format == "mermaid") { return as_mermaid(make_chart(words)); }
    const Paper paper = make_preview(words, times, options.notes);
    if (format == "markdown") { return as_markdown(paper); }
    if (format == "html") { return as_html(paper); }
    constexpr std::size_t columns = 76;
    return as_text(paper, columns);
}

ExitCode preview(Context& context, const PreviewOptions& options) {
    // Before the work: whoever named a wrong file should not wait.
    const fs::path file = options.output.empty() ? fs::path() : file_to_write(options.output, options.force);
    const OpenedExercise opened = context.open_exercise(
        options.name, options.language.empty() ? std::nullopt : std::optional(options.language));
    std::error_code error;
    if (!file.empty() && fs::equivalent(file, opened.file, error)) {
        throw Failure(ExitCode::usage,
                      filled(_("{} is the exercise itself; it was left as it is"), file.string()),
                      _("Choose another name."));
    }
    // As it was written: not as this person has set it.
    ExpandRequest request;
    request.settings = default_settings(*opened.exercise);
    const TimeRange times = time_range(opened.exercise, opened.find_fragment, request);
    const ScriptWords words(opened.exercise, opened.find_fragment,
                            [&context](const std::string& id) -> std::shared_ptr<const Exercise> {
                                try {
                                    return context.catalogue().open(id, std::nullopt).exercise;
                                } catch (const Failure&) { // its questions then go by their ids
                                    return nullptr;
                                }
                            });
    const std::string text = made(words, times, options);
    if (file.empty()) {
        context.out.write(text);
    } else {
        write_private_file(file, text);
    }
    return ExitCode::done;
}

} // namespace

void add_preview(CLI::App& app, Context& context) {
    auto options = std::make_shared<PreviewOptions>();
    CLI::App& command = add_command(app, "preview", _("an exercise on paper, with every step"),
                                    {"kindly preview kind-pause", "kindly preview ./mine.json -o mine.html",
                                     "kindly preview ./mine.json --format mermaid"});
    command.add_option("EXERCISE", options->name, _("an exercise (kindly list), or a file"))->required();
    add_choice(command, "--format", options->format, {"text", "markdown", "html", "mermaid"},
               _("what is made"));
    command.add_option("--output,-o", options->output, _("write it to this file"))->type_name("FILE");
    command.add_flag("--force", options->force, _("replace the file if it is there"));
    command.add_flag("--notes", options->notes, _("with the authors' notes for colleagues"));
    command.add_option("--language", options->language, _("in this language, for example en"))
        ->type_name("L");
    command.callback(
        [&context, options] { context.run = [&context, options] { return preview(context, *options); }; });
}

} // namespace kindly
