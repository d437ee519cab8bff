// SPDX-License-Identifier: MIT
// `kindly today --short`: for the prompt of a shell, which runs it each time.
#include "base/failure.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/prompt_answer.hpp"
#include "commands/returning.hpp"
#include "commands/today.hpp"
#include "homework/due.hpp"
#include "journal/looking_back.hpp"

#include <algorithm>

namespace kindly {

namespace {

bool something_is_ready(Context& context) {
    const PromptQuestion question(context);
    if (const auto remembered = question.remembered()) { return *remembered; }
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const Moment now = context.clock->wall();
    Moment from = now;
    from.unix_ms -= time_to_return.count();
    const auto homework_is_due = [&] {
        const auto homework = waiting_homework(journal, nullptr, now, context.config().day_starts);
        return std::any_of(homework.begin(), homework.end(),
                           [](const Waiting& one) { return one.when == Waiting::When::due; });
    };
    const bool ready = left_since(journal, from, now) || homework_is_due();
    if (!any_running(journal)) { question.remember(ready); }
    return ready;
}

} // namespace

ExitCode run_today_short(Context& context) {
    try {
        // The same words whatever it is: a prompt is seen by others.
        if (something_is_ready(context)) { context.out.write(_("kindly: something is ready\n")); }
    } catch (const Failure&) { // a prompt is no place for it; `today` and `doctor` tell
        return ExitCode::done;
    }
    return ExitCode::done;
}

} // namespace kindly
