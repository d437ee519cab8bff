// SPDX-License-Identifier: MIT
#include "commands/check_play.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/overview.hpp"
#include "commands/play_people.hpp"
#include "commands/play_transcript.hpp"
#include "commands/progress.hpp"
#include "commands/stop_signals.hpp"
#include "exercise/findings.hpp"
#include "exercise/links_parts.hpp"
#include "exercise/settings.hpp"
#include "exercise/settings_range.hpp"
#include "session/play.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kindly {

namespace {

PlayedPlan with_bounds(std::shared_ptr<const Plan> plan) {
    const Ways ways(*plan);
    const Milliseconds shortest = shortest_way(*plan, ways, Stretch::fitted).guided;
    const Milliseconds longest = longest_way(*plan, ways, Stretch::fitted).guided;
    return {std::move(plan), shortest, longest};
}

/// The one plan of somebody who said what they avoid, or how much time they have. Throws Failure where there
/// is none.
PlayedPlan plan_for(Context& context, const CheckedFile& file, const PlayOptions& options,
                    std::uint64_t seed) {
    const auto& exercise = file.opened.exercise;
    ExpandRequest request;
    request.settings = default_settings(*exercise);
    request.avoided = avoided_by(options);
    request.seed = seed;
    for (const Avoidable thing : exercise->needs) {
        if (!request.avoided.contains(thing)) { continue; }
        throw Failure(ExitCode::not_found,
                      filled(_("\"{}\" cannot do without {}"), exercise->id, in_words(thing)));
    }
    const Fitted fitted = fit(exercise, file.opened.find_fragment, request, time_of(options));
    if (fitted.plan == nullptr && time_of(options) && !has_errors(fitted.diagnostics)) {
        throw does_not_fit(context, *exercise, fitted.shortest, *time_of(options));
    }
    context.refuse_errors(fitted.diagnostics, file.name);
    return with_bounds(fitted.plan);
}

/// Plans as people could have them: chance in picks, other settings, short of time, things avoided.
std::vector<PlayedPlan> plans_of(Context& context, const CheckedFile& file, const PlayOptions& options) {
    constexpr std::uint64_t chances = 12;
    const auto& exercise = file.opened.exercise;
    std::vector<PlayedPlan> plans;
    if (!options.without.empty() || options.minutes > 0) {
        for (std::uint64_t seed = 0; seed < chances; ++seed) {
            plans.push_back(plan_for(context, file, options, seed));
        }
        return plans;
    }
    ExpandRequest request;
    const auto add = [&](std::optional<Milliseconds> budget) {
        Fitted fitted = fit(exercise, file.opened.find_fragment, request, budget);
        if (fitted.plan != nullptr) { plans.push_back(with_bounds(std::move(fitted.plan))); }
    };
    request.settings = default_settings(*exercise);
    for (request.seed = 0; request.seed < chances; ++request.seed) { add(std::nullopt); }
    for (const Milliseconds budget : {file.times->shortest.guided, file.times->usual.guided / 2,
                                      file.times->usual.guided, file.times->longest.guided}) {
        add(budget);
    }
    for (const auto& settings : SettingsRange(*exercise, file.opened.find_fragment, request.settings).all) {
        request.settings = settings;
        add(std::nullopt);
    }
    request.settings = default_settings(*exercise);
    for (const Avoidable thing : all_values<Avoidable>()) {
        if (exercise->needs.contains(thing)) { continue; }
        request.avoided = {thing};
        add(std::nullopt);
    }
    return plans;
}

void tell_counts(Context& context, const CheckedFile& file, const Played& played) {
    std::string endings;
    for (const auto& [status, count] : played.endings) {
        endings += fmt::format("{}{} {}", endings.empty() ? "" : ", ", word(status), count);
    }
    context.out.write(fmt::format(
        "{}: {}: {}\n", harmless(file.name),
        plural("{} practice", "{} practices", static_cast<long long>(played.practices)), endings));
    const SourceText& source = *file.opened.exercise->document->source;
    context.out.write(std::string(_("How often each step was met:")) + "\n");
    for (const auto& section : file.opened.exercise->sections) {
        each_step(section.steps, [&](const Step& step) {
            const std::string_view kind = kind_word(step);
            if (kind == "if" || kind == "repeat" || kind == "pick" || kind == "go_to") { return; }
            const auto met = played.met.find(step.written);
            context.out.write(fmt::format("{:>10}  {}:{}  {} {}\n", met == played.met.end() ? 0 : met->second,
                                          harmless(file.name), source.locate(step.written->span.begin).line,
                                          kind, step.id));
        });
    }
}

void tell_counterexample(Context& context, const CheckedFile& file, const PlayOptions& options,
                         const Counterexample& found) {
    context.out.write(
        fmt::format("{}\n", filled(_("{}: a practice ({}) in which something did not hold: {}"),
                                   harmless(file.name), in_words(found.persona), found.broken)));
    for (const std::string& line : found.transcript) { context.out.write("    " + harmless(line) + "\n"); }
    context.out.write(
        filled(_("To play it again: {}\n"), harmless(command_to_play(options, found.seed, file.name))));
    context.out.write(std::string(_("This is a mistake in kindly, not in your exercise. Please report it.")) +
                      "\n");
}

/// "seed 1, as it may be met by: calm, without touch, in 3 minutes"
std::string who_plays(const Transcript& transcript, const PlayOptions& options, std::uint64_t seed) {
    std::string who = in_words(transcript.persona);
    for (const Avoidable thing : avoided_by(options)) {
        who = filled(_("{}, without {}"), who, in_words(thing));
    }
    if (options.minutes > 0) {
        who = filled(_("{}, in {}"), who, plural("{} minute", "{} minutes", options.minutes));
    }
    if (!options.answers.empty()) { who = filled(_("{}, answering {}"), who, joined(options.answers, ", ")); }
    return filled(_("seed {}, as it may be met by: {}"), seed, who);
}

} // namespace

std::string command_to_play(const PlayOptions& options, std::uint64_t seed, const std::string& file) {
    std::string command = "kindly check " + std::string(options.transcript ? "--transcript" : "--play 1") +
                          fmt::format(" --seed {}", seed);
    if (const auto persona = persona_of(options)) { command += fmt::format(" --persona {}", word(*persona)); }
    if (!options.without.empty()) { command += " --without " + joined(options.without, ","); }
    if (options.minutes > 0) { command += fmt::format(" --minutes {}", options.minutes); }
    for (const std::string& answer : options.answers) { command += " --answer " + for_a_shell(answer); }
    return command + " " + for_a_shell(file);
}

bool print_transcripts(Context& context, const CheckedFile& file, const PlayOptions& options, bool& first) {
    if (!file.times) { return true; }
    const GivenAnswers answers = answers_of(options, *file.opened.exercise, file.opened.find_fragment);
    const std::uint64_t practices = std::max<std::uint64_t>(options.practices, 1);
    for (std::uint64_t count = 0; count < practices; ++count) {
        const std::uint64_t seed = options.seed + count;
        const PlayRequest request{
            {plan_for(context, file, options, seed)}, 1, seed, persona_of(options), answers};
        const Transcript transcript = transcript_of(request, seed);
        if (!transcript.broken.empty()) {
            tell_counterexample(context, file, options,
                                {seed, transcript.persona, transcript.broken, transcript.lines});
            return false;
        }
        if (!first) { context.out.write("\n\n"); }
        first = false;
        context.out.write(transcript_on_paper(transcript, *request.plans.front().plan,
                                              who_plays(transcript, options, seed)));
    }
    return true;
}

bool play_and_tell(Context& context, const CheckedFile& file, const PlayOptions& options) {
    if (!file.times) { return true; }
    const PlayRequest request{plans_of(context, file, options), options.practices, options.seed,
                              persona_of(options),
                              answers_of(options, *file.opened.exercise, file.opened.find_fragment)};
    if (request.plans.empty()) { return true; }
    const StopSignals signals;
    Progress progress(
        context, [&](std::int64_t done) { return filled(_("{} of {} practices"), done, options.practices); });
    const Played played = play(request, [&](std::uint64_t done) {
        progress.done(static_cast<std::int64_t>(done));
        StopSignals::check(_("Stopped; nothing amiss was met until then"));
        return true;
    });
    progress.end();
    if (played.counterexample) {
        tell_counterexample(context, file, options, *played.counterexample);
        return false;
    }
    tell_counts(context, file, played);
    return true;
}

} // namespace kindly
