// SPDX-License-Identifier: MIT
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/command_line.hpp"
#include "commands/context.hpp"
#include "commands/held_window.hpp"
#include "commands/process.hpp"
#include "commands/prompt_answer.hpp"
#include "commands/pump.hpp"

#include <algorithm>
#include <new>

namespace {

using namespace kindly;

void say(Output& err, const std::string& sentence, const std::string& advice = {}) {
    std::string line = harmless(sentence); // names of files can hold anything
    std::replace(line.begin(), line.end(), '\n', ' ');
    err.write("kindly: " + line + "\n");
    if (!advice.empty()) { err.write(harmless(advice) + "\n"); }
}

/// The one place that catches what ends the program.
template <class Work>
ExitCode told_on(Output& err, const Work& work) {
    try {
        return work();
    } catch (const ReaderGone&) { // `| head`: they have what they wanted
        return ExitCode::done;
    } catch (const LeftUnwritten& left) { // whatever else could be said would wait there, too
        return exit_code_of(left.signal());
    } catch (const Failure& failure) {
        say(err, failure.what(), failure.advice());
        return failure.code();
    } catch (const std::bad_alloc&) {
        say(err, _("There is not enough memory to go on"));
    } catch (const std::exception& error) {
        say(err, _("Something went wrong inside the program. It is not your doing"), error.what());
    }
    return ExitCode::environment;
}

/// False: it could not be written. That is told where the person's language is known.
bool said_version() {
    try {
        DescriptorOutput out(1);
        out.write(version_line());
        out.flush();
        return true;
    } catch (const ReaderGone&) { return true; } catch (const Failure&) {
        return false;
    }
}

} // namespace

int main(int count, char** words) {
    const mode_t umask_of_the_person = prepare_process();
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    if (asks_only_for_version(arguments) && said_version()) { return static_cast<int>(ExitCode::done); }
    DescriptorOutput out(1);
    DescriptorOutput err(2);
    if (Context prompt(out, err, process_environment(), {}); nothing_for_a_prompt(prompt, arguments)) {
        return static_cast<int>(ExitCode::done);
    }
    const std::vector<std::string> languages =
        use_environment_language(process_environment(), message_folder(running_program()));
    const ExitCode code = told_on(err, [&] {
        Context context(out, err, process_environment(), running_program());
        context.umask_of_the_person = umask_of_the_person;
        context.languages = languages;
        read_command_line(context, arguments);
        return context.run();
    });
    const auto flush = [](Output& output) { return [&output] { return output.flush(), ExitCode::done; }; };
    const ExitCode written = told_on(err, flush(out));
    told_on(err, flush(err)); // nobody is left to tell
    if (asks_to_hold(arguments)) {
        told_on(err, [&] { return hold_window(err, code), ExitCode::done; });
    }
    return static_cast<int>(code == ExitCode::done ? written : code);
}
