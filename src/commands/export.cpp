// SPDX-License-Identifier: MIT
// `kindly export`: the practice log for other programs and other people.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/exported_files.hpp"
#include "commands/filters.hpp"
#include "commands/output_file.hpp"
#include "commands/passphrase.hpp"
#include "commands/progress.hpp"
#include "commands/stop_signals.hpp"
#include "commands/usual_options.hpp"
#include "exchange/csv.hpp"
#include "exchange/json.hpp"
#include "exchange/json_lines.hpp"
#include "exchange/page.hpp"
#include "exercise/findings.hpp"
#include "journal/journal.hpp"
#include "journal/streaming.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

namespace kindly {

namespace {

namespace fs = std::filesystem;

struct ExportOptions {
    FilterOptions filters;
    std::string format, table, share = "ratings";
    std::optional<std::string> changed_since;
    bool include_trials = false;
    bool spreadsheet_safe = false;
    std::optional<std::string> output;
    bool force = false;
};

Share share_of(const std::string& word) {
    if (word == "counts") { return Share::counts; }
    return word == "words" ? Share::words : Share::ratings;
}

CsvTable table_of(const std::string& word) {
    if (word == "answers") { return CsvTable::answers; }
    return word == "deletions" ? CsvTable::deletions : CsvTable::sessions;
}

/// Where none is named, the file's own name says it.
std::string format_of(const ExportOptions& options) {
    if (!options.format.empty()) { return options.format; }
    const std::string ending = lowered_ascii(fs::path(options.output.value_or("")).extension().string());
    if (ending == ".json") { return "json"; }
    if (ending == ".html" || ending == ".htm") { return "html"; }
    if (ending == ".jsonl" || ending == ".ndjson") { return "jsonl"; }
    return "csv";
}

/// No option is taken that would then do nothing.
void refuse_what_does_not_go_together(const ExportOptions& options, const std::string& format) {
    const auto only_with_csv = [&](bool given, const char* name) {
        if (!given || format == "csv") { return; }
        throw Failure(ExitCode::usage, filled(_("{} goes with --format csv only, not with {}"), name, format),
                      _("Leave it out, or choose --format csv."));
    };
    only_with_csv(!options.table.empty(), "--table");
    only_with_csv(options.spreadsheet_safe, "--spreadsheet-safe");
    if (options.force && !options.output) {
        throw Failure(ExitCode::usage, _("--force goes with -o FILE only"),
                      _("Name the file that is to be replaced with -o."));
    }
}

std::optional<std::int64_t> changed_since(const ExportOptions& options) {
    if (!options.changed_since) { return std::nullopt; }
    const auto moment = read_moment(*options.changed_since);
    if (!moment) {
        throw Failure(ExitCode::usage,
                      filled(_("--changed-since cannot be \"{}\""), harmless(*options.changed_since)),
                      _("Write a time like 2026-11-22T08:15, 2026-11-22T08:15:00+01:00 or 2026-11-22."));
    }
    return moment->unix_ms;
}

/// Throws Failure where that is the log itself.
fs::path target_of(Context& context, const ExportOptions& options) {
    if (options.output->empty()) {
        throw Failure(ExitCode::usage, _("-o needs the name of a file"),
                      _("Leave it out, and the export goes to standard output."));
    }
    fs::path file = file_to_write(*options.output, options.force);
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        std::error_code none;
        if (fs::equivalent(file, context.paths().journal().string() + ending, none)) {
            throw Failure(ExitCode::usage,
                          filled(_("{} is the practice log itself; it was left as it is"), file.string()),
                          _("Choose another name."));
        }
    }
    return file;
}

struct LogToExport {
    Journal journal;
    bool damaged; ///< what is left of it; whatever was asked for may be all there
};

LogToExport log_to_export(const fs::path& file) {
    try {
        return {Journal::open_for_reading(file), false};
    } catch (const Failure&) {
        try {
            return {Journal::open_damaged(file), true};
        } catch (const Failure&) { // nothing can be read: the first one says why
        }
        throw;
    }
}

struct Written {
    Withheld withheld;
    Damage damage;
    std::int64_t practices = 0;
};

Written write(const Journal& journal, const Filter& filter, Output& out, const ExportOptions& options,
              const std::string& format, const WholeLog& whole, Moment now) {
    const Share share = share_of(options.share);
    if (format == "html") {
        const PageWritten page = write_page(out, journal, filter, share, now);
        return {page.withheld, page.damage, page.listed};
    }
    HoldingBack holding_back(share);
    const bool everything = format == "jsonl" && share == Share::words;
    LogStream log(journal, filter, everything ? LogStream::Depth::everything : LogStream::Depth::contract);
    if (format == "csv") {
        write_csv(log, holding_back, out, table_of(options.table), options.spreadsheet_safe, whole);
    } else if (format == "json") {
        write_json(log, holding_back, out, whole);
    } else {
        write_json_lines(log, holding_back, out, whole);
    }
    log.finish();
    return {holding_back.withheld(), log.damage(), log.given()};
}

void tell_withheld(Context& context, const Withheld& withheld) {
    std::vector<std::string> sentences;
    if (withheld.by_level > 0) {
        sentences.push_back(plural("{} value was withheld.", "{} values were withheld.", withheld.by_level));
    }
    if (withheld.sealed > 0) {
        sentences.push_back(plural("{} sealed value was withheld: it needs the passphrase.",
                                   "{} sealed values were withheld: they need the passphrase.",
                                   withheld.sealed));
    }
    if (withheld.elsewhere > 0) {
        sentences.push_back(
            plural("{} value never came here: it was withheld where it was imported from.",
                   "{} values never came here: they were withheld where they were imported from.",
                   withheld.elsewhere));
    }
    if (!sentences.empty()) { context.err.write(joined(sentences, " ") + "\n"); }
}

void tell_damage(Context& context, const Written& written) {
    const Damage& damage = written.damage;
    std::vector<std::string> sentences{
        filled(_("kindly: The practice log {} is damaged."), harmless(context.paths().journal().string())),
        plural("{} practice could be read, and was exported.",
               "{} practices could be read, and were exported.", written.practices)};
    if (damage.unknown) {
        sentences.emplace_back(_("Others could not be read; how many, cannot be told."));
    } else if (damage.practices > 0 && damage.at_most) {
        sentences.push_back(
            plural("At most {} could not be read.", "At most {} could not be read.", damage.practices));
    } else if (damage.practices > 0) {
        sentences.push_back(plural("{} could not be read.", "{} could not be read.", damage.practices));
    }
    if (damage.answers_of > 0) {
        sentences.push_back(plural("Of {} practice, answers or other parts may be missing.",
                                   "Of {} practices, answers or other parts may be missing.",
                                   damage.answers_of));
    }
    if (damage.other) {
        sentences.emplace_back(_("Marks of deletions, exercises or kept words could not all be read."));
    }
    context.err.write(joined(sentences, " ") + "\n");
    context.err.write(std::string(_("Keep a copy of the log as it is now.")) + "\n");
}

ExitCode run_export(Context& context, ExportOptions& options) {
    if (means_standard_output(options.output.value_or(""))) { options.output.reset(); }
    const std::string format = format_of(options);
    refuse_what_does_not_go_together(options, format);
    const auto since = changed_since(options);
    const fs::path target = options.output ? target_of(context, options) : fs::path();
    const auto [journal, damaged] = log_to_export(context.paths().journal());
    Filter filter = read_filters(context, options.filters, journal);
    const bool narrowed = narrows(filter) || filter.limit > 0;
    if (options.table == "deletions" && narrowed) {
        throw Failure(
            ExitCode::usage,
            _("A deleted practice leaves its id and a time only: of the filters, only --changed-since goes "
              "with --table deletions"),
            _("Leave the others out."));
    }
    filter.trials = options.include_trials;
    filter.changed_since = since;
    if (options.share == "words") { open_words_for_reading(context, journal); }
    WholeLog whole;
    whole.kept = !narrowed;
    const StopSignals signals; // before there is a file that could be left behind
    std::unique_ptr<OutputFile> file;
    if (options.output) { file = std::make_unique<OutputFile>(target, options.force); }

    Progress progress(context, [](std::int64_t practices) {
        return plural("{} practice so far", "{} practices so far", practices);
    });
    const auto check = [&] {
        StopSignals::check(file ? _("Stopped; no file was written")
                                : _("Stopped; what was written is not all of it"));
    };
    whole.on_the_way = [&](std::int64_t practices) {
        progress.done(practices);
        check();
    };
    const Written written = write(journal, filter, file ? file->output() : context.out, options, format,
                                  whole, context.clock->wall());
    check();
    if (file) {
        file->finish();
        note_exported_file(context, target);
    }
    progress.end();
    const bool tell = damaged || written.damage.any();
    if (tell) { tell_damage(context, written); }
    tell_withheld(context, written.withheld);
    return tell ? ExitCode::environment : ExitCode::done;
}

} // namespace

void add_export(const Command& app, Context& context) {
    auto options = std::make_shared<ExportOptions>();
    const Command command =
        app.add_command("export", _("the practice log for other programs"),
                        {"kindly export -o practices.csv", "kindly export --period 2026-11 -o november.html",
                         "kindly export --format jsonl --share words -o everything.jsonl",
                         "kindly export --changed-since 2026-11-22T04:00"});
    add_choice(command, "--format", options->format, {"csv", "json", "jsonl", "html"}, _("what is made"));
    add_choice(command, "--table", options->table, {"sessions", "answers", "deletions"},
               _("which table, in csv"));
    add_choice(command, "--share", options->share, {"counts", "ratings", "words"}, _("how much leaves"));
    add_filters(command, options->filters);
    command
        .add_option("--changed-since", options->changed_since,
                    _("only what was added, changed or deleted since this time"))
        .type_name("TIME");
    command.add_flag("--include-trials", options->include_trials,
                     _("with practices that were only tried out"));
    command.add_flag("--spreadsheet-safe", options->spreadsheet_safe,
                     _("no cell that a spreadsheet takes for a formula"));
    command.add_option("--output,-o", options->output, _("write it to this file; - is standard output"))
        .type_name("FILE");
    command.add_flag("--force", options->force, _("replace the file if it is there"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return run_export(context, *options); }; });
}

} // namespace kindly
