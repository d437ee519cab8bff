// SPDX-License-Identifier: MIT
#include "commands/check_play.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "exercise/findings.hpp"
#include "exercise/links_parts.hpp"
#include "exercise/settings.hpp"
#include "exercise/settings_range.hpp"
#include "session/play.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kindly {

namespace {

/// Plans as people could have them: chance in picks, other settings, short of time, things avoided.
std::vector<PlayedPlan> plans_of(const CheckedFile& file) {
    constexpr std::uint64_t chances = 12;
    const auto& exercise = file.opened.exercise;
    std::vector<PlayedPlan> plans;
    ExpandRequest request;
    const auto add = [&](std::optional<Milliseconds> budget) {
        Fitted fitted = fit(exercise, file.opened.find_fragment, request, budget);
        if (fitted.plan == nullptr) { return; }
        const Ways ways(*fitted.plan);
        plans.push_back({fitted.plan, shortest_way(*fitted.plan, ways, Stretch::fitted).guided,
                         longest_way(*fitted.plan, ways, Stretch::fitted).guided});
    };
    request.settings = default_settings(*exercise);
    for (request.seed = 0; request.seed < chances; ++request.seed) { add(std::nullopt); }
    for (const Milliseconds budget : {file.times->shortest.guided, file.times->usual.guided / 2,
                                      file.times->usual.guided, file.times->longest.guided}) {
        add(budget);
    }
    for (const auto& settings : SettingsRange(*exercise, request.settings).all) {
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

/// Shown on a terminal when it takes more than a moment.
class Progress {
public:
    explicit Progress(Context& context) : context_(context), shown_(context.err.is_terminal()) {}
    void show(std::uint64_t done, std::uint64_t all) {
        constexpr std::uint64_t now_and_then = 4096;
        if (!shown_ || done == 0 || done % now_and_then != 0) { return; }
        context_.err.write(filled(_("\r{} of {} practices"), done, all));
        context_.err.flush();
        written_ = true;
    }
    void clear() {
        if (written_) { context_.err.write("\r\x1b[K"); }
    }

private:
    Context& context_;
    bool shown_;
    bool written_ = false;
};

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

void tell_counterexample(Context& context, const CheckedFile& file, const Counterexample& found) {
    context.out.write(
        fmt::format("{}\n", filled(_("{}: a practice ({}) in which something did not hold: {}"),
                                   harmless(file.name), in_words(found.persona), found.broken)));
    for (const std::string& line : found.transcript) { context.out.write("    " + harmless(line) + "\n"); }
    context.out.write(
        filled(_("To play it again: kindly check --play 1 --seed {} {}\n"), found.seed, harmless(file.name)));
    context.out.write(std::string(_("This is a mistake in kindly, not in your exercise. Please report it.")) +
                      "\n");
}

} // namespace

bool play_and_tell(Context& context, const CheckedFile& file, std::uint64_t practices, std::uint64_t seed) {
    if (!file.times) { return true; }
    const PlayRequest request{plans_of(file), practices, seed};
    if (request.plans.empty()) { return true; }
    Progress progress(context);
    const Played played = play(request, [&](std::uint64_t done) {
        progress.show(done, practices);
        return true;
    });
    progress.clear();
    if (played.counterexample) {
        tell_counterexample(context, file, *played.counterexample);
        return false;
    }
    tell_counts(context, file, played);
    return true;
}

} // namespace kindly
