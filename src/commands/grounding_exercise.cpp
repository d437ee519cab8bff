// SPDX-License-Identifier: MIT
#include "commands/grounding_exercise.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "exercise/expand.hpp"
#include "exercise/guided_time.hpp"
#include "journal/closing_plan.hpp"

#include <array>

namespace kindly {

namespace {

Step say(const char* text) {
    Step step;
    step.what = Say{text, false, false, {}};
    return step;
}

Step rest(Milliseconds length) {
    Step step;
    step.what = Pause{length, std::nullopt, std::nullopt, {}, Pause::Bell::none, std::nullopt};
    return step;
}

} // namespace

Steps own_grounding() {
    constexpr Milliseconds breath_of_time = std::chrono::seconds(10);
    const std::array lines{
        N_("You can stop whatever you were doing. Let your eyes be open."),
        N_("Feel what holds you: the floor, the chair, the ground."),
        N_("Look for three things around you. Say their names, aloud or quietly."),
        N_("Listen for two sounds, near or far."),
        N_("Think of where you are, and what day it is."),
        N_("Move a little, if you like: hands, shoulders, feet. A sip of water can help, or something warm."),
    };
    Steps steps;
    for (const char* line : lines) {
        steps.push_back(say(_(line)));
        steps.push_back(rest(breath_of_time));
    }
    return steps;
}

std::shared_ptr<const Fragment> library_grounding(Context& context) {
    try {
        return context.catalogue().fragment("grounding/senses", 1, spoken_language());
    } catch (const Failure&) { // a file that cannot be read must not stand in the way
        return nullptr;
    }
}

namespace {

std::shared_ptr<const Exercise> grounding_exercise(Context& context, const GroundingRequest& request) {
    auto exercise = std::make_shared<Exercise>();
    static const auto none =
        std::make_shared<const Document>(Document{std::make_shared<const SourceText>("", ""), {}});
    exercise->document = none;
    exercise->id = "ground";
    exercise->version = "1.0";
    exercise->language = spoken_language();
    exercise->title = _("Grounding");
    exercise->safety.intensity = Intensity::gentle;
    const auto fragment = library_grounding(context);
    const Steps grounding = fragment != nullptr ? fragment->steps : own_grounding();

    Section main;
    main.id = "here";
    main.title = _("Here and now");
    main.purpose = Purpose::soothe;
    if (!request.closing_plan.empty()) {
        Step plan;
        Recall recall;
        recall.kept = closing_plan_name;
        recall.text = _("Your own words, for a moment like this:");
        plan.what = recall;
        main.steps.push_back(plan);
        // Nobody could say that they have been read.
        if (!request.somebody) { main.steps.push_back(rest(reading_time(request.closing_plan))); }
    }
    main.steps.insert(main.steps.end(), grounding.begin(), grounding.end());

    Section closing;
    closing.id = "close";
    closing.title = _("From here");
    closing.role = Role::closing;
    closing.steps.push_back(
        say(_("You can do this again, as often as you like. Or go on to something small and ordinary.")));

    Section again;
    again.id = "again";
    again.title = main.title;
    again.role = Role::grounding;
    again.steps = grounding;
    exercise->sections = {main, closing, again};
    return exercise;
}

} // namespace

std::shared_ptr<const Plan> grounding_plan(Context& context, const GroundingRequest& request) {
    const auto exercise = grounding_exercise(context, request);
    const FragmentFinder nothing_more = [](const std::string&, int) {
        return std::shared_ptr<const Fragment>();
    };
    ExpandRequest wanted;
    wanted.avoided = request.avoided;
    Expanded expanded = expand(exercise, nothing_more, wanted);
    if (expanded.plan == nullptr) { // an alternative that is not there: then as it is for everybody
        expanded = expand(exercise, nothing_more, {});
    }
    expanded.plan->guided = longest_way(*expanded.plan, Ways(*expanded.plan), Stretch::usual).guided;
    return expanded.plan;
}

} // namespace kindly
