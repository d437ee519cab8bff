// SPDX-License-Identifier: MIT
// `kindly preview`: an exercise or a programme on paper, for reading together.
#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/offered.hpp"
#include "commands/output_file.hpp"
#include "commands/preview_chart.hpp"
#include "commands/preview_paper.hpp"
#include "commands/programme_page.hpp"
#include "commands/usual_options.hpp"
#include "exercise/findings.hpp"
#include "exercise/settings.hpp"
#include "render/paper.hpp"

#include <filesystem>
#include <system_error>

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

std::string made(const Paper& paper, const std::string& format) {
    if (format == "markdown") { return as_markdown(paper); }
    if (format == "html") { return as_html(paper); }
    constexpr std::size_t columns = 76;
    return as_text(paper, columns);
}

std::string made(const ScriptWords& words, const TimeRange& times, const PreviewOptions& options) {
    const std::string format = format_of(options);
    if (format == "mermaid") { return as_mermaid(make_chart(words)); }
    return made(make_preview(words, times, options.notes), format);
}

/// `sentence`: with room for the name of the file.
void refuse_itself(const fs::path& file, const fs::path& original, const char* sentence) {
    std::error_code error;
    if (file.empty() || !fs::equivalent(file, original, error)) { return; }
    throw Failure(ExitCode::usage, filled(_(sentence), file.string()), _("Choose another name."));
}

ExitCode finish(Context& context, const fs::path& file, const std::string& text) {
    if (file.empty()) {
        context.out.write(text);
    } else {
        write_private_file(file, text);
    }
    return ExitCode::done;
}

ExitCode preview_programme(Context& context, const PreviewOptions& options, const fs::path& file) {
    const std::string format = format_of(options);
    if (format == "mermaid") {
        throw Failure(ExitCode::usage, _("A chart shows the ways through an exercise; a programme has none"),
                      _("Without --format it is put on paper."));
    }
    UsableProgramme usable = open_programme(
        context, options.name, options.language.empty() ? std::nullopt : std::optional(options.language));
    refuse_itself(file, usable.file, N_("{} is the programme itself; it was left as it is"));
    return finish(context, file, made(programme_paper(usable, options.notes), format));
}

ExitCode preview(Context& context, const PreviewOptions& options) {
    // Before the work: whoever named a wrong file should not wait.
    const bool shown = options.output.empty() || means_standard_output(options.output);
    const fs::path file = shown ? fs::path() : file_to_write(options.output, options.force);
    if (means_programme(options.name, context.catalogue())) {
        return preview_programme(context, options, file);
    }
    const OpenedExercise opened = context.open_exercise(
        options.name, options.language.empty() ? std::nullopt : std::optional(options.language));
    refuse_itself(file, opened.file, N_("{} is the exercise itself; it was left as it is"));
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
    return finish(context, file, made(words, times, options));
}

} // namespace

void add_preview(const Command& app, Context& context) {
    auto options = std::make_shared<PreviewOptions>();
    const Command command =
        app.add_command("preview", _("an exercise or a programme on paper, with every step"),
                        {"kindly preview kind-pause", "kindly preview ./mine.json -o mine.html",
                         "kindly preview ./mine.json --format mermaid"});
    offer_names_or_files(command.add_option("EXERCISE", options->name,
                                            _("an exercise or a programme (kindly list), or a file")),
                         {names::exercises, names::programmes})
        .required();
    add_choice(command, "--format", options->format, {"text", "markdown", "html", "mermaid"},
               _("what is made"));
    command.add_option("--output,-o", options->output, _("write it to this file; - is standard output"))
        .type_name("FILE");
    command.add_flag("--force", options->force, _("replace the file if it is there"));
    command.add_flag("--notes", options->notes, _("with the authors' notes for colleagues"));
    command.add_option("--language", options->language, _("in this language, for example en")).type_name("L");
    command.callback(
        [&context, options] { context.run = [&context, options] { return preview(context, *options); }; });
}

} // namespace kindly
