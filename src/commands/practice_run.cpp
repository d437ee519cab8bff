// SPDX-License-Identifier: MIT
#include "commands/practice_run.hpp"

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/grounding_exercise.hpp"
#include "commands/overview.hpp"
#include "commands/recorder.hpp"
#include "commands/support_page.hpp"
#include "exercise/canonical.hpp"
#include "exercise/fitting.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/settings.hpp"
#include "guide/events_guide.hpp"
#include "guide/plain_guide.hpp"
#include "session/session.hpp"

#include <algorithm>
#include <csignal>
#include <map>
#include <unistd.h>

#include <fmt/format.h>

namespace kindly {

namespace {

template <class... Values>
std::string sentence(const char* format, const Values&... values) {
    return fmt::format(fmt::runtime(format), values...);
}

/// The fragments that a plan used, by the id and version asked for.
using UsedFragments = std::map<std::pair<std::string, int>, std::shared_ptr<const Fragment>>;

FragmentFinder noting(const FragmentFinder& find, UsedFragments& used) {
    return [&find, &used](const std::string& id, int major) {
        auto fragment = find(id, major);
        if (fragment != nullptr) { used[{id, major}] = fragment; }
        return fragment;
    };
}

void set_from_line(const Exercise& exercise, Settings& settings, const std::string& pair) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw Failure(ExitCode::usage, sentence(_("--set takes NAME=VALUE, not \"{}\""), pair));
    }
    const std::string name = pair.substr(0, equals);
    for (const auto& parameter : exercise.parameters) {
        if (parameter.name == name && parameter.type == Parameter::Type::text) {
            // Arguments can be read by others on the machine (ps).
            throw Failure(ExitCode::usage,
                          sentence(_("\"{}\" is a text, and texts are not given as arguments"), name),
                          _("Put it in a file and name that with --settings."));
        }
    }
    const std::string problem = set_setting(exercise, settings, name, pair.substr(equals + 1));
    if (!problem.empty()) { throw Failure(ExitCode::usage, "--set: " + problem); }
}

/// --settings FILE: a JSON object of names and values.
void set_from_file(Context& context, const Exercise& exercise, Settings& settings, const std::string& file) {
    const auto source = std::make_shared<const SourceText>(file, read_file(file, limits::file_bytes));
    ParsedText parsed = parse_written(source);
    if (parsed.document != nullptr && parsed.document->root.kind != Written::Kind::object) {
        Diagnostic diagnostic;
        diagnostic.code = "K003";
        diagnostic.message = _("Settings are written as { \"name\": value, ... }");
        diagnostic.source = source;
        diagnostic.where = parsed.document->root.span;
        parsed.diagnostics.push_back(std::move(diagnostic));
    } else if (parsed.document != nullptr) {
        for (const auto& member : parsed.document->root.members) {
            std::string value = member.value.text;
            if (member.value.kind == Written::Kind::number && member.value.whole) {
                value = fmt::format("{:.0f}", member.value.number);
            }
            const std::string problem = set_setting(exercise, settings, member.key, value);
            if (problem.empty()) { continue; }
            Diagnostic diagnostic;
            diagnostic.code = "K006";
            diagnostic.message = problem;
            diagnostic.source = source;
            diagnostic.where = member.value.span;
            parsed.diagnostics.push_back(std::move(diagnostic));
        }
    }
    context.refuse_errors(parsed.diagnostics, file);
}

void refuse_what_is_avoided(const Exercise& exercise, const std::set<Avoidable>& avoided) {
    for (const Avoidable thing : exercise.needs) {
        if (!avoided.contains(thing)) { continue; }
        throw Failure(ExitCode::not_found,
                      sentence(_("\"{}\" cannot do without {}, which you have chosen to leave out"),
                               exercise.id, in_words(thing)),
                      _("\"kindly list\" shows what is there for you."));
    }
}

/// What other exercises' answers the plan looks at.
std::set<std::string> exercises_looked_at(const Plan& plan) {
    std::set<std::string> names;
    for (const auto& instruction : plan.instructions) {
        if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
            for (const auto& test : branch->when.tests) { names.insert(test.of); }
        }
        if (const auto* recall = std::get_if<Recollection>(&instruction.what)) { names.insert(recall->of); }
    }
    names.erase(std::string());
    return names;
}

/// The log, where it can be had: to write in, or to read earlier answers from.
std::optional<Journal> open_journal(Context& context, bool recorded, Moment now) {
    if (recorded) {
        try {
            Journal journal = Journal::open_for_writing(context.paths().journal());
            journal.settle_abandoned(now);
            return journal;
        } catch (const Failure& failure) {
            std::string advice = failure.advice();
            if (!advice.empty()) { advice += '\n'; }
            throw Failure(ExitCode::environment, failure.what(),
                          advice + _("To practise without recording anything, add --unrecorded."));
        }
    }
    try {
        return Journal::open_for_reading(context.paths().journal());
    } catch (const Failure&) { // without a log there is simply nothing to look back at
        return std::nullopt;
    }
}

SessionStart describe(const Plan& plan, const PracticeRequest& request, const std::string& id, Moment now) {
    SessionStart start = start_of(plan);
    start.id = id;
    start.started_at = now;
    start.day = local_day(now);
    start.source = request.instant ? PracticeSource::trial : PracticeSource::timed;
    start.kindly_version = KINDLY_VERSION;
    if (request.minutes > 0) { start.budget = std::chrono::minutes(request.minutes); }
    return start;
}

TextToKeep text_to_keep(TextToKeep::Kind kind, const Document& document, const std::string& id,
                        const std::string& version, const std::string& language) {
    return {kind, canonical_digest(document.root), id, version, language, document.source->bytes()};
}

std::unique_ptr<Guide> make_guide(Context& context, const PracticeRequest& request, double pace) {
    if (request.guide == "events") {
        EventsOptions options;
        options.instant = request.instant;
        return make_events_guide(options, context.out);
    }
    PlainOptions options;
    options.instant = request.instant;
    options.pace = pace;
    options.bell = context.out.is_terminal();
    options.support = as_text(make_support_page(context));
    return make_plain_guide(options, context.out);
}

/// Carries events and inputs between the session, the guide and the log.
class Pump {
public:
    Pump(Guide& guide, Session& session, Recorder* recorder, const Clock& clock, bool instant)
        : guide_(guide), session_(session), recorder_(recorder), clock_(clock), instant_(instant) {}

    ExitCode run(Moment began) {
        began_ = began;
        start_ = guide_.now();
        Happening happening{input::Begin{}, start_, 0};
        int signal = 0;
        for (;;) {
            if (happening.signal != 0) { signal = happening.signal; }
            Session::Outcome outcome = session_.advance(happening.input, happening.at);
            deliver(outcome.events, happening.at);
            if (session_.ended()) { break; }
            happening = guide_.wait(outcome.wake_at);
        }
        switch (signal) {
        case SIGINT: return ExitCode::interrupt;
        case SIGTERM: return ExitCode::terminated;
        case SIGHUP: return ExitCode::hangup;
        default: return ExitCode::done;
        }
    }

private:
    /// First to the log, then to the person: an answer is safe before the next question appears.
    void deliver(std::vector<Event>& events, Milliseconds at) {
        record(events, at);
        try {
            guide_.show(events);
        } catch (...) { // nobody can see anything any more: what was answered is kept
            if (!session_.ended()) {
                Session::Outcome last = session_.advance(input::Interrupt{}, at);
                record(last.events, at);
            }
            throw;
        }
    }

    void record(std::vector<Event>& events, Milliseconds at) {
        if (recorder_ == nullptr) { return; }
        const Milliseconds elapsed = at - start_;
        // A trial's clock is virtual, and so are the times that it is said to have happened at.
        const Moment now =
            instant_ ? Moment{began_.unix_ms + elapsed.count(), began_.utc_offset_seconds} : clock_.wall();
        if (const auto problem = recorder_->record(events, now, elapsed)) {
            const Milliseconds when = events.empty() ? Milliseconds{} : events.back().at;
            const bool over = !events.empty() && std::holds_alternative<event::Ended>(events.back().what);
            Event told{when, event::Problem{sentence(_("Your answers cannot be saved just now: {}. They are "
                                                       "kept here, and saving is tried again."),
                                                     *problem)}};
            events.insert(over ? events.end() - 1 : events.end(), std::move(told));
        }
    }

    Guide& guide_;
    Session& session_;
    Recorder* recorder_;
    const Clock& clock_;
    bool instant_;
    Moment began_;
    Milliseconds start_{};
};

void suggest(Context& context, const Session& session, const PracticeRequest& request) {
    if (request.guide == "events") { return; }
    for (const auto& exercise : session.suggestions()) {
        context.out.write(
            sentence(_("If you would like something else now: kindly practice {}\n"), exercise));
    }
}

} // namespace

ExitCode run_practice(Context& context, const PracticeRequest& request) {
    const OpenedExercise opened = context.open_exercise(
        request.exercise, request.language.empty() ? std::nullopt : std::optional(request.language));
    const Exercise& exercise = *opened.exercise;
    const Preferences& person = context.preferences();
    if (request.listen && exercise.safety.intensity != Intensity::gentle) {
        throw Failure(
            ExitCode::usage,
            sentence(_("--listen is for gentle exercises; \"{}\" asks how you are on the way"), exercise.id));
    }
    refuse_what_is_avoided(exercise, person.avoided);

    ExpandRequest wanted;
    wanted.avoided = person.avoided;
    wanted.listening = request.listen;
    wanted.seed = request.seed.value_or(random_seed());
    wanted.settings = default_settings(exercise);
    for (const auto& finding : apply_own_settings(person, exercise, wanted.settings)) {
        // One wrong value of one exercise must not stand between a person and their practice: it is told and
        // left out.
        context.err.write(first_line(finding) + "\n");
    }
    if (!request.settings_file.empty()) {
        set_from_file(context, exercise, wanted.settings, request.settings_file);
    }
    for (const auto& pair : request.settings) { set_from_line(exercise, wanted.settings, pair); }

    const Moment now = context.clock->wall();
    std::optional<Journal> journal = open_journal(context, !request.unrecorded, now);
    if (journal) { wanted.seen = journal->picks_seen(exercise.id); }

    UsedFragments used;
    const std::optional<Milliseconds> budget =
        request.minutes > 0 ? std::optional<Milliseconds>(std::chrono::minutes(request.minutes))
                            : std::nullopt;
    Fitted fitted = fit(opened.exercise, noting(opened.find_fragment, used), wanted, budget);
    if (opened.fragment_problems != nullptr) {
        context.refuse_errors(*opened.fragment_problems, opened.file.string());
    }
    context.refuse_errors(fitted.diagnostics, opened.file.string());
    if (fitted.plan == nullptr) { throw does_not_fit(context, exercise, fitted.shortest, *budget); }

    SessionOptions options;
    options.id = make_uuid7(now.unix_ms);
    options.pace = request.pace.value_or(person.pace);
    options.untimed = request.untimed;
    options.enter_waits = !request.instant && request.guide != "events" && ::isatty(STDIN_FILENO) == 1;
    std::optional<Recorder> recorder;
    if (journal) {
        options.kept = journal->kept_words();
        options.earlier = journal->earlier_answers(exercises_looked_at(*fitted.plan));
    }
    if (journal && !request.unrecorded) {
        SessionStart start = describe(*fitted.plan, request, options.id, now);
        std::vector<TextToKeep> texts{text_to_keep(TextToKeep::Kind::exercise, *exercise.document,
                                                   exercise.id, exercise.version, exercise.language)};
        start.digest = texts.front().digest;
        for (const auto& [key, fragment] : used) {
            texts.push_back(text_to_keep(TextToKeep::Kind::fragment, *fragment->document, fragment->id,
                                         fragment->version, fragment->language));
            start.fragments.push_back(texts.back().digest);
        }
        recorder.emplace(*journal, *fitted.plan, std::move(start), std::move(texts));
    }
    const auto guide = make_guide(context, request, options.pace);
    Session session(fitted.plan, options);
    Pump pump(*guide, session, recorder ? &*recorder : nullptr, *context.clock, request.instant);
    const ExitCode code = pump.run(now);
    suggest(context, session, request);
    if (recorder && recorder->unsaved()) {
        context.out.flush();
        throw Failure(ExitCode::environment,
                      sentence(_("This practice could not be saved: {}"), *recorder->unsaved()));
    }
    return code;
}

ExitCode run_grounding(Context& context, const PracticeRequest& request) {
    std::map<std::string, std::string> kept;
    try {
        const Journal journal = Journal::open_for_reading(context.paths().journal());
        kept = journal.kept_words();
    } catch (const Failure&) { // grounding does not wait for a log that cannot be read
        kept.clear();
    }
    const auto plan = grounding_plan(context, kept.contains("closing_plan"));
    SessionOptions options;
    options.id = make_uuid7(context.clock->wall().unix_ms);
    options.quiet_start = true;
    options.kept = std::move(kept);
    const auto guide = make_guide(context, request, 1);
    Session session(plan, options);
    Pump pump(*guide, session, nullptr, *context.clock, request.instant);
    return pump.run(context.clock->wall());
}

} // namespace kindly
