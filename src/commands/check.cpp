// SPDX-License-Identifier: MIT
// `kindly check`: everything that is wrong with files that people wrote, before anybody sits down with them.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "checker/checker.hpp"
#include "checker/codes.hpp"
#include "checker/explain.hpp"
#include "checker/versions.hpp"
#include "commands/check_files.hpp"
#include "commands/check_play.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/offered.hpp"
#include "commands/play_people.hpp"
#include "commands/terminal_columns.hpp"
#include "commands/usual_options.hpp"
#include "exercise/findings.hpp"
#include "render/findings.hpp"

#include <algorithm>

namespace kindly {

namespace {

struct CheckOptions {
    std::vector<std::string> names;
    std::string format = "text";
    bool json = false;
    bool strict = false;
    bool advice = false;
    std::string explain;
    std::string against;
    PlayOptions play;
};

/// Everything that was found.
struct Results {
    std::vector<CheckedFile> files;
    bool unreadable = false;
    [[nodiscard]] long long count(Severity severity) const {
        long long found = 0;
        for (const auto& file : files) {
            found += std::count_if(file.diagnostics.begin(), file.diagnostics.end(),
                                   [&](const Diagnostic& one) { return one.severity == severity; });
        }
        return found;
    }
};

void leave_out_advice(Diagnostics& diagnostics) {
    std::erase_if(diagnostics, [](const Diagnostic& one) { return one.severity == Severity::advice; });
}

Results check_all(Context& context, const CheckOptions& options) {
    Results results;
    const FilesToCheck found = find_files_to_check(options.names, context.catalogue());
    for (const std::string& problem : found.problems) {
        context.err.write("kindly: " + harmless(problem) + "\n");
        results.unreadable = true;
    }
    std::vector<std::string> not_ours;
    FileChecker checker(context.catalogue(), context.today());
    for (const FileToCheck& file : found.files) {
        try {
            CheckedFile checked = checker.check(file);
            if (checked.not_ours) {
                not_ours.push_back(std::move(checked.name));
                continue;
            }
            if (!options.advice) { leave_out_advice(checked.diagnostics); }
            const bool needed_later = options.play.plays() || !options.against.empty();
            if (!needed_later) { checked.opened = {}; } // of many files, a lot of memory
            results.files.push_back(std::move(checked));
        } catch (const Failure& failure) { // the other files can still be checked
            context.err.write("kindly: " + harmless(failure.what()) + "\n");
            results.unreadable = true;
        }
    }
    if (!not_ours.empty()) {
        context.err.write(harmless(
            filled(_("Left out, because nothing of kindly stands in there: {}\n"), joined(not_ours, ", "))));
    }
    return results;
}

std::vector<CheckedOutput> as_output(const Results& results) {
    std::vector<CheckedOutput> output;
    for (const auto& file : results.files) {
        CheckedOutput one{file.name, file.diagnostics, {}};
        if (file.times) {
            const auto seconds = [](Milliseconds time) {
                return std::chrono::ceil<std::chrono::seconds>(time).count(); // as report() does
            };
            one.report = FileReport{seconds(file.times->shortest.guided),
                                    seconds(file.times->usual.guided),
                                    seconds(file.times->longest.guided),
                                    file.times->usual.questions,
                                    file.times->usual.check_ins,
                                    static_cast<std::size_t>(std::min(file.times->paths, 1e15)),
                                    file.times->exact};
        }
        output.push_back(std::move(one));
    }
    return output;
}

std::vector<RuleOutput> rules() {
    std::vector<RuleOutput> all;
    for (const Code& code : all_codes()) {
        all.push_back({code.code, code.severity, _(code.rule), _(code.why), code.bad, code.good});
    }
    return all;
}

std::string in_short(const Results& results) {
    std::vector<std::string> parts;
    const auto add = [&](const char* one, const char* many, Severity severity) {
        if (const long long count = results.count(severity); count > 0) {
            parts.push_back(plural(one, many, count));
        }
    };
    add("{} error", "{} errors", Severity::error);
    add("{} warning", "{} warnings", Severity::warning);
    add("{} piece of advice", "{} pieces of advice", Severity::advice);
    const std::string files = plural("{} file", "{} files", static_cast<long long>(results.files.size()));
    return parts.empty() ? filled(_("{}: nothing to mend"), files)
                         : filled(_("{}: {}"), files, joined(parts, ", "));
}

void write_text(Context& context, const Results& results) {
    const MessageLayout layout{context.plain_layout(), context.in_colour(context.out)};
    Diagnostics all;
    for (const auto& file : results.files) {
        all.insert(all.end(), file.diagnostics.begin(), file.diagnostics.end());
    }
    if (!all.empty()) { context.out.write(to_text(all, layout) + "\n"); }
    for (const auto& file : results.files) {
        if (file.times) { context.out.write(harmless(file.name) + ": " + report(*file.times) + "\n"); }
    }
    if (!results.files.empty()) { context.out.write(in_short(results) + "\n"); }
}

void write(Context& context, const CheckOptions& options, const Results& results) {
    const std::string format = options.json ? "json" : options.format;
    if (format == "text") {
        write_text(context, results);
    } else if (format == "short") {
        context.out.write(findings_as_lines(as_output(results)));
    } else if (format == "json") {
        context.out.write(findings_as_json(as_output(results)));
    } else if (format == "sarif") {
        context.out.write(findings_as_sarif(as_output(results), rules(), KINDLY_VERSION));
    } else {
        context.out.write(findings_as_github(as_output(results)));
    }
}

/// A folder without anything to check is more likely a wrong folder than a clean one: never silently.
void tell_if_nothing(Context& context, const Results& results) {
    if (!results.files.empty() || results.unreadable) { return; }
    context.err.write(
        std::string(_(
            "There is nothing to check: no exercise, no programme, no part of the library, no translation")) +
        "\n");
}

ExitCode result_of(const Results& results, bool strict) {
    if (results.unreadable) { return ExitCode::environment; }
    const bool wrong = results.count(Severity::error) > 0 || (strict && results.count(Severity::warning) > 0);
    return wrong ? ExitCode::invalid_file : ExitCode::done;
}

ExitCode explain(Context& context, const std::string& wanted) {
    const Code* code = find_code(wanted);
    if (code == nullptr) {
        const bool numbered = wanted.find_first_not_of("0123456789", 1) == std::string::npos;
        if (numbered && (wanted.starts_with('C') || wanted.starts_with('c'))) {
            throw Failure(
                ExitCode::not_found,
                filled(_("\"{}\" is about the configuration, not about an exercise"), harmless(wanted)),
                _("What is wrong stands beside the code; kindly(1) says what config.toml can hold."));
        }
        std::vector<std::string> names;
        for (const Code& one : all_codes()) { names.emplace_back(one.code); }
        const auto near = nearest(wanted, names);
        throw Failure(
            ExitCode::not_found,
            near ? filled(_("There is no code \"{}\". Did you mean \"{}\"?"), harmless(wanted), *near)
                 : filled(_("There is no code \"{}\""), harmless(wanted)),
            _("kindly-exercise(5) lists all of them."));
    }
    context.out.write(explained(*code, page_columns(context.out)));
    return ExitCode::done;
}

/// V001 to V003, and what changed in words.
void compare(Context& context, const CheckOptions& options, Results& results) {
    if (results.files.size() != 1) {
        throw Failure(ExitCode::usage, _("--against compares one file with an older one"),
                      _("Name the newer file alone: kindly check --against OLD.json NEW.json"));
    }
    CheckedFile& newer = results.files.front();
    if (newer.opened.exercise == nullptr) { return; } // its own mistakes come first
    const OpenedExercise older = context.catalogue().open_as_written(options.against);
    context.refuse_errors(older.diagnostics, older.file.string());
    VersionComparison comparison = compare_versions(*older.exercise, *newer.opened.exercise);
    newer.diagnostics.insert(newer.diagnostics.end(), comparison.diagnostics.begin(),
                             comparison.diagnostics.end());
    sort_by_place(newer.diagnostics);
    if (options.json || options.format != "text") { return; }
    for (const auto& change : comparison.changes) { context.out.write("  " + harmless(change) + "\n"); }
    context.out.write(harmless(comparison.version_advice) + "\n\n");
}

bool played_well(Context& context, const CheckOptions& options, const Results& results) {
    bool first = true;
    for (const auto& file : results.files) {
        if (!file.times) { continue; } // nothing to play
        if (has_errors(file.diagnostics)) {
            context.err.write(harmless(filled(_("{} is not played: it has errors\n"), file.name)));
            continue;
        }
        context.out.flush();
        const bool well = options.play.transcript ? print_transcripts(context, file, options.play, first)
                                                  : play_and_tell(context, file, options.play);
        if (!well) { return false; }
    }
    return true;
}

ExitCode check(Context& context, const CheckOptions& options) {
    if (!options.explain.empty()) { return explain(context, options.explain); }
    if (options.names.empty()) {
        throw Failure(ExitCode::usage, _("\"kindly check\" needs a file or a folder"),
                      _("For example: kindly check my-exercise.json"));
    }
    refuse_without_play(options.play);
    const bool only_text = !options.json && options.format == "text";
    if (options.play.transcript && !only_text) {
        throw Failure(ExitCode::usage, _("A transcript is plain text; --format and --json do not change it"),
                      _("Leave one of them out."));
    }
    if (options.play.plays() && !only_text) {
        throw Failure(ExitCode::usage,
                      _("What was played is told in plain text; --format and --json do not change it"),
                      _("Leave one of them out."));
    }
    Results results = check_all(context, options);
    if (!options.against.empty()) { compare(context, options, results); }
    tell_if_nothing(context, results);
    const ExitCode result = result_of(results, options.strict);
    // A transcript is for reading: what was found stands before it only where it matters.
    if (!options.play.transcript || result != ExitCode::done) { write(context, options, results); }
    if (options.play.plays() && !played_well(context, options, results)) { return ExitCode::invalid_file; }
    return result;
}

std::vector<std::string> words_for_codes() {
    std::vector<std::string> words;
    for (const Code& code : all_codes()) { words.emplace_back(code.code); }
    return words;
}

} // namespace

void add_check(const Command& app, Context& context) {
    auto options = std::make_shared<CheckOptions>();
    const Command command = app.add_command(
        "check", _("what is wrong in an exercise, and how to mend it"),
        {"kindly check exercises/ --advice", "kindly check --transcript --persona numb kind-pause"});
    offer_names_or_files(
        command.add_option("FILE", options->names, _("files, folders, or names of exercises")),
        {names::exercises, names::programmes});
    add_choice(command, "--format", options->format, {"text", "short", "json", "sarif", "github"},
               _("how it is written"));
    command.add_flag("--json", options->json, _("the same as --format json"));
    command.add_flag("--strict", options->strict, _("warnings count as errors (exit 3)"));
    command.add_flag("--advice", options->advice, _("advice too"));
    offer_words(command.add_option("--explain", options->explain, _("what a code means")).type_name("CODE"),
                words_for_codes());
    command.add_option("--against", options->against, _("compare with an older version")).type_name("OLD");
    add_play_options(command, options->play);
    command.callback(
        [&context, options] { context.run = [&context, options] { return check(context, *options); }; });
}

} // namespace kindly
