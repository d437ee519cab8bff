// SPDX-License-Identifier: MIT
// `kindly homework report`: everything that would leave is shown first; then, if the person wants, it is
// written to a file.
#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/context.hpp"
#include "commands/exported_files.hpp"
#include "commands/homework_commands.hpp"
#include "commands/homework_text.hpp"
#include "commands/offered.hpp"
#include "commands/output_file.hpp"
#include "commands/passphrase.hpp"
#include "commands/terminal_columns.hpp"
#include "commands/text_page.hpp"
#include "commands/usual_options.hpp"
#include "exercise/limits.hpp"
#include "homework/report_writer.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t step = TextPage::step;

struct ReportOptions {
    std::string id, output, share;
    std::vector<std::string> words;
    bool json = false, force = false;
};

/// Empty: to none.
std::string file_to_write_it_to(Context& context) {
    for (;;) {
        const auto line = ask_line(context, _("\nWrite it to which file? (Enter: to none)"));
        const std::string typed(line ? trimmed(*line) : std::string_view());
        if (typed == "q" || means_no(typed)) { return {}; }
        if (!means_yes(typed) && !means_standard_output(typed)) {
            return file_as_typed(context, typed).string();
        }
        tell(context, _("That would be the name of the file. Please type one, such as report.json."));
    }
}

/// What a key of the file is, for people.
std::string label_of(const std::string& key) {
    static const std::map<std::string, const char*> labels{
        {"format", N_("format")},
        {"id", N_("number of this report")},
        {"written_on", N_("written on")},
        {"begun_on", N_("begun on")},
        {"kindly_version", N_("version of kindly")},
        {"assignment", N_("assignment")},
        {"assignment_digest", N_("digest of the assignment")},
        {"series", N_("mark that all reports on this homework have")},
        {"language", N_("language")},
        {"title", N_("title")},
        {"from", N_("from")},
        {"for", N_("for")},
        {"share", N_("shared")},
        {"for_next_time", N_("for next time")},
        {"answers", N_("answers")},
        {"items", N_("what was set")},
        {"practices", N_("practices")},
        {"left_out", N_("left out")},
        {"withheld", N_("kept back: how many values, not which")},
        {"exercise", N_("exercise")},
        {"version", N_("version")},
        {"digest", N_("digest of the exercise")},
        {"how_often", N_("how often")},
        {"of", N_("asked for so far")},
        {"done", N_("done")},
        {"in_part", N_("in part")},
        {"weeks", N_("by week")},
        {"week", N_("week")},
        {"day", N_("day")},
        {"status", N_("how it ended")},
        {"instead_of", N_("in place of")},
        {"practised_seconds", N_("seconds practised")},
        {"entered_later", N_("written down later")},
        {"stop_reason", N_("stopped because of")},
        {"distress_before", N_("distress before")},
        {"distress_after", N_("distress after")},
        {"kindness_before", N_("kindness before")},
        {"kindness_after", N_("kindness after")},
        {"backdraft", N_("backdraft")},
        {"groundings", N_("times grounded")},
        {"question", N_("question")},
        {"kind", N_("kind")},
        {"measure", N_("measure")},
        {"value", N_("value")},
        {"choice", N_("choice")},
        {"words", N_("words")},
        {"name", N_("name")},
        {"text", N_("text")},
        {"obstacle", N_("what came in between")},
        {"ratings", N_("ratings and choices")},
    };
    const auto found = labels.find(key);
    return found == labels.end() ? key : std::string(_(found->second));
}

std::string value_in_words(const std::string& key, const Json& value) {
    if (value.is_string()) {
        const std::string text = value.get<std::string>();
        // Nobody reads 64 digits; the first ones tell two of them apart.
        constexpr std::size_t shown = 12;
        const bool is_digest = key.ends_with("digest") && text.size() > shown;
        return is_digest ? filled(_("{}... ({} digits)"), text.substr(0, shown), text.size()) : text;
    }
    if (value.is_boolean()) { return value.get<bool>() ? _("yes") : _("no"); }
    return value.dump();
}

/// Everything that stands in the file, whatever that is: nothing is chosen here.
void show(TextPage& page, const Json& object, std::size_t indent) {
    std::string line;
    for (const auto& [key, value] : object.items()) {
        if (value.is_structured()) { continue; }
        line += (line.empty() ? "" : "; ") + filled(_("{}: {}"), label_of(key), value_in_words(key, value));
    }
    page.line(line, indent);
    for (const auto& [key, value] : object.items()) {
        if (!value.is_structured() || value.empty()) { continue; }
        page.line(filled(_("{}:"), label_of(key)), indent + step);
        if (value.is_object()) {
            show(page, value, indent + 2 * step);
            continue;
        }
        for (const Json& one : value) {
            if (one.is_object()) { show(page, one, indent + 2 * step); }
        }
    }
}

std::string preview_of(const Json& json, std::size_t columns) {
    TextPage page(columns);
    page.line(_("All that this report holds:"));
    page.gap();
    for (const auto& [key, value] : json.items()) {
        if (!value.is_structured()) {
            page.line(filled(_("{}: {}"), label_of(key), value_in_words(key, value)));
        }
    }
    for (const auto& [key, value] : json.items()) {
        if (!value.is_structured()) { continue; }
        page.gap();
        if (value.empty()) {
            page.line(filled(_("{}: none"), label_of(key)));
            continue;
        }
        page.line(filled(_("{}:"), label_of(key)));
        if (value.is_object()) {
            show(page, value, step);
        } else {
            for (const Json& one : value) { show(page, one, step); }
        }
    }
    return page.take();
}

void list_words(Context& context, const std::vector<WordsToChoose>& words) {
    TextPage page(page_columns(context.out));
    page.gap();
    page.line(_("Not in it, and only there if you choose it by its name with --word:"));
    for (const WordsToChoose& one : words) {
        page.line(filled(_("{} ({}): {}"), one.name, one.day, one.question), step);
        page.line(one.text, 2 * step);
    }
    context.out.write(page.take());
}

class Choosing {
public:
    Choosing(Context& context, const ReportOptions& options, const HomeworkRow& row)
        : context_(context), options_(options), row_(row) {}

    /// False: the person would rather not.
    bool share(ReportRequest& request) {
        std::string level = options_.share.empty() ? row_.share : options_.share;
        if (options_.share.empty() && somebody_is_there(context_)) {
            TextPage levels(page_columns(context_.err));
            for (const char* one : {"counts", "ratings", "words"}) { levels.line(share_in_words(one)); }
            context_.err.write(levels.take());
            if (!ask_until(
                    context_,
                    filled(_("What may this report hold? counts, ratings or words (Enter: {})"), level),
                    [&](const std::string& line) {
                        if (!line.empty() && !read_share(line)) {
                            throw Failure(
                                ExitCode::usage,
                                filled(_("\"{}\" is not one of these: counts, ratings, words"), line));
                        }
                        if (!line.empty()) { level = line; }
                    })) {
                return false;
            }
        }
        request.share = read_share(level).value_or(Share::counts);
        return true;
    }

    void words(ReportRequest& request, const std::vector<WordsToChoose>& all) {
        for (const std::string& name : options_.words) {
            const bool known = std::any_of(all.begin(), all.end(),
                                           [&](const WordsToChoose& one) { return one.name == name; });
            if (!known) {
                throw Failure(
                    ExitCode::not_found, filled(_("There are no words with the name \"{}\""), harmless(name)),
                    filled(_("\"kindly homework report {} --share words\" lists them. Nothing was written."),
                           row_.id));
            }
            request.words.insert(name);
        }
        if (!options_.words.empty() || !somebody_is_there(context_)) { return; }
        for (const WordsToChoose& one : all) {
            const std::string shown = filled(_("{}: {}"), one.day, one.question) + "\n  " + one.text;
            context_.err.write("\n");
            if (ask_yes_or_no(context_, harmless(shown) + "\n" + _("Put this in? (y or n)"))) {
                request.words.insert(one.name);
            }
        }
    }

private:
    Context& context_;
    const ReportOptions& options_;
    const HomeworkRow& row_;
};

void write(Context& context, const std::string& name, const Json& json, bool force) {
    const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    if (text.size() > limits::file_bytes) {
        throw Failure(ExitCode::usage, _("This report would be larger than the 1 MB that one can have"),
                      _("Nothing was written. Choose fewer words."));
    }
    const auto target = file_to_write(name, force);
    OutputFile file(target, force);
    file.output().write(text);
    file.finish();
    note_exported_file(context, target);
    context.out.write(
        filled(_("\nWritten: {}. Nothing was sent; how it travels is for you to choose.\n"), harmless(name)));
}

/// Asked here, where somebody looks back on the whole of it; each may be left out, and is asked once.
void ask_for_the_end(Context& context, const HomeworkRow& row, const std::string& today) {
    const Begun begun =
        stand_of(Journal::open_for_reading(context.paths().journal()), HomeworkRow(row), today);
    if (begun.assignment == nullptr || row.ended_at) { return; }
    std::vector<HomeworkNote> answers;
    for (const int number : unanswered_questions(begun)) {
        context.err.write("\n");
        const auto words = ask_words(
            context, harmless(begun.assignment->questions[static_cast<std::size_t>(number) - 1]) + "\n" +
                         _("(A line with only a full stop ends it; a full stop alone leaves it out.)"));
        if (!words) { break; }
        if (words->empty()) { continue; }
        answers.push_back(noted_now(context, "answer", number, *words));
    }
    if (answers.empty()) { return; }
    Journal journal = Journal::open_for_writing(context.paths().journal());
    note_homework(journal, row.number, answers);
}

ExitCode report(Context& context, const ReportOptions& options) {
    if (means_standard_output(options.output)) {
        throw Failure(ExitCode::usage,
                      _("A report is shown first, and then goes into a file; \"-\" means standard output"),
                      _("Nothing was written. Name a file; --json prints the report itself."));
    }
    if (!options.output.empty()) { (void)file_to_write(options.output, options.force); }
    if (!options.words.empty() && options.share != "words") {
        throw Failure(ExitCode::usage, _("--word goes with --share words"), _("Nothing was written."));
    }
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const HomeworkRow row = assignment_meant(journal, options.id);
    const std::string today =
        row.ended_at ? local_day(*row.ended_at, context.config().day_starts) : context.practice_day();
    ReportRequest request;
    Choosing choosing(context, options, row);
    if (!choosing.share(request)) { return ExitCode::done; }
    if (request.share == Share::words) {
        if (options.words.empty() && somebody_is_there(context)) { ask_for_the_end(context, row, today); }
        open_words_for_reading(context, journal);
    }
    const Begun begun = stand_of(journal, row, today);
    if (begun.assignment == nullptr) {
        throw Failure(ExitCode::environment, _("This assignment was agreed to with a newer kindly"),
                      _("Use the newer kindly for its report."));
    }
    std::vector<WordsToChoose> words;
    if (request.share == Share::words) { words = words_to_choose(journal, begun); }
    choosing.words(request, words);
    request.id = make_uuid7(context.clock->wall().unix_ms);
    request.written_on = today;
    request.kindly_version = KINDLY_VERSION;
    const Json json = as_json(make_report(journal, begun, request));
    if (options.json) {
        context.out.write(json_in_sight(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n");
        return ExitCode::done;
    }
    context.out.write(preview_of(json, page_columns(context.out)));
    std::erase_if(words, [&](const WordsToChoose& one) { return request.words.contains(one.name); });
    if (!words.empty()) { list_words(context, words); }
    context.out.flush();
    std::string name = options.output;
    if (somebody_is_there(context)) {
        if (name.empty()) { name = file_to_write_it_to(context); }
        if (name.empty() ||
            (!options.output.empty() && !ask_yes(context, filled(_("\nWrite this to {}? (y or n)"), name)))) {
            context.err.write(std::string(_("Nothing was written.")) + "\n");
            return ExitCode::done;
        }
    } else if (name.empty()) {
        context.out.write(
            filled(_("\nNothing was written. To write it: kindly homework report {} -o FILE --share {}\n"),
                   begun.row.id, word(request.share)));
        return ExitCode::done;
    }
    write(context, name, json, options.force);
    return ExitCode::done;
}

} // namespace

void add_homework_report(const Command& homework, Context& context, const std::shared_ptr<bool>& outer_json) {
    auto options = std::make_shared<ReportOptions>();
    const Command command =
        homework.add_command("report", _("what became of an assignment: shown, then written"),
                             {"kindly homework report", "kindly homework report evenings -o report.json",
                              "kindly homework report evenings -o report.json --share ratings"});
    offer_names(command.add_option("ID", options->id, _("which assignment")), {names::homework});
    command.add_option("--output,-o", options->output, _("write it to this file")).type_name("FILE");
    add_choice(command, "--share", options->share, {"counts", "ratings", "words"}, _("what it may hold"));
    command.add_option("--word", options->words, _("with these words, by their name; may be repeated"))
        .type_name("ANSWER")
        .one_each_time();
    command.add_flag("--force", options->force, _("replace the file if it is there"));
    command.add_flag("--json", options->json, _("for scripts: the report itself"));
    command.callback([&context, options, outer_json] {
        context.run = [&context, options, outer_json] {
            options->json = options->json || *outer_json;
            return report(context, *options);
        };
    });
}

} // namespace kindly
