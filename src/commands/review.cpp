// SPDX-License-Identifier: MIT
// `kindly review`: reports, for the person who set the homework. One after another: memory does not grow with
// their number, but for a page; and in a table, where rows wait until it is known that no newer report tells
// the same practices again.
#include "homework/review.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/file_sorts.hpp"
#include "commands/output_file.hpp"
#include "commands/progress.hpp"
#include "commands/stop_signals.hpp"
#include "commands/terminal_columns.hpp"
#include "commands/text_page.hpp"
#include "commands/usual_options.hpp"
#include "exercise/limits.hpp"
#include "homework/assignment_reader.hpp"
#include "homework/report_reader.hpp"
#include "homework/report_series.hpp"
#include "homework/report_writer.hpp"
#include "render/svg_plot.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

constexpr std::size_t step = TextPage::step;

struct ReviewOptions {
    std::vector<std::string> files;
    std::string format, since, assignment, output;
    bool json = false, force = false;
};

std::string as_text(const Reviewed& reviewed, std::size_t columns) {
    TextPage page(columns);
    page.line(reviewed.title);
    page.line(reviewed.period);
    for (const PageSection& section : reviewed.sections) {
        page.gap();
        page.line(section.heading);
        for (const auto* lines : {&section.sentences, &section.points, &section.remarks}) {
            for (const std::string& line : *lines) { page.line(line, step); }
        }
    }
    std::string text = page.take();
    for (const Reviewed::Plot& plot : reviewed.plots) {
        text += "\n" +
                harmless(filled(_("Distress in {}, practice by practice: o before, * after"), plot.heading)) +
                "\n";
        for (const std::string& line : draw_single_case(plot.practices, {columns, false})) {
            text += line + "\n";
        }
    }
    return text;
}

/// A cell that no spreadsheet takes for a formula.
std::string cell(std::string text) {
    if (!text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos) {
        text.insert(0, 1, '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) { return text; }
    std::string quoted = "\"";
    for (const char letter : text) {
        quoted += letter;
        if (letter == '"') { quoted += '"'; }
    }
    return quoted + "\"";
}

template <class Number>
std::string cell_of(const std::optional<Number>& number) {
    return number ? fmt::format("{}", *number) : std::string();
}

/// Where reviews go, one report after the other.
class Face {
public:
    Face() = default;
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;
    virtual ~Face() = default;
    virtual void begin() {}
    virtual void add(const Report& report) = 0;
    /// `series`: of all that were added.
    virtual void end(const ReportSeries& /*series*/) {}
};

class TextFace : public Face {
public:
    TextFace(Output& out, std::string since) : out_(out), since_(std::move(since)) {}
    void add(const Report& report) override {
        if (any_) { out_.write("\n" + std::string(page_columns(out_), '-') + "\n\n"); }
        any_ = true;
        out_.write(as_text(review(report, since_), page_columns(out_)));
    }

private:
    Output& out_;
    std::string since_;
    bool any_ = false;
};

class CsvFace : public Face {
public:
    CsvFace(Output& out, std::string since) : out_(out), since_(std::move(since)) {}
    void begin() override {
        out_.write(
            "report,assignment,for,written_on,share,exercise,version,day,status,instead_of,practised_seconds,"
            "entered_later,stop_reason,distress_before,distress_after,kindness_before,kindness_after,"
            "backdraft,"
            "groundings,words\r\n");
    }
    void add(const Report& report) override {
        std::string rows = rows_of(report);
        // What comes behind rows that wait has to wait, too: the order is that of the files.
        if (report.series.empty() && waiting_.empty()) {
            out_.write(rows);
        } else {
            waiting_.emplace_back(report.id, std::move(rows));
        }
    }
    void end(const ReportSeries& series) override {
        const std::set<std::string> told_again = series.older_ids();
        for (const auto& [id, rows] : waiting_) {
            if (!told_again.contains(id)) { out_.write(rows); }
        }
    }

private:
    [[nodiscard]] std::string rows_of(const Report& report) const {
        std::string rows;
        for (const ReportPractice& one : report.practices) {
            if (one.day < since_) { continue; }
            std::string words;
            for (const ReportWords& text : one.words) { words += (words.empty() ? "" : "\n") + text.text; }
            const std::string cells[] = {cell(report.id),
                                         cell(report.assignment),
                                         cell(report.for_whom),
                                         report.written_on,
                                         report.share,
                                         cell(one.exercise),
                                         cell(one.version),
                                         one.day,
                                         one.status,
                                         cell(one.instead_of),
                                         cell_of(one.practised_seconds),
                                         one.entered_later ? "true" : "false",
                                         cell(one.stop_reason),
                                         cell_of(one.distress_before),
                                         cell_of(one.distress_after),
                                         cell_of(one.kindness_before),
                                         cell_of(one.kindness_after),
                                         cell(one.backdraft),
                                         cell_of(one.groundings),
                                         cell(words)};
            std::string row;
            for (const std::string& text : cells) { row += (row.empty() ? "" : ",") + text; }
            // The report is somebody else's file: nothing in it commands a terminal.
            rows += (out_.is_terminal() ? harmless(row) : row) + "\r\n";
        }
        return rows;
    }

    Output& out_;
    std::string since_;
    std::vector<std::pair<std::string, std::string>> waiting_; ///< ids of reports, and their rows
};

class JsonFace : public Face {
public:
    explicit JsonFace(Output& out, std::string since) : out_(out), since_(std::move(since)) {}
    void begin() override { out_.write("["); }
    void add(const Report& report) override {
        Report shown = report;
        std::erase_if(shown.practices, [&](const ReportPractice& one) { return one.day < since_; });
        std::erase_if(shown.left_out, [&](const ReportLeftOut& one) { return one.day < since_; });
        out_.write(
            std::string(any_ ? ",\n" : "\n") +
            json_in_sight(as_json(shown).dump(2, ' ', false, nlohmann::json::error_handler_t::replace)));
        any_ = true;
    }
    void end(const ReportSeries& /*series*/) override { out_.write(any_ ? "\n]\n" : "]\n"); }

private:
    Output& out_;
    std::string since_;
    bool any_ = false;
};

Trend weekly(const std::vector<RatedPractice>& practices) {
    Trend trend;
    for (const RatedPractice& one : practices) {
        const DayNumber monday = monday_of(one.day);
        if (trend.empty() || trend.back().monday != monday) { trend.push_back({monday, 0, 0, 0}); }
        TrendPoint& point = trend.back();
        const auto pairs = static_cast<double>(point.pairs);
        point.before = (point.before * pairs + one.before) / (pairs + 1);
        point.after = (point.after * pairs + one.after) / (pairs + 1);
        ++point.pairs;
    }
    return trend;
}

class HtmlFace : public Face {
public:
    HtmlFace(Output& out, std::string since) : out_(out), since_(std::move(since)) {}
    void add(const Report& report) override {
        Reviewed reviewed = review(report, since_);
        if (page_.language.empty()) { page_.language = report.language; }
        PageSection head;
        head.heading = reviewed.title;
        head.sentences.push_back(reviewed.period);
        for (const Reviewed::Plot& plot : reviewed.plots) {
            const Trend trend = weekly(plot.practices);
            PageDrawing drawing;
            const std::string title = filled(_("Distress in {}, by week"), plot.heading);
            drawing.svg = svg_trend(trend, {fmt::format("plot{}", ++plots_), title,
                                            _("Open circles before, full ones after a practice.")});
            drawing.caption = title;
            head.drawings.push_back(std::move(drawing));
        }
        page_.sections.push_back(std::move(head));
        for (PageSection& section : reviewed.sections) { page_.sections.push_back(std::move(section)); }
    }
    void end(const ReportSeries& /*series*/) override {
        page_.title = _("Homework, looked at together");
        if (page_.language.empty()) { page_.language = "en"; }
        write_html(out_, page_);
    }

private:
    Output& out_;
    std::string since_;
    LogPage page_;
    int plots_ = 0;
};

/// Where none is named, the file's own name says it, as in `export`.
std::string format_of(const ReviewOptions& options) {
    if (options.json) { return "json"; }
    if (!options.format.empty()) { return options.format; }
    const std::string ending = lowered_ascii(std::filesystem::path(options.output).extension().string());
    if (ending == ".csv") { return "csv"; }
    if (ending == ".json") { return "json"; }
    if (ending == ".html" || ending == ".htm") { return "html"; }
    return "text";
}

std::unique_ptr<Face> make_face(Output& out, const ReviewOptions& options) {
    const std::string format = format_of(options);
    if (format == "csv") { return std::make_unique<CsvFace>(out, options.since); }
    if (format == "json") { return std::make_unique<JsonFace>(out, options.since); }
    if (format == "html") { return std::make_unique<HtmlFace>(out, options.since); }
    return std::make_unique<TextFace>(out, options.since);
}

class Reading {
public:
    Reading(Context& context, const ReviewOptions& options) : context_(context), options_(options) {
        if (!options.assignment.empty()) { assignment_ = open_for_comparing(options.assignment); }
    }

    ExitCode all(Face& face) {
        Progress progress(context_, [](std::int64_t reports) {
            return plural("{} report so far", "{} reports so far", reports);
        });
        const auto check = [&] {
            StopSignals::check(options_.output.empty() ? _("Stopped; what was written is not all of it")
                                                       : _("Stopped; no file was written"));
        };
        face.begin();
        std::int64_t reports = 0;
        for (const std::string& file : options_.files) {
            check();
            one(file, face, progress);
            progress.done(++reports);
        }
        check();
        face.end(series_);
        progress.end();
        tell_what_is_told_again();
        return code_;
    }

private:
    std::shared_ptr<const Assignment> open_for_comparing(const std::string& file) {
        ReadAssignment read =
            read_assignment(std::make_shared<const SourceText>(file, read_file(file, limits::file_bytes)));
        context_.refuse_errors(read.diagnostics, file);
        return std::move(read.assignment);
    }

    void tell_what_is_told_again() {
        context_.out.flush();
        for (const auto& [older, newer] : series_.told_again()) {
            context_.err.write(
                harmless(filled(_("The practices of {} stand again in {}, a newer report on the "
                                  "same homework; a table has them once"),
                                older, newer)) +
                "\n");
        }
    }

    void one(const std::string& file, Face& face, Progress& progress) {
        const auto say = [&](const std::string& text) {
            progress.end();
            context_.err.write(harmless(text) + "\n");
        };
        std::shared_ptr<const Report> report;
        try {
            ReadReport read =
                read_report(std::make_shared<const SourceText>(file, read_file(file, limits::file_bytes)));
            if (has_errors(read.diagnostics)) { refuse_other_sorts(file, {FileSort::report}); }
            context_.refuse_errors(read.diagnostics, file);
            report = std::move(read.report);
        } catch (const Failure& failure) { // the other ones can still be read
            say(filled("kindly: {}", failure.what()));
            if (!failure.advice().empty()) { say(failure.advice()); }
            code_ = failure.code();
            return;
        }
        const auto [first, is_new] = seen_.emplace(report->id, file);
        if (!is_new) {
            return say(filled(_("{} is the same report as {}, and is counted once"), file, first->second));
        }
        if (assignment_ != nullptr && report->assignment != assignment_->id) {
            return say(filled(_("{} is about another assignment ({}), and was set apart"), file,
                              report->assignment));
        }
        if (assignment_ != nullptr && report->assignment_digest != assignment_->digest) {
            say(filled(_("{} is about this assignment as it was at another time: its digest differs"), file));
        }
        series_.add(*report, file);
        face.add(*report);
    }

    Context& context_;
    const ReviewOptions& options_;
    std::shared_ptr<const Assignment> assignment_;
    std::map<std::string, std::string> seen_; ///< reports by id: the files
    ReportSeries series_;
    ExitCode code_ = ExitCode::done;
};

ExitCode review_all(Context& context, const ReviewOptions& options) {
    if (!options.since.empty() && !read_day(options.since)) {
        throw Failure(ExitCode::usage, filled(_("\"{}\" is not a date"), harmless(options.since)),
                      _("Write it like 2026-11-22."));
    }
    const StopSignals signals; // before there is a file that could be left behind
    if (options.output.empty() || means_standard_output(options.output)) {
        return Reading(context, options).all(*make_face(context.out, options));
    }
    const auto target = file_to_write(options.output, options.force);
    OutputFile file(target, options.force);
    const ExitCode code = Reading(context, options).all(*make_face(file.output(), options));
    file.finish();
    return code;
}

} // namespace

void add_review(const Command& app, Context& context) {
    auto options = std::make_shared<ReviewOptions>();
    const Command command =
        app.add_command("review", _("read what came back from homework"),
                        {"kindly review report.json", "kindly review reports/*.json --format csv -o all.csv",
                         "kindly review report.json --since 2026-11-22"});
    command.add_option("REPORT", options->files, _("reports, one or hundreds")).required();
    add_choice(command, "--format", options->format, {"text", "html", "csv", "json"}, _("what is made"));
    command.add_flag("--json", options->json, _("as --format json"));
    command.add_option("--since", options->since, _("only practices from this day on")).type_name("DATE");
    command.add_option("--assignment", options->assignment, _("set reports of other assignments apart"))
        .type_name("FILE");
    command.add_option("--output,-o", options->output, _("write it to this file; - is standard output"))
        .type_name("FILE");
    command.add_flag("--force", options->force, _("replace the file if it is there"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return review_all(context, *options); }; });
}

} // namespace kindly
