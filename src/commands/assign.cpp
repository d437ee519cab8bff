// SPDX-License-Identifier: MIT
// `kindly assign`: makes an assignment, for the person who sets homework.
#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/assign_handout.hpp"
#include "commands/assign_plan.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/homework_brought.hpp"
#include "commands/offered.hpp"
#include "commands/output_file.hpp"
#include "commands/programme_files.hpp"
#include "commands/terminal_columns.hpp"
#include "commands/text_page.hpp"
#include "commands/usual_options.hpp"
#include "exercise/canonical.hpp"
#include "exercise/decode.hpp"
#include "homework/assignment_check.hpp"
#include "homework/assignment_reader.hpp"
#include "homework/assignment_writer.hpp"
#include "journal/journal.hpp"

#include <memory>
#include <system_error>

namespace kindly {

namespace {

namespace fs = std::filesystem;

/// The exercises as they are assigned; those that are not in the library that comes with kindly travel along.
std::map<std::string, ExerciseToAssign> exercises_for(Context& context, const Assignment& plan,
                                                      const AssignOptions& options) {
    const auto& folders = context.catalogue().folders();
    const Catalogue shipped(folders.empty() ? folders : std::vector<fs::path>{folders.back()});
    ProgrammeExercises near(context.catalogue(),
                            options.plan.empty() ? fs::path("plan.json") : fs::path(options.plan));
    std::map<std::string, ExerciseToAssign> all;
    for (const std::string& id : exercises_of(plan)) {
        HomeworkExercise exercise{id, {}, {}};
        std::string version;
        for (const EmbeddedExercise& one : plan.exercises) {
            if (one.id != id) { continue; }
            exercise = {one.id, one.digest, one.bytes};
            version = one.written->find("version")->text;
        }
        for (const std::string& named : options.exercises) {
            if (!exercise.bytes.empty() || !looks_like_path(named)) { continue; }
            const OpenedExercise opened = context.open_exercise(named);
            if (opened.exercise->id != id) { continue; }
            exercise = {id, digest_of(*opened.exercise->document),
                        original_of(*opened.exercise->document).source->bytes()};
            version = opened.exercise->version;
        }
        if (exercise.bytes.empty()) {
            const OpenedExercise* opened = near.find(id);
            if (opened == nullptr) {
                throw Failure(ExitCode::not_found, filled(_("There is no exercise \"{}\""), id),
                              _("\"kindly list\" shows the names; one of your own can lie beside the plan."));
            }
            context.refuse_errors(opened->diagnostics, id);
            exercise = {id, digest_of(*opened->exercise->document),
                        original_of(*opened->exercise->document).source->bytes()};
            version = opened->exercise->version;
        }
        const bool is_shipped = digest_in_library(shipped, id) == exercise.digest;
        if (!is_shipped) { refuse_unfit(context, exercise); }
        all[id] = {version, exercise.digest, is_shipped ? std::string() : exercise.bytes};
    }
    return all;
}

/// What the client's kindly would refuse is told here, in the plan: there it can be found and mended.
void refuse_what_the_client_would(Context& context, const GatheredPlan& gathered,
                                  const AssignOptions& options,
                                  const std::map<std::string, ExerciseToAssign>& exercises) {
    std::vector<HomeworkExercise> along;
    for (const auto& [id, exercise] : exercises) {
        if (!exercise.bytes.empty()) { along.push_back({id, exercise.digest, exercise.bytes}); }
    }
    const Diagnostics found =
        check_assignment(*gathered.plan, context.catalogue(), context.practice_day(), along);
    if (gathered.talked && has_errors(found)) { keep_answers(context, gathered.text); }
    context.refuse_errors(found, options.plan.empty() ? "plan" : options.plan);
}

std::string new_id(const std::string& title, Moment now) {
    constexpr std::size_t longest = 40;
    constexpr std::size_t random = 6;
    std::string slug;
    for (const char letter : lowered_ascii(title)) {
        const bool fits = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (fits) {
            slug += letter;
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
        if (slug.size() == longest) { break; }
    }
    if (slug.empty() || slug.front() < 'a') { slug = "homework-" + slug; }
    if (slug.back() != '-') { slug += '-'; }
    const std::string unique = make_uuid7(now.unix_ms);
    return slug + unique.substr(unique.size() - random);
}

/// For the therapist alone: nothing of it goes into the file.
void tell_own_practice(Context& context, const Assignment& plan) {
    constexpr int most = 1000;
    try {
        const Journal journal = Journal::open_for_reading(context.paths().journal());
        TextPage page(page_columns(context.err));
        for (const AssignmentItem& item : plan.items) {
            const int times = journal.times_done(item.exercise, most);
            page.line(times == 0
                          ? filled(_("For you alone: \"{}\" is not in your own log yet. To walk through it: "
                                     "kindly practice {}"),
                                   item.exercise, item.exercise)
                          : filled(_("For you alone: \"{}\" stands in your own log {}."), item.exercise,
                                   plural("{} time", "{} times", times)));
        }
        context.err.write(page.take());
    } catch (const Failure&) { // it is a word on the side
    }
}

/// Names must be free before anything is made.
fs::path free_place(const std::string& named) {
    std::error_code none;
    if (fs::exists(fs::symlink_status(named, none))) {
        throw Failure(ExitCode::usage,
                      filled(_("{} is there already; it was left as it is"), harmless(named)),
                      _("Nothing was made. Choose another name."));
    }
    return file_to_write(named, false);
}

ExitCode assign(Context& context, const AssignOptions& options) {
    const fs::path handout = options.handout.empty() ? fs::path() : free_place(options.handout);
    if (!options.output.empty()) { (void)free_place(options.output); }
    const auto gathered = gather_plan(context, options);
    if (!gathered) {
        context.err.write(std::string(_("Nothing was made.")) + "\n");
        return ExitCode::done;
    }
    AssignmentToMake made;
    made.plan = gathered->text;
    made.id = new_id(gathered->plan->title, context.clock->wall());
    made.made_on = context.today();
    made.reply_to = gathered->reply_to;
    made.exercises = exercises_for(context, *gathered->plan, options);
    refuse_what_the_client_would(context, *gathered, options, made.exercises);
    const std::string text = make_assignment(made);
    const std::string name = options.output.empty() ? made.id + ".kindly.json" : options.output;
    const fs::path target = free_place(name);
    // As the client's kindly will read it: together, all of it may be more than a file can hold.
    const ReadAssignment read = read_assignment(std::make_shared<const SourceText>(name, text));
    context.refuse_errors(read.diagnostics, name);
    context.refuse_errors(check_assignment(*read.assignment, context.catalogue(), context.practice_day()),
                          name);
    const std::string page =
        handout.empty() ? std::string() : make_handout(context, *read.assignment, target.filename());
    OutputFile file(target, false);
    file.output().write(text);
    if (!handout.empty()) {
        OutputFile other(handout, false);
        other.output().write(page);
        other.finish();
    }
    file.finish();
    context.out.write(filled(_("Made {}.\n"), harmless(name)));
    if (!handout.empty()) {
        context.out.write(filled(_("Made {}, to print or to send along.\n"), options.handout));
    }
    context.out.write(filled(_("To see it as {} will: kindly homework try {}\n"),
                             harmless(read.assignment->for_whom), harmless(for_a_shell(name))));
    tell_own_practice(context, *read.assignment);
    return ExitCode::done;
}

} // namespace

void add_assign(const Command& app, Context& context) {
    auto options = std::make_shared<AssignOptions>();
    const Command command =
        app.add_command("assign", _("make homework for somebody"),
                        {"kindly assign kind-pause feet", "kindly assign --plan evenings.json -o sam.json",
                         "kindly assign --programme starter --handout sam.html"});
    command.add_option("EXERCISE", options->exercises, _("exercises, by name or file"));
    command.add_option("--plan", options->plan, _("everything that would be asked, in a file"))
        .type_name("FILE");
    offer_names_or_files(
        command.add_option("--programme", options->programme, _("the exercises of a programme"))
            .type_name("NAME"),
        {names::programmes});
    command.add_option("--how-often", options->how_often, _("daily, 3 times a week, every 2 days, once"))
        .type_name("WORDS");
    command.add_option("--from", options->from, _("the first day")).type_name("DATE");
    command.add_option("--until", options->until, _("the last day")).type_name("DATE");
    add_minutes(command, "--minutes", options->minutes, _("how long each time"));
    add_choice(command, "--share", options->share, {"counts", "ratings", "words"}, _("what you ask to see"));
    command.add_option("--reply-to", options->reply_to, _("go on from this report")).type_name("REPORT");
    command.add_option("--handout", options->handout, _("a page to print, too")).type_name("FILE.html");
    command.add_option("--output,-o", options->output, _("the file that is made; never one that is there"))
        .type_name("FILE");
    command.callback(
        [&context, options] { context.run = [&context, options] { return assign(context, *options); }; });
}

} // namespace kindly
