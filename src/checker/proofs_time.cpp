// SPDX-License-Identifier: MIT
// How long it takes: against what is promised, what people have, and what can be read.
#include "base/text.hpp"
#include "checker/proofs.hpp"
#include "exercise/limits.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>

namespace kindly {

namespace {

Milliseconds silence_alone(Intensity intensity) {
    switch (intensity) {
    case Intensity::gentle: return limits::silence_alone_gentle;
    case Intensity::moderate: return limits::silence_alone_moderate;
    case Intensity::strong: return limits::silence_alone_strong;
    }
    return {};
}

/// T003 and T006: single steps.
class StepTimes {
public:
    StepTimes(const Exercise* exercise, Findings& findings)
        : exercise_(exercise),
          intensity_(exercise == nullptr ? Intensity::gentle : exercise->safety.intensity),
          findings_(findings) {}

    /// `role`: of the section; only in main ones does anything shrink or stretch.
    void check(const Step& step, Role role) {
        elastic_ = role == Role::main;
        if (const auto* pause = std::get_if<Pause>(&step.what)) {
            check(*pause, step);
        } else if (const auto* breathe = std::get_if<Breathe>(&step.what)) {
            check_text(step, breathe->text,
                       (breathe->in + breathe->hold + breathe->out + breathe->rest) * fewest(*breathe),
                       _("{} words during {} of breathing. Reading takes about {}"));
        }
    }

private:
    [[nodiscard]] const Parameter* parameter(const std::string& name) const {
        return exercise_ == nullptr ? nullptr : find_parameter(*exercise_, name);
    }

    [[nodiscard]] int fewest(const Breathe& breathe) const {
        if (const auto* fixed = std::get_if<int>(&breathe.rounds)) {
            return elastic_ ? breathe.lowest.value_or(*fixed) : *fixed;
        }
        const Parameter* setting = parameter(std::get<ParameterName>(breathe.rounds).name);
        return setting == nullptr ? 1 : setting->lowest.value_or(1);
    }

    /// A pause may wait for a setting; then it is that setting which makes it long.
    [[nodiscard]] std::optional<Span> place_of_highest(const Pause& pause) const {
        const auto* name = std::get_if<ParameterName>(&pause.length);
        const Parameter* setting = name == nullptr ? nullptr : parameter(name->name);
        const Written* highest = setting == nullptr ? nullptr : setting->written->find("highest");
        return highest == nullptr ? std::nullopt : std::optional(highest->span);
    }

    void check(const Pause& pause, const Step& step) {
        const Written& length = *step.written->find("for");
        Milliseconds usual{};
        Milliseconds longest{};
        Milliseconds shortest{};
        if (const auto* fixed = std::get_if<Milliseconds>(&pause.length)) {
            usual = *fixed;
            longest = elastic_ ? pause.longest.value_or(usual) : usual;
            shortest = elastic_ ? pause.shortest.value_or(usual) : usual;
        } else {
            const Parameter* setting = parameter(std::get<ParameterName>(pause.length).name);
            if (setting == nullptr) { return; }
            usual = longest = setting->longest_duration.value_or(setting->default_duration);
            shortest = setting->shortest_duration.value_or(setting->default_duration);
        }
        const Milliseconds allowed = silence_alone(intensity_);
        if (pause.text.empty() && longest > allowed) {
            const Written* stretched = usual > allowed ? nullptr : step.written->find("longest");
            const Milliseconds apart = std::min<Milliseconds>(allowed, std::chrono::minutes(2));
            const std::string every =
                apart == std::chrono::minutes(1) ? std::string(_("minute")) : duration_in_words(apart);
            const auto* setting = std::get_if<ParameterName>(&pause.length);
            findings_.warning(
                "T003", stretched == nullptr ? length.span : stretched->span,
                setting != nullptr
                    ? filled(_("With \"{}\" at its highest, {} of silence with nothing on the screen. Many "
                               "clients need a line of guidance about every {}"),
                             setting->name, duration_in_words(longest), every)
                    : filled(
                          _("{} of silence with nothing on the screen. Many clients need a line of guidance "
                            "about every {}"),
                          duration_in_words(longest), every),
                {_("A \"text\" stays there during the silence. It can say how long it is, and how to leave "
                   "it."),
                 {},
                 place_of_highest(pause)});
        }
        const bool can_shrink = shortest < usual;
        check_text(step, pause.text, shortest,
                   can_shrink
                       ? _("{} words in a pause that can become as short as {}. Reading takes about {}")
                       : _("{} words in a {} pause. Reading takes about {}"));
    }

    void check_text(const Step& step, const std::string& text, Milliseconds time, const char* sentence) {
        if (text.empty() || reading_time(text) <= time) { return; }
        findings_.warning(
            "T006", step.written->find("text")->span,
            filled(sentence, word_count(text), written_duration(time),
                   written_duration(std::chrono::ceil<std::chrono::seconds>(reading_time(text)))),
            {_("Give it more time, use fewer words, or put the words into a \"say\" step before it."),
             {},
             {}});
    }

    const Exercise* exercise_;
    Intensity intensity_;
    Findings& findings_;
    bool elastic_ = true;
};

std::string also_asked(const PathTime& time) {
    const int asked = time.questions + time.check_ins;
    return asked == 0 ? std::string() : ' ' + plural("plus {} question", "plus {} questions", asked);
}

/// As one would say it: in halves of a minute for short ones, else in minutes; rather too much than too
/// little.
Milliseconds to_promise(Milliseconds usual) {
    const Milliseconds step =
        usual < std::chrono::minutes(3) ? Milliseconds(std::chrono::seconds(30)) : std::chrono::minutes(1);
    return std::max(step, (usual + step * 2 / 3) / step * step);
}

bool is_elastic(const Plan& plan) {
    for (const auto& instruction : plan.instructions) {
        if (const auto* silence = std::get_if<Silence>(&instruction.what)) {
            if (silence->shortest < silence->longest) { return true; }
        }
        if (const auto* breathing = std::get_if<Breathing>(&instruction.what)) {
            if (breathing->fewest < breathing->most) { return true; }
        }
    }
    return false;
}

void check_whole(const Exercise& exercise, const Worlds& worlds, const TimeRange& times, Findings& findings) {
    const Written& root = exercise.document->root;
    const auto seconds = [](Milliseconds time) {
        return written_duration(std::chrono::ceil<std::chrono::seconds>(time)); // as report() does
    };
    if (exercise.about.promised) {
        const Milliseconds promised = *exercise.about.promised;
        const auto slack = std::max<Milliseconds>(
            std::chrono::seconds(30),
            std::chrono::round<Milliseconds>(std::chrono::duration<double, std::milli>(promised) *
                                             limits::promise_kept_within));
        const Milliseconds off =
            times.usual.guided > promised ? times.usual.guided - promised : promised - times.usual.guided;
        if (off > slack) {
            findings.warning(
                "T002", root.find("about")->find("promised")->span,
                filled(_("It promises {}; this takes between {} and {} (usually {}){}"),
                       duration_in_words(promised), seconds(times.shortest.guided),
                       seconds(times.longest.guided), seconds(times.usual.guided), also_asked(times.usual)),
                {_("People plan with this time. Promise what it usually takes, or change the "
                   "pauses."),
                 filled("\"promised\": \"{}\"", written_duration(to_promise(times.usual.guided))),
                 {}});
        }
    }
    if (times.usual.guided > limits::longest_exercise) {
        findings.warning("T002", root.find("title")->span,
                         filled(_("This takes {}. Few people can stay with an exercise for longer than {}"),
                                seconds(times.usual.guided), duration_in_words(limits::longest_exercise)),
                         {_("Shorter pauses help, or two exercises instead of one."), {}, {}});
    }
    const Written* sections = root.find("sections");
    const Written& first = sections->entries.empty() ? *sections : sections->entries.front();
    const bool drops =
        std::any_of(exercise.sections.begin(), exercise.sections.end(), [](const Section& section) {
            return section.role == Role::main && section.priority == Priority::extra;
        });
    if (times.shortest.guided > limits::time_most_people_have) {
        findings.advice(
            "T005", opening(first),
            filled(_("The shortest version is {}, so clients with 5 minutes will not be offered it. "
                     "Make pauses elastic with \"shortest\", or mark a section \"extra\""),
                   seconds(times.shortest.guided)));
    } else if (!worlds.all.empty() && !drops && !is_elastic(*worlds.all.front().plan) &&
               times.usual.guided > std::chrono::minutes(1)) {
        findings.advice(
            "T005", opening(first),
            _("As set, nothing here can become shorter or longer. Make pauses elastic with \"shortest\" and "
              "\"longest\", or mark a section \"extra\""));
    }
}

} // namespace

void check_time(const Exercise& exercise, const Worlds& worlds, const TimeRange& times, Findings& findings) {
    StepTimes steps(&exercise, findings);
    for (const auto& section : exercise.sections) {
        each_step(section.steps, [&](const Step& step) { steps.check(step, section.role); });
    }
    check_whole(exercise, worlds, times, findings);
}

void check_time(const Fragment& fragment, Findings& findings) {
    StepTimes steps(nullptr, findings);
    each_step(fragment.steps, [&](const Step& step) { steps.check(step, Role::main); });
}

} // namespace kindly
