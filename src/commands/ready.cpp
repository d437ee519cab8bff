// SPDX-License-Identifier: MIT
#include "commands/ready.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "exercise/canonical.hpp"
#include "exercise/limits.hpp"
#include "homework/assignment_reader.hpp"
#include "journal/homework.hpp"
#include "journal/looking_back.hpp"

namespace kindly {

ReadinessFacts readiness_facts(Context& context, const Journal* journal) {
    ReadinessFacts facts;
    facts.log_was_read = false;
    if (journal == nullptr) { return facts; }
    try {
        const std::string today = context.practice_day();
        const BeforeStrong before = before_strong(*journal, today);
        const LatelyRated rated = lately_rated(*journal, context.clock->wall());
        facts.times_learnt_to_close = before.times_learnt_to_close;
        facts.gentle_practices = before.gentle_practices;
        facts.today = read_day(today).value_or(0);
        if (before.latest_strong_day) { facts.latest_strong = read_day(*before.latest_strong_day); }
        facts.highest_rating = rated.highest;
        facts.reached_a_stop = rated.reached_a_stop;
        facts.rated_last = rated.any_check_in;
        facts.last_rating = rated.last;
        facts.log_was_read = true;
    } catch (const Failure&) { // not known, then: what follows is the cautious way, and says so
        facts = ReadinessFacts{};
        facts.log_was_read = false;
    }
    return facts;
}

namespace {

/// Somewhere in what a therapist has set, it waits until the two have agreed on it.
bool is_locked(const Journal& journal, const std::string& exercise) {
    try {
        for (const HomeworkRow& row : homework_of(journal, WhichHomework::going_on)) {
            if (row.kind != "assignment") { continue; }
            const auto source = std::make_shared<const SourceText>(row.id + ".json", row.file);
            const auto assignment = read_assignment(source).assignment;
            if (assignment == nullptr) { continue; } // of a newer kindly
            for (const AssignmentItem& item : assignment->items) {
                if (item.exercise == exercise && item.locked_until_agreed) { return true; }
            }
        }
    } catch (const Failure&) { // the log failed meanwhile: that it is not known is told with the other facts
        return false;
    }
    return false;
}

} // namespace

std::vector<std::string> unmet_or_refused(Context& context, const Journal* journal,
                                          const Exercise& exercise) {
    if (exercise.safety.intensity != Intensity::strong) { return {}; }
    ReadinessFacts facts = readiness_facts(context, journal);
    facts.locked = journal != nullptr && is_locked(*journal, exercise.id);
    const Readiness found = readiness(facts, exercise.safety.stop_at.value_or(limits::default_stop_at));
    if (found.refusal != Refusal::none) {
        throw Failure(ExitCode::not_found, in_words(found.refusal, exercise.id),
                      _("Something gentle instead: kindly today\n"
                        "Steady me now: kindly ground\n"
                        "People to reach: kindly support"));
    }
    std::vector<std::string> words;
    for (const StillAsked asked : found.unmet) { words.push_back(in_words(asked)); }
    return words;
}

bool is_well_known(const Journal& journal, const Exercise& exercise, Moment now) {
    if (exercise.safety.intensity != Intensity::gentle) { return false; }
    constexpr std::size_t times_in_full = 3;
    constexpr DayNumber days_away = 14;
    try {
        const auto met = times_met(journal, exercise.id, digest_of(*exercise.document), times_in_full);
        if (met.size() < times_in_full) { return false; }
        const auto day = [](Moment moment) { return read_day(local_day(moment)).value_or(0); };
        const DayNumber since = day(now) - day(met.front());
        return since >= 0 && since < days_away; // a clock that was set back tells nothing
    } catch (const Failure&) {                  // then the warning is shown in full
        return false;
    }
}

} // namespace kindly
