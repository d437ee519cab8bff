// SPDX-License-Identifier: MIT
// `kindly import`: takes back what `kindly export --format jsonl` wrote, here or elsewhere.
#include "exchange/import.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/command.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/json_output.hpp"
#include "commands/progress.hpp"
#include "commands/stop_signals.hpp"
#include "journal/deleting.hpp"
#include "journal/rehearsal.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace kindly {

namespace fs = std::filesystem;

namespace {

struct ImportOptions {
    std::vector<std::string> files;
    bool partial = false;
    bool dry_run = false;
    bool json = false;
};

std::string plural_of(const char* one, const char* many, std::size_t count) {
    return plural(one, many, static_cast<long long>(count));
}

/// A file was named without a command: it is asked before anything is taken in.
bool is_wanted(Context& context, const std::string& file) {
    if (!context.global.file_alone) { return true; }
    if (!somebody_is_there(context)) {
        throw Failure(ExitCode::usage, filled(_("{} holds practices from an export"), file),
                      filled(_("To take them into the practice log: kindly import {}"), file));
    }
    return ask_yes(context,
                   filled(_("{} holds practices from an export. Take them into the practice log? [y/N]"),
                          harmless(file)));
}

std::string name_of(const std::string& file) {
    return file == "-" ? std::string(_("standard input")) : harmless(file);
}

void show_problems(Context& context, const ImportReport& report) {
    for (const LineProblem& problem : report.problems) {
        std::string line = filled("{}:{}: {}.", name_of(problem.file), problem.line, problem.wrong.what);
        if (!problem.wrong.cure.empty()) { line += " " + problem.wrong.cure; }
        context.err.write(harmless(line) + "\n");
    }
    if (report.wrong_lines > report.problems.size()) {
        context.err.write(plural_of(N_("... and {} more line that cannot be read."),
                                    N_("... and {} more lines that cannot be read."),
                                    report.wrong_lines - report.problems.size()) +
                          "\n");
    }
}

void show_counts(Context& context, const ImportReport& report, bool dry_run) {
    const MergeCounts& counts = report.counts;
    bool said = false;
    const auto say = [&](std::size_t count, const char* one, const char* many) {
        if (count == 0) { return; }
        context.out.write(plural_of(one, many, count) + "\n");
        said = true;
    };
    if (dry_run) {
        context.out.write(std::string(_("This is what an import would do. Nothing was changed.")) + "\n");
    }
    say(counts.added, N_("{} new practice"), N_("{} new practices"));
    say(counts.updated, N_("{} practice brought up to date"), N_("{} practices brought up to date"));
    say(counts.unchanged, N_("{} practice was here already"), N_("{} practices were here already"));
    say(counts.deleted, N_("{} practice taken out: it was deleted where the file comes from"),
        N_("{} practices taken out: they were deleted where the file comes from"));
    say(counts.deleted_before, N_("{} practice left out: it was deleted earlier"),
        N_("{} practices left out: they were deleted earlier"));
    say(counts.running, N_("{} practice left alone: it is going on now"),
        N_("{} practices left alone: they are going on now"));
    say(counts.texts_added, N_("{} exercise, or part of one, as it was practised"),
        N_("{} exercises, or parts of them, as they were practised"));
    say(counts.kept_updated, N_("{} kept text, new or newer"), N_("{} kept texts, new or newer"));
    say(counts.kept_left_out, N_("{} kept text left out: it came from a practice that was deleted earlier"),
        N_("{} kept texts left out: they came from practices that were deleted earlier"));
    say(counts.kept_deleted, N_("{} kept text taken out: it was deleted where the file comes from"),
        N_("{} kept texts taken out: they were deleted where the file comes from"));
    say(counts.kept_deleted_before, N_("{} kept text left out: it was deleted earlier"),
        N_("{} kept texts left out: they were deleted earlier"));
    say(counts.other_changes, N_("{} note of what was deleted, or where kept words come from"),
        N_("{} notes of what was deleted, or where kept words come from"));
    say(report.wrong_lines, N_("{} line left out: it cannot be read"),
        N_("{} lines left out: they cannot be read"));
    if (!said) { context.out.write(std::string(_("There was nothing new in it.")) + "\n"); }
}

nlohmann::ordered_json as_json(const ImportReport& report, bool dry_run) {
    const MergeCounts& counts = report.counts;
    nlohmann::ordered_json json;
    json["taken"] = report.taken && !dry_run;
    json["dry_run"] = dry_run;
    json["new"] = counts.added;
    json["updated"] = counts.updated;
    json["unchanged"] = counts.unchanged;
    json["deleted"] = counts.deleted;
    json["left_out_deleted"] = counts.deleted_before;
    json["left_out_running"] = counts.running;
    json["texts"] = counts.texts_added;
    json["kept"] = counts.kept_updated;
    json["kept_deleted"] = counts.kept_deleted;
    json["left_out_kept"] = counts.kept_left_out + counts.kept_deleted_before;
    json["notes"] = counts.other_changes;
    json["lines"] = report.lines;
    json["wrong_lines"] = report.wrong_lines;
    auto& problems = json["problems"] = nlohmann::ordered_json::array();
    for (const LineProblem& problem : report.problems) {
        problems.push_back({{"file", problem.file},
                            {"line", problem.line},
                            {"message", problem.wrong.what},
                            {"try", problem.wrong.cure}});
    }
    return json;
}

void refuse_what_was_not_taken(const ImportReport& report, bool partial) {
    if (report.taken) { return; }
    const std::string what = filled(_("Nothing was taken in: {} of {} cannot be read"), report.wrong_lines,
                                    plural_of(N_("{} line"), N_("{} lines"), report.lines));
    throw Failure(ExitCode::invalid_file, what,
                  partial ? _("Export again from where the file comes from.")
                          : _("Export again from where the file comes from, or mend these lines. With "
                              "--partial, the other lines are taken in without them."));
}

const char* nothing_taken_in() { return _("The import was ended; nothing of it was taken in"); }

/// Whoever is at the other end of a pipe may have to find a passphrase first: the log is not even open then.
std::vector<ImportInput> gather(Context& context, const std::vector<std::string>& files) {
    constexpr int mebibyte_bits = 20;
    const StopSignals signals;
    Progress progress(context, [](std::int64_t mebibytes) {
        return plural(N_("{} MiB came"), N_("{} MiB came"), mebibytes);
    });
    return gather_inputs(files, [&](std::int64_t bytes) {
        if (bytes >> mebibyte_bits > 0) { progress.done(bytes >> mebibyte_bits); }
        StopSignals::check(nothing_taken_in());
    });
}

ExitCode import(Context& context, const ImportOptions& options) {
    if (!is_wanted(context, options.files.front())) { return ExitCode::done; }
    if (std::count(options.files.begin(), options.files.end(), "-") > 1) {
        throw Failure(ExitCode::usage, _("Standard input (\"-\") can be read only once"), _("Name it once."));
    }
    ImportRequest request;
    request.inputs = gather(context, options.files);
    const fs::path log = context.paths().journal();
    // Where there is a log, trying is a transaction that is taken back: a copy of a long one would need its
    // size in memory. Where there is none, none is made.
    std::error_code none;
    const bool is_there = fs::exists(fs::symlink_status(log, none));
    Journal journal =
        options.dry_run && !is_there ? open_empty_in_memory(log) : Journal::open_for_writing(log);
    const Moment now = context.clock->wall();
    journal.settle_abandoned(now);
    ImportReport report;
    {
        const StopSignals signals;
        Progress progress(context, [](std::int64_t lines) {
            return plural(N_("{} line read"), N_("{} lines read"), lines);
        });
        request.partial = options.partial;
        request.dry_run = options.dry_run;
        request.now = now;
        request.progress = [&](std::int64_t lines) {
            progress.done(lines);
            StopSignals::check(nothing_taken_in());
        };
        report = import_files(journal, std::move(request));
    }
    show_problems(context, report);
    if (options.json) {
        write_json(context.out, as_json(report, options.dry_run));
    } else if (report.taken) {
        show_counts(context, report, options.dry_run);
    }
    refuse_what_was_not_taken(report, options.partial);
    if (report.counts.any_deleted() && !options.dry_run && !remove_traces(journal)) {
        throw Failure(
            ExitCode::environment,
            _("What was deleted is not yet gone from the disk: another program has the practice log open"),
            _("It is gone when that program has ended."));
    }
    return ExitCode::done;
}

} // namespace

void add_import(const Command& app, Context& context) {
    auto options = std::make_shared<ImportOptions>();
    const Command command =
        app.add_command("import", _("take in practices that were exported, here or elsewhere"),
                        {"kindly import log.jsonl", "kindly import --partial damaged.jsonl",
                         "ssh laptop kindly export --format jsonl --share words | kindly import -"});
    command
        .add_option("FILE", options->files,
                    _("files from \"kindly export --format jsonl\"; - is standard input"))
        .required();
    command.add_flag("--partial", options->partial,
                     _("take the lines that can be read, where others cannot"));
    command.add_flag("--dry-run", options->dry_run, _("only tell what would happen"));
    command.add_flag("--json", options->json, _("for scripts"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return import(context, *options); }; });
}

} // namespace kindly
