// SPDX-License-Identifier: MIT
#include "commands/rescue.hpp"

#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/context.hpp"
#include "commands/exported_files.hpp"
#include "commands/recorder.hpp"

#include <filesystem>

namespace kindly {

namespace fs = std::filesystem;

namespace {

constexpr mode_t for_the_person_alone = S_IRWXG | S_IRWXO;

/// "~/kindly-2026-11-22-0815.jsonl"; in the present folder where there is no home.
fs::path suggested(const Context& context, Moment began) {
    std::string when;
    for (const char letter : date_and_time(began)) {
        if (letter == ' ') { when += '-'; }
        if (letter != ' ' && letter != ':') { when += letter; }
    }
    const auto home = context.environment("HOME");
    return fs::path(home.value_or(".")) / ("kindly-" + when + ".jsonl");
}

/// False: it is there already. Throws Failure.
bool save(Context& context, const fs::path& file, const UnsavedPractice& practice) {
    if (!write_shared_file(file, unsaved_lines(practice), false, for_the_person_alone)) { return false; }
    note_exported_file(context, file); // it holds everything that was written
    return true;
}

/// Where it is now; nothing where the person does not want it, or nobody answers.
std::optional<fs::path> ask_where(Context& context, const UnsavedPractice& practice) {
    const fs::path suggestion = suggested(context, practice.entry.started_at);
    for (;;) {
        const auto typed =
            ask_line(context, filled(_("This practice could not be saved in the practice log.\n"
                                       "It can be put in a file instead.\n"
                                       "Enter: {}\n"
                                       "Or type another name, or no.\n>"),
                                     suggestion.string()));
        if (!typed) { return std::nullopt; }
        const std::string name(trimmed(*typed));
        const std::string word = lowered_ascii(name);
        if (word == "n" || word == "no" || word == _("n") || word == _("no")) { return std::nullopt; }
        const fs::path file = name.empty() ? suggestion : file_as_typed(context, name);
        try {
            if (save(context, file, practice)) { return file; }
            context.err.write(
                filled(_("{} is there already; it was left as it is.\n"), harmless(file.string())));
        } catch (const Failure& failure) { context.err.write(std::string(failure.what()) + "\n"); }
    }
}

Failure put_elsewhere(const Recorder& recorder, const fs::path& file) {
    return {ExitCode::environment,
            filled(_("This practice could not be saved in the practice log: {}"), *recorder.unsaved()),
            filled(_("It is in {} instead. Once the log can be written again: kindly import {}"),
                   file.string(), for_a_shell(file.string()))};
}

} // namespace

void agree_to_unrecorded(Context& context, const PracticeRequest& request, const Failure& failure) {
    if (request.guide != "events" && somebody_is_there(context) && context.out.is_terminal()) {
        context.err.write(std::string(failure.what()) + ".\n");
        if (!failure.advice().empty()) { context.err.write(failure.advice() + "\n"); }
        if (ask_yes(context,
                    _("Practise without recording anything? Enter: not now. To do so, type yes.\n>"))) {
            return;
        }
        throw Failure(ExitCode::environment, _("Nothing has begun, because it could not have been recorded"));
    }
    std::string advice = failure.advice();
    if (!advice.empty()) { advice += '\n'; }
    throw Failure(ExitCode::environment, failure.what(),
                  advice + _("To practise without recording anything, add --unrecorded."));
}

bool save_beside(Context& context, const std::string& file, const Recorder& recorder) noexcept {
    if (file.empty()) { return false; }
    try {
        return save(context, file, recorder.whole());
    } catch (...) { // whoever called has a failure to tell already
        return false;
    }
}

Failure not_in_the_log(Context& context, const std::string& file, const Recorder& recorder, bool somebody) {
    std::string advice;
    if (!file.empty()) {
        try {
            if (save(context, file, recorder.whole())) { return put_elsewhere(recorder, file); }
            advice = filled(_("{} is there already; it was left as it is."), file);
        } catch (const Failure& failure) { advice = failure.what(); }
    }
    if (somebody && somebody_is_there(context)) {
        if (!advice.empty()) { context.err.write(advice + "\n"); }
        if (const auto where = ask_where(context, recorder.whole())) {
            return put_elsewhere(recorder, *where);
        }
        return {ExitCode::environment,
                filled(_("This practice could not be saved: {}"), *recorder.unsaved())};
    }
    if (file.empty()) {
        advice =
            _("What was written to the log before that is there. --rescue FILE names a file for such a case "
              "beforehand.");
    }
    return {ExitCode::environment, filled(_("This practice could not be saved: {}"), *recorder.unsaved()),
            advice};
}

} // namespace kindly
