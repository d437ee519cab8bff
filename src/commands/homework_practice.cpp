// SPDX-License-Identifier: MIT
#include "commands/homework_practice.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/homework_commands.hpp"
#include "homework/begun.hpp"
#include "homework/due.hpp"
#include "homework/own_exercise.hpp"

#include <algorithm>

namespace kindly {

namespace {

bool takes(const Waiting& waiting, const std::string& exercise) {
    const auto& others = waiting.alternatives;
    return exercise == waiting.exercise || (!exercise.empty() && exercise == waiting.substitute) ||
           std::find(others.begin(), others.end(), exercise) != others.end();
}

Failure nothing_today(const std::string& id, const std::vector<Waiting>& waiting) {
    const auto next = std::find_if(waiting.begin(), waiting.end(), [&](const Waiting& one) {
        return one.homework == id && !one.exercise.empty();
    });
    return {
        ExitCode::not_found, filled(_("Nothing of \"{}\" is waiting today"), id),
        next == waiting.end()
            ? std::string(_("\"kindly today\" has a suggestion, and \"kindly list\" shows what there is."))
            : filled(_("Next is {}, from {} on. It may be done now: kindly practice {} --homework {}"),
                     next->title, next->day, next->exercise, id)};
}

Failure not_in_it(const std::string& exercise, const Begun& begun) {
    const auto near = nearest(exercise, begun.exercises());
    std::string what = filled(_("\"{}\" is not in \"{}\""), exercise, begun.row.id);
    if (near) { what += filled(_(". Did you mean \"{}\"?"), *near); }
    return {ExitCode::usage, what,
            _("\"kindly homework\" shows what is. Without --homework, any exercise can be practised at any "
              "time.")};
}

const std::vector<ProgrammeSetting>& settings_of(const Begun& begun, int item) {
    const auto place = static_cast<std::size_t>(item) - 1;
    return begun.programme != nullptr ? begun.programme->items[place].settings
                                      : begun.assignment->items[place].settings;
}

void refuse_locked(const Assignment& assignment, const std::string& exercise) {
    for (const AssignmentItem& item : assignment.items) {
        if (item.exercise != exercise || !item.locked_until_agreed) { continue; }
        throw Failure(ExitCode::not_found,
                      filled(_("\"{}\" waits until you and {} have agreed on it"), exercise, assignment.from),
                      item.easier.empty()
                          ? std::string(_("\"kindly homework\" shows what can be practised meanwhile."))
                          : filled(_("Meanwhile there is: kindly practice {} --homework {}"), item.easier,
                                   assignment.id));
    }
}

/// For which alone this exercise is there; empty for none.
std::string homework_that_brought(Context& context, const std::string& exercise) {
    try {
        const Journal journal = Journal::open_for_reading(context.paths().journal());
        for (const HomeworkRow& row : homework_of(journal, WhichHomework::going_on)) {
            for (const HomeworkExercise& one : row.exercises) {
                if (one.id == exercise) { return row.id; }
            }
        }
    } catch (const Failure&) { // then nobody knows of one
    }
    return {};
}

} // namespace

std::optional<OpenedExercise> prepare_homework(Context& context, PracticeRequest& request) {
    const Journal journal = Journal::open_for_reading(context.paths().journal());
    const Begun begun = stand_of(journal, homework_named(journal, request.homework), context.practice_day());
    const auto waiting =
        waiting_homework(journal, &context.catalogue(), context.clock->wall(), context.config().day_starts);
    if (request.exercise.empty()) {
        const auto due = std::find_if(waiting.begin(), waiting.end(), [&](const Waiting& one) {
            return one.homework == request.homework && one.when == Waiting::When::due &&
                   !one.exercise.empty();
        });
        if (due == waiting.end()) { throw nothing_today(request.homework, waiting); }
        request.exercise = due->exercise;
    }
    if (!begun.readable()) {
        throw Failure(
            ExitCode::environment,
            filled(_("\"{}\" was begun with a newer kindly, and this one cannot read it"), request.homework),
            _("Use the newer kindly, or practise without --homework."));
    }
    const auto all = begun.exercises();
    if (std::find(all.begin(), all.end(), request.exercise) == all.end()) {
        throw not_in_it(request.exercise, begun);
    }
    if (begun.assignment != nullptr) { refuse_locked(*begun.assignment, request.exercise); }
    // As it is set, unless the person says otherwise; a substitute is taken as it usually is.
    const auto item = std::find_if(waiting.begin(), waiting.end(), [&](const Waiting& one) {
        return one.homework == request.homework && takes(one, request.exercise);
    });
    if (item != waiting.end() && request.exercise != item->substitute) {
        if (request.minutes == 0) { request.minutes = item->minutes.value_or(0); }
        if (request.exercise == item->exercise) {
            for (const ProgrammeSetting& setting : settings_of(begun, item->item)) {
                request.homework_settings.emplace_back(setting.name, setting.value);
            }
        }
    }
    const auto& own = begun.row.exercises;
    if (std::none_of(own.begin(), own.end(),
                     [&](const HomeworkExercise& one) { return one.id == request.exercise; })) {
        return std::nullopt;
    }
    return open_for(begun.row, request.exercise, std::nullopt, context.catalogue());
}

OpenedExercise open_to_practise(Context& context, const std::string& exercise, const std::string& language) {
    try {
        return context.open_exercise(exercise, language.empty() ? std::nullopt : std::optional(language));
    } catch (const Failure& failure) {
        const std::string homework =
            failure.code() == ExitCode::not_found ? homework_that_brought(context, exercise) : std::string();
        if (homework.empty()) { throw; }
        throw Failure(ExitCode::not_found,
                      filled(_("\"{}\" came with homework, and is there for it alone"), exercise),
                      filled(_("To practise it: kindly practice {} --homework {}"), exercise, homework));
    }
}

std::string homework_waiting_for(const Journal& journal, const std::string& exercise, Moment started_at,
                                 Milliseconds day_starts) {
    try {
        for (const Waiting& one : waiting_homework(journal, nullptr, started_at, day_starts)) {
            if (one.when == Waiting::When::due && takes(one, exercise)) { return one.homework; }
        }
    } catch (const Failure&) { // it counts all the same, when somebody looks
    }
    return {};
}

} // namespace kindly
