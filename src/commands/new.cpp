// SPDX-License-Identifier: MIT
// `kindly new`: files to begin with: an exercise, a copy of one, a translation.
#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "checker/adaptation.hpp"
#include "checker/exercise_draft.hpp"
#include "checker/licences.hpp"
#include "checker/translation_draft.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/output_file.hpp"
#include "commands/programme_files.hpp"
#include "commands/usage_errors.hpp"
#include "exercise/decode_heading.hpp"
#include "exercise/findings.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/reader.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <unistd.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

struct NewOptions {
    std::string id;
    std::string from;
    std::string translation;
    std::string title;
    std::string output;
    bool force = false;
};

/// "file:///usr/share/kindly/exercises/exercise-1.schema.json"
std::string file_uri(const fs::path& file) {
    std::string uri = "file://";
    for (const char letter : file.string()) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') ||
                           std::string_view("/._-~").find(letter) != std::string_view::npos;
        uri += plain ? std::string(1, letter) : fmt::format("%{:02X}", static_cast<unsigned>(byte));
    }
    return uri;
}

/// Where an editor finds the schema, seen from a file: by a short way where both are in one place, else by
/// its whole address, which stays right when the file is moved. Empty where there is none.
std::string schema_for(Context& context, const fs::path& file, const char* name) {
    std::error_code none;
    const fs::path folder = fs::weakly_canonical(fs::absolute(file, none).parent_path(), none);
    std::vector<fs::path> places{folder};
    const auto& folders = context.catalogue().folders();
    places.insert(places.end(), folders.begin(), folders.end());
    for (const fs::path& place : places) {
        const fs::path schema = fs::weakly_canonical(fs::absolute(place / name, none), none);
        if (!fs::is_regular_file(schema, none)) { continue; }
        const std::string relative = schema.lexically_relative(folder).generic_string();
        const bool below = !relative.starts_with("..");
        const bool above = folder.lexically_relative(schema.parent_path()).generic_string().find("..") != 0;
        if (below) { return "./" + relative; }
        return above ? relative : file_uri(schema);
    }
    return {};
}

/// -o, which may be a folder, or the name in the current one.
fs::path target_of(const NewOptions& options, const std::string& name) {
    std::error_code none;
    refuse_standard_output(options.output);
    if (options.output.empty()) { return name; }
    return fs::is_directory(options.output, none) ? fs::path(options.output) / name
                                                  : fs::path(options.output);
}

bool is_there(const fs::path& file) {
    std::error_code none;
    return fs::exists(fs::symlink_status(file, none));
}

/// Refused where there is a file already.
void write_new(Context& context, const fs::path& file, const std::string& text, bool force,
               const std::string& advice) {
    if ((!force && is_there(file)) || !write_shared_file(file, text, force, context.umask_of_the_person)) {
        throw wrong_usage(filled(_("{} is there already"), file.string()), advice);
    }
}

void say_written(Context& context, const fs::path& file) {
    context.out.write(filled(_("Written: {}\n"), harmless(file.string())));
}

void say_next(Context& context, const char* what, const std::string& command) {
    context.out.write(filled("{}\n  {}\n", what, harmless(command)));
}

void say_next_of_exercise(Context& context, const fs::path& file) {
    say_next(context, _("See whether all is well with it, whenever you changed something:"),
             "kindly check " + for_a_shell(file.string()));
    say_next(context, _("Walk through it at once, keeping nothing:"),
             "kindly practice " + for_a_shell(file.string()) + " --instant --unrecorded");
}

/// By id, by file, or by the id of a file in the current folder, where this command writes.
OpenedExercise open_original(Context& context, const std::string& name) {
    const auto ids = context.catalogue().ids();
    const bool known = std::find(ids.begin(), ids.end(), name) != ids.end();
    const bool here = !known && is_exercise_id(name) && is_there(name + ".json");
    return context.open_as_written(here ? name + ".json" : name);
}

/// "evening-pause": "Evening pause"
std::string title_from(const std::string& id) {
    std::string title = id;
    std::replace_if(
        title.begin(), title.end(), [](char letter) { return letter == '-' || letter == '_'; }, ' ');
    title = std::string(trimmed(title));
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z') {
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    }
    return title.empty() ? id : title;
}

void check_id(Context& context, const NewOptions& options) {
    if (!is_id(options.id, true) || !is_exercise_id(options.id)) {
        std::string stem = fs::path(options.id).filename().string();
        if (stem.ends_with(".json")) { stem.resize(stem.size() - std::string_view(".json").size()); }
        constexpr std::size_t longest = 100;
        const std::string right = right_id(stem, '-').substr(0, longest);
        throw wrong_usage(filled(_("\"{}\" cannot be the name of an exercise"), harmless(options.id)),
                          filled(_("Use small letters, digits, - and _: kindly new {}"), right));
    }
    const auto ids = context.catalogue().ids();
    const bool taken = std::find(ids.begin(), ids.end(), options.id) != ids.end();
    if (taken && !options.force && !is_there(target_of(options, options.id + ".json"))) {
        throw wrong_usage(
            filled(_("There is an exercise \"{}\" already"), options.id),
            options.from.empty()
                ? filled(_("Choose another id, or adapt it: kindly new ID --from {}"), options.id)
                : std::string(_("A copy needs an id of its own.")));
    }
}

void check_title(const NewOptions& options, bool given) {
    if (!given) { return; }
    if (trimmed(options.title).empty()) {
        throw wrong_usage(_("--title is empty"), _("Name it, or leave --title out."));
    }
    if (harmless(options.title) != options.title ||
        options.title.find_first_of("\n\t") != std::string::npos) {
        throw wrong_usage(_("--title holds characters that cannot be seen"));
    }
}

ExitCode write_draft(Context& context, const NewOptions& options) {
    const fs::path file = target_of(options, options.id + ".json");
    const std::string title = options.title.empty() ? title_from(options.id) : options.title;
    write_new(context, file,
              exercise_draft(options.id, title, schema_for(context, file, "exercise-1.schema.json")),
              options.force, _("Choose another id or -o FILE, or replace it with --force."));
    say_written(context, file);
    say_next_of_exercise(context, file);
    return ExitCode::done;
}

/// Parts of the library that stand beside the original only.
void say_missing_fragments(Context& context, const OpenedExercise& original, const fs::path& file) {
    const OpenedExercise copy = context.catalogue().open_as_written(fs::absolute(file).string());
    if (!copy.exercise) { return; }
    for (const auto& [name, major] : fragments_used(*original.exercise)) {
        if (copy.find_fragment(name, major)) { continue; }
        const auto fragment = original.find_fragment(name, major);
        context.out.write(fragment
                              ? filled(_("It uses \"{}@{}\", which is not found from here. Copy {} to {}\n"),
                                       name, major, harmless(fragment->document->source->name()),
                                       harmless((file.parent_path() / "library" / (name + ".json")).string()))
                              : filled(_("It uses \"{}@{}\", which is nowhere to be found\n"), name, major));
    }
}

ExitCode write_copy(Context& context, const NewOptions& options) {
    const OpenedExercise original = open_original(context, options.from);
    const Exercise& exercise = *original.exercise;
    if (forbids_derivatives(exercise.about.license)) {
        throw wrong_usage(
            filled(_("\"{}\" may not be adapted: its licence is {}"), exercise.id,
                   harmless(exercise.about.license)),
            _("It may be shared as it is. Its author may agree to a changed copy all the same (M003)."));
    }
    if (exercise.id == options.id) {
        throw wrong_usage(filled(_("\"{}\" is the id of the original"), options.id),
                          _("A copy needs an id of its own."));
    }
    const fs::path file = target_of(options, options.id + ".json");
    write_new(context, file,
              adapted_copy(exercise,
                           {options.id, options.title, schema_for(context, file, "exercise-1.schema.json")}),
              options.force, _("Choose another id or -o FILE, or replace it with --force."));
    say_written(context, file);
    context.out.write(
        filled(_("It names \"{}\", version {}, as where it comes from.\n"), exercise.id, exercise.version));
    if (exercise.about.reviewed || !exercise.about.changes.empty()) {
        context.out.write(_("The review of the original, and its list of changes, are not copied.\n"));
    }
    say_missing_fragments(context, original, file);
    say_next_of_exercise(context, file);
    return ExitCode::done;
}

/// A part of the library, where that is what the file holds.
std::shared_ptr<const Fragment> fragment_at(Context& context, const std::string& name) {
    std::error_code none;
    if (!looks_like_path(name) || !fs::is_regular_file(name, none)) { return nullptr; }
    const auto source = std::make_shared<const SourceText>(name, read_file(name, limits::file_bytes));
    const ParsedText parsed = parse_written(source);
    const bool has_steps = parsed.document != nullptr && parsed.document->root.find("steps") != nullptr &&
                           parsed.document->root.find("sections") == nullptr;
    if (!has_steps) { return nullptr; }
    const ReadFragment read = read_fragment(source);
    context.refuse_errors(read.diagnostics, name);
    return read.fragment;
}

/// `Original`: an exercise, a fragment or a programme; `script` is its file.
template <class Original>
ExitCode write_translation_of(Context& context, const NewOptions& options, const Original& original,
                              const fs::path& script) {
    const std::string& language = options.translation;
    if (original.language == language) {
        throw wrong_usage(filled(_("\"{}\" is in the language \"{}\" already"), original.id, language));
    }
    const std::string name = filled("{}.{}.json", fs::path(original.id).filename().string(), language);
    fs::path file = target_of(options, name);
    std::string notice;
    if (options.output.empty()) {
        const fs::path beside = script.parent_path() / name;
        const fs::path folder = script.has_parent_path() ? script.parent_path() : fs::path(".");
        if (is_there(beside) || ::access(folder.c_str(), W_OK) == 0) {
            file = beside;
        } else {
            notice = filled(_("The folder of the original, {}, cannot be written to, so it is here.\n"),
                            harmless(folder.string()));
        }
    }
    write_new(
        context, file,
        translation_draft(original, language, schema_for(context, file, "translation-1.schema.json")),
        options.force,
        filled(_("To see what is missing in it: kindly check {}"), harmless(for_a_shell(file.string()))));
    say_written(context, file);
    context.out.write(notice);
    say_next(context, _("Write each sentence after \"to\". What is still missing is told by:"),
             "kindly check " + for_a_shell(file.string()));
    return ExitCode::done;
}

ExitCode write_translation(Context& context, const NewOptions& options) {
    const std::string& language = options.translation;
    if (!is_language_tag(language)) {
        throw wrong_usage(filled(_("\"{}\" is not a language code"), trimmed(harmless(language))),
                          _("Write it like \"de\", \"pt-BR\" or \"de-x-sie\"."));
    }
    if (const auto fragment = fragment_at(context, options.id)) {
        return write_translation_of(context, options, *fragment, options.id);
    }
    if (means_programme(options.id, context.catalogue())) {
        const OpenedProgramme programme = Programmes(context.catalogue().folders()).open(options.id);
        context.refuse_errors(programme.diagnostics, programme.file.string());
        return write_translation_of(context, options, *programme.programme, programme.file);
    }
    const OpenedExercise original = open_original(context, options.id);
    return write_translation_of(context, options, *original.exercise, original.file);
}

ExitCode make_new(Context& context, const NewOptions& options, bool titled) {
    if (!options.translation.empty()) { return write_translation(context, options); }
    check_title(options, titled);
    check_id(context, options);
    return options.from.empty() ? write_draft(context, options) : write_copy(context, options);
}

} // namespace

void add_new(const Command& app, Context& context) {
    auto options = std::make_shared<NewOptions>();
    const Command command =
        app.add_command("new", _("an exercise of your own, or a translation"),
                        {"kindly new evening-pause", "kindly new my-pause --from kind-pause",
                         "kindly new --translation fr kind-pause -o ."});
    command.add_option("ID", options->id, _("its name; of a translation, the exercise, programme or file"))
        .required();
    const CommandOption from =
        command.add_option("--from", options->from, _("begin with a copy of this exercise"))
            .type_name("EXERCISE");
    const CommandOption translation =
        command.add_option("--translation", options->translation, _("a translation into this language"))
            .type_name("L");
    const CommandOption title =
        command.add_option("--title", options->title, _("its title")).type_name("TITLE");
    translation.excludes(from).excludes(title);
    command.add_option("-o,--output", options->output, _("write it here")).type_name("FILE");
    command.add_flag("--force", options->force, _("replace a file that is there already"));
    command.callback([&context, options, title, translation] {
        const bool titled = title.was_given();
        if (translation.was_given() && options->translation.empty()) { options->translation = " "; }
        context.run = [&context, options, titled] { return make_new(context, *options, titled); };
    });
}

} // namespace kindly
