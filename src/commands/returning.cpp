// SPDX-License-Identifier: MIT
#include "commands/returning.hpp"

#include "base/translate.hpp"
#include "commands/context.hpp"
#include "exercise/canonical.hpp"
#include "exercise/findings.hpp"
#include "exercise/limits.hpp"
#include "exercise/settings.hpp"
#include "exercise/translation.hpp"
#include "exercise/untold.hpp"
#include "journal/story.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// The latest row of each question, left out or not.
std::map<std::string, const AnswerEntry*> latest_rows(const std::vector<AnswerEntry>& answers) {
    std::map<std::string, const AnswerEntry*> latest;
    for (const auto& answer : answers) { latest[answer.question] = &answer; }
    return latest;
}

bool asks_the_same(const Question& question, const AnswerEntry& answer) {
    std::vector<std::pair<std::string, std::string>> options;
    for (const auto& option : question.options) { options.emplace_back(option.id, option.text); }
    return answer.kind == word(question.answer) && answer.prompt == question.text &&
           answer.options == options && answer.lowest == question.lowest &&
           answer.highest == question.highest;
}

const PlannedSection* section_called(const Plan& plan, const std::string& id) {
    const auto found = std::find_if(plan.sections.begin(), plan.sections.end(),
                                    [&](const PlannedSection& section) { return section.id == id; });
    const bool dropped = std::find(plan.dropped.begin(), plan.dropped.end(), id) != plan.dropped.end();
    return found == plan.sections.end() || dropped ? nullptr : &*found;
}

/// Ids of this practice's own answers that the plan looks at from here on.
std::set<std::string> answers_needed(const Plan& plan, std::size_t from) {
    std::set<std::string> needed;
    for (std::size_t at = from; at < plan.instructions.size(); ++at) {
        if (const auto* branch = std::get_if<Branch>(&plan.instructions[at].what)) {
            for (const auto& test : branch->when.tests) {
                if (!test.on_parameter && test.of.empty()) { needed.insert(test.name); }
            }
        }
        if (const auto* recall = std::get_if<Recollection>(&plan.instructions[at].what);
            recall != nullptr && recall->of.empty()) {
            needed.insert(recall->answers.begin(), recall->answers.end());
        }
    }
    return needed;
}

/// Each answer that is needed later is there, and was given to the question that is asked now.
bool answers_still_mean_the_same(const Plan& plan, std::size_t from, const std::vector<AnswerEntry>& given) {
    const auto rows = latest_rows(given);
    const auto needed = answers_needed(plan, from);
    for (std::size_t at = 0; at < from; ++at) {
        const auto& what = plan.instructions[at].what;
        if (const auto* question = std::get_if<Question>(&what); question != nullptr) {
            if (!needed.contains(question->id)) { continue; }
            const auto row = rows.find(question->id);
            if (row == rows.end() || !asks_the_same(*question, *row->second)) { return false; }
        } else if (const auto* check_in = std::get_if<CheckInQuestion>(&what); check_in != nullptr) {
            if (!needed.contains(check_in->id)) { continue; }
            const auto row = rows.find(check_in->id);
            if (row == rows.end() || row->second->prompt != check_in->text) { return false; }
        }
    }
    return true;
}

/// What it was set to; nothing where that does not fit the exercise any more.
std::optional<Settings> settings_as_left(Context& context, const Exercise& exercise,
                                         const Interrupted& left) {
    if (!left.settings) { return settings_asked_for(context, exercise, {}); } // sealed: as anybody begins
    Settings settings = default_settings(exercise);
    for (const auto& [name, value] : *left.settings) {
        if (!set_setting(exercise, settings, name, value).empty()) { return std::nullopt; }
    }
    return settings;
}

bool is_check_in(const AnswerEntry& answer) { return answer.kind == "check_in"; }

Checkpoint checkpoint_of(const Exercise& exercise, const Interrupted& left) {
    Checkpoint checkpoint;
    checkpoint.section = left.figures.last_section;
    checkpoint.practised = left.figures.practised;
    checkpoint.paused = left.figures.paused;
    for (const StopReason reason : {StopReason::person, StopReason::distress, StopReason::unanswered}) {
        if (left.figures.closing_reason == word(reason)) { checkpoint.closing = reason; }
    }
    const Answers values = latest_answers(left.answers);
    const auto rows = latest_rows(left.answers);
    for (const auto& answer : left.answers) {
        if (is_check_in(answer)) {
            checkpoint.last_rating.reset();
            if (answer.value_number) {
                const int rating = static_cast<int>(*answer.value_number);
                checkpoint.last_rating = rating;
                checkpoint.lowest_rating = std::min(checkpoint.lowest_rating.value_or(rating), rating);
            }
        }
        const auto value = values.find(answer.question);
        if (rows.at(answer.question) == &answer && value != values.end()) {
            checkpoint.answers.push_back({answer.question, answer.step, value->second});
        }
    }
    checkpoint.check_in_first = goes_on_with_check_in(exercise, left);
    return checkpoint;
}

Summary::Before summary_of(const Plan& plan, const Interrupted& left, const Checkpoint& checkpoint) {
    Summary::Before before;
    const auto arrives = [&](const std::string& path) {
        const std::string id = path.substr(0, path.find('/'));
        const auto section = std::find_if(plan.sections.begin(), plan.sections.end(),
                                          [&](const auto& one) { return one.id == id; });
        return section == plan.sections.end() || section->role != Role::main ||
               section->purpose == Purpose::arrive || section->purpose == Purpose::teach;
    };
    before.distress.before = left.figures.distress_before;
    before.distress.after = left.figures.distress_after;
    before.kindness.before = left.figures.kindness_before;
    before.kindness.after = left.figures.kindness_after;
    const auto first = [&](Summary::BeforeAndAfter& measure, const std::string& path) {
        if (!measure.first.empty()) { return; }
        // One that was answered stays the first, also where its part begins again and asks anew.
        measure.first = measure.before ? std::string("answered before") : path;
        measure.first_is_before = measure.before.has_value() || arrives(path);
    };
    for (const auto& answer : left.answers) {
        if (is_check_in(answer)) { first(before.distress, answer.step); }
        if (answer.measure == "kindness_0_10") { first(before.kindness, answer.step); }
    }
    if (left.figures.backdraft == "none") { before.backdraft = Summary::Backdraft::none; }
    if (left.figures.backdraft == "noticed") { before.backdraft = Summary::Backdraft::noticed; }
    if (left.figures.backdraft == "grounded") { before.backdraft = Summary::Backdraft::grounded; }
    before.groundings = left.figures.groundings;
    before.skipped = left.figures.skipped;
    before.lowest_rating = checkpoint.lowest_rating;
    before.past_arrival = std::any_of(left.steps.begin(), left.steps.end(),
                                      [&](const auto& step) { return !arrives(step.path); });
    return before;
}

} // namespace

bool is_recent(const Interrupted& left, Moment now) {
    const Milliseconds ago{now.unix_ms - left.left_at().unix_ms};
    // A clock that was set back says nothing about how long ago it is.
    return ago < time_to_return && ago > -time_to_return;
}

bool goes_on_with_check_in(const Exercise& exercise, const Interrupted& left) {
    const auto last = std::find_if(left.answers.rbegin(), left.answers.rend(), is_check_in);
    const bool high =
        last != left.answers.rend() && last->value_number &&
        static_cast<int>(*last->value_number) >= exercise.safety.stop_at.value_or(limits::default_stop_at);
    return left.figures.grounded || high;
}

namespace {

/// As it was, where it was practised from a file, or has been taken away since.
OpenedExercise as_kept(Context& context, const Journal& journal, const Interrupted& left,
                       const KeptText& kept) {
    const std::string name = left.entry.exercise + ".json";
    OpenedExercise opened =
        context.catalogue().open_source(std::make_shared<const SourceText>(name, kept.bytes), name);
    if (opened.exercise == nullptr) { return opened; }
    if (const auto words = translation_of(journal, left.entry.id)) {
        const auto source = std::make_shared<const SourceText>(name, words->bytes);
        const auto translation = read_translation(source).translation;
        if (translation) {
            if (auto shown = context.catalogue().translated(opened, *translation)) {
                return *std::move(shown);
            }
        }
    }
    return opened;
}

/// After `failure` to open it where exercises are. Throws that again where nothing was kept, too.
OpenedExercise as_kept_if_gone(Context& context, const Journal& journal, const Interrupted& left,
                               const Failure& failure) {
    if (failure.code() != ExitCode::not_found) { throw failure; }
    const std::optional<KeptText> kept = journal.text(left.entry.digest);
    if (!kept) { throw failure; }
    return as_kept(context, journal, left, *kept);
}

} // namespace

OpenedExercise find_as_left(Context& context, const Journal& journal, const Interrupted& left) {
    try {
        return context.catalogue().open(left.entry.exercise, left.entry.language);
    } catch (const Failure& failure) { return as_kept_if_gone(context, journal, left, failure); }
}

OpenedExercise open_as_left(Context& context, const Journal& journal, const Interrupted& left) {
    try {
        return context.open_exercise(left.entry.exercise, left.entry.language);
    } catch (const Failure& failure) {
        OpenedExercise opened = as_kept_if_gone(context, journal, left, failure);
        context.refuse_errors(opened.diagnostics, left.entry.exercise + ".json");
        return opened;
    }
}

WayBack find_way_back(Context& context, const OpenedExercise& opened, const Journal& journal,
                      Interrupted left) {
    WayBack way;
    const Exercise& exercise = *opened.exercise;
    const auto settings = settings_as_left(context, exercise, left);
    way.changed = true;
    if (settings) {
        ExpandRequest wanted;
        wanted.settings = *settings;
        wanted.avoided = context.preferences().avoided;
        wanted.ratings = ratings_asked(context.preferences());
        wanted.listening = left.listening;
        wanted.seed = left.seed;
        wanted.given = left.picks;
        wanted.seen = journal.picks_seen(exercise.id);
        PreparedPlan prepared = prepare_plan(context, opened, wanted, left.budget);
        std::vector<std::string> fragments;
        std::vector<TextToKeep> texts = texts_of(exercise, prepared.used);
        for (std::size_t place = 1; place < texts.size(); ++place) {
            fragments.push_back(texts[place].digest);
        }
        std::sort(fragments.begin(), fragments.end());
        way.plan = prepared.fitted.plan;
        way.used = std::move(prepared.used);
        way.changed = way.plan == nullptr || texts.front().digest != left.entry.digest ||
                      fragments != left.fragments || way.plan->dropped != left.dropped ||
                      left.planned != way.plan->guided;
    }
    if (way.plan != nullptr) {
        const std::string& id = left.figures.last_section;
        const PlannedSection* section = section_called(*way.plan, id);
        const bool found = id.empty() || section != nullptr;
        const std::size_t from = section == nullptr ? 0 : section->begin;
        if (!found || (way.changed && !answers_still_mean_the_same(*way.plan, from, left.answers))) {
            way.plan.reset();
        }
    }
    if (way.plan != nullptr) {
        way.checkpoint = checkpoint_of(exercise, left);
        // A rating that was not kept may have been high, so whoever comes back there is asked.
        if (Untold(*way.plan).check_in_up_to(left.figures.last_section)) {
            way.checkpoint.check_in_first = true;
        }
        way.earlier = {left.entry,
                       left.answers,
                       left.steps,
                       left.safety,
                       left.settings.has_value(),
                       summary_of(*way.plan, left, way.checkpoint),
                       left.figures,
                       left.clock};
    }
    way.left = std::move(left);
    return way;
}

Failure nothing_to_resume(const std::string& exercise) {
    if (exercise.empty()) {
        return {ExitCode::not_found, _("No practice was left in the middle"),
                _("\"kindly today\" has a suggestion, and \"kindly list\" shows what there is.")};
    }
    return {ExitCode::not_found, filled(_("No practice of \"{}\" was left in the middle"), exercise),
            filled(_("To begin one: kindly practice {}"), exercise)};
}

Failure too_long_ago(const Interrupted& left) {
    return {ExitCode::not_found,
            filled(_("The practice of \"{}\" that was left on {} is too long ago to go on in the middle"),
                   left.entry.exercise, date_and_time(left.left_at())),
            filled(_("Everything in it is kept. To begin anew: kindly practice {}"), left.entry.exercise)};
}

Failure has_changed(const Interrupted& left) {
    return {ExitCode::not_found,
            filled(_("\"{}\" has changed since, so the practice that was left cannot go on in the middle"),
                   left.entry.exercise),
            filled(_("Everything in it is kept. To begin anew: kindly practice {}"), left.entry.exercise)};
}

} // namespace kindly
